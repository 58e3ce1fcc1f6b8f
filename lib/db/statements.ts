import { Dexie } from "dexie";
import type { AuthorId } from "../model/review.ts";
import type { CommunityDatabase } from "./community.ts";
import type { EffectiveRow } from "./community-rows.ts";

/** Of one key at most so many are read, half of them its first and half its newest: reading it is bounded, and who said more is no newcomer. */
export const mostStatements = 256;

const fewestAtOnce = 8;
const mostAtOnce = 1024;

type Reader = (rows: readonly EffectiveRow[]) => void;

/**
 * Reads everything that some keys say, of whatever subject. Walks the index of keys in strides that grow where the keys wanted stand
 * close together and shrink where they are far apart, so that a handful costs a handful of small reads and a
 * hundred thousand one pass.
 *
 * @param pause - Between reads: may throw to end it.
 */
export async function readStatements(
  db: CommunityDatabase,
  authors: readonly AuthorId[],
  read: Reader,
  pause: () => Promise<void>,
): Promise<void> {
  const wanted = [...new Set(authors)].toSorted();
  let stride = 2 * fewestAtOnce;
  for (let at = 0; at < wanted.length;) {
    const first = wanted[at] ?? "";
    const rows = await from(db, first).limit(stride).toArray();
    const whole = wholeKeys(wanted, at, rows, rows.length < stride);
    const byAuthor = Map.groupBy(rows, ({ author }) => author);
    for (const author of whole) read(bounded(byAuthor.get(author) ?? []));
    // The first key alone fills the stride, or seems to.
    if (whole.length === 0) read(await prolific(db, first));
    at += Math.max(1, whole.length);
    if (whole.length < 4) stride = Math.max(fewestAtOnce, stride / 2);
    else if (whole.length > 16) stride = Math.min(mostAtOnce, stride * 2);
    await pause();
  }
}

/** Of the keys from `at` on those of which everything was read: of the last one there may be more. */
function wholeKeys(
  wanted: readonly AuthorId[],
  at: number,
  rows: readonly EffectiveRow[],
  isEnd: boolean,
): readonly AuthorId[] {
  if (isEnd) return wanted.slice(at);
  const last = rows.at(-1)?.author ?? "";
  let behind = at;
  while (behind < wanted.length && (wanted[behind] ?? "") < last) behind++;
  return wanted.slice(at, behind);
}

function from(db: CommunityDatabase, author: AuthorId) {
  return db.effective.where("[author+issuedAt]").aboveOrEqual([author, Dexie.minKey]);
}

function bounded(rows: readonly EffectiveRow[]): readonly EffectiveRow[] {
  if (rows.length <= mostStatements) return rows;
  return [...rows.slice(0, mostStatements / 2), ...rows.slice(-mostStatements / 2)];
}

/** The first and the newest of a key that said very much. */
async function prolific(db: CommunityDatabase, author: AuthorId): Promise<readonly EffectiveRow[]> {
  const all = () =>
    db.effective.where("[author+issuedAt]").between([author, Dexie.minKey], [author, Dexie.maxKey]);
  const most = mostStatements + 1;
  const rows = await all().limit(most).toArray();
  if (rows.length < most) return rows;
  const half = mostStatements / 2;
  const newest = await all().reverse().limit(half).toArray();
  return [...rows.slice(0, half), ...newest.toReversed()];
}
