import type { EntityTable, Table } from "dexie";
import type { Codebook, Coding, ReliabilitySample } from "../model/research/coding.ts";
import type { Collection } from "../model/research/collection.ts";
import type { NewItem, ResearchItem } from "../model/research/item.ts";
import type { FeedView, Session, Tally } from "../model/research/session.ts";
import type { Answer, CodingTask } from "../model/research/task.ts";
import { ManagedDatabase } from "./managed-database.ts";

/** A post that came by in a session: counted once, however often it is met. */
export interface SeenRow {
  readonly session: string;
  /** `ResearchItem.key`. */
  readonly key: string;
}

/** An item that changed after it was numbered, for indexes to catch up with. */
export interface ChangeRow {
  readonly n: number;
  readonly collection: string;
  readonly seq: number;
}

/** A packed part of an index over a collection. Can always be made anew from the items. */
export interface BlockRow {
  readonly collection: string;
  readonly name: string;
  readonly bytes: ArrayBuffer;
}

/** Long work on one collection, done in steps that may be cut off anywhere and go on where they were. */
export interface ChoreRow {
  readonly collection: string;
  /** `delete`: the collection itself is gone already. `erase`: people whose erasure stands in the collection's log. */
  readonly kind: "delete" | "erase" | "expire" | "protect";
  /** `ResearchItem.seq` of the last item that was looked at. */
  readonly cursor: number;
  readonly startedAt: number;
  /** Numbers of the first and last item when it began: how far the cursor is between them is how far it came. */
  readonly first: number;
  readonly last: number;
}

export interface CodebookRow extends Codebook {
  readonly collection: string;
}

/** What was answered to one item of a task. */
export interface AnswerRow extends Answer {
  readonly task: string;
  /** `TaskItem.key`. */
  readonly key: string;
}

/**
 * What researchers collect. Apart from `personal`, whose export is one file a person can hold in memory and which
 * waits for the disk at each write; apart from `community`, which may be evicted. Never rebuilt: every change of shape
 * is a migration with a test.
 */
export class ResearchDatabase extends ManagedDatabase {
  declare readonly collections: EntityTable<Collection, "id">;
  declare readonly codebooks: Table<CodebookRow, [string, number]>;
  declare readonly sessions: EntityTable<Session, "id">;
  declare readonly views: EntityTable<FeedView, "id">;
  declare readonly tallies: Table<Tally, [string, string, string]>;
  declare readonly seen: Table<SeenRow, [string, string]>;
  declare readonly items: Table<ResearchItem, number, NewItem>;
  declare readonly codings: Table<Coding, [number, string]>;
  declare readonly samples: EntityTable<ReliabilitySample, "id">;
  declare readonly tasks: EntityTable<CodingTask, "id">;
  declare readonly answers: Table<AnswerRow, [string, string]>;
  declare readonly changes: Table<ChangeRow, number, Omit<ChangeRow, "n">>;
  declare readonly blocks: Table<BlockRow, [string, string]>;
  declare readonly chores: Table<ChoreRow, [string, string]>;

  constructor(name: string) {
    super(name, { chromeTransactionDurability: "relaxed" });
    // Never edit a shipped version: add the next one, its upgrade, and a fixture in research.migrations.test.ts.
    this.version(1).stores({
      collections: "id, createdAt",
      codebooks: "[collection+version]",
      sessions: "id, collection, startedAt",
      views: "id, session",
      tallies: "[session+site+day], collection",
      seen: "[session+key]",
      items: "++seq, &[collection+key], [collection+seq]",
      codings: "[seq+coder], [collection+coder]",
      samples: "id, collection",
      tasks: "id",
      answers: "[task+key]",
      changes: "++n, [collection+n]",
      blocks: "[collection+name]",
      chores: "[collection+kind]",
    });
  }
}

/** Opens on first use. @throws {DatabaseNewerError} on first use, where newer code wrote what is on disk. */
export function openResearch(name = "research"): ResearchDatabase {
  return new ResearchDatabase(name);
}
