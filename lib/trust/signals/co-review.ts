import { defineSignal, type Finding } from "../define-signal.ts";
import type { Elsewhere } from "../elsewhere.ts";
import type { TrustInput } from "../input.ts";
import { mix } from "../text/words.ts";
import { separate, unite } from "../union-find.ts";
import { setsOf } from "../text/text-clusters.ts";

const thresholds = {
  fewestKeys: 4,
  fewestSubjects: 3,
  days: 7,
  /** Of a key's reviews elsewhere, the newest so many are looked at, so that pairs stay few. */
  mostElsewhere: 24,
} as const;

const windowSeconds = thresholds.days * 86_400;

/**
 * Keys that gave the same side of the same three brands (this one and two others), each within the same seven days:
 * a group that goes round together counts as one voice.
 */
export default defineSignal({
  id: "co-review",
  version: 1,
  thresholds,
  run(input): readonly Finding[] {
    if (!input.elsewhere) return [];
    const groups = separate(input.length);
    // Two rows of weeks, shifted by half: who stands on either side of one's border meets in the other.
    for (const shift of [0, windowSeconds / 2]) uniteCompanions(groups, pairsOf(input, shift));
    return setsOf(groups, input.order).map((rows) => ({
      reason: "co-review",
      params: { count: rows.length },
      rows,
      weighing: "one-voice",
    }));
  },
});

/** Flat, because there may be hundreds of thousands: a number for each pair of visits, and whose it is. */
interface Pairs {
  readonly keys: number[];
  readonly rows: number[];
}

/** Unites the rows of each pair that enough have, by an open table over the pairs. */
function uniteCompanions(groups: Int32Array, { keys, rows }: Pairs): void {
  const slots = 2 ** Math.ceil(Math.log2(2 * keys.length + 2));
  const firsts = new Int32Array(slots).fill(-1);
  const sizes = new Uint32Array(slots);
  const slotOf = Uint32Array.from(keys, (key, at) => {
    let slot = key & (slots - 1);
    while (firsts[slot] !== -1 && keys[firsts[slot] ?? 0] !== key) slot = (slot + 1) & (slots - 1);
    if (firsts[slot] === -1) firsts[slot] = at;
    sizes[slot] = (sizes[slot] ?? 0) + 1;
    return slot;
  });
  for (const [at, slot] of slotOf.entries()) {
    if ((sizes[slot] ?? 0) < thresholds.fewestKeys) continue;
    unite(groups, rows[firsts[slot] ?? at] ?? 0, rows[at] ?? 0);
  }
}

/** For each row and each two other subjects it rated: one number that stands for both, with sides and weeks. */
function pairsOf({ elsewhere, issuedAt, stars, order }: TrustInput, shift: number): Pairs {
  const pairs: Pairs = { keys: [], rows: [] };
  for (const row of order) {
    if (!elsewhere || !stars[row]) continue;
    const here = markOf(0, issuedAt[row] ?? 0, stars[row] ?? 0, shift);
    const visits = visitsOf(elsewhere, row, shift);
    for (const [index, one] of visits.entries()) {
      for (let next = index + 1; next < visits.length; next++) {
        const other = visits[next] ?? one;
        if (one.subject === other.subject) continue;
        pairs.keys.push(pairKey(one.mark, other.mark, here));
        pairs.rows.push(row);
      }
    }
  }
  return pairs;
}

interface Visit {
  readonly subject: number;
  /** Stands for subject, week and side. */
  readonly mark: number;
}

/** What a row's author rated elsewhere, each mark once; nothing where it is too little for a pair. */
function visitsOf(elsewhere: Elsewhere, row: number, shift: number): Visit[] {
  const [from, to] = [elsewhere.starts[row] ?? 0, elsewhere.starts[row + 1] ?? 0];
  const visits: Visit[] = [];
  if (to - from < thresholds.fewestSubjects - 1) return visits;
  for (const at of newest(elsewhere.issuedAt, from, to)) {
    const stars = elsewhere.stars[at] ?? 0;
    if (stars === 0) continue;
    const subject = elsewhere.subject[at] ?? 0;
    const mark = markOf(subject, elsewhere.issuedAt[at] ?? 0, stars, shift);
    if (!visits.some((visit) => visit.mark === mark)) visits.push({ subject, mark });
  }
  return visits;
}

/** Does not depend on which of the two comes first; 53 bits keep strangers apart. */
function pairKey(one: number, other: number, here: number): number {
  return (mix(one + other + here) & 0x1f_ff_ff) * 2 ** 32 + mix((one ^ other) + here);
}

function markOf(subject: number, issuedAt: number, stars: number, shift: number): number {
  const week = Math.floor((issuedAt + shift) / windowSeconds);
  return mix(subject ^ mix(week * 2 + (stars > 3 ? 1 : 0)));
}

/** Where there are many, those since the last of the newest `mostElsewhere`; equal times stand or fall together. */
function newest(issuedAt: Uint32Array, from: number, to: number): readonly number[] {
  const all: number[] = [];
  for (let at = from; at < to; at++) all.push(at);
  if (all.length <= thresholds.mostElsewhere) return all;
  const times = all.map((at) => issuedAt[at] ?? 0).toSorted((a, b) => b - a);
  const bar = times[thresholds.mostElsewhere - 1] ?? 0;
  const kept = all.filter((at) => (issuedAt[at] ?? 0) >= bar);
  // Who dates a thousand reviews alike would cost half a million pairs; those are left to `single-day`.
  return kept.length <= 2 * thresholds.mostElsewhere ? kept : [];
}
