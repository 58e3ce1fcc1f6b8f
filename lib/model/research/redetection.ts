import type { CollectionId } from "./collection.ts";
import type { DetectorStamp } from "./session.ts";

/** A newer directory, or another threshold, run over the items of a collection. */
export interface Redetection {
  readonly collection: CollectionId;
  /** Mentions from this confidence on are kept, 0–1. */
  readonly confidence: number;
  readonly detector: DetectorStamp;
  readonly startedAt: number;
  /** How far it has come, 0–1. */
  readonly share: number;
  /** Items looked at, and of these with other mentions than before. */
  readonly done: number;
  readonly changed: number;
  /** Brands named by items that did not name them before, most first; the hundred most frequent. */
  readonly found: readonly { readonly brandId: string; readonly name: string; readonly count: number }[];
  readonly endedAt?: number;
}
