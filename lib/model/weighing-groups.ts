import type { ReviewId } from "./review.ts";
import type { LighterReview, Weighing, WeighReason } from "./weighing.ts";

/** Reasons that are told in one line: all that one signal saw for the same reason, each burst by itself. */
export interface ReasonGroup {
  /** The same when the reviews are weighed anew: what a filter can hold on to. */
  readonly key: string;
  readonly reason: string;
  /** Never empty; those that concern most reviews first. */
  readonly reasons: readonly WeighReason[];
  /** The reviews that weigh less for it. */
  readonly ids: ReadonlySet<ReviewId>;
}

/** What is said of one review that weighs less. */
export interface LighterView {
  /** Above 0, below 1. */
  readonly weight: number;
  readonly reasons: readonly WeighReason[];
}

/** Consecutive days, both part of it, counted from 1970. */
export interface DayRange {
  readonly from: number;
  readonly to: number;
}

/** A list and a panel ask the same of the same weighing, at each drawing. */
const grouped = new WeakMap<Weighing, readonly ReasonGroup[]>();

/** Why reviews weigh less, a line each; those that concern most reviews first. Reasons without a review are left out. */
export function reasonGroups(weighing: Weighing): readonly ReasonGroup[] {
  const groups = grouped.get(weighing) ?? groupsOf(weighing);
  grouped.set(weighing, groups);
  return groups;
}

function groupsOf(weighing: Weighing): readonly ReasonGroup[] {
  const keys = weighing.reasons.map(keyOf);
  const ids = new Map<string, Set<ReviewId>>();
  for (const { id, reasons } of weighing.lighter) {
    for (const index of reasons) {
      const key = keys[index] ?? "";
      const own = ids.get(key) ?? new Set();
      ids.set(key, own.add(id));
    }
  }
  const groups = [...Map.groupBy(weighing.reasons, keyOf)].flatMap(([key, reasons]): ReasonGroup[] => {
    const own = ids.get(key);
    return own ? [{ key, reason: reasons[0]?.reason ?? "", reasons, ids: own }] : [];
  });
  return groups.toSorted((a, b) => b.ids.size - a.ids.size || (a.key < b.key ? -1 : 1));
}

const byReview = new WeakMap<Weighing, ReadonlyMap<ReviewId, LighterReview>>();

/** What is said of one review; nothing where it weighs as much as any. */
export function lighterView(weighing: Weighing, id: ReviewId): LighterView | undefined {
  const all = byReview.get(weighing) ?? new Map(weighing.lighter.map((one) => [one.id, one]));
  byReview.set(weighing, all);
  const found = all.get(id);
  return (
    found && {
      weight: found.weight,
      reasons: found.reasons.flatMap((index) => weighing.reasons[index] ?? []),
    }
  );
}

/** The days of bursts, each once, oldest first. */
export function burstsIn({ reasons }: Weighing): readonly DayRange[] {
  const ranges = reasons.flatMap(({ reason, params }) => (reason === "burst" ? (daysOf(params) ?? []) : []));
  const byKey = new Map(ranges.map((range) => [`${range.from}-${range.to}`, range]));
  return [...byKey.values()].toSorted((a, b) => a.from - b.from);
}

/** The days that a reason is about, where it is about days. */
export function daysOf({ from, to }: WeighReason["params"]): DayRange | undefined {
  return from === undefined || to === undefined ? undefined : { from, to };
}

function keyOf({ reason, params }: WeighReason): string {
  const days = daysOf(params);
  return days ? `${reason} ${days.from}-${days.to}` : reason;
}
