import { defineMarkup } from "../define-markup.ts";

/** Okendo, in Shopify shops; names of its first widget and of the one since 2021. */
export default defineMarkup({
  id: "okendo",
  review: ".oke-w-review,.okeReviews-review,.okeReviews-reviews-review",
  places: {
    id: ["@data-oke-review-id", "@data-oke-id"],
    title: [".oke-reviewContent-title", ".okeReviews-review-main-heading"],
    text: [
      ".oke-reviewContent-body",
      ".okeReviews-review-main-content-body",
      ".okeReviews-review-main-content",
    ],
    author: [".oke-w-reviewer-name", ".okeReviews-review-reviewer-profile-name"],
    date: [
      ".oke-reviewContent-date@title",
      ".oke-reviewContent-date",
      ".okeReviews-review-date@title",
      ".okeReviews-review-date",
    ],
    stars: [".oke-stars .oke-a11yText", ".oke-a11yText", ".okeReviews-starRating .okeReviews-a11yText"],
  },
  verified: ".oke-w-reviewer-verified,.okeReviews-review-reviewer-profile-verifiedBadge",
  gift: ".oke-w-review-incentivized,.oke-reviewContent-incentivized",
  claim: {
    value: [".oke-w-ratingAverageModule-rating-average", ".oke-sr-rating"],
    count: [".oke-w-ratingAverageModule-count", ".oke-sr-count-number"],
  },
});
