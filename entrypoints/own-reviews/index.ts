import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { collectOwnReviews } from "../../lib/detect/own-reviews/collect-own-reviews.ts";

/** Injected by the background where a person looks at a tab in the sidebar. What it returns is the injection's result. */
export default defineUnlistedScript(() => collectOwnReviews(document, location, window === window.top));
