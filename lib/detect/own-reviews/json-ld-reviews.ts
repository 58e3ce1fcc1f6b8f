import type { RawOwnReview } from "../../model/own-reviews.ts";
import { everyItem, isA, itemsOf, textOf, textsOf } from "../item.ts";
import type { Item } from "../item.ts";
import { readJsonLd } from "../json-ld.ts";

const review: ReadonlySet<string> = new Set(["Review", "UserReview"]);

/** Reviews in a page's JSON-LD, in the same raw shape as those in its markup. */
export function jsonLdReviews(scripts: readonly string[]): readonly RawOwnReview[] {
  return everyItem(readJsonLd(scripts))
    .filter((item) => isA(item, review))
    .map(toReview)
    .filter(({ stars, text, title }) => Boolean(stars ?? text ?? title));
}

function toReview(item: Item): RawOwnReview {
  const [rating] = itemsOf(item, "reviewRating");
  const parts = {
    id: textOf(item, "@id"),
    title: textOf(item, "headline") ?? textOf(item, "name"),
    text: textOf(item, "reviewBody") ?? textOf(item, "description"),
    author: textsOf(item, "author")[0],
    date: textOf(item, "datePublished") ?? textOf(item, "dateCreated"),
    stars: rating ? textOf(rating, "ratingValue") : textOf(item, "reviewRating"),
    best: rating && textOf(rating, "bestRating"),
  };
  const said = Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
  return { markup: "json-ld", ...said };
}
