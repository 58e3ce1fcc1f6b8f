import { codeKey, formatNumber, formatShare, t } from "../../lib/i18n.ts";
import type { TrustScore } from "../../lib/model/trust-score.ts";
import { daysOf, type LighterView, type ReasonGroup } from "../../lib/model/weighing-groups.ts";
import type { WeighReason } from "../../lib/model/weighing.ts";
import { dayWords } from "./day-words.ts";

/** Every reason that the signals of `lib/trust` give; a test holds the two together. */
export const weighReasons = [
  "affiliated",
  "alike-text",
  "burst",
  "co-review",
  "generated",
  "incentive",
  "minted-keys",
  "own-brand",
  "rating-deviation",
  "same-key",
  "single-day",
  "text-contact",
  "text-links",
  "text-repetition",
  "text-tell-tale",
] as const;

type Code = (typeof weighReasons)[number];

function isCode(reason: string): reason is Code {
  return (weighReasons as readonly string[]).includes(reason);
}

/** Reasons that are about days, told with how many came then and how many are usual. */
function surgeParams({ params }: WeighReason): Readonly<Record<string, string | number>> | undefined {
  const days = daysOf(params);
  const { count = 0, usual = 0 } = params;
  return days && { days: dayWords(days), total: count, usual };
}

/** A line for all reviews that weigh less for one reason: "12 reviews weigh less: …". */
export function groupWords({ reason, reasons, ids }: ReasonGroup): string {
  const count = ids.size;
  const [first] = reasons;
  if (!first || !isCode(reason)) return t("weighs_unusual", { count });
  return t(codeKey("weighs", reason), { count, ...surgeParams(first) });
}

/** Why one review weighs less, as it goes on after "Counts 40 %: …". */
export function reasonWords(reason: WeighReason): string {
  if (!isCode(reason.reason)) return t("lighter_unusual");
  const days = daysOf(reason.params);
  const { stars } = reason.params;
  const isOneDay = reason.reason === "burst" && days && days.from === days.to;
  return t(isOneDay ? "lighter_burst_day" : codeKey("lighter", reason.reason), {
    // Together with this one: how many share a voice, or what else the words count.
    ...(reason.params["count"] !== undefined && { total: reason.params["count"] }),
    ...(stars !== undefined && { stars: t("star_value", { count: stars }) }),
    ...surgeParams(reason),
  });
}

/** What a review counts beside a full voice: "Counts 40 %". */
export function weightWords({ weight }: Pick<LighterView, "weight">): string {
  if (weight < 0.01) return t("counts_under", { share: formatShare(0.01) });
  // Rounded down: what weighs less must never read "100 %".
  return t("counts_share", { share: formatShare(Math.floor(weight * 100) / 100) });
}

/** Half the width of the interval on its wider side, in stars. */
export function halfOf({ score, low, high }: Score): number {
  return Math.max(high - score, score - low);
}

type Score = Extract<TrustScore, { kind: "score" }>;

/** Up to so many stars to either side, in words. */
const sureWithin = 0.2;
const fairlyWithin = 0.5;

/** How sure a score is, in a word. */
export function sureWords(score: Score): string {
  // As it is written beside the word: ±0.2.
  const half = Math.round(halfOf(score) * 10) / 10;
  if (half <= sureWithin) return t("sure_quite");
  return t(half <= fairlyWithin ? "sure_fairly" : "sure_little");
}

/** Voices as a whole number, rather too few than too many. Twenty that weigh alike may sum to a hair less. */
export function voicesOf({ voices }: Pick<TrustScore, "voices">): number {
  return Math.floor(voices + 1e-6);
}

/** How the thresholds that are shares are written; the others are plain numbers. */
const shares = /factor|share|chance/i;

/** A threshold of a signal as its sentence. */
export function thresholdWords(name: string, value: number): string {
  return t(`threshold_${name}` as "threshold_factor", {
    value: shares.test(name)
      ? formatNumber(value, { style: "percent", maximumFractionDigits: 1 })
      : formatNumber(value),
  });
}
