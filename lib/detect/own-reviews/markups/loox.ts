import { defineMarkup } from "../define-markup.ts";

/** Loox, in a frame of its own host in Shopify shops, or in the page where a shop draws it itself. */
export default defineMarkup({
  id: "loox",
  review: ".grid-item[data-id],.loox-review",
  frames: ["loox.io"],
  places: {
    id: ["@data-id", "@data-review-id"],
    text: [".main-text", ".loox-review-text", ".loox-review-content"],
    author: [".block.title", ".loox-review-author"],
    date: [".block.time", ".time", ".loox-review-date"],
    stars: [".stars@data-rating", ".stars@title", ".stars@aria-label", ".loox-rating@data-rating"],
  },
  verified: ".verified,.loox-verified",
  claim: { value: [".loox-rating@data-rating"], count: [".loox-rating@data-raters"] },
});
