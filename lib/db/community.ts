import type { EntityTable, Table } from "dexie";
import type { AuthorId, ReviewId } from "../model/review.ts";
import type { SubjectKey } from "../model/subject.ts";
import type {
  BlockedRow,
  ColumnsRow,
  EffectiveRow,
  MetaRow,
  PendingRow,
  PrintsRow,
  ReactionRow,
  RemovedRow,
  StoredReply,
  SummaryRow,
  SyncState,
  TokenRow,
  VoteRow,
  WeighedRow,
} from "./community-rows.ts";
import { ManagedDatabase } from "./managed-database.ts";
import type {
  AnswerRow,
  BucketBrandRow,
  ConversationRow,
  DailyBrandRow,
  OfficialKeyRow,
} from "./talk-rows.ts";

/** What others signed: a copy that can be fetched again, and tables derived from it. */
export class CommunityDatabase extends ManagedDatabase {
  declare readonly tokens: EntityTable<TokenRow, "id">;
  declare readonly removed: EntityTable<RemovedRow, "id">;
  declare readonly pending: EntityTable<PendingRow, "id">;
  declare readonly effective: Table<EffectiveRow, [SubjectKey, AuthorId]>;
  declare readonly replies: EntityTable<StoredReply, "id">;
  declare readonly votes: Table<VoteRow, [ReviewId, AuthorId]>;
  declare readonly reactions: EntityTable<ReactionRow, "id">;
  declare readonly summaries: EntityTable<SummaryRow, "subjectKey">;
  declare readonly columns: EntityTable<ColumnsRow, "subjectKey">;
  declare readonly meta: EntityTable<MetaRow, "name">;
  declare readonly syncState: EntityTable<SyncState, "id">;
  declare readonly answers: Table<AnswerRow, [brandId: string, place: string]>;
  declare readonly conversations: EntityTable<ConversationRow, "key">;
  declare readonly officialKeys: Table<OfficialKeyRow, [brandId: string, author: AuthorId, feed: string]>;
  declare readonly dailyBrands: Table<DailyBrandRow, [brandId: string, feed: string]>;
  declare readonly bucketBrands: Table<BucketBrandRow, [brandId: string, feed: string]>;
  declare readonly weighed: EntityTable<WeighedRow, "key">;
  declare readonly prints: EntityTable<PrintsRow, "subjectKey">;
  declare readonly blocked: Table<BlockedRow, [list: string, id: string]>;

  constructor(name: string) {
    // What is lost in a crash is fetched again, so writes need not wait for the disk.
    super(name, { chromeTransactionDurability: "relaxed" });
    // Every index costs on every write: each one here answers a query that a person waits for.
    this.version(1).stores({
      tokens: "id, signatureKey, [root+kind]",
      removed: "id",
      pending: "id, missing",
      effective: "[subjectKey+author], [subjectKey+issuedAt+author]",
      replies: "id, [target+repliedAt]",
      votes: "[target+author]",
      reactions: "id",
      summaries: "subjectKey, [siteKey+count]",
      columns: "subjectKey",
      meta: "name",
      syncState: "id",
    });
    // What others said elsewhere. The last index says what may go first when room runs out, without reading any row.
    this.version(2).stores({
      answers: "[brandId+place], state, [usedAt+size]",
      conversations: "key, brandId, [usedAt+size]",
      dailyBrands: "[brandId+feed], feed",
      officialKeys: "[brandId+author+feed], author, feed",
      // By whom, for what brands answer.
      replies: "id, [target+repliedAt], [author+repliedAt]",
    });
    // What a press brought from a feed's buckets.
    this.version(3).stores({ bucketBrands: "[brandId+feed], feed, readAt" });
    this.version(4).stores({
      // Everything that one key wrote.
      effective: "[subjectKey+author], [subjectKey+issuedAt+author], [author+issuedAt]",
      // What signals make of reviews, and what stands for their texts.
      weighed: "key",
      prints: "subjectKey",
      // What block lists name that the person subscribed to.
      blocked: "[list+id], id, list",
    });
  }
}

/** Opens on first use. @throws {DatabaseNewerError} on first use, where newer code wrote what is on disk. */
export function openCommunity(name = "community"): CommunityDatabase {
  return new CommunityDatabase(name);
}
