import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { markups } from "../../lib/detect/own-reviews/markups/index.ts";
import { documentOf, ownReviewsFixtures, readPage } from "../support/own-reviews-fixtures.ts";

const fixtures = ownReviewsFixtures();
const folder = join(import.meta.dirname, "../../lib/detect/own-reviews/markups");

describe("the list of markups", () => {
  test("has every one there is a file for, under the name of its file", () => {
    const files = readdirSync(folder).filter((file) => file !== "index.ts");
    expect(markups.map(({ id }) => `${id}.ts`).toSorted(), "a line for it in markups/index.ts").toEqual(
      files.toSorted(),
    );
  });

  test("has a page for each, written by us and labelled so", () => {
    expect(fixtures.map(({ name }) => name)).toEqual([...markups.map(({ id }) => id), "json-ld"].toSorted());
    for (const { html, name } of fixtures) expect(html.slice(0, 200), name).toMatch(/<!-- Synthetic/u);
  });
});

describe.each(fixtures)("$name", ({ expected, html, name, url }) => {
  test("is read", () => {
    const { claimed, reviews, spread } = readPage(documentOf(html), url);
    expect({ reviews, claimed }).toEqual({ reviews: expected.reviews, claimed: expected.claimed });
    expect(spread?.map((share) => Math.round(100 * share))).toEqual(
      expected.spread?.map((share) => 100 * share),
    );
  });

  test("leaves the page as it was", () => {
    const document = documentOf(html);
    const before = document.documentElement.outerHTML;
    readPage(document, url);
    expect(document.documentElement.outerHTML).toBe(before);
  });

  test("in a frame is read where the frame is the service's own, and nowhere else", () => {
    const hosts = markups.find(({ id }) => id === name)?.frames ?? [];
    expect(readPage(documentOf(html), "https://adverts.example/", false).reviews).toEqual([]);
    for (const host of hosts)
      expect(readPage(documentOf(html), `https://${host}/widget`, false).reviews).toHaveLength(
        expected.reviews.length,
      );
  });
});
