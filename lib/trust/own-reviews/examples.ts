import type { OwnExample } from "../../model/own-reviews-check.ts";
import type { OwnReview } from "../../model/own-reviews.ts";

const mostExamples = 4;
const longestExample = 300;

/** The first of several, shortened, to read. Those without a word show nothing. */
export function examplesOf(reviews: readonly OwnReview[]): readonly OwnExample[] {
  return reviews
    .filter(({ text }) => text !== undefined)
    .slice(0, mostExamples)
    .map(exampleOf);
}

function exampleOf({ author, day, stars, text = "" }: OwnReview): OwnExample {
  const shown = text.length > longestExample ? `${text.slice(0, longestExample).toWellFormed()}…` : text;
  return {
    ...(author !== undefined && { author }),
    ...(day !== undefined && { day }),
    ...(stars !== undefined && { stars }),
    text: shown,
  };
}
