import type { OwnReview, OwnReviews, RawOwnReview, RawOwnReviews } from "../../model/own-reviews.ts";
import { cleanText } from "../text.ts";
import { readOwnClaim } from "./claim.ts";
import { daysOf, type ReadDay } from "./days-of.ts";
import { jsonLdReviews } from "./json-ld-reviews.ts";
import { eachOnce } from "./same-review.ts";
import { starsOf } from "./stars-of.ts";

const mostReviews = 500;
const longestText = 1500;
/** Values of one property that `readJsonLd` takes. */
const mostInJsonLd = 100;
const reviewType = /"@type"\s*:\s*"Review"/gu;

/**
 * Understands the reviews that a page shows, from what was read of its frames. Total: whatever a page sent, it gives
 * at most 500 reviews with texts of bounded length.
 */
export function readOwnReviews(frames: readonly RawOwnReviews[], readDay: ReadDay): OwnReviews {
  const shown = frames.flatMap(({ reviews }) => reviews);
  const all = eachOnce(shown, jsonLdReviews(frames.flatMap(({ jsonLd }) => jsonLd)));
  const days = daysOf(
    all.map(({ date }) => date?.slice(0, 100)),
    readDay,
  );
  const reviews = all.slice(0, mostReviews).map((raw, index) => readReview(raw, days[index]));
  return {
    reviews,
    isCut: all.length > reviews.length || frames.some(isCutShort),
    ...readOwnClaim(frames.flatMap(({ claims }) => claims)),
  };
}

/** JSON-LD is read within bounds of its own: some sites put a thousand reviews there. */
function isCutShort({ isCut, jsonLd }: RawOwnReviews): boolean {
  const written = jsonLd.reduce((sum, text) => sum + (text.match(reviewType)?.length ?? 0), 0);
  return isCut || written > mostInJsonLd;
}

function readReview(raw: RawOwnReview, day: number | undefined): OwnReview {
  const read = {
    text: textOf(raw),
    author: cleanText(raw.author, 80),
    stars: starsOf(raw.stars?.slice(0, 100), raw.best),
    day,
  };
  const said = Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
  return { ...said, isVerified: raw.isVerified ?? false, isGift: raw.isGift ?? false };
}

/** Title and text; a title that is the text's beginning says nothing of its own. */
function textOf({ title, text }: RawOwnReview): string | undefined {
  const [head, body] = [cleanText(title, 200), cleanText(text, longestText)];
  if (!head || !body) return head ?? body;
  return body.startsWith(head.replace(/(?:…|\.\.\.)$/u, "")) ? body : `${head}\n${body}`;
}
