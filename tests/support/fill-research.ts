import type { Collection } from "../../lib/model/research/collection.ts";
import type { NewItem } from "../../lib/model/research/item.ts";
import type { Session } from "../../lib/model/research/session.ts";

/** A collection but for its key, which cannot leave a browser. */
export type KeylessCollection = Omit<Collection, "hashKey">;

export interface ResearchRows {
  readonly collections?: readonly KeylessCollection[];
  readonly sessions?: readonly Session[];
  readonly items?: readonly NewItem[];
}

export function keylessCollection(id: string, changes: Partial<KeylessCollection> = {}): KeylessCollection {
  const statement = {
    purpose: "",
    whoCollects: "",
    whoIsStudied: "",
    legalBasis: "",
    howItIsShared: "",
    limits: "",
  };
  return {
    id,
    name: "Returns study",
    createdAt: Date.UTC(2026, 10, 21),
    privacy: { pseudonymise: true, keepMedia: false, audience: "public-only" },
    statement,
    codebook: { version: 1, codes: [], createdAt: Date.UTC(2026, 10, 21), note: "" },
    coder: "me",
    ...changes,
  };
}

/** Runs in an extension page: rows straight into the research database, which a page of ours has made before. */
export async function putResearch({
  collections = [],
  sessions = [],
  items = [],
}: ResearchRows): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open("research");
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error!));
  });
  const keys = await Promise.all(
    collections.map(async () =>
      crypto.subtle.generateKey({ name: "HMAC", hash: "SHA-256" }, false, ["sign"]),
    ),
  );
  const transaction = database.transaction(["collections", "sessions", "items"], "readwrite");
  collections.forEach((row, index) =>
    transaction.objectStore("collections").put(Object.assign({}, row, { hashKey: keys[index] })),
  );
  for (const session of sessions) transaction.objectStore("sessions").put(session);
  for (const item of items) transaction.objectStore("items").add(item);
  await new Promise((resolve, reject) => {
    transaction.addEventListener("complete", resolve);
    transaction.addEventListener("abort", () => reject(transaction.error!));
  });
  database.close();
}
