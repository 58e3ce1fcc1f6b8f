import { defineMarkup } from "../define-markup.ts";

/** Bazaarvoice in the page itself, and since 2023 in an open shadow root, where elements say what they are for. */
export default defineMarkup({
  id: "bazaarvoice",
  review: '.bv-content-review,section[data-bv-v^="contentItem"]',
  places: {
    id: ["@data-content-id", "@id"],
    title: [".bv-content-title", '[data-bv-v^="contentHeader"] h3', "h3"],
    text: [".bv-content-summary-body-text", '[data-bv-v^="contentSummary"]'],
    author: [".bv-author", 'button[aria-label^="See "]'],
    date: [
      'meta[itemprop="datePublished"]@content',
      "time@datetime",
      ".bv-content-datetime-stamp",
      '[data-bv-v^="contentHeader"] span[class*="date" i]',
    ],
    stars: [
      '[itemprop="ratingValue"]@content',
      ".bv-rating-stars-container .bv-off-screen",
      ".bv-rating@title",
      '[role="img"][aria-label*="5"]@aria-label',
    ],
  },
  verified: '[class*="verifiedPurchaser" i],[class*="verified_purchaser" i]',
  gift: '[class*="incentivized" i],[class*="sampling" i],.bv-content-disclosure',
  claim: {
    value: [".bv-primary-rating-stars + .bv-rating", ".bv-rating-ratio-number .bv-rating"],
    count: [".bv-rating-ratio-count", ".bv-content-pagination-pages-current"],
    spread: {
      row: ".bv-inline-histogram-ratings-star-container",
      star: [".bv-inline-histogram-ratings-star"],
      count: [".bv-inline-histogram-ratings-score"],
    },
  },
});
