import { defineMarkup } from "../define-markup.ts";

/** Amazon, and shops that took over its `data-hook` names. */
export default defineMarkup({
  id: "amazon",
  review: '[data-hook="review"],[data-hook="cmps-review"]',
  places: {
    id: ["@id"],
    title: [
      '[data-hook="review-title"] > span:not([class])',
      '[data-hook="review-title"] .cr-original-review-content',
      'span[data-hook="review-title"]',
    ],
    text: [
      '[data-hook="review-body"] .cr-original-review-content',
      '[data-hook="review-collapsed"]',
      '[data-hook="review-body"]',
    ],
    author: [".a-profile-name"],
    date: ['[data-hook="review-date"]'],
    stars: [
      '[data-hook="review-star-rating"]',
      '[data-hook="cmps-review-star-rating"]',
      '[data-hook$="review-star-rating"]@class',
    ],
  },
  verified: '[data-hook="avp-badge"],[data-hook="avp-badge-linkless"]',
  gift: '[data-hook*="vine"]',
  claim: {
    value: ['[data-hook="rating-out-of-text"]', "#acrPopover@title"],
    count: ['[data-hook="total-review-count"]', "#acrCustomerReviewText"],
    spread: {
      row: "#histogramTable tr,#histogramTable li",
      star: ["td:first-child", "a@aria-label", "a@title"],
      count: [".a-text-right", '[role="progressbar"]@aria-valuenow', ".a-meter@aria-label"],
    },
  },
});
