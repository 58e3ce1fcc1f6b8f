import type { ReviewRow } from "../../lib/db/community-rows.ts";
import { t } from "../../lib/i18n.ts";

/** Why a review counts as it does, in sentences. Never a judgement on the person. */
export function whyOf(review: ReviewRow): readonly string[] {
  return [
    review.isGenerated
      ? t("why_generated")
      : t(review.rating === undefined ? "why_no_stars" : "why_counts_once"),
    ...(review.isAffiliated ? [t("why_affiliated")] : []),
    ...(review.isPersonalExperience ? [t("why_own_experience")] : []),
    ...(review.editedAt === undefined ? [] : [t("why_edited")]),
    ...(review.flags > 0 ? [t("why_flagged", { count: review.flags })] : []),
    ...(review.isSample ? [t("why_sample")] : []),
    t("why_signature"),
  ];
}
