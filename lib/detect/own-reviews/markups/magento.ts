import { defineMarkup } from "../define-markup.ts";

/** Magento 2 and Adobe Commerce. */
export default defineMarkup({
  id: "magento",
  review: "li.review-item,.items.review-items > .item",
  places: {
    title: [".review-title"],
    text: [".review-content"],
    author: [".review-author .review-details-value"],
    date: [
      "time.review-details-value@datetime",
      ".review-date .review-details-value@datetime",
      ".review-date time",
    ],
    stars: ['[itemprop="ratingValue"]', ".rating-result@title", ".rating-result > span@style"],
  },
  claim: {
    value: [".product-reviews-summary .rating-result@title"],
    count: [".product-reviews-summary .reviews-actions a"],
  },
});
