import { authorAt, contentBytes } from "../../columns/columns.ts";
import { toHex } from "../../columns/hex.ts";
import { hasTrait, trait } from "../../columns/traits.ts";
import type { SubjectColumns } from "../../db/columns-store.ts";
import type { CommunityDatabase } from "../../db/community.ts";
import { tokensById } from "../../db/tokens.ts";
import type { ReviewId } from "../../model/review.ts";
import { type CarriedTexts, carryTexts, keepTexts, type KeptTexts } from "../../trust/text/kept-texts.ts";
import { writePrint } from "../../trust/text/text-prints.ts";

const textsAtOnce = 200;
const idBytes = 16;

export interface SubjectTexts extends KeptTexts {
  /** By row: the row it had in what was kept before, or -1. */
  readonly from: Int32Array;
}

/**
 * What stands for a subject's texts: of those that are kept from before, as it was; the others are read. Nothing is
 * read again because a review got a vote.
 */
export async function textsOf(
  db: CommunityDatabase,
  { subjectKey, columns }: SubjectColumns,
  before: KeptTexts | undefined,
  pause: () => Promise<void>,
): Promise<SubjectTexts> {
  const contents = columns.contents.slice();
  const carried = carryTexts(before, contents);
  const unread: number[] = [];
  for (let row = 0; row < columns.length; row++) {
    if (carried.from[row] === -1 && hasTrait(columns.traits[row] ?? 0, trait.text)) unread.push(row);
  }
  for (let at = 0; at < unread.length; at += textsAtOnce) {
    await readTexts(db, { subjectKey, columns }, carried, contents, unread.slice(at, at + textsAtOnce));
    await pause();
  }
  return { ...keepTexts(before, carried, contents), from: carried.from };
}

async function readTexts(
  db: CommunityDatabase,
  { subjectKey, columns }: Pick<SubjectColumns, "subjectKey" | "columns">,
  { prints }: CarriedTexts,
  contents: Uint8Array,
  rows: readonly number[],
): Promise<void> {
  const ids = await contentIds(db, { subjectKey, columns }, rows);
  const tokens = await tokensById(db, [...ids.values()]);
  for (const row of rows) {
    const token = tokens.get(ids.get(row) ?? "");
    if (token) writePrint(prints, row, token.opinion ?? "");
    // Changed since the columns were packed: read again when they are.
    else contents.fill(0, row * contentBytes, (row + 1) * contentBytes);
  }
}

/** The tokens that hold the words of some rows; a row whose words are others by now is left out. */
async function contentIds(
  db: CommunityDatabase,
  { subjectKey, columns }: Pick<SubjectColumns, "subjectKey" | "columns">,
  rows: readonly number[],
): Promise<ReadonlyMap<number, ReviewId>> {
  const contentOf = (row: number): string =>
    toHex(columns.contents.subarray(row * contentBytes, (row + 1) * contentBytes));
  const found = new Map<number, ReviewId>();
  const edited: number[] = [];
  for (const row of rows) {
    const id = toHex(columns.ids.subarray(row * idBytes, (row + 1) * idBytes));
    if (id.startsWith(contentOf(row))) found.set(row, id);
    else edited.push(row);
  }
  const stored = await db.effective.bulkGet(edited.map((row) => [subjectKey, authorAt(columns, row)]));
  for (const [index, row] of edited.entries()) {
    const id = stored[index]?.contentId;
    if (id?.startsWith(contentOf(row))) found.set(row, id);
  }
  return found;
}
