import { sql } from "kysely";
import type { Review } from "../../../lib/model/review.ts";
import type { Place } from "../subject.ts";
import {
  issuerAggregates,
  subjectAggregate,
  subjectAggregates,
  type IssuerAggregate,
  type SubjectAggregate,
} from "./aggregates.ts";
import { append, type AppendItem, type AppendOutcome } from "./append.ts";
import { createBatcher } from "./batcher.ts";
import type { Database, Work } from "./database.ts";
import {
  keepRecord,
  readRemovals,
  readSegments,
  readState,
  readTokens,
  recordSegment,
  type HubState,
  type NumberedToken,
} from "./feed-queries.ts";
import type { Page, ReviewFilter } from "./filter.ts";
import { findReview, listReviews, type ListedReview } from "./list.ts";
import { dismissFlags, readQueue, type Flagged, type FlagQuery } from "./flags.ts";
import { hold, listHeld, listHolds, release, releaseExpired } from "./hold.ts";
import { holdKeyOf } from "./holds.ts";
import { remove, type RemoveOrder } from "./remove.ts";
import {
  eraseWithheld,
  readRestorations,
  restore,
  type Restored,
  type RestoredReview,
  type RestoreOrder,
} from "./restore.ts";
import type { FeedSegmentTable, HeldTable, HoldTable, RemovalTable } from "./tables.ts";

/** Everything the hub keeps. One contract suite holds for every database behind it. */
export interface Storage {
  /** Stores one verified review. Resolves when it is on disk. */
  submit(review: Review): Promise<AppendOutcome>;
  /** Stores copies from elsewhere, in order, one transaction per call. */
  copy(reviews: readonly Review[]): Promise<readonly AppendOutcome[]>;

  remove(order: RemoveOrder): Promise<number>;
  restore(order: RestoreOrder): Promise<Restored>;
  /** Flagged reviews that nobody has looked at since. */
  queue(query: FlagQuery): Promise<readonly Flagged[]>;
  /** @returns How many flags are dealt with now. */
  dismiss(signatureKey: string): Promise<number>;
  hold(order: { target: string; day: string; untilDay?: string }): Promise<void>;
  /** @returns How many tokens were published; `undefined` where nothing was on hold under this name. */
  release(target: string): Promise<number | undefined>;
  holds(): Promise<readonly (HoldTable & { readonly waiting: number })[]>;
  held(limit: number): Promise<readonly HeldTable[]>;
  /** What a day that has begun ends: holds that are over, and tokens kept for an appeal. */
  endDay(today: string): Promise<void>;

  list(filter: ReviewFilter, page: Page): Promise<readonly ListedReview[]>;
  find(signatureKey: string): Promise<ListedReview | undefined>;
  subject(sub: string, near?: Place): Promise<SubjectAggregate>;
  subjects(subs: readonly string[]): Promise<ReadonlyMap<string, SubjectAggregate>>;
  issuers(kids: readonly string[]): Promise<ReadonlyMap<string, IssuerAggregate>>;

  state(): Promise<HubState>;
  /** Tokens after a sequence number, in commit order. Never skips one, whoever writes meanwhile. */
  tokens(range: { after: number; through?: number; limit: number }): Promise<readonly NumberedToken[]>;
  segments(): Promise<readonly FeedSegmentTable[]>;
  recordSegment(
    number: number,
    range: { after: number; through: number },
    measure: (tokens: readonly NumberedToken[]) => Pick<FeedSegmentTable, "bytes" | "sha256">,
  ): Promise<void>;
  removals(): Promise<readonly RemovalTable[]>;
  restorations(): Promise<readonly RestoredReview[]>;
  keepRecord(table: "removals" | "restorations", id: string, record: string): Promise<void>;

  /** Resolves when the database answers, rejects when it does not. */
  ping(): Promise<void>;
  /** Waits for what was handed in, then closes. */
  close(): Promise<void>;
}

/** Over a migrated database. */
export function createStorage(database: Database): Storage {
  const { kysely, engine } = database;
  const inWork = <T>(work: (work: Work) => Promise<T>): Promise<T> =>
    kysely.transaction().execute((trx) => work({ trx, engine }));
  const write = (items: readonly AppendItem[]): Promise<readonly AppendOutcome[]> =>
    inWork((work) => append(work, items));
  const submissions = createBatcher(write);
  return {
    submit: (review) => submissions.add({ review, mode: "submit" }),
    copy: async (reviews) =>
      reviews.length === 0 ? [] : write(reviews.map((review) => ({ review, mode: "copy" }))),
    remove: (order) => inWork((work) => remove(work, order)),
    restore: (order) => inWork((work) => restore(work, order)),
    queue: (query) => readQueue(database, query),
    dismiss: (signatureKey) => inWork((work) => dismissFlags(work, signatureKey)),
    hold: (order) => inWork((work) => hold(work, order)),
    release: (target) => inWork((work) => release(work, holdKeyOf(target))),
    holds: () => listHolds(database),
    held: (limit) => listHeld(database, limit),
    endDay: async (today) => {
      await inWork((work) => releaseExpired(work, today));
      await inWork((work) => eraseWithheld(work, today));
    },
    list: (filter, page) => listReviews(database, filter, page),
    find: (signatureKey) => findReview(database, signatureKey),
    subject: (sub, near) => subjectAggregate(database, sub, near),
    subjects: async (subs) => (subs.length === 0 ? new Map() : subjectAggregates(database, subs)),
    issuers: async (kids) => (kids.length === 0 ? new Map() : issuerAggregates(database, kids)),
    state: () => readState(database),
    tokens: (range) => readTokens(kysely, range),
    segments: () => readSegments(database),
    recordSegment: (number, range, measure) => recordSegment(database, number, range, measure),
    removals: () => readRemovals(database),
    restorations: () => readRestorations(database),
    keepRecord: (table, id, record) => keepRecord(database, table, id, record),
    ping: async () => {
      await sql`select 1`.execute(kysely);
    },
    close: async () => {
      await submissions.idle();
      await kysely.destroy();
    },
  };
}
