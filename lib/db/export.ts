import type { Correction } from "../model/correction.ts";
import type { Follow, FollowedBrand } from "../model/follow.ts";
import type { BlockListSubscription, HiddenItem, Person } from "../model/person.ts";
import { ok, type Result } from "../model/result.ts";
import { sealedFile } from "../model/sealed-file.ts";
import { mergePerson } from "./circle-file.ts";
import { withDatabaseErrors } from "./database-error.ts";
import type { Draft, OutboxRow, OwnToken, SiteChoice } from "./personal-rows.ts";
import type { PersonalDatabase } from "./personal.ts";

/** The rows of an exported file. `settings` are the caller's and pass through untouched. */
export interface PersonalRows {
  readonly drafts: readonly Draft[];
  readonly outbox: readonly OutboxRow[];
  readonly ownTokens: readonly OwnToken[];
  readonly sites: readonly SiteChoice[];
  /** Files from before there were any have none. */
  readonly corrections?: readonly Correction[] | undefined;
  readonly follows?: readonly FollowedBrand[] | undefined;
  readonly people?: readonly Person[] | undefined;
  readonly hidden?: readonly HiddenItem[] | undefined;
  readonly blockLists?: readonly Pick<BlockListSubscription, "url" | "addedAt">[] | undefined;
  readonly settings?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Everything that the person owns as one JSON file with a checksum. Keys stay out: they travel as backups, in the
 * format other clients read. Requests, counters and news of followed brands stay out too: they are traces that expire,
 * and a file does not.
 *
 * @param settings - Plain data from outside the database that belongs in the file.
 */
export async function exportPersonal(
  db: PersonalDatabase,
  nowMs: number,
  settings?: PersonalRows["settings"],
): Promise<string> {
  return withDatabaseErrors(async () => {
    const data = await db.transaction("r", tablesOf(db), async () => ({
      drafts: await db.drafts.toArray(),
      outbox: await db.outbox.toArray(),
      ownTokens: await db.ownTokens.toArray(),
      sites: await db.sites.toArray(),
      corrections: await db.corrections.toArray(),
      follows: (await db.follows.toArray()).map(withoutNews),
      people: await db.people.toArray(),
      hidden: await db.hidden.toArray(),
      blockLists: (await db.blockLists.toArray()).map(({ addedAt, url }) => ({ addedAt, url })),
      ...(settings && { settings }),
    }));
    return sealedFile({ format: "backtalk-personal", version: 1, exportedAt: nowMs }, data);
  });
}

function tablesOf(db: PersonalDatabase) {
  const written = [db.drafts, db.outbox, db.ownTokens, db.sites, db.corrections];
  return [...written, db.follows, db.people, db.hidden, db.blockLists];
}

export interface ImportResult {
  /** Rows that were not here. */
  readonly added: number;
  /** Rows that were here and took something over. */
  readonly merged: number;
  readonly settings?: PersonalRows["settings"];
}

/**
 * Merges an exported file into what is here; nothing of either side is lost. All or nothing.
 *
 * @param read - `readPersonalExport` of lib/schema, which this layer may not import.
 * @returns The reader's problem, with nothing changed, where the file is not right.
 */
export async function importPersonal(
  db: PersonalDatabase,
  text: string,
  read: (text: string) => Promise<Result<PersonalRows>>,
): Promise<Result<ImportResult>> {
  const file = await read(text);
  if (!file.ok) return file;
  const { drafts, outbox, ownTokens, sites, corrections = [], follows = [], settings } = file.value;
  const { people = [], hidden = [] } = file.value;
  return withDatabaseErrors(async () => {
    const tally = { added: 0, merged: 0 };
    await db.transaction("rw", tablesOf(db), async () => {
      const draftsHere = await db.drafts.bulkGet(drafts.map(({ subjectKey }) => subjectKey));
      await db.drafts.bulkPut(mergeAll(drafts, draftsHere, mergeDrafts, tally));
      const outboxHere = await db.outbox.bulkGet(outbox.map(({ id }) => id));
      await db.outbox.bulkPut(mergeAll(outbox.map(asUnclear), outboxHere, (_, here) => here, tally));
      const tokensHere = await db.ownTokens.bulkGet(ownTokens.map(({ id }) => id));
      await db.ownTokens.bulkPut(mergeAll(ownTokens, tokensHere, mergeTokens, tally));
      const sitesHere = await db.sites.bulkGet(sites.map(({ siteKey }) => siteKey));
      await db.sites.bulkPut(mergeAll(sites, sitesHere, newerSite, tally));
      const correctionsHere = await db.corrections.bulkGet(corrections.map(({ id }) => id));
      await db.corrections.bulkPut(mergeAll(corrections, correctionsHere, newer, tally));
      const followed = follows.map(withoutKnowing);
      const followsHere = await db.follows.bulkGet(followed.map(({ brandId }) => brandId));
      await db.follows.bulkPut(mergeAll(followed, followsHere, (_, here) => here, tally));
      const peopleHere = await db.people.bulkGet(people.map(({ author }) => author));
      await db.people.bulkPut(mergeAll(people, peopleHere, mergePerson, tally));
      // Block lists are not taken over: subscribing is a consent, and a file gives none.
      const hiddenHere = await db.hidden.bulkGet(hidden.map(({ id }) => id));
      await db.hidden.bulkPut(mergeAll(hidden, hiddenHere, (_, here) => here, tally));
    });
    return ok({ ...tally, ...(settings && { settings }) });
  });
}

function mergeAll<Row>(
  rows: readonly Row[],
  here: readonly (Row | undefined)[],
  merge: (row: Row, here: Row) => Row,
  tally: { added: number; merged: number },
): Row[] {
  return rows.flatMap((row, index) => {
    const own = here[index];
    if (own === undefined) {
      tally.added++;
      return [row];
    }
    const merged = merge(row, own);
    if (merged === own) return [];
    tally.merged++;
    return [merged];
  });
}

/** The newer draft, with the other's text below it unless it is part of it. */
function mergeDrafts(row: Draft, here: Draft): Draft {
  const [newer, older] = row.updatedAt > here.updatedAt ? [row, here] : [here, row];
  if (newer.text.includes(older.text)) return newer;
  if (older.text.includes(newer.text)) return { ...newer, text: older.text };
  return { ...newer, text: `${newer.text}\n\n${older.text}` };
}

/** Whether another device sent it meanwhile is not known, so the outbox must ask before it sends. */
function asUnclear(row: OutboxRow): OutboxRow {
  return row.state === "sent" || row.state === "refused" ? row : { ...row, state: "unclear" };
}

const stateOrder = { live: 0, edited: 1, deleted: 2 } as const;

/** What was edited or deleted on either side is; the slip of either side is kept. */
function mergeTokens(row: OwnToken, here: OwnToken): OwnToken {
  const state = stateOrder[row.state] > stateOrder[here.state] ? row.state : here.state;
  const slipJwt = here.slipJwt ?? row.slipJwt;
  if (state === here.state && slipJwt === here.slipJwt) return here;
  return { ...here, state, ...(slipJwt !== undefined && { slipJwt }) };
}

/** What this device's daily files tell of it is found out anew. */
function withoutKnowing(brand: FollowedBrand): Follow {
  return { ...brand, news: [] };
}

function withoutNews({ brandId, name, domain, followedAt }: Follow): FollowedBrand {
  return { brandId, name, ...(domain !== undefined && { domain }), followedAt };
}

function newer<Row extends { readonly at: number }>(row: Row, here: Row): Row {
  return row.at > here.at ? row : here;
}

function newerSite(row: SiteChoice, here: SiteChoice): SiteChoice {
  return row.updatedAt > here.updatedAt ? row : here;
}
