import * as fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { mentionFiles, openMentionWorld } from "../../tests/support/mention-world.ts";
import { foldName } from "../brands/fold-name.ts";
import { faintest, likely, longestText } from "./mention-finder.ts";
import type { MentionContext } from "./mention-context.ts";
import type { MentionFinder } from "./mention-finder.ts";

let finder: MentionFinder;
beforeAll(async () => {
  ({ finder } = await openMentionWorld());
});

async function namedIn(text: string, context?: MentionContext): Promise<string[]> {
  const mentions = await finder.find(text, context);
  return mentions.filter(({ confidence }) => confidence >= likely).map(({ name }) => name);
}

async function confidenceIn(text: string, name: string, context?: MentionContext): Promise<number> {
  const mentions = await finder.find(text, context);
  return Math.max(
    0,
    ...mentions.filter((mention) => mention.name === name).map(({ confidence }) => confidence),
  );
}

describe("named beyond doubt", () => {
  test.each([
    ["I bought new Nike shoes at the mall", "Nike"],
    ["waiting in line at KFC for some chicken", "KFC"],
    ["Just watched a video on YouTube about it", "YouTube"],
    ["lunch at McDonald's again, the fries were cold", "McDonald's"],
    ["ordered a jacket from Marks & Spencer", "Marks & Spencer"],
    ["a dress from H&amp;M for the party", "H&M"],
    ["Ich habe gestern bei Nestlé angerufen, der Kundenservice war gut", "Nestlé"],
  ])("%s", async (text, name) => {
    expect(await namedIn(text)).toContain(name);
  });
});

describe("words that are only words", () => {
  test.each([
    "I ate an apple and hit the target just before lunch",
    "Just wait. Target the weak spot. Shell the peas. Gap years are fine.",
    "JUST MIND THE GAP AND EAT AN APPLE EVERY DAY",
    "She just found a shell on the beach",
    "the gap between us is our target",
    "Just how I like it",
    "Ben said Wendy sent marks",
    "me@nike.com is my address",
    "so ny ca n't",
  ])("%s", async (text) => {
    expect(await namedIn(text)).toEqual([]);
  });
});

describe("what makes a word a brand", () => {
  test.each([
    ["Target", "the Target is near", "bought it at Target in the store"],
    ["Apple", "An apple a day", "Apple shares fell after the new iPhone launch"],
    ["Gap", "mind the Gap", "ordered jeans and a jacket from Gap, the store was closed"],
    ["Shell", "a Shell lies here", "fuel prices at the Shell station"],
  ])("%s: trade, place and company words", async (name, without, with_) => {
    expect(await confidenceIn(with_, name)).toBeGreaterThan(await confidenceIn(without, name));
  });

  test("the topic of the page", async () => {
    const text = "the new Target is open";
    const context = { pageBrandIds: ["target.com"] };
    expect(await confidenceIn(text, "Target", context)).toBeGreaterThan(await confidenceIn(text, "Target"));
  });

  test("its account in the same post", async () => {
    const [text, context] = ["Hey @Target, is Target open today?", { platform: "x" }];
    const mentions = await finder.find(text, context);
    expect(mentions.map(({ brandId }) => brandId)).toEqual(["target.com", "target.com"]);
  });

  test("that its own account writes it", async () => {
    const context = { platform: "twitter", authorHandle: "@gap" };
    expect(await confidenceIn("The Gap sale is on", "Gap", context)).toBeGreaterThan(
      await confidenceIn("The Gap sale is on", "Gap"),
    );
    const [own] = await finder.find("Good morning everyone", context);
    expect(own).toMatchObject({ brandId: "gap.com", reasons: ["author"] });
    expect(own?.span).toBeUndefined();
  });
});

describe("handles", () => {
  test.each([
    ["@Nike when is the drop?", { platform: "x" }, ["nike.com"]],
    ["@ nike when is the drop ?", { platform: "twitter" }, ["nike.com"]],
    ["@benandjerrys thanks", { platform: "instagram" }, ["benjerry.com"]],
    ["@gap please answer", {}, ["gap.com"]],
    ["@appleseed and @targetpractice", {}, []],
    ["@delta_queen hello", {}, []],
    ["@someone_nike hi", {}, []],
  ])("%s", async (text, context, ids) => {
    const mentions = await finder.find(text, context);
    expect(mentions.map(({ brandId }) => brandId)).toEqual(ids);
    for (const mention of mentions) expect(mention.reasons).toContain("handle");
  });
});

describe("links", () => {
  test("make a name as sure as they are without it", async () => {
    const context = { links: ["https://www.gap.com/x"] };
    const [unnamed] = await finder.find("Look at this", context);
    const [named] = await finder.find("Mind the Gap Edited", context);
    expect(named).toMatchObject({ brandId: "gap.com", confidence: unnamed?.confidence });
  });

  test("written and given, those of carriers and countries guessed aside", async () => {
    const context = {
      links: ["https://www.hm.com/sale", "https://youtube.com/watch", "https://nike.at/", "::"],
    };
    const mentions = await finder.find("see https://shop.nike.com/run and kfc.com", context);
    expect(mentions.map(({ brandId, reasons, span }) => [brandId, reasons, span !== undefined])).toEqual([
      ["nike.com", ["link"], true],
      ["kfc.com", ["link"], true],
      ["hm.com", ["link"], false],
    ]);
  });
});

describe("which brand", () => {
  test("the longest name stands", async () => {
    const mentions = await finder.find("I flew with Delta Air Lines yesterday");
    expect(mentions).toHaveLength(1);
    expect(mentions[0]).toMatchObject({ brandId: "delta.com", span: { start: 12, end: 27 } });
  });

  test("of two of one name the one the page is about", async () => {
    const text = "my new Delta shower tap leaks, what a product";
    const [mention] = await finder.find(text, { pageBrandIds: ["deltafaucet.com"] });
    expect(mention?.brandId).toBe("deltafaucet.com");
  });
});

describe("unspaced scripts", () => {
  test.each([
    ["昨日ユニクロで買ったシャツ", "ユニクロ"],
    ["我在优衣库买了衣服", "优衣库"],
    ["삼성전자가 새 휴대폰을 출시했다", "삼성전자"],
  ])("%s", async (text, name) => {
    const mentions = await finder.find(text);
    expect(mentions.map(({ span }) => span && text.slice(span.start, span.end))).toContain(name);
  });
});

describe("whatever the text", () => {
  const pieces = fc.constantFrom(
    ..."Nike KFC YouTube McDonald's Target apple H&M @nike #Nike $Gap ユニクロ 삼성 Nestlé NESTLE\u0301 𝗡𝗶𝗸𝗲 \ud83d \udc00 😀 . , \n the at I nike.com &amp; ’s".split(
      " ",
    ),
  );
  const text = fc.array(fc.tuple(pieces, fc.constantFrom(" ", "", "  ", "-")), { maxLength: 30 });

  test("places are exact: what stands there folds to a name of the brand, or to its account or address", async () => {
    await fc.assert(
      fc.asyncProperty(text, async (parts) => {
        const written = parts.flat().join("");
        let from = 0;
        for (const { name, span, confidence, reasons } of await finder.find(written)) {
          expect(confidence).toBeGreaterThanOrEqual(faintest);
          expect(confidence).toBeLessThanOrEqual(1);
          expect(reasons.length).toBeGreaterThan(0);
          if (!span || reasons.includes("link")) continue;
          expect(span.start).toBeGreaterThanOrEqual(from);
          from = span.end;
          const known = {
            "H&M": ["handm", "hm"],
            "Marks & Spencer": ["marksandspencer", "ms"],
            Uniqlo: ["ユニクロ", "uniqlo"],
            Samsung: ["삼성", "samsung"],
          };
          const names = (known as Record<string, string[]>)[name] ?? [foldName(name)];
          expect(names).toContain(foldName(written.slice(span.start, span.end).replaceAll("&amp;", "&")));
        }
      }),
      { numRuns: 200 },
    );
  });

  test("any units at all, lone surrogates too, give an answer", async () => {
    const units = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(units, async (codes) => {
        const written = String.fromCharCode(...codes);
        for (const { span } of await finder.find(written)) {
          if (span) expect(written.slice(span.start, span.end)).not.toBe("");
        }
      }),
    );
  });

  test.each([
    ["one endless word", "a".repeat(1_000_000)],
    ["combining marks", `Nike${"\u0301".repeat(500_000)}`],
    ["a name again and again", "Nike ".repeat(100_000)],
    ["signs of tags", "@#$&+".repeat(200_000)],
    ["dots", "a.".repeat(400_000)],
    ["ideographs", "优".repeat(500_000)],
    ["links", "nike.com ".repeat(50_000)],
  ])("a megabyte of %s", async (_, hostile) => {
    const mentions = await finder.find(hostile);
    expect(mentions.length).toBeLessThan(300);
    for (const { span } of mentions) expect(span?.end ?? 0).toBeLessThanOrEqual(longestText);
  });
});

describe("reading", () => {
  test("nothing before the first text, then the index once", async () => {
    const world = await openMentionWorld();
    expect(world.log).toEqual(["head.bin"]);
    await world.finder.findAll([{ text: "nothing here" }, { text: "nor here" }]);
    expect(world.log).toEqual(["head.bin", "m.bin"]);
  });

  test("texts keep their order, and what was looked up is not read again", async () => {
    const world = await openMentionWorld();
    const texts = [{ text: "Nike" }, { text: "" }, { text: "shoes by Nike and food at KFC" }];
    const first = await world.finder.findAll(texts);
    expect(first.map((mentions) => mentions.length)).toEqual([1, 0, 2]);
    const reads = world.log.length;
    expect(await world.finder.findAll(texts)).toEqual(first);
    expect(world.log).toHaveLength(reads);
  });

  test("an index that is missing, broken or of another directory says so, and is tried again", async () => {
    const files = new Map(mentionFiles());
    const good = files.get("m.bin") ?? new Uint8Array();
    files.delete("m.bin");
    const world = await openMentionWorld(files);
    await expect(world.finder.find("Nike")).rejects.toMatchObject({ fault: "missing", file: "m.bin" });
    files.set("m.bin", good.slice(0, 40));
    await expect(world.finder.find("Nike")).rejects.toMatchObject({ fault: "corrupt" });
    files.set("m.bin", new Uint8Array([...good.slice(0, 4), 0, 0, 0, 0, ...good.slice(8)]));
    await expect(world.finder.find("Nike")).rejects.toMatchObject({ fault: "mixed" });
    files.set("m.bin", good);
    expect(await world.finder.find("Nike")).toHaveLength(1);
  });
});
