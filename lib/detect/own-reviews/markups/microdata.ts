import { defineMarkup } from "../define-markup.ts";

/** schema.org reviews as microdata. @see https://schema.org/Review */
export default defineMarkup({
  id: "microdata",
  review: '[itemtype$="schema.org/Review" i],[itemtype$="schema.org/UserReview" i],[itemprop~="review"]',
  places: {
    id: ["@data-review-id", "@id"],
    title: ['[itemprop~="headline"]', ':not([itemprop~="author"]) > [itemprop~="name"]:not(meta)'],
    text: [
      '[itemprop~="reviewBody"]',
      '[itemprop~="reviewBody"]@content',
      '[itemprop~="description"]',
      '[itemprop~="description"]@content',
    ],
    author: [
      '[itemprop~="author"] [itemprop~="name"]@content',
      '[itemprop~="author"] [itemprop~="name"]',
      '[itemprop~="author"]@content',
      '[itemprop~="author"]',
    ],
    date: [
      '[itemprop~="datePublished"]@datetime',
      '[itemprop~="datePublished"]@content',
      '[itemprop~="datePublished"]',
      "time@datetime",
    ],
    // The thing reviewed may stand inside, with the mean of all its ratings.
    stars: [
      '[itemprop~="reviewRating"] [itemprop~="ratingValue"]@content',
      '[itemprop~="reviewRating"] [itemprop~="ratingValue"]',
      '[itemprop~="reviewRating"]@content',
      '[itemprop~="ratingValue"]@content',
      '[itemprop~="ratingValue"]',
    ],
    best: ['[itemprop~="bestRating"]@content', '[itemprop~="bestRating"]'],
  },
  verified: '[class*="verified" i]:not([class*="unverified" i],[class*="not-verified" i])',
});
