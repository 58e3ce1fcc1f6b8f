import { defineMarkup } from "../define-markup.ts";

/** Yotpo; names of its second and third widget. */
export default defineMarkup({
  id: "yotpo",
  review: ".yotpo-review:not(.yotpo-hidden)",
  places: {
    id: ["@data-review-id"],
    title: [".content-title", ".yotpo-review-title"],
    text: [".content-review", ".yotpo-read-more-text", ".yotpo-review-content"],
    author: [".yotpo-user-name", ".yotpo-reviewer-name"],
    date: [".yotpo-review-date", ".yotpo-date-format"],
    stars: [
      ".yotpo-review-stars .sr-only",
      ".yotpo-review-rating-title .sr-only",
      '[aria-label*="star" i]@aria-label',
      ".yotpo-icon-star@#",
    ],
  },
  verified: ".yotpo-verified-buyer-badge,.yotpo-user-title,.yotpo-reviewer-verified-buyer-text",
  gift: '[class*="yotpo"][class*="incentivized" i]',
  claim: {
    value: [".yotpo-bottomline .avg-score", ".yotpo-bottom-line-score"],
    count: [
      ".yotpo-bottomline .based-on",
      ".yotpo-bottomline .reviews-amount",
      ".yotpo-bottom-line-basic-text",
    ],
    spread: {
      row: ".yotpo-distibution-row,.yotpo-distribution-row",
      star: [".yotpo-star-number", "@data-score-distribution"],
      count: [".yotpo-sum-reviews", ".yotpo-distribution-count"],
    },
  },
});
