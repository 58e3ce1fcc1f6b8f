import { Dexie } from "dexie";
import { codersOf, codingsBy } from "../../db/research-codings.ts";
import type { ResearchDatabase } from "../../db/research.ts";
import { CancelledError } from "../../errors.ts";
import type { Collection, CollectionId } from "../../model/research/collection.ts";
import type { ItemFilter } from "../../model/research/query.ts";
import { sentimentValidation } from "../coding/sentiment-validation.ts";
import { codeAgreement, codedItems, sentimentAgreement, setAgreement } from "../reliability/agreement.ts";
import type { QueryService } from "../store/query-service.ts";
import { itemsAt } from "../store/read-items.ts";
import type { AgreementFacts, ReportFacts, SessionFacts } from "./facts.ts";
import { ItemTally } from "./item-tally.ts";
import { thisRelease } from "./release.ts";
import { sampleRecall } from "./sample-recall.ts";

/** Items in memory at once. */
const batch = 1000;

export interface ReportOrder {
  readonly db: ResearchDatabase;
  readonly queries: Pick<QueryService, "find" | "series" | "coMentions">;
  readonly collection: CollectionId;
  readonly filter: ItemFilter;
  readonly extension: string;
  readonly siteName: (id: string) => string;
  readonly now: number;
}

/**
 * Gathers what a report says of the items that pass a filter, reading them once and keeping none.
 *
 * @returns `undefined` where the collection is gone.
 * @throws {CancelledError} Once `signal` says so.
 */
export async function reportFacts(order: ReportOrder, signal: AbortSignal): Promise<ReportFacts | undefined> {
  const { db, queries, filter, extension, siteName, now } = order;
  const collection = await db.collections.get(order.collection);
  if (!collection) return undefined;
  const found = await queries.find({ filter, order: "time", descending: false }, signal);
  const sessions = await sessionsOf(db, collection.id, filter);
  const tally = await tallyOf(db, collection, found.seqs, signal);
  return {
    collection,
    filter,
    extension,
    siteName,
    tally,
    sessions,
    madeAt: now,
    release: thisRelease(),
    total: found.total,
    facets: found.facets,
    codebooks: await db.codebooks
      .where("[collection+version]")
      .between([collection.id, Dexie.minKey], [collection.id, Dexie.maxKey])
      .toArray(),
    series: await queries.series({ filter, split: "none" }, signal),
    pairs: await queries.coMentions(filter, signal),
    validation: await sentimentValidation(db, collection),
    agreement: await agreementOf(db, collection),
    recall: await sampleRecall(db, collection, filter.sessions),
  };
}

async function tallyOf(
  db: ResearchDatabase,
  { id, coder }: Collection,
  seqs: Uint32Array,
  signal: AbortSignal,
): Promise<ItemTally> {
  const tally = new ItemTally();
  for (let start = 0; start < seqs.length; start += batch) {
    if (signal.aborted) throw new CancelledError();
    const some = Array.from(seqs.subarray(start, start + batch));
    for (const { item, coding } of await itemsAt(db, { collection: id, coder }, some))
      tally.add(item, coding);
  }
  return tally;
}

async function sessionsOf(
  db: ResearchDatabase,
  collection: CollectionId,
  { sessions: chosen }: ItemFilter,
): Promise<readonly SessionFacts[]> {
  const all = await db.sessions.where("collection").equals(collection).toArray();
  const sessions = all
    .filter(({ id }) => chosen.length === 0 || chosen.includes(id))
    .toSorted((a, b) => a.startedAt - b.startedAt);
  const views = await db.views
    .where("session")
    .anyOf(sessions.map(({ id }) => id))
    .toArray();
  const bySession = Map.groupBy(views, ({ session }) => session);
  return sessions.map((session) => ({
    session,
    views: (bySession.get(session.id) ?? []).toSorted((a, b) => a.firstAt - b.firstAt),
  }));
}

async function agreementOf(
  db: ResearchDatabase,
  { id, codebook }: Collection,
): Promise<AgreementFacts | undefined> {
  const coders = await codersOf(db, id);
  if (coders.length < 2) return undefined;
  const codings = await Promise.all(coders.map((coder) => codingsBy(db, id, coder)));
  const items = codedItems(codings.flat(), coders);
  if (items.length === 0) return undefined;
  return {
    coders,
    sets: setAgreement(items, coders),
    codes: codebook.codes.map((code) => codeAgreement(items, code, coders)),
    sentiment: sentimentAgreement(items, coders),
  };
}
