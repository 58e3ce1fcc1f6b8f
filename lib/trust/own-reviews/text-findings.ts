import type { OwnFinding } from "../../model/own-reviews-check.ts";
import type { OwnReview } from "../../model/own-reviews.ts";
import { clusterTexts, setsOf } from "../text/text-clusters.ts";
import { textFlag } from "../text/text-flags.ts";
import { emptyPrints, writePrint } from "../text/text-prints.ts";
import { examplesOf } from "./examples.ts";

const mostGroups = 3;
const odd = textFlag.contact | textFlag.links | textFlag.repetition | textFlag.tellTale;

/** Texts that are the same or nearly so, that say what was given for them, that advertise or repeat themselves. */
export function textFindings(reviews: readonly OwnReview[]): OwnFinding[] {
  const prints = emptyPrints(reviews.length);
  for (const [row, { text }] of reviews.entries()) if (text !== undefined) writePrint(prints, row, text);
  const pick = (rows: readonly number[]): OwnReview[] => rows.flatMap((row) => reviews[row] ?? []);
  const groups = setsOf(clusterTexts(prints), reviews.keys())
    .toSorted((a, b) => b.length - a.length)
    .map(pick);
  const withFlag = (flag: number): OwnReview[] =>
    reviews.filter((_, row) => ((prints.flags[row] ?? 0) & flag) !== 0);
  const given = new Set([...withFlag(textFlag.incentive), ...reviews.filter(({ isGift }) => isGift)]);
  const alike = groups.reduce((sum, group) => sum + group.length, 0);
  return [
    ...finding("alike", { count: alike, groups: groups.length }, groups),
    ...finding("incentive", { count: given.size }, [[...given]]),
    ...finding("odd-text", { count: withFlag(odd).length }, [withFlag(odd)]),
  ];
}

function finding(
  kind: OwnFinding["kind"],
  params: OwnFinding["params"] & { readonly count: number },
  groups: readonly (readonly OwnReview[])[],
): OwnFinding[] {
  if (params.count === 0) return [];
  const examples = groups.slice(0, mostGroups).map(examplesOf);
  return [{ kind, params, examples: examples.filter((group) => group.length > 0) }];
}
