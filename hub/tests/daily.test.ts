import { appendFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as z from "zod";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FeedDailyExtras } from "../../lib/schema/feed-daily.ts";
import { address, readJson } from "../../lib/sources/access.ts";
import { defineSource, type Source } from "../../lib/sources/define-source.ts";
import { factOf, hit, threadOf } from "../../lib/sources/shapes.ts";
import { ok } from "../../lib/model/result.ts";
import { brandOf, type DailyBrand } from "../src/daily/brand.ts";
import { type DailyDone, type DailyJob, runDaily } from "../src/daily/job.ts";
import { silentLog } from "../src/log.ts";
import { june } from "./people.ts";

const dayMs = 86_400_000;
const Reply = z.object({
  recalls: z.array(z.object({ id: z.string(), title: z.string(), at: z.number() })).default([]),
  complaints: z.array(z.string()).default([]),
  total: z.int().optional(),
  threads: z
    .array(z.object({ id: z.string(), title: z.string(), private: z.literal(true).optional() }))
    .default([]),
  next: z.string().optional(),
});

/** A source that says what its host answers. */
function source(id: string, parts: Partial<Source> = {}): Source {
  const origin = `https://${id}.example`;
  return defineSource({
    id,
    name: id.toUpperCase(),
    kind: "records",
    searchesBy: ["name"],
    bulk: true,
    origins: [origin],
    licence: "CC0-1.0",
    attribution: `The ${id}`,
    limits: [],
    async search({ words, cursor }, access) {
      const reply = await readJson(access, address(origin, "/", { q: words, cursor }), Reply);
      if (!reply.ok) return reply;
      const { recalls, complaints, threads, next, total } = reply.value;
      const at = { source: id, url: `${origin}/page` };
      return ok({
        facts: [
          ...recalls.map((each) => hit(factOf({ ...at, kind: "recall", ...each }), [], [each.title])),
          ...complaints.map((title, i) =>
            hit(
              factOf({ ...at, kind: "complaint", id: String(i), title, details: ["It hurt me."] }),
              [],
              [title],
            ),
          ),
        ],
        threads: threads.map(({ id: thread, title, private: isUnindexed }) => {
          const value = threadOf({ ...at, origin, id: thread, title, excerpt: "words of mine" });
          return isUnindexed ? { value, links: [], texts: [title], isUnindexed } : hit(value, [], [title]);
        }),
        ...(next !== undefined && { next }),
        ...(total !== undefined && { total: { count: total, url: `${origin}/all` } }),
      });
    },
    ...parts,
  });
}

const brand = (name: string, category = "shoes"): DailyBrand =>
  brandOf(
    { id: `${name.toLowerCase()}.com`, name, aliases: [], domains: [`${name.toLowerCase()}.com`], category },
    false,
  );

const down = (): Response => new Response("no", { status: 404 });
const busy = (seconds: string): Response =>
  new Response("slow down", { status: 429, headers: { "retry-after": seconds } });
const said = (words: string): object => ({ recalls: [{ id: "1", title: `${words} recalled`, at: 5 }] });

type Answers = Readonly<
  Record<string, (words: string, cursor: string | null) => Response | object | undefined>
>;

let state: string;
let clock: { ms: number };
let requests: { host: string; words: string; at: number; agent: string | null }[];
let waits: number[];
let stop: AbortController;
beforeEach(async () => {
  state = await mkdtemp(join(tmpdir(), "hub-daily-state-"));
  clock = { ms: june * 1000 };
  requests = [];
  waits = [];
  stop = new AbortController();
});
afterEach(() => rm(state, { recursive: true }));

/** A run over hosts that answer what they are told; nothing said: an empty answer. */
function run(
  sources: readonly Source[],
  brands: readonly DailyBrand[],
  answers: Answers,
  more: Partial<DailyJob> = {},
): Promise<DailyDone> {
  const answer: typeof fetch = async (input, init) => {
    const url = new URL(String(input instanceof Request ? input.url : input));
    const words = url.searchParams.get("q") ?? "";
    const agent = new Headers(init?.headers).get("user-agent");
    requests.push({ host: url.host, words, at: clock.ms, agent });
    const reply = answers[url.host]?.(words, url.searchParams.get("cursor")) ?? {};
    return reply instanceof Response ? reply : new Response(JSON.stringify(reply));
  };
  return runDaily({
    fetch: answer,
    sources,
    brands,
    state,
    finder: async () => ({ find: async () => [] }),
    now: () => clock.ms,
    random: () => 0.5,
    log: silentLog,
    signal: stop.signal,
    wait: async (ms) => {
      waits.push(ms);
      clock.ms += ms;
    },
    ...more,
  });
}

const asked = (host?: string): string[] =>
  requests.filter((request) => host === undefined || request.host === host).map(({ words }) => words);

describe("what the daily job says of a brand", () => {
  it("is facts, counts, titles and links: no texts, no names, and whom they come from", async () => {
    const { extras } = await run(
      [source("records"), source("talk", { kind: "conversations" })],
      [brand("Northwind")],
      {
        "records.example": () => ({
          recalls: [{ id: "7", title: "Northwind recalls boots", at: june * 1000 - dayMs }],
        }),
        "talk.example": () => ({ threads: [{ id: "1", title: "Northwind soles" }] }),
      },
    );
    expect(extras).toEqual({
      brands: {
        "northwind.com": {
          facts: [
            {
              property: "recall",
              value: "Northwind recalls boots",
              sourceId: "records",
              sourceUrl: "https://records.example/page",
              id: "7",
              at: june - 86_400,
            },
          ],
          threads: { talk: 1 },
          newestTitles: [{ title: "Northwind soles", url: "https://talk.example/page", sourceId: "talk" }],
        },
      },
      sources: {
        records: { name: "RECORDS", licence: "CC0-1.0", attribution: "The records" },
        talk: { name: "TALK", licence: "CC0-1.0", attribution: "The talk" },
      },
    });
    expect(FeedDailyExtras.parse(extras)).toEqual(extras);
  });

  it("leaves out what an API takes for a hit and is about somebody else", async () => {
    const { extras } = await run([source("records")], [brand("Northwind")], {
      "records.example": () => ({ recalls: [{ id: "1", title: "Northwinds of change", at: 0 }] }),
    });
    expect(extras).toEqual({ brands: {}, sources: {} });
  });

  it("counts all pages of conversations, each once, without those whose authors do not want to be found", async () => {
    const { extras } = await run([source("talk", { kind: "conversations" })], [brand("Northwind")], {
      "talk.example": (_words, cursor) => ({
        threads: [
          { id: "same", title: "Northwind again" },
          { id: `page-${cursor}`, title: `Northwind ${cursor}` },
          { id: "hidden", title: "Northwind, in private", private: true },
        ],
        ...(cursor === null ? { next: "2" } : {}),
      }),
    });
    expect(extras.brands["northwind.com"]?.threads).toEqual({ talk: 3 });
    expect(JSON.stringify(extras)).not.toContain("private");
  });

  it("is a number of complaints, never one of them", async () => {
    const complaints = ["Northwind sold me two left feet", "Northwind again"];
    const facts = async (total?: number, others: readonly string[] = []) => {
      clock.ms += 40 * dayMs;
      const reply = { complaints: [...complaints, ...others], total };
      const { extras } = await run([source("records")], [brand("Northwind")], {
        "records.example": () => reply,
      });
      return extras.brands["northwind.com"]?.facts;
    };
    const counted = { property: "complaint", value: "RECORDS", sourceId: "records", id: "count" };
    expect(await facts(1234)).toMatchObject([
      { ...counted, count: 1234, sourceUrl: "https://records.example/all" },
    ]);
    // A total that counts others as well is not ours.
    expect(await facts(1234, ["Somebody else's"])).toMatchObject([{ ...counted, count: 2 }]);
    expect(JSON.stringify(await facts(9))).not.toContain("left feet");
  });
});

describe("whom the daily job asks", () => {
  it("is who allows it, about brands that fit, by what the source takes", async () => {
    await run(
      [
        source("open"),
        source("closed", { bulk: false }),
        source("banks", { suits: ["finance"] }),
        source("sites", { searchesBy: ["domain", "name"] }),
      ],
      [brand("Northwind"), brand("Coin", "bank")],
      {},
    );
    expect(asked("closed.example")).toEqual([]);
    expect(asked("banks.example")).toEqual(["Coin"]);
    expect(asked("sites.example")).toEqual(["northwind.com", "coin.com"]);
    expect(asked("open.example")).toEqual(["Northwind", "Coin"]);
  });

  it("hears who asks, and how to reach them", async () => {
    await run([source("open")], [brand("Northwind")], {}, { contact: "https://hub.example/about" });
    expect(requests[0]?.agent).toBe("BacktalkHub/1 (+https://hub.example/about)");
  });

  it("is asked no more often than it allows, also over several runs", async () => {
    const slow = source("slow", { limits: [{ count: 2, perMs: 60_000 }] });
    await run(
      [slow],
      ["A", "B", "C", "D", "E"].map((name) => brand(`${name}x`)),
      {},
    );
    const times = requests.map(({ at }) => at - june * 1000);
    expect(times).toEqual([0, 0, 60_000, 60_000, 120_000]);
    clock.ms += 1000;
    await run(
      [slow],
      ["F", "G"].map((name) => brand(`${name}x`)),
      {},
    );
    expect(requests.slice(5).map(({ at }) => at - june * 1000)).toEqual([121_000, 180_000]);
  });

  it("is not asked again while an answer holds: a day where there are recalls, a week where there is nothing", async () => {
    const brands = [brand("Recalled"), brand("Quiet")];
    const answers: Answers = {
      "records.example": (words) =>
        words === "Recalled" ? { recalls: [{ id: "1", title: "Recalled boots", at: 5 }] } : {},
    };
    const nextRun = async (days: number): Promise<string[]> => {
      clock.ms += days * dayMs;
      requests = [];
      const { extras } = await run([source("records")], brands, answers);
      expect(Object.keys(extras.brands)).toEqual(["recalled.com"]);
      return asked();
    };
    expect(await nextRun(0)).toEqual(["Recalled", "Quiet"]);
    expect(await nextRun(0.5)).toEqual([]);
    expect(await nextRun(0.5)).toEqual(["Recalled"]);
    expect(await nextRun(6)).toEqual(["Quiet", "Recalled"]);
  });
});

describe("a daily job that is interrupted", () => {
  it("goes on where it stood, and has written what it knew", async () => {
    const brands = ["A", "B", "C", "D"].map((name) => brand(`${name}x`));
    const answers: Answers = {
      "records.example": (words) => {
        if (words === "Bx") stop.abort();
        return { recalls: [{ id: words, title: `${words} recalled`, at: 5 }] };
      },
    };
    const first = await run([source("records")], brands, answers);
    expect(first.reports[0]?.due).toBeGreaterThan(0);
    expect(Object.keys(first.extras.brands)).toContain("ax.com");
    stop = new AbortController();
    requests = [];
    const second = await run([source("records")], brands, {
      ...answers,
      "records.example": (words) => ({ recalls: [{ id: words, title: `${words} recalled`, at: 5 }] }),
    });
    expect(asked()).not.toContain("Ax");
    expect(Object.keys(second.extras.brands)).toEqual(["ax.com", "bx.com", "cx.com", "dx.com"]);
  });

  it("passes over a line that was half written, and over what is no answer", async () => {
    const answers: Answers = {
      "records.example": () => ({ recalls: [{ id: "1", title: "Ax recalled", at: 5 }] }),
    };
    await run([source("records")], [brand("Ax")], answers);
    const file = join(state, "records.jsonl");
    await appendFile(file, '{"brand":"ax.com","at":99,"fac');
    const { extras } = await run([source("records")], [brand("Ax")], {});
    expect(extras.brands["ax.com"]?.facts).toHaveLength(1);
    expect(requests).toHaveLength(1);
    expect((await readFile(file, "utf8")).trim().split("\n")).toHaveLength(1);
    await writeFile(file, "7\nnull\n{}\n");
    expect((await run([source("records")], [brand("Ax")], answers)).reports[0]).toMatchObject({ asked: 1 });
  });
});

describe("a source that fails", () => {
  it("does not keep the others waiting, and is given up after a few attempts", async () => {
    const brands = Array.from({ length: 20 }, (_, i) => brand(`B${i}x`));
    const { reports } = await run([source("broken"), source("fine")], brands, { "broken.example": down });
    expect(reports).toEqual([
      { source: "broken", asked: 0, failed: 6, due: 20 },
      { source: "fine", asked: 20, failed: 0, due: 0 },
    ]);
  });

  it("by a bug of its own does not take the others with it", async () => {
    const errors: string[] = [];
    const buggy = source("buggy", { search: () => Promise.reject(new TypeError("x is not a function")) });
    const log = { info: () => undefined, error: (event: string) => void errors.push(event) };
    const { extras, reports } = await run(
      [buggy, source("records")],
      [brand("Ax")],
      { "records.example": said },
      { log },
    );
    expect(Object.keys(extras.brands)).toEqual(["ax.com"]);
    expect(reports[0]).toEqual({ source: "buggy", asked: 0, failed: 1, due: 1 });
    expect(errors).toEqual(["daily: buggy"]);
  });

  it("keeps what it said before", async () => {
    const brands = [brand("Ax"), brand("Bx")];
    await run([source("records")], brands, { "records.example": said });
    clock.ms += 2 * dayMs;
    const { extras, reports } = await run([source("records")], brands, {
      "records.example": (words) => (words === "Ax" ? down() : said(words)),
    });
    expect(reports).toEqual([{ source: "records", asked: 1, failed: 1, due: 1 }]);
    expect(Object.keys(extras.brands)).toEqual(["ax.com", "bx.com"]);
  });

  it("about some brands does not keep the others waiting: the next run begins with those", async () => {
    const bad = Array.from({ length: 6 }, (_, i) => brand(`Bad${i}`));
    const answers: Answers = { "records.example": (words) => (words.startsWith("Bad") ? down() : {}) };
    await run([source("records")], [...bad, brand("Good")], answers);
    expect(asked()).not.toContain("Good");
    await run([source("records")], [...bad, brand("Good")], answers);
    expect(asked()[6]).toBe("Good");
  });

  it("is left alone as long as it says", async () => {
    let count = 0;
    const { reports } = await run([source("busy")], [brand("Ax"), brand("Bx")], {
      "busy.example": () => ((count += 1) === 1 ? busy("120") : {}),
    });
    expect(reports[0]).toMatchObject({ asked: 1, failed: 1 });
    expect(waits[0]).toBeGreaterThanOrEqual(120_000);
  });

  it("that wants hours is left alone until the next run", async () => {
    const { reports } = await run([source("busy")], [brand("Ax"), brand("Bx")], {
      "busy.example": () => busy("7200"),
    });
    expect(reports[0]).toMatchObject({ asked: 0, failed: 1, due: 2 });
    expect(waits).toEqual([]);
  });
});
