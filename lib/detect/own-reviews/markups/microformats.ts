import { defineMarkup } from "../define-markup.ts";

/** hReview and h-review. @see https://microformats.org/wiki/h-review */
export default defineMarkup({
  id: "microformats",
  review: ".hreview,.h-review",
  places: {
    title: [".summary", ".p-name"],
    text: [".description", ".e-content", ".p-content"],
    author: [".reviewer .fn", ".reviewer", ".p-author .p-name", ".p-author"],
    date: [
      ".dtreviewed@datetime",
      ".dtreviewed@title",
      ".dtreviewed .value-title@title",
      ".dtreviewed",
      ".dt-published@datetime",
      ".dt-published",
      ".dt-reviewed@datetime",
    ],
    stars: [
      ".rating .value@title",
      ".rating .value",
      "data.p-rating@value",
      ".p-rating@title",
      ".rating@title",
      ".rating",
      ".p-rating",
    ],
    best: [".rating .best", ".p-best"],
  },
});
