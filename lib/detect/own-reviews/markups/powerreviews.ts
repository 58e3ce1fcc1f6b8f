import { defineMarkup } from "../define-markup.ts";

/** PowerReviews. */
export default defineMarkup({
  id: "powerreviews",
  review: ".pr-review",
  places: {
    id: ["@id"],
    title: [".pr-rd-review-headline"],
    text: [".pr-rd-description-text"],
    author: [".pr-rd-author-nickname span:last-child", ".pr-rd-author-nickname"],
    date: [".pr-rd-author-submission-date time@datetime", "time@datetime", ".pr-rd-author-submission-date"],
    stars: [
      ".pr-snippet-rating-decimal",
      ".pr-rating-stars@aria-label",
      ".pr-snippet-stars@aria-label",
      ".pr-star-v4-100-filled@#",
    ],
  },
  verified: ".pr-verified_buyer,.pr-badging-icon-verified_buyer",
  gift: '[class*="pr-sweepstakes"],[class*="pr-sampl"],[class*="pr-incentivi"]',
  claim: {
    value: [".pr-review-snapshot .pr-snippet-rating-decimal"],
    count: [".pr-review-snapshot .pr-snippet-review-count", ".pr-snippet-review-count"],
    spread: {
      row: ".pr-histogram-list-item,.pr-ratings-histogram-list-item",
      star: [".pr-histogram-label", ".pr-histogram-stars"],
      count: [".pr-histogram-count"],
    },
  },
});
