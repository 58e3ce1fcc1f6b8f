import { defineMarkup } from "../define-markup.ts";

/** WooCommerce, whose reviews are WordPress comments. */
export default defineMarkup({
  id: "woocommerce",
  review: "#reviews li.review,.woocommerce-Reviews li.review,.wc-block-review-list-item__item",
  places: {
    id: ["@id"],
    text: [".description", ".wc-block-review-list-item__text", ".comment-text > p:not(.meta)"],
    author: [".woocommerce-review__author", '[itemprop~="author"]', ".wc-block-review-list-item__author"],
    date: [
      ".woocommerce-review__published-date@datetime",
      "time@datetime",
      ".wc-block-review-list-item__published-date@datetime",
    ],
    stars: [
      ".star-rating strong.rating",
      ".star-rating@aria-label",
      ".star-rating@title",
      ".star-rating > span@style",
      ".wc-block-review-list-item__rating__stars@aria-label",
    ],
  },
  verified: ".woocommerce-review__verified,.verified",
  claim: {
    value: [
      ".woocommerce-product-rating strong.rating",
      ".woocommerce-product-rating .star-rating@aria-label",
    ],
    count: [".woocommerce-product-rating .rating + .rating", ".woocommerce-review-link .count"],
  },
});
