import type { ResearchDatabase } from "../../lib/db/research.ts";
import type { Collection } from "../../lib/model/research/collection.ts";
import type { NewItem, ResearchItem } from "../../lib/model/research/item.ts";

/** Noon of a day in the sample time, epoch ms. */
export const sampleNoon = Date.UTC(2026, 10, 21, 12);
const dayMs = 86_400_000;

/** A collection that pseudonymises and keeps public posts, as the workspace proposes it. */
export async function aCollection(changes: Partial<Collection> = {}): Promise<Collection> {
  const hashKey = await crypto.subtle.generateKey({ name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  return {
    id: "returns-study",
    name: "Returns study",
    createdAt: sampleNoon,
    privacy: { pseudonymise: true, keepMedia: false, audience: "public-only" },
    statement: {
      purpose: "",
      whoCollects: "",
      whoIsStudied: "",
      legalBasis: "",
      howItIsShared: "",
      limits: "",
    },
    codebook: { version: 1, codes: [], createdAt: sampleNoon, note: "" },
    hashKey,
    coder: "me",
    ...changes,
  };
}

/** The `index`-th item: another author, an hour later, in the collection of `aCollection`. */
export function anItem(index: number, changes: Partial<NewItem> = {}): NewItem {
  const at = sampleNoon - 30 * dayMs + index * 3_600_000;
  return {
    collection: "returns-study",
    key: index.toString(16).padStart(32, "0"),
    why: "mention",
    session: "session-1",
    site: "mastodon",
    url: `https://social.example/@p-${index}/${index}`,
    author: `p-${index}`,
    publishedAt: at,
    publishedAtPrecision: "second",
    collectedAt: at + 60_000,
    lastSeenAt: at + 60_000,
    text: `Pair ${index} of Northwind this year. The soles again.`,
    truncated: false,
    lang: "en",
    langBy: "page",
    links: [],
    media: [],
    metrics: {},
    audience: "public",
    mentions: [
      {
        brandId: "northwind.example",
        name: "Northwind",
        span: { start: `Pair ${index} of `.length, end: `Pair ${index} of Northwind`.length },
        confidence: 0.9,
        reasons: ["distinctive-name"],
      },
    ],
    words: [],
    detector: { extension: "0.1.0", directory: "0123456789abcdef" },
    versions: [],
    ...changes,
  };
}

/** Stores items and returns them as they are numbered. */
export async function keepItems(db: ResearchDatabase, items: readonly NewItem[]): Promise<ResearchItem[]> {
  const seqs = await db.items.bulkAdd([...items], { allKeys: true });
  return items.map((item, index) => ({ ...item, seq: seqs[index] ?? 0 }));
}
