import type { AuthorId } from "./review.ts";

/** Why the person does not see something: its author is muted, they reported or hid it, or a list of theirs names it. */
export type HiddenBecause = "muted" | "reported" | "hidden" | "listed";

/** A review or a reply, as far as hiding needs to know it. */
export interface Hideable {
  readonly id: string;
  readonly author: AuthorId;
}

/** Those that are hidden, by id. */
export type Hidings = ReadonlyMap<string, HiddenBecause>;

/** How many are not shown, and by whose doing: the person's own, or that of a block list. */
export interface HiddenCounts {
  readonly you: number;
  readonly lists: number;
}

export function countHidden(reasons: Iterable<HiddenBecause>): HiddenCounts {
  const counts = { you: 0, lists: 0 };
  for (const because of reasons) counts[because === "listed" ? "lists" : "you"] += 1;
  return counts;
}

export function withoutHidden<Item extends Hideable>(items: readonly Item[], hidings: Hidings): Item[] {
  return items.filter(({ id }) => !hidings.has(id));
}
