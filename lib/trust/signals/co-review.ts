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

/**
 * For each row and each two other subjects it rated: one number that stands for both, with sides and weeks. Visits that
 * fewer keys made than a group has are left out beforehand: nearly all, where nobody goes round together.
 */
function pairsOf(input: TrustInput, shift: number): Pairs {
  const pairs: Pairs = { keys: [], rows: [] };
  const { elsewhere, issuedAt, stars, length } = input;
  if (!elsewhere) return pairs;
  const hereOf = (row: number): number => markOf(0, issuedAt[row] ?? 0, stars[row] ?? 0, shift);
  const marks = marksOf(input, elsewhere, shift);
  const sharing = sharersOf(elsewhere, marks, hereOf);
  const own: number[] = [];
  // In the order of memory: groups are the same in any.
  for (let row = 0; row < length; row++) {
    const here = hereOf(row);
    if (own.length > 0) own.length = 0;
    for (let at = elsewhere.starts[row] ?? 0; at < (elsewhere.starts[row + 1] ?? 0); at++) {
      if (marks[at] && (sharing[slotOf(marks[at] ?? 0, here)] ?? 0) >= thresholds.fewestKeys) own.push(at);
    }
    if (own.length > 1) addPairs(pairs, own, marks, elsewhere.subject, { row, here });
  }
  return pairs;
}

/** Each two of a row's entries that are about different subjects. */
function addPairs(
  pairs: Pairs,
  own: readonly number[],
  marks: Uint32Array,
  subject: Uint32Array,
  { row, here }: { readonly row: number; readonly here: number },
): void {
  for (const [index, one] of own.entries()) {
    for (const other of own.slice(index + 1)) {
      if (subject[one] === subject[other]) continue;
      pairs.keys.push(pairKey(marks[one] ?? 0, marks[other] ?? 0, here));
      pairs.rows.push(row);
    }
  }
}

/** For each entry a number that stands for subject, week and side; 0 where a row says the same twice or too little. */
function marksOf({ stars, length }: TrustInput, elsewhere: Elsewhere, shift: number): Uint32Array {
  const marks = new Uint32Array(elsewhere.subject.length);
  for (let row = 0; row < length; row++) {
    const from = elsewhere.starts[row] ?? 0;
    const to = elsewhere.starts[row + 1] ?? 0;
    if (!stars[row] || to - from < thresholds.fewestSubjects - 1) continue;
    const bar = oldestOf(elsewhere.issuedAt, from, to);
    for (let at = from; at < to; at++) {
      const said = elsewhere.stars[at] ?? 0;
      const issuedAt = elsewhere.issuedAt[at] ?? 0;
      if (said === 0 || issuedAt < bar) continue;
      const mark = markOf(elsewhere.subject[at] ?? 0, issuedAt, said, shift);
      if (!standsIn(marks, from, at, mark)) marks[at] = mark;
    }
  }
  return marks;
}

/** A loop of its own: a view of the array for each entry costs more than everything else. */
function standsIn(marks: Uint32Array, from: number, to: number, mark: number): boolean {
  for (let at = from; at < to; at++) if (marks[at] === mark) return true;
  return false;
}

const sharerSlots = 2 ** 20;

function slotOf(mark: number, here: number): number {
  return mix(mark + here) & (sharerSlots - 1);
}

/** How many rows made each visit in the same week as theirs here, or more where two visits fall on one slot. */
function sharersOf({ starts }: Elsewhere, marks: Uint32Array, hereOf: (row: number) => number): Uint32Array {
  const counts = new Uint32Array(sharerSlots);
  for (let row = 0; row + 1 < starts.length; row++) {
    const here = hereOf(row);
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++) {
      if (!marks[at]) continue;
      const slot = slotOf(marks[at] ?? 0, here);
      counts[slot] = (counts[slot] ?? 0) + 1;
    }
  }
  return counts;
}

/** Does not depend on which of the two comes first; 53 bits keep strangers apart. */
function pairKey(one: number, other: number, here: number): number {
  return (mix(one + other + here) & 0x1f_ff_ff) * 2 ** 32 + mix((one ^ other) + here);
}

function markOf(subject: number, issuedAt: number, stars: number, shift: number): number {
  const week = Math.floor((issuedAt + shift) / windowSeconds);
  return mix(subject ^ mix(week * 2 + (stars > 3 ? 1 : 0)));
}

/** Where there are many, the time of the last of the newest `mostElsewhere`; equal times stand or fall together. */
function oldestOf(issuedAt: Uint32Array, from: number, to: number): number {
  if (to - from <= thresholds.mostElsewhere) return 0;
  const newestFirst = issuedAt.slice(from, to).toSorted().toReversed();
  const bar = newestFirst[thresholds.mostElsewhere - 1] ?? 0;
  // Who dates a thousand reviews alike would cost half a million pairs; those are left to `single-day`.
  const isMany = (newestFirst[2 * thresholds.mostElsewhere] ?? 0) >= bar;
  return isMany ? Number.POSITIVE_INFINITY : bar;
}
