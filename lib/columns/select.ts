import { authorAt, type Columns, noRating } from "./columns.ts";
import { comparePositions, type Position, rankOf, type ReviewOrder } from "./rank.ts";
import type { AuthorId, ReviewId } from "../model/review.ts";
import { idMatcher } from "./id-matcher.ts";
import { trait } from "./traits.ts";

/** Which reviews to keep. Nothing said keeps all. */
export interface ColumnFilter {
  /** Stars 1–5, to which ratings are rounded as in summaries; none given keeps unrated ones too. */
  readonly stars?: readonly number[] | undefined;
  readonly withText?: boolean | undefined;
  readonly ownExperience?: boolean | undefined;
  /** Only these; none given keeps none. */
  readonly ids?: ReadonlySet<ReviewId> | undefined;
  /** Only what these wrote. */
  readonly authors?: ReadonlySet<AuthorId> | undefined;
}

type SelectedRow = Position & { readonly index: number };

export interface Selection {
  /** In order. `index` is the row's number in the columns. */
  readonly rows: SelectedRow[];
  /** How many rows pass the filter, before `after` and `limit`. */
  readonly matched: number;
}

export interface SelectOptions {
  readonly order: ReviewOrder;
  readonly filter?: ColumnFilter;
  /** Only rows behind this place. */
  readonly after?: Position | undefined;
  readonly limit: number;
  /** The subject of a row, where several subjects are joined. */
  readonly subjectKeyAt: (index: number) => string;
}

/**
 * The first rows in an order behind a place. Keeps the best `limit` seen so far instead of sorting everything:
 * a screenful of ten thousand rows costs one pass.
 */
export function selectRows(columns: Columns, options: SelectOptions): Selection {
  const { order, after, limit, subjectKeyAt } = options;
  const passes = filterOf(columns, options.filter ?? {});
  const best: SelectedRow[] = [];
  let matched = 0;
  for (let index = 0; index < columns.length; index++) {
    if (!passes(index)) continue;
    matched++;
    const rank = rankAt(columns, order, index);
    if ((after && rank < after.rank) || (best.length >= limit && rank > (best.at(-1)?.rank ?? 0))) continue;
    const entry = { rank, author: authorAt(columns, index), subjectKey: subjectKeyAt(index), index };
    if (after && comparePositions(order, entry, after) <= 0) continue;
    insert(best, entry, order, limit);
  }
  return { rows: best, matched };
}

/** Puts `entry` at its place in a sorted list of at most `limit`. */
function insert(sorted: SelectedRow[], entry: SelectedRow, order: ReviewOrder, limit: number): void {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = sorted[middle];
    if (other && comparePositions(order, other, entry) < 0) low = middle + 1;
    else high = middle;
  }
  if (low >= limit) return;
  sorted.splice(low, 0, entry);
  if (sorted.length > limit) sorted.pop();
}

function rankAt(columns: Columns, order: ReviewOrder, index: number): number {
  const rating = columns.rating[index] ?? noRating;
  return rankOf(order, {
    issuedAt: columns.issuedAt[index] ?? 0,
    rating: rating === noRating ? undefined : rating,
    helpful: columns.helpful[index] ?? 0,
  });
}

function filterOf(columns: Columns, filter: ColumnFilter): (index: number) => boolean {
  const wanted = (filter.withText ? trait.text : 0) | (filter.ownExperience ? trait.ownExperience : 0);
  const stars = filter.stars && filter.stars.length > 0 ? new Set(filter.stars) : undefined;
  const isOne = filter.ids && idMatcher(columns, filter.ids);
  const isWanted = filter.authors && authorFilter(columns, filter.authors);
  return (index) => {
    if (isOne && !isOne(index)) return false;
    if (((columns.traits[index] ?? 0) & wanted) !== wanted) return false;
    const rating = columns.rating[index] ?? noRating;
    if (stars && (rating === noRating || !stars.has(nearestStar(rating)))) return false;
    return isWanted?.(index) ?? true;
  };
}

/** By four bytes of each key, and by the whole of it only where these fit: names in hex cost more than all the rest. */
function authorFilter(columns: Columns, wanted: ReadonlySet<AuthorId>): (index: number) => boolean {
  const heads = new Set(Array.from(wanted, (author) => Number.parseInt(author.slice(0, 8), 16)));
  const bytes = new DataView(columns.authors.buffer, columns.authors.byteOffset, columns.authors.byteLength);
  return (index) => heads.has(bytes.getUint32(16 * index)) && wanted.has(authorAt(columns, index));
}

/** 1–5: the star that a rating of 0–100 is counted under. */
export function nearestStar(rating: number): number {
  return 1 + Math.min(4, Math.max(0, Math.round(rating / 25)));
}

/** Distinct authors over several subjects' columns, without the rows that have one of the `without` bits. */
export function authorsIn(list: readonly Columns[], without: number): Set<AuthorId> {
  const authors = new Set<AuthorId>();
  for (const columns of list) {
    for (let index = 0; index < columns.length; index++) {
      if (((columns.traits[index] ?? 0) & without) === 0) authors.add(authorAt(columns, index));
    }
  }
  return authors;
}
