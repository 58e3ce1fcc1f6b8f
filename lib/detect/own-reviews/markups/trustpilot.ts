import { defineMarkup } from "../define-markup.ts";

/** Trustpilot's own pages, and its widgets, which stand in frames. */
export default defineMarkup({
  id: "trustpilot",
  review:
    'article[data-service-review-card-paper],[data-service-review-card-paper="true"],.tp-widget-review,.tp-widget-reviews > .review',
  frames: ["widget.trustpilot.com"],
  places: {
    title: ["[data-service-review-title-typography]", ".tp-widget-review__heading", ".header"],
    text: [
      "[data-service-review-text-typography]",
      "[data-relevant-review-text-typography]",
      ".tp-widget-review__text",
      ".text",
    ],
    author: ["[data-consumer-name-typography]", ".tp-widget-review__display-name", ".name"],
    date: ["time@datetime", ".tp-widget-review__date", ".date"],
    stars: [
      "[data-service-review-rating]@data-service-review-rating",
      ".tp-stars@class",
      'img[alt*="5"]@alt',
    ],
  },
  verified: "[data-review-label-tooltip-trigger-typography],.tp-widget-review__source--verified",
});
