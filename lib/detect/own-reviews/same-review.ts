import type { RawOwnReview } from "../../model/own-reviews.ts";
import { foldText } from "../text.ts";

/** Letters and digits of a text that tell it from another: pages shorten in one place what they give whole in another. */
const telling = 60;

/**
 * The reviews of a page, each once. Pages give some twice: in a carousel and in the list (the same id, else the same
 * writer, day, stars and words), and in their structured data as well as in view (the same words). Two writers with
 * the same words are two reviews: that is what somebody may want to know.
 */
export function eachOnce(
  shown: readonly RawOwnReview[],
  structured: readonly RawOwnReview[],
): readonly RawOwnReview[] {
  const inView = withoutRepeats(shown);
  const left = new Map<string, number>();
  for (const review of inView) {
    const key = wordsKey(review);
    left.set(key, (left.get(key) ?? 0) + 1);
  }
  const added = withoutRepeats(structured).filter((review) => {
    const key = wordsKey(review);
    const count = left.get(key) ?? 0;
    if (count > 0) left.set(key, count - 1);
    return count === 0;
  });
  return [...inView, ...added];
}

function withoutRepeats(reviews: readonly RawOwnReview[]): readonly RawOwnReview[] {
  const seen = new Set<string>();
  return reviews.filter(({ author, date, id, markup, stars, text, title }) => {
    const key = JSON.stringify(id ? [markup, id] : [author, date, stars, title, text]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function wordsKey({ author, date, text, title }: RawOwnReview): string {
  const words = foldText((text ?? title ?? "").slice(0, 4 * telling)).slice(0, telling);
  return words || foldText(`${author} ${date}`);
}
