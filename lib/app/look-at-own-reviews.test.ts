import { describe, expect, it } from "vitest";
import type { RawOwnReviews } from "../model/own-reviews.ts";
import type { TabState } from "../model/tab-state.ts";
import { RawOwnReviewsSchema } from "../schema/raw-own-reviews.ts";
import { lookAtOwnReviews, type OwnReviewsDependencies } from "./look-at-own-reviews.ts";
import { readDayAt } from "./read-day.ts";

const url = "https://shop.example/p/1";
const state: TabState = {
  tabId: 1,
  url,
  title: "Jacket",
  kind: "product",
  resolution: {},
  claimedRatings: [{ value: 4.6, best: 5, count: 12, about: "product" }],
  figure: { kind: "none" },
  readAt: 0,
} as unknown as TabState;

function raw(from: string, count: number, more: Partial<RawOwnReviews> = {}): RawOwnReviews {
  const reviews = Array.from({ length: count }, (_, index) => ({
    markup: "loox",
    id: `${from}-${index}`,
    stars: "5",
  }));
  return { url: from, reviews, claims: [], jsonLd: [], isCut: false, hasFrames: false, ...more };
}

function needs(change: Partial<OwnReviewsDependencies> = {}): OwnReviewsDependencies {
  return {
    collect: async () => [raw(url, 3)],
    parse: (value) => RawOwnReviewsSchema.safeParse(value).data,
    stateOf: async () => state,
    readDay: readDayAt(Date.UTC(2026, 5, 1)),
    ...change,
  };
}

async function reasonOf(change: Partial<OwnReviewsDependencies>): Promise<unknown> {
  const answer = await lookAtOwnReviews(1, needs(change));
  return answer.ok ? "ok" : [answer.error.code, answer.error.params?.["reason"]];
}

describe("a look at the reviews that a page shows", () => {
  it("counts them and sets them beside what the page claims", async () => {
    const claimed = state.claimedRatings[0];
    expect(await lookAtOwnReviews(1, needs())).toEqual({
      ok: true,
      value: { shown: 3, isCut: false, claimed, findings: [] },
    });
  });

  it("takes the widget's claim where the structured data makes none", async () => {
    const claims = [{ value: "4.1", count: "9" }];
    const answer = await lookAtOwnReviews(1, {
      ...needs({ collect: async () => [raw(url, 3, { claims })] }),
      stateOf: async () => ({ ...state, claimedRatings: [] }),
    });
    expect(answer).toMatchObject({ value: { claimed: { value: 4.1, best: 5, count: 9 } } });
  });

  it("goes into frames only where the page has one of a review service", async () => {
    const asked: string[] = [];
    const frame = raw("https://loox.io/widget", 7);
    const collect =
      (hasFrames: boolean): OwnReviewsDependencies["collect"] =>
      async (_, frames) => {
        asked.push(frames);
        const page = raw(url, 2, { hasFrames });
        return frames === "top" ? [page] : [page, frame, null, { not: "ours" }];
      };
    expect(await lookAtOwnReviews(1, needs({ collect: collect(false) }))).toMatchObject({
      value: { shown: 2 },
    });
    expect(asked).toEqual(["top"]);
    expect(await lookAtOwnReviews(1, needs({ collect: collect(true) }))).toMatchObject({
      value: { shown: 9 },
    });
    expect(asked).toEqual(["top", "top", "all"]);
  });

  it("says why there is nothing", async () => {
    expect(await reasonOf({ stateOf: async () => undefined })).toEqual(["refused", "no-page"]);
    expect(await reasonOf({ collect: async () => undefined })).toEqual(["permission", "site-access"]);
    expect(await reasonOf({ collect: async () => [null] })).toEqual(["permission", "site-access"]);
    expect(await reasonOf({ collect: async () => [{ reviews: "many" }] })).toEqual(["bad-shape", undefined]);
    expect(await reasonOf({ collect: async () => [raw("https://other.example/", 3)] })).toEqual([
      "refused",
      "no-page",
    ]);
  });
});
