import { defineMarkup } from "../define-markup.ts";

/** Judge.me, in Shopify shops. */
export default defineMarkup({
  id: "judge-me",
  review: ".jdgm-rev",
  places: {
    id: ["@data-review-id"],
    title: [".jdgm-rev__title"],
    text: [".jdgm-rev__body"],
    author: [".jdgm-rev__author"],
    date: [".jdgm-rev__timestamp@data-content", ".jdgm-rev__timestamp@datetime", ".jdgm-rev__timestamp"],
    stars: [".jdgm-rev__rating@data-score", ".jdgm-star.jdgm--on@#"],
  },
  verified: '[data-verified-buyer="true"],.jdgm-rev__buyer-badge',
  claim: {
    value: [".jdgm-rev-widg@data-average-rating", ".jdgm-prev-badge@data-average-rating"],
    count: [".jdgm-rev-widg@data-number-of-reviews", ".jdgm-prev-badge@data-number-of-reviews"],
    spread: { row: ".jdgm-histogram__row", star: ["@data-rating"], count: ["@data-frequency"] },
  },
});
