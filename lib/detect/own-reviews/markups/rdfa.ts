import { defineMarkup } from "../define-markup.ts";

/** schema.org and the older data-vocabulary.org reviews as RDFa. @see https://www.w3.org/TR/rdfa-lite/ */
export default defineMarkup({
  id: "rdfa",
  review: '[typeof~="Review"],[typeof$=":Review"]',
  places: {
    title: ['[property$="headline"]', '[property$="summary"]'],
    text: ['[property$="reviewBody"]', '[property$="description"]'],
    author: [
      '[property$="author"] [property$="name"]',
      '[property$="author"]@content',
      '[property$="author"]',
      '[property$="reviewer"]',
    ],
    date: [
      '[property$="datePublished"]@datetime',
      '[property$="datePublished"]@content',
      '[property$="datePublished"]',
      '[property$="dtreviewed"]@content',
    ],
    stars: [
      '[property$="ratingValue"]@content',
      '[property$="ratingValue"]',
      '[property$="rating"]@content',
      '[property$="rating"]',
    ],
    best: ['[property$="bestRating"]@content', '[property$="bestRating"]'],
  },
});
