import { describe, expect, it } from "vitest";
import type { OwnReviews, RawOwnReview, RawOwnReviews } from "../../model/own-reviews.ts";
import { readOwnReviews } from "./read-own-reviews.ts";

const none: RawOwnReviews = {
  url: "https://shop.example/p",
  reviews: [],
  claims: [],
  jsonLd: [],
  isCut: false,
  hasFrames: false,
};
const one: RawOwnReview = {
  markup: "microdata",
  author: "Mara",
  date: "2026-05-03",
  stars: "5",
  text: "Kept me dry for a whole week of rain.",
};

function read(reviews: readonly RawOwnReview[], more: Partial<RawOwnReviews> = {}): OwnReviews {
  return readOwnReviews([{ ...none, reviews, ...more }], () => undefined);
}

function jsonLd(...reviews: readonly object[]): string {
  return JSON.stringify({
    "@type": "Product",
    review: reviews.map((review) => Object.assign({ "@type": "Review" }, review)),
  });
}

describe("a page's own reviews", () => {
  it("are each counted once, although a page shows one in two places", () => {
    expect(read([one, one]).reviews).toHaveLength(1);
    expect(
      read([
        { ...one, id: "7" },
        { ...one, id: "7", text: "Kept me dry …" },
      ]).reviews,
    ).toHaveLength(1);
  });

  it("are two where two writers use the same words", () => {
    expect(read([one, { ...one, author: "Pim" }]).reviews).toHaveLength(2);
    expect(
      read([
        { ...one, id: "7" },
        { ...one, id: "8" },
      ]).reviews,
    ).toHaveLength(2);
  });

  it("in the structured data are those in view, and what is not in view is added", () => {
    const structured = jsonLd(
      { reviewBody: one.text, author: "Mara T.", reviewRating: { ratingValue: 5 } },
      { reviewBody: "Too small by one size for me.", author: "Osei", reviewRating: { ratingValue: 2 } },
    );
    const { reviews } = read([one], { jsonLd: [structured] });
    expect(reviews.map(({ author }) => author)).toEqual(["Mara", "Osei"]);
  });

  it("in the structured data say as often as they are there that words are the same", () => {
    const copies = ["a", "b", "c"].map((author) => ({ reviewBody: one.text, author }));
    expect(read([one], { jsonLd: [jsonLd(...copies)] }).reviews).toHaveLength(3);
  });

  it("are cut short where there are more than are read", () => {
    const many = Array.from({ length: 120 }, (_, index) => ({ reviewBody: `Number ${index} of many` }));
    const { isCut, reviews } = read([], { jsonLd: [jsonLd(...many)] });
    expect({ isCut, count: reviews.length }).toEqual({ isCut: true, count: 100 });
    const frame = {
      ...none,
      reviews: Array.from({ length: 400 }, (_, index) => ({ ...one, id: `${index}` })),
    };
    const other = { ...frame, reviews: frame.reviews.map((review) => ({ ...review, markup: "loox" })) };
    expect(readOwnReviews([frame, other], () => undefined)).toMatchObject({ isCut: true });
    expect(readOwnReviews([frame, other], () => undefined).reviews).toHaveLength(500);
  });

  it("have a title only where it says something of its own", () => {
    const texts = read([
      { ...one, title: "Dry", id: "1" },
      { ...one, title: "Kept me dry for…", id: "2" },
      { ...one, title: "Kept me dry", text: "", id: "3" },
    ]).reviews.map(({ text }) => text);
    expect(texts).toEqual([`Dry\n${one.text}`, one.text, "Kept me dry"]);
  });

  it("are text and nothing that can change the text around it", () => {
    const [review] = read([{ ...one, text: "<b>Good</b> \u202Eevil", author: "\u200B" }]).reviews;
    expect(review).toMatchObject({ text: "Good evil" });
    expect(review).not.toHaveProperty("author");
  });

  it("have a claim above them: the figure with most votes, and bars that make sense alone", () => {
    const spread = [5, 4, 3, 2, 1].map((star) => [`${star} stars`, `${star === 5 ? 60 : 10}%`] as const);
    const claims = [{ value: "4.9" }, { value: "4.2 of 5", count: "4.2 (1,234 reviews)", spread }];
    expect(read([one], { claims })).toMatchObject({
      claimed: { value: 4.2, best: 5, count: 1234 },
      spread: [0.1, 0.1, 0.1, 0.1, 0.6],
    });
    const broken = { value: "4.2", spread: [...spread.slice(0, 3), spread[0]!, ["x", "y"] as const] };
    expect(read([one], { claims: [broken] })).not.toHaveProperty("spread");
    expect(read([one], { claims: [{ value: "no figure" }] })).not.toHaveProperty("claimed");
  });
});
