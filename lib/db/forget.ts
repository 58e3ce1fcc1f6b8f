import type { CorrectionScope } from "../model/correction.ts";
import { dayOf } from "../model/day.ts";
import { withoutOldNews } from "../model/follow.ts";
import type { KeyProof } from "../model/person.ts";
import type { PersonalDatabase } from "./personal.ts";

/** 30 days. */
export const traceLifetimeMs = 30 * 24 * 3_600_000;

/**
 * Removes traces older than 30 days: requests, counters, badge positions, news of followed brands, and outbox rows that
 * are done with.
 */
export async function expireTraces(db: PersonalDatabase, nowMs: number): Promise<void> {
  const oldest = nowMs - traceLifetimeMs;
  const tables = [db.ledger, db.counters, db.sites, db.outbox, db.follows];
  await db.transaction("rw", tables, async () => {
    await db.ledger.where("at").below(oldest).delete();
    await db.counters.where("day").below(dayOf(oldest)).delete();
    // A site that is off stays off: that is a choice, not a trace.
    await db.sites
      .where("updatedAt")
      .below(oldest)
      .filter(({ off }) => !off)
      .delete();
    await db.outbox
      .where("createdAt")
      .below(oldest)
      .filter(({ state }) => state === "sent")
      .delete();
    const aged = await db.follows
      .filter(({ news }) => news.some(({ foundAt }) => foundAt < oldest))
      .toArray();
    await db.follows.bulkPut(aged.map((row) => withoutOldNews(row, oldest)));
  });
}

/**
 * Forgets what happened since `sinceMs` (epoch ms): requests, where a badge was moved since, unsent drafts last
 * changed since, corrections, brands followed and authors followed or muted since. A site that is off stays off: the row does not say since when, and to undo an old
 * choice would bring the badge back where it was sent away. Counters are kept by day, so a day that the span touches
 * goes whole.
 */
export async function forgetSince(db: PersonalDatabase, sinceMs: number): Promise<void> {
  const traces = [db.ledger, db.counters, db.sites, db.drafts, db.corrections, db.follows, db.people];
  await db.transaction("rw", [...traces, db.hidden, db.seenAnswers], async () => {
    // What is hidden stays hidden, and what was seen seen: but not when.
    await db.hidden.where("at").aboveOrEqual(sinceMs).modify({ at: 0 });
    await db.seenAnswers.where("at").aboveOrEqual(sinceMs).modify({ at: 0 });
    await db.ledger.where("at").aboveOrEqual(sinceMs).delete();
    await db.people.where("at").aboveOrEqual(sinceMs).delete();
    await forgetProofs(db, ({ seenAt }) => seenAt >= sinceMs);
    await db.corrections.where("at").aboveOrEqual(sinceMs).delete();
    await db.follows.where("followedAt").aboveOrEqual(sinceMs).delete();
    await db.counters.where("day").aboveOrEqual(dayOf(sinceMs)).delete();
    const touched = await db.sites.where("updatedAt").aboveOrEqual(sinceMs).toArray();
    await db.sites.bulkDelete(touched.map(({ siteKey }) => siteKey));
    // Without the time of the change as well: that is a trace of a visit.
    await db.sites.bulkPut(
      touched.filter(({ off }) => off).map(({ siteKey }) => ({ siteKey, off: true, updatedAt: 0 })),
    );
    await db.drafts.where("updatedAt").aboveOrEqual(sinceMs).delete();
  });
}

/**
 * Forgets one site: its choices and corrections, unsent drafts about it or its pages, requests to it, that its brand
 * is followed and that it named an author's key: these would tell of the site. A correction of a name stays: it does not say where it was made. What was posted stays in
 * "mine": it is public, and the person needs it to take it back.
 */
export async function forgetSite(db: PersonalDatabase, siteKey: string): Promise<void> {
  const tables = [db.ledger, db.sites, db.drafts, db.corrections, db.follows, db.people];
  await db.transaction("rw", tables, async () => {
    await db.sites.delete(siteKey);
    await forgetProofs(db, ({ address }) => isOnSite(address, siteKey));
    await db.corrections
      .filter(({ scope }) => scope.kind !== "name" && isOnSite(scopeAddress(scope), siteKey))
      .delete();
    await db.follows.filter(({ domain }) => domain !== undefined && isOnSite(domain, siteKey)).delete();
    await db.ledger.filter(({ host }) => isOnSite(`https://${host}`, siteKey)).delete();
    await db.drafts
      .filter(({ subject, subjectKey }) => isOnSite(subject, siteKey) || isOnSite(subjectKey, siteKey))
      .delete();
  });
}

/** The author stays followed; the pages that were open are what is forgotten. */
async function forgetProofs(db: PersonalDatabase, isForgotten: (proof: KeyProof) => boolean): Promise<void> {
  await db.people.toCollection().modify((row: { proven?: readonly KeyProof[] }) => {
    if (row.proven?.some(isForgotten)) row.proven = row.proven.filter((proof) => !isForgotten(proof));
  });
}

function scopeAddress(scope: Exclude<CorrectionScope, { kind: "name" }>): string {
  return scope.kind === "site" ? scope.siteKey : scope.at;
}

/** Whether a URI is on a site: its host or one below it, and below its path where the site key has one. */
function isOnSite(uri: string, siteKey: string): boolean {
  const url = URL.parse(uri.includes("://") ? uri : `https://${uri}`);
  if (!url) return false;
  const [siteHost = "", ...sitePath] = siteKey.replace(/^https?:\/\//, "").split("/");
  const path = sitePath.length === 0 ? "" : `/${sitePath.join("/")}`;
  const sameHost = url.hostname === siteHost || url.hostname.endsWith(`.${siteHost}`);
  return sameHost && (path === "" || `${url.pathname}/`.startsWith(`${path}/`));
}
