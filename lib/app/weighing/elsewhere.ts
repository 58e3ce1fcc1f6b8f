import { authorAt } from "../../columns/columns.ts";
import { nearestStar } from "../../columns/select.ts";
import { hasTrait, trait } from "../../columns/traits.ts";
import type { SubjectColumns } from "../../db/columns-store.ts";
import type { CommunityDatabase } from "../../db/community.ts";
import type { EffectiveRow } from "../../db/community-rows.ts";
import { starsOfSite } from "../../db/site-stars.ts";
import { readStatements } from "../../db/statements.ts";
import type { StarCounts } from "../../model/summary.ts";
import { type Elsewhere, elsewhereOf, type Statement, type Tally } from "../../trust/elsewhere.ts";
import { gatherElsewhere } from "../../trust/kept-elsewhere.ts";
import { fewestElsewhere } from "../../trust/signals/rating-deviation.ts";
import { hashWord } from "../../trust/text/words.ts";

/** Of other sites so many are asked how stars are spread there: a crowd of keys that were everywhere costs no more. */
const mostSites = 2000;
const sitesAtOnce = 100;

/** What is kept of the same subject from before. */
interface Before {
  readonly elsewhere: Elsewhere;
  /** By row: the row it had then, or -1. */
  readonly from: Int32Array;
}

/** The number of a subject's registrable domain, or of itself where it has none. The same on every device. */
export function siteNumber(site: string): number {
  return hashWord(site);
}

/** What a subject's authors said about other sites. `before`: what need not be read again. */
export async function subjectElsewhere(
  db: CommunityDatabase,
  { subjectKey, siteKey, columns }: SubjectColumns,
  before: Before | undefined,
  pause: () => Promise<void>,
): Promise<Elsewhere> {
  const unread: number[] = [];
  for (let row = 0; row < columns.length; row++) if (!before || before.from[row] === -1) unread.push(row);
  const authors = unread.map((row) => authorAt(columns, row));
  const read = await statementsOf(db, authors, siteKey ?? subjectKey, pause);
  const fresh = elsewhereOf(authors, read.statements, await talliesOf(db, read, pause));
  if (!before) return fresh;
  const source = new Uint8Array(columns.length);
  const row = before.from.slice();
  for (const [index, each] of unread.entries()) {
    source[each] = 1;
    row[each] = index;
  }
  return gatherElsewhere({ list: [before.elsewhere, fresh], source, row, own: new Set() });
}

interface Read {
  readonly statements: readonly Statement[];
  /** Sites whose stars matter, by number: of keys that said enough for a deviation to be usual for them. */
  readonly sites: ReadonlyMap<number, Site>;
}

interface Site {
  readonly name: string;
  /** It is a subject without a registrable domain. */
  readonly isSubject: boolean;
}

async function statementsOf(
  db: CommunityDatabase,
  authors: readonly string[],
  ownSite: string,
  pause: () => Promise<void>,
): Promise<Read> {
  const statements: Statement[] = [];
  const sites = new Map<number, Site>();
  const read = (rows: readonly EffectiveRow[]): void => {
    const others = rows.filter(({ siteKey, subjectKey }) => (siteKey ?? subjectKey) !== ownSite);
    for (const { author, siteKey, subjectKey, issuedAt, ...row } of others) {
      const name = siteKey ?? subjectKey;
      const subject = siteNumber(name);
      statements.push({ author, subject, issuedAt, stars: starsOf(row) });
      if (others.length >= fewestElsewhere) sites.set(subject, { name, isSubject: siteKey === undefined });
    }
  };
  await readStatements(db, authors, read, pause);
  return { statements, sites };
}

/** 0: no rating, or said to be written by software, and so no voice. */
function starsOf({ rating, traits }: Pick<EffectiveRow, "rating" | "traits">): number {
  return rating === undefined || hasTrait(traits, trait.generated) ? 0 : nearestStar(rating);
}

async function talliesOf(
  db: CommunityDatabase,
  { sites }: Read,
  pause: () => Promise<void>,
): Promise<ReadonlyMap<number, Tally>> {
  // In the order of their numbers, so that every device leaves out the same.
  const asked = [...sites].toSorted(([a], [b]) => a - b).slice(0, mostSites);
  const tallies = new Map<number, Tally>();
  for (let at = 0; at < asked.length; at += sitesAtOnce) {
    const some = asked.slice(at, at + sitesAtOnce);
    const stars = await Promise.all(
      some.map(async ([, { isSubject, name }]) =>
        isSubject ? (await db.summaries.get(name))?.stars : starsOfSite(db, name),
      ),
    );
    for (const [index, [number]] of some.entries()) tallies.set(number, tallyOf(stars[index]));
    await pause();
  }
  return tallies;
}

function tallyOf(stars: StarCounts = [0, 0, 0, 0, 0]): Tally {
  const tally = { count: 0, sum: 0, squares: 0 };
  for (const [index, count] of stars.entries()) {
    tally.count += count;
    tally.sum += count * (index + 1);
    tally.squares += count * (index + 1) ** 2;
  }
  return tally;
}
