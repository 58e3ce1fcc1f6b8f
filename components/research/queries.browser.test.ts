import "../testing/extension.ts";
import { afterEach, beforeEach, expect, it } from "vitest";
import { serveQueries } from "../../lib/app/research/serve-queries.ts";
import { addItems, deleteItems } from "../../lib/db/research-items.ts";
import { openResearch, type ResearchDatabase } from "../../lib/db/research.ts";
import type { ItemFilter } from "../../lib/model/research/query.ts";
import { QueryService } from "../../lib/research/store/query-service.ts";
import { aCollection, anItem } from "../testing/research.ts";
import { ResearchQueries } from "./queries.ts";

// What fake-indexeddb cannot show: real connections side by side, real clones of what is stored.

let db: ResearchDatabase;
const name = "test-queries";
const filter: ItemFilter = {
  collection: "returns-study",
  text: "",
  brands: [],
  sites: [],
  sessions: [],
  codes: [],
  langs: [],
  authors: [],
  sentiments: [],
  why: [],
};
const { signal } = new AbortController();
const services: QueryService[] = [];

beforeEach(async () => {
  db = openResearch(name);
  await db.collections.put(await aCollection());
});
afterEach(async () => {
  for (const service of services.splice(0)) await service.settled();
  await db.delete();
});

function fail(cause: unknown): never {
  throw cause;
}

/** A worker's end in this page, with a connection of its own. */
class QueriesInPage extends EventTarget {
  readonly #port: MessagePort;
  constructor() {
    super();
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    port1.addEventListener("message", ({ data }) =>
      this.dispatchEvent(new MessageEvent("message", { data })),
    );
    port1.start();
    port2.start();
    const service = new QueryService(openResearch(name), fail, { worthKeeping: 50, worthPruning: 10 });
    services.push(service);
    serveQueries(port2, service);
  }
  postMessage(data: unknown): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no origin
    this.#port.postMessage(data);
  }
  terminate(): void {
    this.#port.close();
  }
}

it("workers of two pages see what each other's pages stored and deleted", async () => {
  const [one, other] = [0, 1].map(() => new ResearchQueries(() => new QueriesInPage() as never));
  if (!one || !other) throw new Error("two were asked for");
  const find = async (queries: ResearchQueries, text: string) => {
    const result = await queries.find(
      { filter: { ...filter, text }, order: "time", descending: true },
      signal,
    );
    if (!result.ok) throw new Error(result.error.code);
    return result.value;
  };
  const seqs = await addItems(
    db,
    Array.from({ length: 120 }, (_, index) => anItem(index)),
  );
  expect((await find(one, "")).total).toBe(120);
  expect([...(await find(one, '"pair 7 of"')).seqs]).toEqual([seqs[7]]);
  await Promise.all(services.map(async (service) => service.settled()));
  expect(await db.blocks.count()).toBe(3);
  // Reads what the first has stored.
  expect([...(await find(other, '"pair 119 of"')).seqs]).toEqual([seqs[119]]);
  await deleteItems(db, [seqs[7] ?? 0]);
  await addItems(db, [anItem(500)]);
  for (const queries of [one, other]) {
    expect((await find(queries, '"pair 7 of"')).seqs).toHaveLength(0);
    const { total, seqs: found } = await find(queries, "");
    expect([total, found.length]).toEqual([120, 120]);
  }
  const series = await one.series({ filter, split: "sites" }, signal);
  expect(series).toMatchObject({ ok: true, value: { lines: [{ value: "mastodon" }] } });
  expect(await other.coMentions(filter, signal)).toEqual({ ok: true, value: [] });
});
