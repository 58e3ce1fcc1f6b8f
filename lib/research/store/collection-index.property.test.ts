import "fake-indexeddb/auto";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { aCollection, anItem } from "../../../components/testing/research.ts";
import {
  addItems,
  changeItem,
  deleteCoding,
  type DeletedItems,
  deleteItems,
  putCodings,
  restoreItems,
} from "../../db/research-items.ts";
import { segmentSize } from "../../db/research-segments.ts";
import { openResearch, type ResearchDatabase } from "../../db/research.ts";
import type { ResearchItem } from "../../model/research/item.ts";
import type { ItemFilter } from "../../model/research/query.ts";
import { QueryService } from "./query-service.ts";

/*
 * However items come, change, are coded and deleted, and wherever workers are killed: what the index answers is what
 * a look at every item would find, and of what was deleted no word is left on the disk.
 */

const words = ["zebra", "soles", "again"] as const;
const codes = ["returns", "praise"] as const;
const collection = "returns-study";
const { signal } = new AbortController();

const word = fc.constantFrom(...words);
const at = fc.nat(5);
const worker = fc.nat(1);
const coder = fc.constantFrom("me", "ben");

function often<T>(weight: number, arbitrary: fc.Arbitrary<T>): fc.WeightedArbitrary<T> {
  return { weight, arbitrary };
}

/** What happens, mostly to one of the first items, between looks by one of two workers. */
const steps = fc.array(
  fc.oneof(
    often(5, fc.record({ kind: fc.constant("add" as const), word, brand: fc.nat(2) })),
    often(2, fc.record({ kind: fc.constant("edit" as const), at, word })),
    often(1, fc.record({ kind: fc.constant("like" as const), at })),
    often(
      3,
      fc.record({
        kind: fc.constant("code" as const),
        at,
        coder,
        code: fc.constantFrom(...codes),
        note: fc.constantFrom("", ...words),
      }),
    ),
    often(1, fc.record({ kind: fc.constant("uncode" as const), at })),
    often(2, fc.record({ kind: fc.constant("delete" as const), at, count: fc.constantFrom(1, 3) })),
    often(1, fc.record({ kind: fc.constant("undo" as const) })),
    often(1, fc.record({ kind: fc.constant("rename" as const), coder })),
    often(6, fc.record({ kind: fc.constant("look" as const), worker, settles: fc.boolean() })),
    // Stops before its n-th transaction, while the other one and a new one go on; later it wakes up, or dies.
    often(3, fc.record({ kind: fc.constant("stop" as const), worker, after: fc.nat(9) })),
    often(2, fc.record({ kind: fc.constant("wake" as const), dies: fc.boolean() })),
  ),
  { minLength: 5, maxLength: 60 },
);
type Step = typeof steps extends fc.Arbitrary<(infer T)[]> ? T : never;

class Killed extends Error {}

interface QueryWorker {
  readonly db: ResearchDatabase;
  readonly queries: QueryService;
}

interface Sleeper {
  readonly db: ResearchDatabase;
  readonly sleep: PromiseWithResolvers<void>;
  readonly end: Promise<void>;
}

function unlessKilled(error: unknown): void {
  if (!(error instanceof Killed)) throw error;
}

let databases = 0;

class World {
  readonly db: ResearchDatabase;
  readonly #name = `index-property-${databases++}`;
  readonly #workers: (QueryWorker | undefined)[] = [];
  readonly #sleepers: Sleeper[] = [];
  /** A word of its own for each item that was deleted. */
  #gone: string[] = [];
  #lastDeleted: DeletedItems | undefined;
  #made = 0;

  private constructor() {
    this.db = openResearch(this.#name);
  }

  static async begin(): Promise<World> {
    const world = new World();
    await world.db.collections.put(await aCollection());
    // So that the index is soon in two parts.
    const before = { ...anItem(0, { collection: "other" }), seq: segmentSize - 5 };
    await world.db.items.add(before);
    return world;
  }

  async act(step: Step): Promise<void> {
    if (step.kind === "add") return this.#add(step.word, step.brand);
    if (step.kind === "look") return this.look(step.worker, step.settles);
    if (step.kind === "undo") return this.#undo();
    if (step.kind === "stop") return this.#stop(step.worker, step.after);
    if (step.kind === "wake") return this.#wake(step.dies);
    if (step.kind === "rename")
      return void (await this.db.collections.update(collection, { coder: step.coder }));
    const items = await this.items();
    const item = items[step.at % Math.max(items.length, 1)];
    if (!item) return undefined;
    const { seq } = item;
    if (step.kind === "uncode") return deleteCoding(this.db, seq, "me");
    if (step.kind === "like") {
      await changeItem(this.db, seq, (before) => ({ ...before, metrics: { likes: step.at } }));
    } else if (step.kind === "edit") {
      await changeItem(this.db, seq, (before) => ({ ...before, text: `${step.word} ${own(before)}` }));
    } else if (step.kind === "code") {
      const { coder, code, note } = step;
      await putCodings(this.db, [{ collection, seq, coder, codes: [code], note, codebook: 1, at: 1 }]);
    } else {
      const some = items.slice(step.at % items.length, (step.at % items.length) + step.count);
      this.#gone.push(...some.map(own));
      this.#lastDeleted = await deleteItems(
        this.db,
        some.map((one) => one.seq),
      );
    }
    return undefined;
  }

  async items(): Promise<ResearchItem[]> {
    return (await this.db.items.toArray()).filter((item) => item.collection === collection);
  }

  /** One of the workers answers as a look at every item would. */
  async look(number: number, settles: boolean): Promise<void> {
    const { queries } = (this.#workers[number] ??= this.#start());
    const seen = async (changes: Partial<ItemFilter>) => {
      const filter = { ...nothing, ...changes };
      const { seqs, total } = await queries.find({ filter, order: "collected", descending: false }, signal);
      return { seqs: [...seqs], total };
    };
    const { coder } = (await this.db.collections.get(collection)) ?? {};
    const codings = (await this.db.codings.toArray()).filter((coding) => coding.coder === coder);
    const coded = new Map(codings.map((coding) => [coding.seq, coding]));
    const items = await this.items();
    const those = (passes: (item: ResearchItem) => boolean) => ({
      seqs: items.filter(passes).map(({ seq }) => seq),
      total: items.length,
    });
    expect(await seen({})).toEqual(those(() => true));
    for (const text of words) {
      const said = ({ text: own, seq }: ResearchItem) =>
        `${own} ${coded.get(seq)?.note ?? ""}`.includes(text);
      expect(await seen({ text })).toEqual(those(said));
    }
    expect(await seen({ codes: ["returns", ""] })).toEqual(
      those(({ seq }) => coded.get(seq)?.codes.includes("returns") ?? true),
    );
    expect(await seen({ brands: ["brand-1.example"] })).toEqual(
      those(({ mentions }) => mentions.some(({ brandId }) => brandId === "brand-1.example")),
    );
    if (settles) await queries.settled();
  }

  async isClean(): Promise<void> {
    const bytes = (await this.db.blocks.toArray())
      .map((row) => new TextDecoder().decode(row.bytes))
      .join("\n");
    for (const text of this.#gone) expect(bytes).not.toContain(text);
  }

  async wakeAll(): Promise<void> {
    while (this.#sleepers.length > 0) await this.#wake(false);
  }

  async end(): Promise<void> {
    while (this.#sleepers.length > 0) await this.#wake(true);
    for (const running of this.#workers) {
      await running?.queries.settled();
      running?.db.close();
    }
    await this.db.delete();
  }

  #start(): QueryWorker {
    const db = openResearch(this.#name);
    // Everything is worth storing, and soon worth pruning.
    const limits = { worthKeeping: this.#made % 2 === 0 ? 2 : 4, worthPruning: 1 };
    return { db, queries: new QueryService(db, unlessKilled, limits) };
  }

  async #undo(): Promise<void> {
    if (!this.#lastDeleted) return;
    const back = new Set(this.#lastDeleted.items.map(own));
    this.#gone = this.#gone.filter((text) => !back.has(text));
    await restoreItems(this.db, this.#lastDeleted);
    this.#lastDeleted = undefined;
  }

  /** Whatever the worker is at, it comes no further than `after` transactions for now. */
  #stop(number: number, after: number): void {
    const { db, queries } = (this.#workers[number] ??= this.#start());
    this.#workers[number] = undefined;
    const sleep = Promise.withResolvers<void>();
    // It may have come to its end before.
    sleep.promise.catch(() => undefined);
    let left = after;
    const transaction = db.transaction.bind(db) as (...given: unknown[]) => unknown;
    db.transaction = async function transactionUntilStopped(...given: unknown[]) {
      if (left-- <= 0) await sleep.promise;
      return transaction(...given);
    } as never;
    const query = { filter: { ...nothing, text: "soles" }, order: "time", descending: true } as const;
    const asked = queries.find(query, signal).catch(unlessKilled);
    const end = asked.then(async () => queries.settled());
    this.#sleepers.push({ db, sleep, end });
  }

  async #wake(dies: boolean): Promise<void> {
    const sleeper = this.#sleepers.shift();
    if (!sleeper) return;
    if (dies) sleeper.sleep.reject(new Killed());
    else sleeper.sleep.resolve();
    await sleeper.end;
    sleeper.db.close();
  }

  async #add(text: string, brand: number): Promise<void> {
    const number = ++this.#made;
    const name = `brand-${brand}`;
    const mention = { brandId: `${name}.example`, name, confidence: 0.9, reasons: [] };
    await addItems(this.db, [anItem(number, { text: `${text} own${number}x`, mentions: [mention] })]);
  }
}

/** The word that no other item has. */
function own({ text }: ResearchItem): string {
  return text.split(" ").at(-1) ?? "";
}

const nothing: ItemFilter = {
  collection,
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

it("an index equals a recompute, whatever happened and whoever was killed", async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const world = await World.begin();
      try {
        for (const step of all) {
          await world.act(step);
          await world.isClean();
        }
        await world.wakeAll();
        for (const number of [0, 1, 2]) await world.look(number, true);
        await world.isClean();
      } finally {
        await world.end();
      }
    }),
    { numRuns: 40 },
  );
});
