import type { EntityTable, Table } from "dexie";
import type { Codebook, Coding, ReliabilitySample } from "../model/research/coding.ts";
import type { Collection } from "../model/research/collection.ts";
import type { NewItem, ResearchItem } from "../model/research/item.ts";
import type { Redetection } from "../model/research/redetection.ts";
import type { FeedView, SeenAs, Session, Tally } from "../model/research/session.ts";
import { ManagedDatabase } from "./managed-database.ts";

/** A post that came by in the session under way: counted once, however often it is met. Goes when the session ends. */
export interface SeenRow {
  readonly session: string;
  /** `ResearchItem.key`. */
  readonly key: string;
  readonly as: SeenAs;
  /** Where it was counted: `FeedView.id` and `Tally.day`. */
  readonly view: string;
  readonly day: string;
}

/** A newer directory, or another threshold, being run over a collection. One a collection; the last one stays. */
export interface RedetectionRow extends Redetection {
  /** `ResearchItem.seq` of the last item that was looked at; of the first and last that there were when it began. */
  readonly cursor: number;
  readonly first: number;
  readonly last: number;
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

export interface CodebookRow extends Codebook {
  readonly collection: string;
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
  declare readonly changes: Table<ChangeRow, number, Omit<ChangeRow, "n">>;
  declare readonly blocks: Table<BlockRow, [string, string]>;
  declare readonly redetections: EntityTable<RedetectionRow, "collection">;

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
      changes: "++n, [collection+n]",
      blocks: "[collection+name]",
      redetections: "collection",
    });
  }
}

/** Opens on first use. @throws {DatabaseNewerError} on first use, where newer code wrote what is on disk. */
export function openResearch(name = "research"): ResearchDatabase {
  return new ResearchDatabase(name);
}
