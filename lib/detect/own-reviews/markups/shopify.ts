import { defineMarkup } from "../define-markup.ts";

/** Shopify's own Product Reviews, which many themes still carry and imitate. */
export default defineMarkup({
  id: "shopify",
  review: ".spr-review",
  places: {
    id: ["@id"],
    title: [".spr-review-header-title"],
    text: [".spr-review-content-body"],
    author: [".spr-review-header-byline strong:first-of-type"],
    date: [".spr-review-header-byline strong:nth-of-type(2)"],
    stars: [".spr-review-header-starratings@aria-label", ".spr-starratings@aria-label", ".spr-icon-star@#"],
  },
  claim: {
    value: [".spr-summary-starrating@aria-label", ".spr-badge@data-rating"],
    count: [".spr-summary-actions-togglereviews", ".spr-summary-caption", ".spr-badge-caption"],
  },
});
