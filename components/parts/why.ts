import type { ReviewRow } from "../../lib/db/community-rows.ts";
import { t } from "../../lib/i18n.ts";
import type { LighterView } from "../../lib/model/weighing-groups.ts";
import { reasonWords, weightWords } from "./weighs.ts";

/** Why a review counts as it does, in sentences. Never a judgement on the person. */
export function whyOf(review: ReviewRow, lighter?: LighterView): readonly string[] {
  return [
    ...countsAs(review, lighter),
    ...(review.isAffiliated ? [t("why_affiliated")] : []),
    ...(review.isPersonalExperience ? [t("why_own_experience")] : []),
    ...(review.editedAt === undefined ? [] : [t("why_edited")]),
    ...(review.flags > 0 ? [t("why_flagged", { count: review.flags })] : []),
    ...(review.isSample ? [t("why_sample")] : []),
    t("why_signature"),
  ];
}

/** How much it counts, and what made that so. Without stars it has no weight that could be less. */
function countsAs(review: ReviewRow, lighter: LighterView | undefined): readonly string[] {
  if (review.isGenerated) return [t("why_generated")];
  if (review.rating === undefined) return [t("why_no_stars")];
  if (!lighter) return [t("why_counts_once")];
  const [first = t("lighter_unusual"), ...rest] = lighter.reasons.map(reasonWords);
  return [
    t("lighter_because", { weight: weightWords(lighter), reason: first }),
    ...rest.map((reason) => t("lighter_also", { reason })),
    t("lighter_not_judged"),
  ];
}
