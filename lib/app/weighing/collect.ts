import { authorAt, type Columns, joinColumns } from "../../columns/columns.ts";
import { packedFrom, subjectColumns, type SubjectColumns } from "../../db/columns-store.ts";
import type { CommunityDatabase } from "../../db/community.ts";
import type { PrintsRow } from "../../db/community-rows.ts";
import { keysOfBrands } from "../../db/official-keys.ts";
import type { SubjectKey } from "../../model/subject.ts";
import { groupKeyOf, type WeighGroup } from "../../model/weighing.ts";
import type { Elsewhere } from "../../trust/elsewhere.ts";
import { type Beside, type TrustInput, trustInput } from "../../trust/input.ts";
import { gatherElsewhere, packElsewhere, readElsewhere } from "../../trust/kept-elsewhere.ts";
import { type KeptTexts, packTexts, readTexts } from "../../trust/text/kept-texts.ts";
import { emptyPrints, likeness, type TextPrints } from "../../trust/text/text-prints.ts";
import { siteNumber, subjectElsewhere } from "./elsewhere.ts";
import { textsOf } from "./texts.ts";

export interface CollectOptions {
  /** Seconds. */
  readonly asOf: number;
  /** Between two pieces of work: lets others have their turn, or throws to end it. */
  readonly pause: () => Promise<void>;
  /**
   * Whether the result will be kept: then what authors of large subjects said elsewhere is read anew, if that was not
   * done as of this day.
   */
  readonly isThorough: boolean;
}

/** Everything that signals look at, read from the local copy. */
export interface Collected {
  readonly group: string;
  readonly revisions: Readonly<Record<SubjectKey, number>>;
  readonly columns: Columns;
  readonly input: TrustInput;
  /** What has been worked out for large subjects and is worth keeping. */
  readonly prints: readonly PrintsRow[];
}

/** `undefined` where nobody speaks about any of the subjects. */
export async function collect(
  db: CommunityDatabase,
  { keys, brandId }: WeighGroup,
  options: CollectOptions,
): Promise<Collected | undefined> {
  const subjects = (await subjectColumns(db, keys)).toSorted((a, b) =>
    a.subjectKey < b.subjectKey ? -1 : 1,
  );
  if (subjects.length === 0) return undefined;
  const stored = await db.prints.bulkGet(subjects.map(({ subjectKey }) => subjectKey));
  const parts: Part[] = [];
  for (const [index, subject] of subjects.entries())
    parts.push(await partOf(db, subject, stored[index], options));
  const columns = parts.length === 1 && parts[0] ? parts[0].subject.columns : joinedColumns(parts);
  const sites = new Set(subjects.map(({ siteKey, subjectKey }) => siteKey ?? subjectKey));
  const own = await keysOfBrands(
    db,
    [...sites, ...(brandId === undefined ? [] : [brandId])],
    options.asOf * 1000,
  );
  const beside = { ...besideOf(parts, sites), ownKeys: rowsBy(columns, own) };
  await options.pause();
  return {
    group: groupKeyOf(subjects, brandId),
    revisions: Object.fromEntries(subjects.map(({ subjectKey, revision }) => [subjectKey, revision])),
    columns,
    input: trustInput(columns, beside, options.asOf),
    prints: parts.flatMap(({ row }) => row ?? []),
  };
}

/** One subject, and what is known beside its columns. */
interface Part {
  readonly subject: SubjectColumns;
  readonly texts: KeptTexts;
  readonly elsewhere: Elsewhere;
  readonly row: PrintsRow | undefined;
}

async function partOf(
  db: CommunityDatabase,
  subject: SubjectColumns,
  stored: PrintsRow | undefined,
  { asOf, isThorough, pause }: CollectOptions,
): Promise<Part> {
  const before = stored && readTexts(stored.packed);
  const isFresh = !isThorough || stored?.elsewhereAsOf === asOf;
  const kept = isFresh ? keptOf(before, stored) : undefined;
  if (kept && stored?.revision === subject.revision && isSameRows(kept.texts, subject))
    return { subject, ...kept, row: undefined };
  const texts = await textsOf(db, subject, before, pause);
  const carried = kept && { elsewhere: kept.elsewhere, from: texts.from };
  const elsewhere = await subjectElsewhere(db, subject, carried, pause);
  const elsewhereAsOf = (carried && stored?.elsewhereAsOf) ?? asOf;
  const row = isThorough ? rowToKeep(subject, texts, elsewhere, elsewhereAsOf) : undefined;
  return { subject, texts, elsewhere, row };
}

function keptOf(
  texts: KeptTexts | undefined,
  stored: PrintsRow | undefined,
): Pick<Part, "texts" | "elsewhere"> | undefined {
  const elsewhere = stored && readElsewhere(stored.elsewhere);
  return texts && elsewhere && { texts, elsewhere };
}

/** Of small subjects nothing is kept: they are worked out in a few milliseconds. */
function rowToKeep(
  { subjectKey, revision, columns }: SubjectColumns,
  texts: KeptTexts,
  elsewhere: Elsewhere,
  elsewhereAsOf: number,
): PrintsRow | undefined {
  if (columns.length < packedFrom) return undefined;
  const packed = packTexts(texts);
  return { subjectKey, revision, packed, elsewhere: packElsewhere(elsewhere), elsewhereAsOf };
}

/** Columns packed anew may have the same revision and another order. */
function isSameRows({ contents }: KeptTexts, { columns }: SubjectColumns): boolean {
  if (contents.length !== columns.contents.length) return false;
  for (let at = 0; at < contents.length; at++) if (contents[at] !== columns.contents[at]) return false;
  return true;
}

function joinedColumns(parts: readonly Part[]): Columns {
  return joinColumns(parts.map(({ subject }) => subject.columns)).columns;
}

/** `sites`: what all subjects together are about, and so none of it is elsewhere. */
function besideOf(parts: readonly Part[], sites: ReadonlySet<string>): Beside {
  const [only] = parts;
  if (only && parts.length === 1)
    return { prints: only.texts.prints, clusters: only.texts.clusters, elsewhere: only.elsewhere };
  const length = parts.reduce((sum, { subject }) => sum + subject.columns.length, 0);
  const source = new Uint8Array(length);
  const row = new Int32Array(length);
  let offset = 0;
  for (const [index, { subject }] of parts.entries()) {
    for (let own = 0; own < subject.columns.length; own++, offset++) {
      source[offset] = index;
      row[offset] = own;
    }
  }
  const own = new Set(Array.from(sites, (site) => siteNumber(site)));
  return {
    prints: joinedPrints(parts.map(({ texts }) => texts.prints)),
    elsewhere: gatherElsewhere({ list: parts.map(({ elsewhere }) => elsewhere), source, row, own }),
  };
}

function joinedPrints(list: readonly TextPrints[]): TextPrints {
  const joined = emptyPrints(list.reduce((sum, { flags }) => sum + flags.length, 0));
  let offset = 0;
  for (const { bands, flags } of list) {
    joined.bands.set(bands, offset * likeness.bands);
    joined.flags.set(flags, offset);
    offset += flags.length;
  }
  return joined;
}

function rowsBy(columns: Columns, authors: ReadonlySet<string>): readonly number[] {
  if (authors.size === 0) return [];
  const rows: number[] = [];
  for (let row = 0; row < columns.length; row++) if (authors.has(authorAt(columns, row))) rows.push(row);
  return rows;
}
