import "./testing/extension.ts";
import { afterEach, describe, expect, it } from "vitest";
import "./bt-score-card.ts";
import type { Summary } from "../lib/model/summary.ts";
import type { WeightedVotes } from "../lib/model/trust-score.ts";
import { deepText, expectAccessible, expectReflow, find, mount, picture, until } from "./testing/mount.ts";

type Card = HTMLElementTagNameMap["bt-score-card"];

const summary: Summary = {
  subjectKey: "https://northwind.example",
  count: 56,
  stars: [6, 6, 6, 16, 22],
  rated: 56,
  ratingSum: 3850,
  withText: 50,
  generated: 0,
  affiliated: 0,
  samples: 0,
  newestAt: 0,
};

/** The same reviews, half of which count half. */
const votes: WeightedVotes = { stars: [6, 5, 5, 10, 16], squares: 35.28 };

async function figure(properties: Partial<Card>): Promise<string> {
  mount(Object.assign(document.createElement("bt-score-card"), { summary, ...properties }));
  return deepText(await until(() => find(".figure"), "the figure")).replaceAll(/\s+/g, " ");
}

describe("the number of voices", () => {
  it("stands once where reviews, keys and voices are as many", async () => {
    const text = await figure({ keys: 56 });
    expect(text).toContain("56 reviews");
    expect(text).not.toMatch(/keys|voices/);
  });

  it("is told beside the reviews where keys or voices are fewer", async () => {
    const text = await figure({ keys: 40, votes });
    expect(text).toMatch(/56 reviews from 40 keys as sure as 50 equal voices/);
  });
});

describe("the plain average", () => {
  it("says of how many ratings where some gave no stars", async () => {
    mount(Object.assign(document.createElement("bt-score-card"), { summary: { ...summary, count: 60 } }));
    await until(() => find(".claims", "of 56 ratings"), "how many");
    mount(Object.assign(document.createElement("bt-score-card"), { summary }));
    const claims = await until(() => find(".claims"), "the average alone");
    expect(deepText(claims)).not.toContain("ratings");
  });
});

afterEach(() => {
  document.documentElement.style.fontSize = "";
});

it("has its bars below the figure where type is large", async () => {
  document.documentElement.style.fontSize = "200%";
  await picture("score-card-large-type", 400, 700);
  await figure({ summary: { ...summary, samples: 56 }, votes });
  const bottom = find(".figure")!.getBoundingClientRect().bottom;
  expect(find(".bars")!.getBoundingClientRect().top).toBeGreaterThanOrEqual(bottom);
  expectReflow();
});

it("stands beside a long tag on a narrow screen", async () => {
  await figure({ summary: { ...summary, samples: 56 }, keys: 40, votes, recentShare: 0.7 });
  await picture("score-card-320", 320, 500);
  expectReflow();
  await expectAccessible();
});
