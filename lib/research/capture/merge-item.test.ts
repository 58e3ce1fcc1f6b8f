import { describe, expect, it } from "vitest";
import type { NewItem } from "../../model/research/item.ts";
import { mergeItem, mostVersions } from "./merge-item.ts";

const base: NewItem = {
  collection: "study",
  key: "0".repeat(32),
  why: "words",
  site: "mastodon",
  collectedAt: 1000,
  lastSeenAt: 1000,
  text: "Kite broke.",
  truncated: false,
  links: [],
  media: [],
  metrics: { likes: 3, shares: 1 },
  audience: "public",
  mentions: [],
  words: ["broke"],
  detector: { extension: "1", directory: "a" },
  versions: [],
};
const met = (at: number, changes: Partial<NewItem> = {}): NewItem => ({
  ...base,
  collectedAt: at,
  lastSeenAt: at,
  ...changes,
});

describe("an item met again", () => {
  it("has the newest counts and keeps the others", () => {
    expect(mergeItem(base, met(2000, { metrics: { likes: 9 } }))).toEqual({
      ...base,
      lastSeenAt: 2000,
      metrics: { likes: 9, shares: 1 },
    });
    expect(mergeItem(base, met(500, { metrics: { likes: 1, replies: 2 } }))).toMatchObject({
      collectedAt: 500,
      lastSeenAt: 1000,
      metrics: { likes: 3, shares: 1, replies: 2 },
    });
  });

  it("gains what was not known before, and loses nothing", () => {
    const thin = { ...base, audience: "unknown" as const };
    const richer = met(2000, {
      url: "https://social.example/1",
      author: "p-1",
      lang: "en",
      langBy: "page",
      publishedAt: 900,
      publishedAtPrecision: "second",
    });
    const merged = mergeItem(thin, richer);
    expect(merged).toMatchObject({
      url: "https://social.example/1",
      author: "p-1",
      lang: "en",
      publishedAt: 900,
      audience: "public",
    });
    expect(mergeItem(merged, met(3000, { audience: "unknown" }))).toEqual({ ...merged, lastSeenAt: 3000 });
  });

  it("takes a time that is more exact, and no other", () => {
    const daily = { ...base, publishedAt: 86_400_000, publishedAtPrecision: "day" as const };
    const exact = met(2000, { publishedAt: 86_405_000, publishedAtPrecision: "second" });
    expect(mergeItem(daily, exact)).toMatchObject({
      publishedAt: 86_405_000,
      publishedAtPrecision: "second",
    });
    expect(mergeItem(exact, met(3000, { publishedAt: 1, publishedAtPrecision: "hour" })).publishedAt).toBe(
      86_405_000,
    );
  });

  it("is no longer part of the sample once the rule asks for it; what a person kept stays theirs", () => {
    const sampled = { ...base, why: "sample" as const, words: [] };
    expect(mergeItem(sampled, met(2000))).toMatchObject({ why: "words", words: ["broke"] });
    expect(mergeItem({ ...base, why: "by-hand" }, met(2000)).why).toBe("by-hand");
  });
});

describe("another text", () => {
  it("makes a version of the one before, with the time in which it was met", () => {
    const once = mergeItem(mergeItem(base, met(1500)), met(2000, { text: "Kite was repaired." }));
    expect(once).toMatchObject({
      text: "Kite was repaired.",
      textSince: 2000,
      versions: [{ text: "Kite broke.", from: 1000, to: 1500 }],
    });
    const twice = mergeItem(once, met(3000, { text: "Kite broke again." }));
    expect(twice.versions).toEqual([
      { text: "Kite broke.", from: 1000, to: 1500 },
      { text: "Kite was repaired.", from: 2000, to: 2000 },
    ]);
  });

  it("replaces its own beginning without a version, and is not replaced by it", () => {
    const folded = { ...base, text: "Kite bro… more", truncated: true };
    const whole = mergeItem(
      folded,
      met(2000, { mentions: [{ brandId: "k", name: "Kite", confidence: 1, reasons: ["name"] }] }),
    );
    expect(whole).toMatchObject({ text: "Kite broke.", truncated: false, versions: [] });
    expect(whole.mentions).toHaveLength(1);
    expect(mergeItem(whole, { ...folded, lastSeenAt: 3000 })).toEqual({ ...whole, lastSeenAt: 3000 });
  });

  it("that is older than the one at hand changes nothing", () => {
    const newer = met(2000, { text: "Kite was repaired." });
    expect(mergeItem(newer, base)).toMatchObject({ text: "Kite was repaired.", versions: [] });
  });

  it("loses a sentiment that was of other words", () => {
    const scored = { ...base, sentiment: { score: -0.5, method: "m" } };
    expect(mergeItem(scored, met(2000, { text: "???" }))).not.toHaveProperty("sentiment");
    expect(mergeItem(scored, met(2000)).sentiment).toEqual({ score: -0.5, method: "m" });
  });

  it("that changes all the time does not grow the item without end", () => {
    let item = base;
    for (let at = 1; at <= 200; at++) item = mergeItem(item, met(1000 + at, { text: `${at % 180}` }));
    expect(item.versions).toHaveLength(mostVersions);
    expect(item.versions[0]?.text).toBe("Kite broke.");
    expect(new Set(item.versions.map(({ text }) => text)).size).toBe(mostVersions);
  });
});
