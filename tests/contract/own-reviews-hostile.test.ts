import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readDayAt } from "../../lib/app/read-day.ts";
import { collectOwnReviews } from "../../lib/detect/own-reviews/collect-own-reviews.ts";
import { readOwnReviews } from "../../lib/detect/own-reviews/read-own-reviews.ts";
import { RawOwnReviewsSchema } from "../../lib/schema/raw-own-reviews.ts";
import { checkOwnReviews } from "../../lib/trust/own-reviews/index.ts";
import { documentOf, ownReviewsFixtures, readPage } from "../support/own-reviews-fixtures.ts";

/** Pages are made by others: broken, endless, made to break us. What is read of them stays bounded. */
const fixtures = ownReviewsFixtures();
const url = "https://hostile.example/";

function expectBounded(document: Document): void {
  const read = readPage(document, url);
  expect(read.reviews.length).toBeLessThanOrEqual(500);
  for (const { author = "", day = 1, stars = 1, text = "" } of read.reviews) {
    expect(text.length).toBeLessThanOrEqual(1702);
    expect(author.length).toBeLessThanOrEqual(80);
    expect(stars >= 1 && stars <= 5).toBe(true);
    expect(Number.isSafeInteger(day)).toBe(true);
  }
  const check = checkOwnReviews(read);
  expect(check.shown).toBe(read.reviews.length);
  for (const { examples, params } of check.findings) {
    expect(Object.values(params).every(Number.isFinite)).toBe(true);
    for (const { text } of examples.flat()) expect(text.length).toBeLessThanOrEqual(301);
  }
}

const garbage = fc.constantFrom(
  "",
  "javascript:alert(1)",
  "\u0000\uD800",
  "99999999999999999999999999",
  "-1",
  "NaN",
  "0000-00-00",
  "9".repeat(5_000),
  " ".repeat(20_000),
  "★".repeat(3_000),
  "1/1/1/1/1/1/1",
  '{"@type":"Review","reviewBody":',
);
const change = fc.record({
  kind: fc.constantFrom("drop", "attribute", "text", "empty", "double", "swallow", "rename"),
  at: fc.nat(),
  which: fc.nat(),
  value: garbage,
});

/** Something that happens to one element of a page. */
function damage(document: Document, { kind, at, which, value }: { kind: string; at: number; which: number; value: string }): void {
  const elements = document.querySelectorAll("head script, body *");
  const element = elements[at % Math.max(1, elements.length)];
  if (!element) return;
  const attributes = element.getAttributeNames();
  const name = attributes[which % Math.max(1, attributes.length)];
  if (kind === "drop") element.remove();
  else if (kind === "attribute" && name) element.setAttribute(name, value);
  else if (kind === "text") element.prepend(document.createTextNode(value));
  else if (kind === "empty") element.textContent = "";
  else if (kind === "double") element.after(element.cloneNode(true));
  else if (kind === "rename") element.setAttribute("class", "review jdgm-rev hreview bv-content-review");
  else element.append(element.cloneNode(true));
} // oxfmt-ignore

test("any damage to a page leaves what is read of it bounded", () => {
  fc.assert(
    fc.property(fc.nat(), fc.array(change, { minLength: 1, maxLength: 12 }), (pick, changes) => {
      const document = documentOf(fixtures[pick % fixtures.length]?.html ?? "");
      for (const one of changes) damage(document, one);
      expectBounded(document);
    }),
    { numRuns: 60 },
  );
});

const review = (index: number): string =>
  `<div class="jdgm-rev" data-review-id="${index}"><b class="jdgm-rev__title">${"t".repeat(900)}</b><div class="jdgm-rev__body">${"word ".repeat(2000)}</div></div>`;

test("an endless page is cut, and says so", () => {
  const document = documentOf(
    `<html><body>${Array.from({ length: 620 }, (_, i) => review(i)).join("")}</body></html>`,
  );
  const raw = collectOwnReviews(document, new URL(url) as unknown as Location, true);
  expect(RawOwnReviewsSchema.safeParse(raw).success).toBe(true);
  expect({ count: raw.reviews.length, isCut: raw.isCut }).toEqual({ count: 500, isCut: true });
  expectBounded(document);
});

test("reviews within reviews within reviews are one", () => {
  const deep = `${'<div class="jdgm-rev"><div class="jdgm-rev__body">'.repeat(300)}words${"</div></div>".repeat(300)}`;
  expect(readPage(documentOf(`<html><body>${deep}</body></html>`), url).reviews).toHaveLength(1);
});

test("a page that shadows what we read with is read as showing nothing", () => {
  const document = documentOf("<html><body></body></html>");
  Object.defineProperty(document, "querySelectorAll", { value: () => ({ length: -1 }) });
  expect(collectOwnReviews(document, new URL(url) as unknown as Location, true).reviews).toEqual([]);
});

const text = fc.string({ maxLength: 100 });
const optional = { requiredKeys: ["markup"] as ["markup"] };
const rawReview = fc.record(
  {
    markup: fc.constant("x"),
    id: text,
    title: text,
    text,
    author: text,
    date: text,
    stars: text,
    best: text,
  },
  optional,
);

test("whatever passes the border is understood without an error", () => {
  const claim = fc.record(
    { value: text, count: text, spread: fc.array(fc.tuple(text, text), { maxLength: 12 }) },
    { requiredKeys: ["value"] },
  );
  const raw = fc.record({
    url: text,
    reviews: fc.array(rawReview, { maxLength: 30 }),
    claims: fc.array(claim, { maxLength: 8 }),
    jsonLd: fc.array(text, { maxLength: 3 }),
    isCut: fc.boolean(),
    hasFrames: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(raw, { maxLength: 3 }), (frames) => {
      const read = readOwnReviews(frames, readDayAt(Date.UTC(2026, 5, 1)));
      expect(checkOwnReviews(read).shown).toBe(read.reviews.length);
    }),
    { numRuns: 200 },
  );
});

test("anything else is stopped at the border", () => {
  const fine = { url, reviews: [], claims: [], jsonLd: [], isCut: false, hasFrames: false };
  expect(RawOwnReviewsSchema.safeParse(fine).success).toBe(true);
  const long = { markup: "x", text: "a".repeat(1501) };
  for (const wrong of [
    null,
    [],
    { ...fine, reviews: [{}] },
    { ...fine, reviews: [long] },
    { ...fine, isCut: 1 },
    { ...fine, jsonLd: Array.from({ length: 3 }, () => "x".repeat(200_000)) },
  ])
    expect(RawOwnReviewsSchema.safeParse(wrong).success).toBe(false);
});
