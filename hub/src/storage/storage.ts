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
import type { Database } from "./database.ts";
import {
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
import { remove, type Removal } from "./remove.ts";
import type { FeedSegmentTable, RemovalTable } from "./tables.ts";

/** Everything the hub keeps. One contract suite holds for every database behind it. */
export interface Storage {
  /** Stores one verified review. Resolves when it is on disk. */
  submit(review: Review): Promise<AppendOutcome>;
  /** Stores copies from elsewhere, in order, one transaction per call. */
  copy(reviews: readonly Review[]): Promise<readonly AppendOutcome[]>;
  remove(removal: Removal): Promise<number>;

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

  /** Resolves when the database answers, rejects when it does not. */
  ping(): Promise<void>;
  /** Waits for what was handed in, then closes. */
  close(): Promise<void>;
}

/** Over a migrated database. */
export function createStorage(database: Database): Storage {
  const { kysely, engine } = database;
  const write = (items: readonly AppendItem[]): Promise<readonly AppendOutcome[]> =>
    kysely.transaction().execute((trx) => append({ trx, engine }, items));
  const submissions = createBatcher(write);
  return {
    submit: (review) => submissions.add({ review, mode: "submit" }),
    copy: async (reviews) =>
      reviews.length === 0 ? [] : write(reviews.map((review) => ({ review, mode: "copy" }))),
    remove: (removal) => kysely.transaction().execute((trx) => remove({ trx, engine }, removal)),
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
    ping: async () => {
      await sql`select 1`.execute(kysely);
    },
    close: async () => {
      await submissions.idle();
      await kysely.destroy();
    },
  };
}
