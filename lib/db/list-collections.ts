import type { Collection } from "../model/research/collection.ts";
import type { ResearchDatabase } from "./research.ts";

/** All collections, newest first. There are few. */
export async function listCollections(db: ResearchDatabase): Promise<readonly Collection[]> {
  return (await db.collections.orderBy("createdAt").toArray()).toReversed();
}
