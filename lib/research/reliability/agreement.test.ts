import { describe, expect, test } from "vitest";
import type { Code, Coding, HandSentiment } from "../../model/research/coding.ts";
import { codeAgreement, codedItems, sentimentAgreement, setAgreement } from "./agreement.ts";
import { disagreementsIn } from "./disagreements.ts";

const price: Code = { id: "price", name: "Price", description: "", colour: 0 };

function said(seq: number, coder: string, codes: string, sentiment?: HandSentiment): Coding {
  return {
    collection: "returns-study",
    seq,
    coder,
    codes: codes.split(" ").filter(Boolean),
    note: "",
    ...(sentiment !== undefined && { sentiment }),
    codebook: 1,
    at: 0,
  };
}

/** Fifty items as in the textbook's table: both said yes 20 times, both no 15, the first alone 5, the second alone 10. */
function textbook(): Coding[] {
  const table = [
    ["price", "price", 20],
    ["price", "", 5],
    ["", "price", 10],
    ["", "", 15],
  ] as const;
  let seq = 0;
  return table.flatMap(([first, second, times]) =>
    Array.from({ length: times }, () => [said(++seq, "me", first), said(seq, "second", second)]).flat(),
  );
}

describe("agreement on one code", () => {
  test("the worked example of fifty proposals: the same of 35, kappa .4", () => {
    // https://en.wikipedia.org/wiki/Cohen%27s_kappa#Simple_example
    const items = codedItems(textbook(), ["me", "second"]);
    const found = codeAgreement(items, price, ["me", "second"]);
    expect(found).toMatchObject({ n: 50, given: [25, 30], same: { value: 0.7 } });
    expect(found.kappa?.value).toBeCloseTo(0.4, 10);
    // Alpha of two coders and two values by hand: 1 − (n−1)·o01/(n0·n1), n 100, o01 15, n0 45, n1 55.
    expect(found.alpha?.value).toBeCloseTo(1 - (99 * 15) / (45 * 55), 10);
    expect(found.alpha?.low).toBeLessThan(found.alpha?.value ?? 0);
    expect(found.alpha?.high).toBeGreaterThan(found.alpha?.value ?? 1);
  });

  test("a code that nobody gave: all the same, and nothing else is defined", () => {
    const codings = [1, 2, 3].flatMap((seq) => [said(seq, "me", ""), said(seq, "second", "")]);
    const found = codeAgreement(codedItems(codings, ["me", "second"]), price, ["me", "second"]);
    expect(found.same?.value).toBe(1);
    expect(found.alpha).toBeUndefined();
    expect(found.kappa).toBeUndefined();
  });

  test("of three coders there is no kappa; items that one alone coded do not count", () => {
    const coders = ["me", "second", "third"];
    const codings = [
      said(1, "me", "price"),
      said(1, "second", "price"),
      said(2, "me", ""),
      said(2, "third", ""),
      said(3, "me", "price"),
    ];
    const found = codeAgreement(codedItems(codings, coders), price, coders);
    expect(found.n).toBe(2);
    expect(found.kappa).toBeUndefined();
    expect(found.alpha?.value).toBe(1);
  });

  test("of nothing there is nothing, and no NaN", () => {
    expect(codeAgreement([], price, ["me", "second"])).toEqual({ code: price, n: 0, given: [0, 0] });
  });
});

const pair = (second: string): Coding[] => [
  said(1, "me", "price mail"),
  said(1, "second", second),
  said(2, "me", "return"),
  said(2, "second", "return"),
];

describe("agreement on all codes and on sentiment", () => {
  test("sets that overlap agree more than sets that do not", () => {
    const coders = ["me", "second"];
    const alphaOf = (second: string): number =>
      setAgreement(codedItems(pair(second), coders), coders).alpha?.value ?? 0;
    expect(alphaOf("price mail")).toBe(1);
    expect(alphaOf("price")).toBeGreaterThan(alphaOf("shop"));
  });

  test("sentiment counts where both said one, and a step apart weighs less than two", () => {
    const coders = ["me", "second"];
    const of = (seconds: readonly (HandSentiment | undefined)[]): ReturnType<typeof sentimentAgreement> => {
      const firsts: readonly HandSentiment[] = [-1, -1, 0, 1, 1];
      const codings = firsts.flatMap((first, seq) => [
        said(seq, "me", "", first),
        said(seq, "second", "", seconds[seq]),
      ]);
      return sentimentAgreement(codedItems(codings, coders), coders);
    };
    expect(of([-1, -1, 0, 1, undefined]).n).toBe(4);
    expect(of([-1, 0, 0, 1, 1]).kappa?.value).toBeGreaterThan(of([-1, 1, 0, 1, 1]).kappa?.value ?? 1);
  });
});

describe("the table of disagreements", () => {
  test("names what some gave and others did not, most differences first", () => {
    const coders = ["me", "second"];
    const codings = [
      said(1, "me", "price", 1),
      said(1, "second", "price", 1),
      said(2, "me", "price", 1),
      said(2, "second", "mail", -1),
      said(3, "me", ""),
      said(3, "second", "mail"),
    ];
    expect(disagreementsIn(codedItems(codings, coders))).toEqual([
      {
        seq: 2,
        codes: [
          { code: "price", givenBy: ["me"] },
          { code: "mail", givenBy: ["second"] },
        ],
        sentiments: [
          { coder: "me", sentiment: 1 },
          { coder: "second", sentiment: -1 },
        ],
      },
      { seq: 3, codes: [{ code: "mail", givenBy: ["second"] }], sentiments: [] },
    ]);
  });
});
