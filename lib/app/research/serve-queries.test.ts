import { afterEach, expect, it, vi } from "vitest";
import type { FoundItems, ItemFilter } from "../../model/research/query.ts";
import { serveQueries } from "./serve-queries.ts";

afterEach(() => vi.restoreAllMocks());

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
const nothing = { brands: [], sites: [], sessions: [], codes: [], langs: [], sentiments: [], why: [] };
const series = { step: "day", starts: [], lines: [], seen: [], seenUndated: 0, undated: 0 } as const;

/** Asks by a real channel. */
function serve(found: FoundItems) {
  const { port1, port2 } = new MessageChannel();
  const answers: { readonly id: number; readonly result: unknown }[] = [];
  port1.addEventListener("message", ({ data }) => answers.push(data));
  port1.start();
  port2.start();
  serveQueries(port2, {
    find: async () => found,
    series: async () => series,
    coMentions: async () => [],
  });
  const close = (): void => port1.close();
  return { ask: (data: unknown) => port1.postMessage(data), answers, close };
}

it("answers each question, and gives the numbers away instead of copying them", async () => {
  const seqs = new Uint32Array([3, 1, 2]);
  const { ask, answers, close } = serve({ seqs, total: 3, facets: nothing });
  ask({ id: 1, name: "find", data: { filter, order: "time", descending: true } });
  ask({ id: 2, name: "series", data: { filter, split: "brands" } });
  ask({ id: 3, name: "coMentions", data: filter });
  await vi.waitFor(() => expect(answers).toHaveLength(3));
  const byId = new Map(answers.map(({ id, result }) => [id, result]));
  expect(byId.get(1)).toEqual({
    ok: true,
    value: { seqs: new Uint32Array([3, 1, 2]), total: 3, facets: nothing },
  });
  expect(byId.get(2)).toEqual({ ok: true, value: series });
  expect(byId.get(3)).toEqual({ ok: true, value: [] });
  expect(seqs.buffer.detached).toBe(true);
  close();
});

it.each([
  ["an order that there is not", { filter, order: "beauty", descending: true }],
  ["a filter without its lists", { filter: { collection: "c", text: "" }, order: "time", descending: true }],
  ["a confidence above one", { filter: { ...filter, confidence: 2 }, order: "time", descending: true }],
])("says of %s that it is a bug, and answers nothing", async (_, data) => {
  const said = vi.spyOn(console, "error").mockReturnValue();
  const { ask, answers, close } = serve({ seqs: new Uint32Array(), total: 0, facets: nothing });
  ask({ id: 1, name: "find", data });
  ask({ id: 2, name: "coMentions", data: filter });
  await vi.waitFor(() => expect(answers.map(({ id }) => id)).toEqual([2]));
  expect(said).toHaveBeenCalledOnce();
  close();
});
