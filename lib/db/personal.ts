import type { EntityTable, Table } from "dexie";
import type { Correction } from "../model/correction.ts";
import type { Follow } from "../model/follow.ts";
import type { BlockListSubscription, HiddenItem, Person } from "../model/person.ts";
import { ManagedDatabase } from "./managed-database.ts";
import type {
  DayCounters,
  Draft,
  KeyRow,
  LedgerEntry,
  LedgerRow,
  OutboxRow,
  OwnToken,
  SeenAnswer,
  SiteChoice,
} from "./personal-rows.ts";

/** What belongs to the person. Never dropped, never rebuilt: every change of shape is a migration with a test. */
export class PersonalDatabase extends ManagedDatabase {
  declare readonly keys: EntityTable<KeyRow, "author">;
  declare readonly drafts: EntityTable<Draft, "subjectKey">;
  declare readonly outbox: EntityTable<OutboxRow, "id">;
  declare readonly ownTokens: EntityTable<OwnToken, "id">;
  declare readonly ledger: Table<LedgerRow, number, LedgerEntry>;
  declare readonly counters: EntityTable<DayCounters, "day">;
  declare readonly sites: EntityTable<SiteChoice, "siteKey">;
  declare readonly corrections: EntityTable<Correction, "id">;
  declare readonly follows: EntityTable<Follow, "brandId">;
  declare readonly people: EntityTable<Person, "author">;
  declare readonly hidden: EntityTable<HiddenItem, "id">;
  declare readonly blockLists: EntityTable<BlockListSubscription, "url">;
  declare readonly seenAnswers: EntityTable<SeenAnswer, "id">;

  constructor(name: string) {
    // What a person wrote must survive a crash of the machine, so writes wait for the disk.
    super(name, { chromeTransactionDurability: "strict" });
    // Never edit a shipped version: add the next one, its upgrade, and a fixture in personal.migrations.test.ts.
    this.version(1).stores({
      keys: "author, chosenAt",
      drafts: "subjectKey, updatedAt",
      outbox: "id, sendAt, createdAt, subjectKey",
      ownTokens: "id, signatureKey, subjectKey, createdAt",
      ledger: "++seq, at, host",
      counters: "day",
      sites: "siteKey, updatedAt",
    });
    this.version(2).stores({ corrections: "id, at" });
    this.version(3).stores({ follows: "brandId, followedAt" });
    this.version(4).stores({
      people: "author, at",
      hidden: "id, at",
      blockLists: "url",
      seenAnswers: "id, at",
    });
  }
}

/** Opens on first use. @throws {DatabaseNewerError} on first use, where newer code wrote what is on disk. */
export function openPersonal(name = "personal"): PersonalDatabase {
  return new PersonalDatabase(name);
}
