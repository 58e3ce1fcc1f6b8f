import "fake-indexeddb/auto";
import { marked, type Token, type Tokens } from "marked";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { aCollection, anItem, keepItems, sampleNoon } from "../../../components/testing/research.ts";
import { openResearch, type ResearchDatabase } from "../../db/research.ts";
import { CancelledError } from "../../errors.ts";
import type { Collection } from "../../model/research/collection.ts";
import type { ItemFilter } from "../../model/research/query.ts";
import type { Session } from "../../model/research/session.ts";
import { QueryService } from "../store/query-service.ts";
import type { ReportFacts } from "./facts.ts";
import { reportFacts } from "./gather-facts.ts";
import { reportFiles, writeReport } from "./write-report.ts";

let db: ResearchDatabase;
let queries: QueryService;
let databases = 0;
const { signal } = new AbortController();

beforeEach(() => {
  db = openResearch(`report-${databases++}`);
  queries = new QueryService(db, () => undefined);
});
afterEach(async () => {
  await queries.settled();
  await db.delete();
});

const everything: ItemFilter = {
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

const aSession: Session = {
  id: "session-1",
  collection: "returns-study",
  plan: {
    collection: "returns-study",
    keep: { kind: "mentions", confidence: 0.7, brands: [] },
    sites: ["mastodon"],
    sampleRate: 0.1,
    minutes: 60,
  },
  seed: "00112233445566778899aabbccddeeff",
  detector: { extension: "0.1.0", directory: "0123456789abcdef" },
  startedAt: sampleNoon,
  endsAt: sampleNoon + 3_600_000,
  pauses: [{ from: sampleNoon + 600_000, to: sampleNoon + 1_200_000 }],
  ended: { at: sampleNoon + 2_520_000, why: "person" },
  seen: 1904,
  kept: 214,
  sampled: 40,
  notPublic: 7,
};

async function study(changes: Partial<Collection> = {}): Promise<Collection> {
  const collection = await aCollection({
    codebook: {
      version: 2,
      createdAt: sampleNoon,
      note: "",
      codes: [{ id: "returns", name: "Returns", description: "", colour: 0 }],
    },
    ...changes,
  });
  await db.collections.put(collection);
  return collection;
}

async function facts(filter: Partial<ItemFilter> = {}): Promise<ReportFacts> {
  const found = await reportFacts(
    {
      db,
      queries,
      collection: "returns-study",
      filter: { ...everything, ...filter },
      extension: "0.1.0",
      siteName: (id) => ({ mastodon: "Mastodon" })[id] ?? id,
      now: sampleNoon,
    },
    signal,
  );
  if (!found) throw new Error("the collection is gone");
  return found;
}

function under(heading: string, report: string): string {
  const [, rest = ""] = report.split(`\n${heading}\n`);
  return rest.split(/\n#{1,3} /u)[0]?.trim() ?? "";
}

describe("the methods section writes itself", () => {
  it("from sessions: when, how long, where, by which rule, what was seen and kept", async () => {
    await study();
    await db.sessions.put(aSession);
    await db.views.put({
      id: "v",
      session: "session-1",
      site: "mastodon",
      kind: "search",
      terms: "northwind soles",
      locale: "en",
      seen: 1904,
      kept: 214,
      depth: 12,
      firstAt: sampleNoon,
      lastAt: sampleNoon + 1,
    });
    await keepItems(db, [anItem(1), anItem(2, { why: "sample" })]);
    const collection = under("### Collection", writeReport(await facts()));
    expect(collection).toBe(
      [
        "Posts were recorded in 1 session while the researcher looked at them in a browser; 1,904 distinct posts came by in them. A post met again in a session is counted once and kept once in the collection.",
        "",
        "- **21 Nov 2026, 12:00 UTC**, 42 minutes, 1 pause of together 10 minutes, ended by the researcher. Platforms: Mastodon. Rule: posts were kept in which the detector found any brand, with a confidence of at least 0.7. Of the others 10 % were kept as a sample, drawn by the seed `00112233445566778899aabbccddeeff`. Seen: 1,904 posts; kept as a match 214, in the sample 40, left out as not shown to everybody 7. Detector 0.1.0, directory `0123456789abcdef`.",
        "  - Mastodon, search for “northwind soles”, locale en: 1,904 posts seen, 214 kept, scrolled 12 window heights",
        "",
        "Items in this report were kept because: a brand was found (1), sample of what did not match (1).",
      ].join("\n"),
    );
  });

  it("from how people are protected, and from what was taken out", async () => {
    await study({
      privacy: {
        pseudonymise: true,
        keepMedia: false,
        audience: "any",
        audienceNote: "Members agreed.",
        retentionDays: 90,
      },
      log: {
        erased: [{ at: 0, pseudonyms: ["p-1"], deleted: 3, masked: 2 }],
        expired: 5,
        gone: 1,
        changes: [],
      },
    });
    await keepItems(db, [anItem(1), anItem(2, { recheck: { at: 1, found: "gone" } })]);
    const report = writeReport(await facts({ sites: ["mastodon"], confidence: 0.5 }));
    const people = under("### Protection of people", report);
    expect(people).toContain("Pseudonymised data are still personal data.");
    expect(people).toContain("The researcher's reason: Members agreed.");
    expect(people).toContain("deleted after 90 days");
    expect(under("### Exclusions", report)).toContain(
      "Erased at a person's request: 1 person, 3 items deleted, 2 masked.",
    );
    expect(under("### Exclusions", report)).toContain("their time was over: 5 items");
    expect(under("### Exclusions", report)).toContain("still counted: 1.");
    expect(under("### Filters in force", report)).toBe("- Platform: Mastodon\n- Confidence from 0.5");
  });

  it("from coding: versions, agreement, and what was missed", async () => {
    await study();
    await db.sessions.put(aSession);
    const items = await keepItems(
      db,
      Array.from({ length: 20 }, (_, index) => anItem(index, { why: index < 10 ? "mention" : "sample" })),
    );
    for (const coder of ["me", "other"]) {
      await db.codings.bulkPut(
        items.map(({ seq }, index) => ({
          collection: "returns-study",
          seq,
          coder,
          codes: index < 10 || index === 19 ? ["returns"] : [],
          note: "",
          codebook: 2,
          at: 0,
        })),
      );
    }
    const report = writeReport(await facts());
    expect(under("### Coding", report)).toContain("20 items of 20 were coded by me (version 2: 20 items)");
    expect(under("### Coding", report)).toMatch(/\| Returns \| 20 \| 100 % \| 1\.00/u);
    // One of ten: 168.3 of 1,683 that did not match; 214 found of 382.3.
    expect(under("### What was missed", report)).toContain(
      "relevant posts that were not kept: 168 (95 % interval",
    );
    expect(under("### What was missed", report)).toContain("Estimated recall: 56 %");
  });

  it("and says so where there is nothing to say", async () => {
    await study();
    const report = writeReport(await facts());
    expect(report).toContain("No session was recorded");
    expect(under("### Coding", report)).toContain("No item was coded.");
    expect(under("### Sentiment", report)).toBe("No sentiment was computed or said by hand.");
    expect(under("### What was missed", report)).toContain("nothing can be said of what was missed");
    expect(under("## Results", report)).toBe("No item passes the filters.");
    expect(under("## Data statement", report)).toBe("None was given.");
  });
});

describe("sentiment in a report", () => {
  it("has no figures before it was checked, and says how known methods do", async () => {
    await study();
    await keepItems(db, [anItem(1, { sentiment: { score: 0.5, method: "vader-1" } })]);
    const files = reportFiles(await facts());
    expect(files.has("sentiments.svg")).toBe(false);
    const text = under("### Sentiment", files.get("report.md") ?? "");
    expect(text).toContain("`vader-1` (1 item)");
    expect(text).toContain("No computed sentiment is reported");
    expect(text).toContain("57 % of tweets about brands");
  });
});

describe("the files of a report", () => {
  it("are the text, and each chart as picture and data", async () => {
    await study();
    await keepItems(db, [anItem(1), anItem(2, { publishedAt: undefined })]);
    const files = reportFiles(await facts());
    expect([...files.keys()].toSorted()).toEqual([
      "brands.csv",
      "brands.svg",
      "codes.csv",
      "codes.svg",
      "report.md",
      "sites.csv",
      "sites.svg",
      "time.csv",
      "time.svg",
    ]);
    const report = files.get("report.md") ?? "";
    const shown = [...report.matchAll(/!\[[^\]]*\]\(([^)]+)\)/gu)].map(([, name]) => name);
    expect(shown.every((name) => files.has(name ?? ""))).toBe(true);
    expect(files.get("brands.csv")).toBe("Brand,Items\r\nNorthwind,2\r\n");
    expect(under("## Limits", report)).toContain("1 item without a date of publication");
  });

  it("count only what passes the filters", async () => {
    await study();
    await keepItems(db, [anItem(1), anItem(2, { site: "reddit" })]);
    const files = reportFiles(await facts({ sites: ["reddit"] }));
    expect(files.get("sites.csv")).toBe("Platform,Items\r\nreddit,1\r\n");
  });
});

describe("hostile names and texts", () => {
  const hostile =
    "# <script>alert(1)</script> [x](javascript:alert(1)) ![](http://e.example/p.png) **b** | `c` @all www.e.example";

  it("are text in the report, whatever they hold", async () => {
    await study({
      name: hostile,
      coder: hostile,
      statement: {
        purpose: `${hostile}\n\n${hostile}\n- list\n1. one`,
        whoCollects: "",
        whoIsStudied: "",
        legalBasis: "",
        howItIsShared: "",
        limits: "",
      },
    });
    await db.sessions.put({
      ...aSession,
      plan: { ...aSession.plan, keep: { kind: "words", words: [hostile] }, sites: [hostile] },
    });
    await keepItems(db, [
      anItem(1, {
        mentions: [{ brandId: "x.example", name: hostile, confidence: 1, reasons: ["name"] }],
        detector: { extension: hostile, directory: hostile },
        sentiment: { score: 1, method: hostile },
      }),
    ]);
    const report = writeReport(await facts({ text: hostile }));
    const found: Token[] = [];
    void marked.walkTokens(marked.lexer(report), (token) => {
      found.push(token);
    });
    const kinds = (type: string): Token[] => found.filter((token) => token.type === type);
    expect(kinds("html")).toEqual([]);
    expect(kinds("link")).toEqual([]);
    expect(kinds("image").every((token) => /^[a-z]+\.svg$/u.test((token as Tokens.Image).href))).toBe(true);
    expect(kinds("heading").filter((token) => (token as Tokens.Heading).depth === 1)).toHaveLength(1);
    const rows = kinds("table").map((token) => (token as Tokens.Table).header.length);
    expect(new Set(rows)).toEqual(new Set([2]));
  });
});

describe("a report nobody waits for", () => {
  it("stops", async () => {
    await study();
    await keepItems(db, [anItem(1)]);
    const stop = new AbortController();
    const order = {
      db,
      queries,
      collection: "returns-study",
      filter: everything,
      extension: "",
      siteName: String,
      now: 0,
    };
    stop.abort();
    await expect(reportFacts(order, stop.signal)).rejects.toBeInstanceOf(CancelledError);
  });

  it("is none where the collection is gone", async () => {
    const order = {
      db,
      queries,
      collection: "no",
      filter: everything,
      extension: "",
      siteName: String,
      now: 0,
    };
    expect(await reportFacts(order, signal)).toBeUndefined();
  });
});
