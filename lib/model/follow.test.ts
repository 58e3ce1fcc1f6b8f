import { describe, expect, it } from "vitest";
import type { Fact } from "./fact.ts";
import {
  type DailyWord,
  type Follow,
  newFollow,
  unseenNews,
  withAllSeen,
  withNews,
  withoutOldNews,
} from "./follow.ts";

const start = Date.UTC(2026, 4, 20);
const day = 86_400_000;
const brand = { brandId: "kite.example", name: "Kite", followedAt: start } as const;

function recall(key: string, at?: number): Fact {
  const url = `https://recalls.example/${key}`;
  return {
    key,
    source: "cpsc",
    kind: "recall",
    title: `Recall ${key}`,
    url,
    ...(at !== undefined && { at }),
  };
}

function word(changes: Partial<DailyWord> = {}): DailyWord {
  return { day: "2026-05-20", facts: [], threads: {}, ...changes };
}

function titles({ news }: Follow): readonly (string | undefined)[] {
  return news.map(({ title, kind }) => title ?? kind);
}

describe("a brand that is followed from now on", () => {
  it("has no news in what is known today", () => {
    const follow = newFollow(brand, [
      word({ facts: [recall("a", start - day)], threads: { hackernews: 40 } }),
    ]);
    const same = [word({ facts: [recall("a", start - day)], threads: { hackernews: 40 } })];
    expect(withNews(follow, same, start + day)).toBe(follow);
  });

  it("has none while no daily file is here", () => {
    const follow = newFollow(brand, []);
    expect(withNews(follow, [], start + day)).toBe(follow);
  });

  it("takes what the first daily file tells for old, but for recalls of these weeks", () => {
    const first = [
      word({
        facts: [recall("old", start - 400 * day), recall("undated"), recall("fresh", start - 10 * day)],
        threads: { hackernews: 4000 },
      }),
    ];
    const follow = withNews(newFollow(brand, []), first, start + day);
    expect(titles(follow)).toEqual(["Recall fresh"]);
    expect(withNews(follow, first, start + 2 * day)).toBe(follow);
  });
});

describe("news", () => {
  const follow = newFollow(brand, [word({ facts: [recall("a", start - day)], threads: { lemmy: 20 } })]);

  it("are new recalls, once, with what the record says", () => {
    const next = [word({ facts: [recall("b", start), recall("a", start - day)], threads: { lemmy: 20 } })];
    const told = withNews(follow, next, start + day);
    expect(told.news).toEqual([
      {
        key: "b",
        kind: "recall",
        title: "Recall b",
        url: "https://recalls.example/b",
        at: start,
        foundAt: start + day,
      },
    ]);
    expect(withNews(told, next, start + 2 * day)).toBe(told);
  });

  it("are recalls without a date too, once something was known", () => {
    const next = [word({ facts: [recall("a", start - day), recall("c")], threads: { lemmy: 20 } })];
    expect(titles(withNews(follow, next, start + day))).toEqual(["Recall c"]);
  });

  it("are told once though two feeds tell them", () => {
    const facts = [recall("b", start)];
    const next = [word({ facts, threads: { lemmy: 20 } }), word({ facts, threads: { lemmy: 19 } })];
    expect(withNews(follow, next, start + day).news).toHaveLength(1);
  });

  it("are not told again when a source has failed for a day", () => {
    const without = withNews(follow, [word({ threads: { lemmy: 20 } })], start + day);
    const back = [word({ facts: [recall("a", start - day)], threads: { lemmy: 20 } })];
    expect(withNews(without, back, start + 2 * day).news).toEqual([]);
  });

  it("are not what is no recall", () => {
    const complaint: Fact = { ...recall("x", start), kind: "complaint" };
    const next = [word({ facts: [recall("a", start - day), complaint], threads: { lemmy: 20 } })];
    expect(withNews(follow, next, start + day).news).toEqual([]);
  });

  it("come from the sample world under its label", () => {
    const next = [word({ facts: [recall("b", start)], threads: { lemmy: 60 }, isSample: true })];
    expect(withNews(follow, next, start + day).news.map(({ isSample }) => isSample)).toEqual([true, true]);
  });
});

describe("threads are busy", () => {
  const follow = newFollow(brand, [word({ threads: { lemmy: 100, hackernews: 20 } })]);
  const after = (days: number, lemmy: number, from = follow): Follow =>
    withNews(from, [word({ threads: { lemmy, hackernews: 20 } })], start + days * day);

  it("where noticeably more came within a week", () => {
    expect(after(1, 130).news).toMatchObject([{ kind: "busy", count: 30 }]);
    expect(after(1, 129).news).toEqual([]);
  });

  it("not where a few came to few", () => {
    const quiet = newFollow(brand, [word({ threads: { lemmy: 1 } })]);
    const next = (lemmy: number): Follow => withNews(quiet, [word({ threads: { lemmy } })], start + day);
    expect(next(5).news).toEqual([]);
    expect(next(6).news).toMatchObject([{ count: 5 }]);
  });

  it("not where they came slowly, over weeks", () => {
    const later = after(21, 142, after(14, 128, after(7, 114)));
    expect(later.news).toEqual([]);
    expect(later.known?.threads).toBe(162);
  });

  it("not again for the same ones", () => {
    expect(after(2, 131, after(1, 130)).news).toHaveLength(1);
  });

  it("counts on from what is left where some are gone", () => {
    expect(after(1, 40).known?.threads).toBe(60);
  });
});

describe("what was found", () => {
  const some = { key: "a", kind: "busy", count: 9 } as const;
  const follow: Follow = {
    ...brand,
    news: [
      { ...some, foundAt: start },
      { ...some, key: "b", foundAt: start - 40 * day, isSeen: true },
    ],
  };

  it("is unseen until the person says otherwise", () => {
    expect(unseenNews([follow, follow])).toBe(2);
    expect(unseenNews([withAllSeen(follow)])).toBe(0);
  });

  it("expires", () => {
    expect(withoutOldNews(follow, start - 30 * day).news).toMatchObject([{ key: "a" }]);
  });
});
