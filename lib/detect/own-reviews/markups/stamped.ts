import { defineMarkup } from "../define-markup.ts";

/** Stamped.io. */
export default defineMarkup({
  id: "stamped",
  review: ".stamped-review",
  places: {
    id: ["@data-review-id", "@id"],
    title: [".stamped-review-header-title"],
    text: [".stamped-review-content-body"],
    author: [".stamped-review-header .author", ".author"],
    date: [".stamped-review-header .created", ".created"],
    stars: [".stamped-starratings@data-rating", ".stamped-fa-star@#"],
  },
  verified: '[data-verified-type="buyer"],.stamped-verified-badge',
  claim: {
    value: [".stamped-summary-text-1", ".stamped-summary-starrating@data-rating"],
    count: [".stamped-summary-text@data-count", ".stamped-summary-text"],
    spread: {
      row: ".summary-rating",
      star: [".summary-rating-title@data-rating", ".summary-rating-title"],
      count: [".summary-rating-count"],
    },
  },
});
