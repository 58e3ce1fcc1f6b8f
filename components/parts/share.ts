import type { ReviewRow } from "../../lib/db/community-rows.ts";
import { t } from "../../lib/i18n.ts";
import { starsOfRating } from "../../lib/model/review.ts";
import { isSampleAddress } from "../../lib/model/sample.ts";
import type { ShareRequest } from "../../lib/model/share.ts";
import { authorName } from "./name.ts";
import type { OwnReview } from "./own-reviews.ts";
import { licenseName, publicPageOf } from "./source.ts";

/** Asks where to, and opens that network's composer. Only this draws the dialog, so that no page loads it before. */
export async function share(request: ShareRequest): Promise<void> {
  await import("../bt-share-dialog.ts");
  const dialog = document.createElement("bt-share-dialog");
  document.body.append(dialog);
  await dialog.show(request);
}

export function shareOfOwn({ content, token }: OwnReview): ShareRequest {
  const { server: addedFrom, signature, subject } = token;
  const link = publicPageOf({ addedFrom, signature, isSample: isSampleAddress(subject) });
  return {
    words: {
      heading: t("share_own_heading", { name: subjectName(subject) }),
      opinion: content.opinion,
      ...(content.rating !== undefined && { stars: starsOfRating(content.rating) }),
      ...(link !== undefined && { link }),
    },
  };
}

export function shareOfRow(review: ReviewRow, isMine: boolean): ShareRequest {
  const { opinion = "", rating, subject } = review;
  const name = subjectName(subject);
  const licence = licenseName(review.license);
  const link = publicPageOf(review);
  const heading = isMine
    ? t("share_own_heading", { name })
    : t("share_others_heading", { author: authorName(review), name, licence });
  return {
    words: {
      heading,
      opinion,
      ...(rating !== undefined && { stars: starsOfRating(rating) }),
      ...(link !== undefined && { link }),
    },
    ...(!isMine && { licence }),
  };
}

/** What to call a subject where only its address is known. */
function subjectName(subject: string): string {
  if (/^geo:/i.test(subject)) return URL.parse(subject)?.searchParams.get("q") || t("subject_place");
  return subject.replace(/^https?:\/\/(?:www\.)?/i, "").replace(/^urn:/i, "");
}
