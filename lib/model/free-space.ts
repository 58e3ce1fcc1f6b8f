/** Part of a `DOMRect`; CSS px. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface FreeSpaceQuestion {
  /** The line whose free end is wanted, cut to what is drawn of it. */
  readonly line: Box;
  /** What the line says, in its own order. */
  readonly own: readonly Box[];
  /** Everything else that is drawn around it. */
  readonly others: readonly Box[];
  readonly width: number;
  readonly height: number;
  readonly rtl: boolean;
}

/** Between what stands there and what comes, in px. */
const margin = 6;
/** What rows may reach into each other without touching to the eye: line boxes are taller than letters. */
const overlap = 3;

/**
 * Where a box of this size finds room in a line, after something that the line says and over nothing that is drawn.
 *
 * @returns Its upper left corner; `undefined` where there is no room.
 */
export function freeSpace(question: FreeSpaceQuestion): { left: number; top: number } | undefined {
  const { line, own, width, height, rtl } = question;
  const [first] = own;
  if (!first || width <= 0) return undefined;
  const middle = (first.top + first.bottom) / 2;
  const row: Box = { ...line, top: middle - height / 2, bottom: middle + height / 2 };
  // A right-to-left line is read in a mirror, so that one way of reading is enough.
  const turn = (box: Box): Box => (rtl ? { ...box, left: -box.right, right: -box.left } : box);
  const taken = [...own, ...question.others].filter((box) => sharesRow(box, row)).map(turn);
  const start = firstGap(turn(line), turn(first), taken, width + 2 * margin);
  if (start === undefined) return undefined;
  const left = start + margin;
  return { left: rtl ? -(left + width) : left, top: row.top };
}

function sharesRow(box: Box, row: Box): boolean {
  const shared = Math.min(box.bottom, row.bottom) - Math.max(box.top, row.top);
  return box.right > box.left && shared > Math.min(overlap, (box.bottom - box.top) / 2);
}

/** The end of the first thing, at or after `first`, behind which `width` px are free. */
function firstGap(line: Box, first: Box, taken: readonly Box[], width: number): number | undefined {
  const sorted = taken.filter(({ right }) => right > first.left).toSorted((a, b) => a.left - b.left);
  let end = first.right;
  for (const { left, right } of sorted) {
    if (left - end >= width) break;
    end = Math.max(end, right);
  }
  return line.right - end >= width ? end : undefined;
}
