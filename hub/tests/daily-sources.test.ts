import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { FeedDailyExtras } from "../../lib/schema/feed-daily.ts";
import type { Source } from "../../lib/sources/define-source.ts";
import { sources } from "../../lib/sources/index.ts";
import { canned, domain, sourceFixture, type SourceFixture } from "../../tests/support/source-fixtures.ts";
import { questionOf } from "../src/daily/ask.ts";
import type { DailyBrand } from "../src/daily/brand.ts";
import { runDaily } from "../src/daily/job.ts";
import { silentLog } from "../src/log.ts";

const bulk = sources.filter((source) => source.bulk);

let state: string;
beforeEach(async () => {
  state = await mkdtemp(join(tmpdir(), "hub-daily-sources-"));
});
afterEach(() => rm(state, { recursive: true }));

it("some sources allow to be asked about every brand, and Mastodon and its kind are none of them", () => {
  const ids = bulk.map(({ id }) => id);
  expect(ids).toContain("cpsc");
  for (const id of ["mastodon", "lemmy", "bluesky", "lobsters"]) expect(ids).not.toContain(id);
});

/** Whom a fixture's replies are about. */
function brandOf(source: Source, { named, words = named }: SourceFixture): DailyBrand {
  return {
    brandId: domain,
    name: words,
    names: [named],
    domains: [domain],
    trade: source.suits?.[0] ?? "fashion",
    isKnown: false,
  };
}

it.each(bulk.map((source) => [source.id, source] as const))(
  "%s gives what may be published, and no more",
  async (id, source) => {
    const fixture = await sourceFixture(id);
    const brand = brandOf(source, fixture);
    const question = questionOf(source, brand);
    const asked = fixture.asks[question?.by ?? "name"];
    const { extras, reports } = await runDaily({
      fetch: canned(asked?.replies ?? []),
      sources: [source],
      brands: [brand],
      state,
      finder: async () => ({ find: async () => [] }),
      now: () => Date.UTC(2026, 10, 27),
      random: () => 0.5,
      log: silentLog,
      signal: new AbortController().signal,
      wait: async () => undefined,
    });
    expect(reports).toEqual([{ source: id, asked: 1, failed: 0, due: 0 }]);
    expect(FeedDailyExtras.parse(extras)).toEqual(extras);
    const { facts = [], threads = {} } = extras.brands[domain] ?? {};
    expect(facts.length + (threads[id] ?? 0)).toBeGreaterThan(0);
    expect(extras.sources[id]?.licence).toBe(source.licence);
    for (const fact of facts) {
      expect(fact).not.toHaveProperty("details");
      expect(fact.sourceUrl).toMatch(/^https:/);
      if (fact.property === "complaint") expect(fact.count).toBeGreaterThan(0);
    }
  },
);
