import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { trait } from "../columns/traits.ts";
import type { Statement } from "./elsewhere.ts";
import { type Example, exampleAsOf, exampleInput, hexOf, usualReviews } from "./example-crowd.ts";
import { type SignalId, signals, weigh } from "./index.ts";
import { leastFactor } from "./weights.ts";
import { textFlag, textFlags } from "./text/text-flags.ts";
import { wordsOf } from "./text/words.ts";

/** Authors a signal found, lowest first, and whether all that it found is given one voice. */
function found(
  signal: SignalId,
  reviews: readonly Example[],
  statements: readonly Statement[] = [],
  ownKeys: number[] = [],
) {
  const { reasons } = weigh(exampleInput(reviews, statements, { ownKeys }), exampleAsOf);
  const own = reasons.filter((reason) => reason.signal === signal).map(({ finding }) => finding);
  return {
    authors: own
      .flatMap(({ rows }) => rows.map((row) => reviews[row]?.author ?? -1))
      .toSorted((a, b) => a - b),
    reasons: [...new Set(own.map(({ reason }) => reason))],
    findings: own,
  };
}

const many = (count: number, make: (index: number) => Omit<Example, "author">): Example[] =>
  Array.from({ length: count }, (_, index) => ({ author: 1000 + index, ...make(index) }));
const planted = (count: number): number[] => Array.from({ length: count }, (_, index) => 1000 + index);
const said = (author: number, subject: number, daysAgo: number, stars: number): Statement => ({
  author: hexOf(author),
  subject,
  issuedAt: exampleAsOf - daysAgo * 86_400,
  stars,
});
const usual = usualReviews(200);

describe("signals", () => {
  it("are registered, each file of the folder, with an id of its own", () => {
    expect(readdirSync("lib/trust/signals")).toHaveLength(signals.length);
    expect(new Set(signals.map(({ id }) => id)).size).toBe(signals.length);
  });

  it("have nothing to say of a crowd without peculiarities, of one review, or of none", () => {
    for (const crowd of [usual, usual.slice(0, 1), []])
      expect(weigh(exampleInput(crowd), exampleAsOf).reasons).toEqual([]);
  });

  it("can be switched off one by one", () => {
    const crowd = [...usual, ...many(60, () => ({ stars: 1, daysAgo: 100 }))];
    const input = exampleInput(crowd);
    expect(weigh(input, exampleAsOf).reasons).not.toEqual([]);
    expect(weigh(input, exampleAsOf, new Set(["burst"])).reasons).toEqual([]);
  });
});

describe("bursts", () => {
  it("find one day's bomb, and say how many are usual", () => {
    const { authors, findings } = found("burst", [...usual, ...many(60, () => ({ stars: 1, daysAgo: 100 }))]);
    expect(authors).toEqual(expect.arrayContaining(planted(60)));
    expect(findings[0]?.params).toMatchObject({ stars: 1 });
    expect(findings[0]?.params["count"]).toBeGreaterThanOrEqual(60);
    expect(findings[0]?.params["usual"]).toBeLessThan(5);
  });

  it("leave those of the same days alone who do not make the difference", () => {
    const kind = { author: 5000, stars: 5, daysAgo: 100 };
    const { authors } = found("burst", [...usual, kind, ...many(60, () => ({ stars: 1, daysAgo: 100 }))]);
    expect(authors).not.toContain(5000);
  });

  it("leave a rush alone that speaks as everyone does", () => {
    const rush = usualReviews(140).map((one, index) =>
      Object.assign(one, { author: 1000 + index, daysAgo: 700 + (index % 7) }),
    );
    expect(found("burst", [...usual, ...rush]).authors).toEqual([]);
  });
});

describe("alike texts", () => {
  const text = "The sole came off after three weeks and the shop said that this was how it should be.";

  it("count copies as one voice, each side apart", () => {
    const crowd = [
      ...usual,
      ...many(6, (index) => ({ stars: index < 4 ? 5 : 1, daysAgo: 10 + 60 * index, text })),
    ];
    const { findings } = found("alike-text", crowd);
    expect(findings.map(({ rows, weighing }) => [rows.length, weighing])).toEqual([
      [2, "one-voice"],
      [4, "one-voice"],
    ]);
  });

  it("see through case, accents and a word changed, in scripts without spaces too", () => {
    const pairs = [
      [text, text.toUpperCase().replace("THREE", "four")],
      [
        "この靴はとても軽くて歩きやすいので毎日履いています。友達にも勧めました。",
        "この靴はとても軽くて歩きやすいので毎日履いています!友達にも勧めました。",
      ],
    ];
    for (const pair of pairs) {
      const crowd = [
        ...usual,
        ...many(2, (index) => ({ stars: 5, daysAgo: 90 * index + 9, text: pair[index] ?? "" })),
      ];
      expect(found("alike-text", crowd).authors).toEqual([1000, 1001]);
    }
  });

  it("leave short texts alone: they are alike by nature", () => {
    expect(
      found("alike-text", [
        ...usual,
        ...many(9, (index) => ({ stars: 5, daysAgo: 70 * index + 5, text: "Great, thank you!" })),
      ]).authors,
    ).toEqual([]);
  });
});

describe("what a text says of itself", () => {
  it.each([
    ["I received this kettle for free in exchange for my honest review.", textFlag.incentive],
    ["Habe das Produkt kostenlos zum Testen erhalten.", textFlag.incentive],
    ["Best repairs in town, +44 20 7946 0123", textFlag.contact],
    ["Write to me: sales@shop.example", textFlag.contact],
    ["see https://a.example and https://b.example", textFlag.links],
    ["buy now ".repeat(15), textFlag.repetition],
    ["As an AI language model I cannot wear boots.", textFlag.tellTale],
    ["Delivery was free, and I got a discount for my next order. See https://a.example", 0],
    ["Model 2024-2 has 12 000 mAh and costs 1 299.00", 0],
    ["", 0],
  ])("%s", (text, flag) => expect(textFlags(text, wordsOf(text))).toBe(flag));

  it("weighs less where it advertises, was paid for, or comes from the brand", () => {
    const crowd = [
      ...usual,
      { author: 1000, stars: 5, daysAgo: 5, text: "Best repairs in town, +44 20 7946 0123" },
      { author: 1001, stars: 5, daysAgo: 50, text: "Got it: I received this lamp for free." },
      { author: 1002, stars: 5, daysAgo: 150, traits: trait.affiliated },
      { author: 1003, stars: 5, daysAgo: 250, traits: trait.generated },
    ];
    expect(found("spam-text", crowd)).toMatchObject({
      authors: [1000, 1003],
      reasons: ["generated", "text-contact"],
    });
    expect(found("affiliation", crowd)).toMatchObject({
      authors: [1001, 1002],
      reasons: ["affiliated", "incentive"],
    });
  });

  it("says that a generated review is no voice at all", () => {
    const input = exampleInput([{ author: 1, stars: 5, daysAgo: 1, traits: trait.generated }]);
    expect(weigh(input, exampleAsOf).weighed).toEqual({ kind: "few", voices: 0 });
  });
});

describe("keys", () => {
  it("of the brand itself count least", () => {
    const { authors, findings } = found("own-brand", usual, [], [7]);
    expect(authors).toEqual([7]);
    expect(findings[0]?.weighing).toEqual({ factor: leastFactor });
  });

  it("that speak twice, on two addresses of one subject, are one voice", () => {
    const twice = [10, 11].map((daysAgo) => ({ author: 1000, stars: 5, daysAgo }));
    expect(found("same-key", [...usual, ...twice]).authors).toEqual([1000, 1000]);
  });

  it("used for one brand only weigh no less for it, however many they are", () => {
    const known = usual.flatMap(({ author }) => (author % 2 ? [said(author, author % 9, 300, 4)] : []));
    expect(weigh(exampleInput(usual, known), exampleAsOf).reasons).toEqual([]);
  });

  it("that go round together, three brands within a week, are one voice", () => {
    const ring = many(5, (index) => ({ stars: 5, daysAgo: 100 + index / 5 }));
    const visits = ring.flatMap(({ author }) => [said(author, 1, 300, 5), said(author, 2, 250, 5)]);
    expect(found("co-review", [...usual, ...ring], visits).authors).toEqual(planted(5));
    expect(found("co-review", [...usual, ...ring.slice(0, 3)], visits).authors).toEqual([]);
  });

  it("that visit the same brands whenever they come by are no group", () => {
    const fans = many(12, (index) => ({ stars: 5, daysAgo: 20 + 55 * index }));
    const visits = fans.flatMap(({ author }, index) => [
      said(author, 1, 30 + 50 * index, 5),
      said(author, 2, 10 + 57 * index, 5),
    ]);
    expect(found("co-review", [...usual, ...fans], visits).authors).toEqual([]);
  });

  it("of one day's work weigh less where they praise more than others; newcomers do not", () => {
    const mill = many(40, (index) => ({ stars: 5, daysAgo: 30 + 15 * index }));
    const visits = mill.flatMap(({ author, daysAgo }) => [
      said(author, author % 7, daysAgo, 5),
      said(author, 8 + (author % 5), daysAgo, 5),
    ]);
    expect(found("single-day", [...usual, ...mill], visits).authors).toEqual(planted(40));
    const cycle = [5, 5, 1, 5, 4, 5, 3, 5, 5, 4];
    const newcomers = mill.map(({ author, daysAgo }, index) => ({
      author,
      daysAgo,
      stars: cycle[index % 10] ?? 5,
    }));
    expect(found("single-day", [...usual, ...newcomers], visits).authors).toEqual([]);
  });

  it("that pan everything weigh less where they pan; a single harsh word does not make one", () => {
    const others = Array.from({ length: 100 }, (_, index) =>
      said(9000 + index, index % 5, 200, 4 + (index % 2)),
    );
    const harsh = many(2, () => ({ stars: 1, daysAgo: 33 }));
    const visits = [0, 1, 2, 3, 4].map((subject) => said(1000, subject, 100 + 20 * subject, 1));
    expect(
      found("rating-deviation", [...usual, ...harsh], [...others, ...visits, said(1001, 1, 90, 1)]).authors,
    ).toEqual([1000]);
  });

  it("made in stock and used one by one weigh less together", () => {
    const stock = many(50, (index) => ({ stars: 1, daysAgo: 10 + 7 * index }));
    const grown = usual.map(({ author, daysAgo }) =>
      said(author, author % 9, daysAgo + 30 + (author % 11), 4),
    );
    const births = stock.map(({ author }) => said(author, author % 30, 400, 4));
    const { authors } = found("minted-keys", [...usual, ...stock], [...grown, ...births]);
    expect(authors).toEqual(expect.arrayContaining(planted(50)));
    expect(found("minted-keys", [...usual, ...stock], grown).authors).toEqual([]);
  });
});
