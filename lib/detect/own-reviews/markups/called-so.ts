import { defineMarkup } from "../define-markup.ts";

const words =
  "review|opinion|testimonial|feedback|bewertung|rezension|avis|recensione|recensie|opinia|opinie|recenze";
const kinds = "item|card|box|entry|block|row|single|list-?item|wrap|wrapper|container";
/** `review`, `product-review-item`, `cr_review`, `reviewItem_2Tu-H` (a style sheet's own suffix). */
const name = new RegExp(
  `^(?:[a-z]{1,12}[-_]{1,2}){0,3}(?:customer|user|product|shop|buyer)?[-_]{0,2}(?:${words})s?(?:[-_]{0,2}(?:${kinds}))?(?:_+[\\w-]{4,8})?$`,
  "iu",
);

const review = words
  .split("|")
  .map((word) => `[class*="${word}" i]`)
  .join(",");
/** Elements inside one that are looked at for being a review themselves. */
const mostInside = 200;

/**
 * Shops whose markup has no name that we know: elements that are called a review in one of several languages, stand in
 * a row of their like, and hold stars and words.
 */
export default defineMarkup({
  id: "called-so",
  review,
  isReview: (element) => isOneOfSeveral(element) && !holdsSeveral(element),
  needs: ["text", "stars"],
  places: {
    id: ["@data-review-id", "@data-id", "@id"],
    title: ['[class*="title" i]', '[class*="headline" i]', "h3", "h4"],
    text: [
      '[itemprop~="reviewBody"]',
      '[class*="review" i][class*="text" i]:not(button)',
      '[class*="body" i] [class*="body" i]',
      '[class*="body" i]',
      '[class*="description" i]',
      '[class*="comment" i]:not(a,button)',
      '[class*="content" i]',
      "blockquote",
      "p",
    ],
    author: [
      '[class*="author" i]',
      '[class*="reviewer" i]',
      '[class*="user" i] [class*="name" i]',
      '[class*="user" i]:not([class*="avatar" i])',
      '[class*="name" i]',
    ],
    date: ["@data-review-creationdate", "time@datetime", "time", '[class*="date" i]', '[class*="time" i]'],
    stars: [
      '[itemprop~="ratingValue"]@content',
      "@data-review-rating",
      "@data-rating",
      "[data-rating]@data-rating",
      "[data-score]@data-score",
      '[aria-label*="star" i]@aria-label',
      '[aria-label*="5"]@aria-label',
      '[title*="star" i]@title',
      '[class*="rating" i]@title',
      '[class*="star" i]@title',
      '[class*="rating" i] [style*="width"]@style',
      '[class*="star" i] [style*="width"]@style',
      '[class*="star" i][style*="width"]@style',
      'img[alt*="star" i]@alt',
      '[class*="fullStar" i]@#',
      '[class*="star" i][class*="full" i]@#',
      '[class*="star" i][class*="fill" i]@#',
      '[class*="star" i][class*="active" i]@#',
      '[class*="rating" i]',
    ],
  },
  verified: '[class*="verified" i]:not([class*="unverified" i],[class*="not-verified" i])',
});

function isOneOfSeveral(element: Element): boolean {
  return isCalledSo(element) && standsInRow(element);
}

function holdsSeveral(element: Element): boolean {
  return [...element.querySelectorAll(review)].slice(0, mostInside).some(isOneOfSeveral);
}

function isCalledSo({ classList }: Element): boolean {
  for (const each of classList) if (name.test(each)) return true;
  return false;
}

/** Whether it, or what holds it alone, has neighbours that are called the same. */
function standsInRow(element: Element): boolean {
  const outer = element.parentElement;
  const isAlone = outer?.childElementCount === 1;
  return hasLike(element) || (isAlone && outer !== null && hasLike(outer));
}

function hasLike(element: Element): boolean {
  const [first] = element.classList;
  for (const other of element.parentElement?.children ?? []) {
    if (other === element || other.localName !== element.localName) continue;
    if (first === undefined ? other.classList.length === 0 : other.classList.contains(first)) return true;
  }
  return false;
}
