import type { PageFacts, RawPage } from "../model/page.ts";

/** Understands what a page says of itself. Never throws, whatever the page sent. */
export function readPage(raw: RawPage): PageFacts {
  return { url: raw.url, kind: "other", title: raw.title, claimedRatings: [], hasPassword: raw.hasPassword };
}
