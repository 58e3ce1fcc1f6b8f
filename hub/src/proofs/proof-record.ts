import * as z from "zod";
import type { ProofMethod } from "../../../lib/model/official.ts";
import type { FeedOfficialKey } from "../../../lib/schema/feed-daily.ts";
import { officialProofPath } from "../../../lib/schema/official-proof.ts";

const dayMs = 86_400_000;
/** A proof is passed on for so long after it was last seen, while its place does not answer. */
export const keptMs = 14 * dayMs;
/** When it was seen is told in such steps: if it changed every day, so would the whole list in the daily differences. */
const stepMs = 4 * dayMs;

const Author = z.string().regex(/^[0-9a-f]{32}$/);

/** What one place of a brand said when it last answered. */
const PlaceRecord = z.object({
  /** Epoch ms. */
  at: z.number(),
  /** Keys that it proved, each with when its proof ends (epoch ms). */
  keys: z.array(z.object({ author: Author, expiresAt: z.number() })),
  withdrawn: z.array(Author),
});
export type PlaceRecord = z.infer<typeof PlaceRecord>;

/** What is known of the keys of a domain, as it is kept between two runs. */
export const ProofRecord = z.object({
  domain: z.string(),
  /** When it was last asked, with or without success, in epoch ms. */
  askedAt: z.number(),
  /** By `ProofMethod`; missing where a place has never answered. */
  places: z.object({
    "well-known": PlaceRecord.optional(),
    dns: PlaceRecord.optional(),
    link: PlaceRecord.optional(),
  }),
});
export type ProofRecord = z.infer<typeof ProofRecord>;

/** Whether a brand has ever said anything of keys: then it is asked every day. */
export function saysSomething({ places }: ProofRecord): boolean {
  return Object.values(places).some((place) => place.keys.length + place.withdrawn.length > 0);
}

/** Where a person can read a proof. A DNS record has no page. */
const pageOf: Readonly<Record<ProofMethod, string | undefined>> = {
  "well-known": officialProofPath,
  link: "/",
  dns: undefined,
};

type ProvenKey = FeedOfficialKey & { readonly expiresAt: number };

/**
 * Of a domain so many keys are passed on, and readers look at no more: each stands in everybody's daily file once for
 * every domain of the brand, and one brand must not take the room of the others.
 */
const mostKeys = 20;

/**
 * The keys that are proven for a domain at a moment: one entry a key, by the proof that holds longest. Of too many
 * those in the file first, then those in the front page.
 */
export function provenKeys({ domain, places }: ProofRecord, nowMs: number): readonly FeedOfficialKey[] {
  const withdrawn = new Set(places["well-known"]?.withdrawn);
  const found = new Map<string, ProvenKey>();
  for (const method of ["well-known", "link", "dns"] as const) {
    for (const key of keysAt(domain, method, places[method])) {
      const isOver = key.expiresAt * 1000 <= nowMs || withdrawn.has(key.author);
      const known = found.get(key.author);
      if (!isOver && !(known && known.expiresAt >= key.expiresAt)) found.set(key.author, key);
    }
  }
  return [...found.values()].slice(0, mostKeys);
}

function keysAt(domain: string, method: ProofMethod, place: PlaceRecord | undefined): readonly ProvenKey[] {
  if (!place) return [];
  const page = pageOf[method];
  const proofUrl = page === undefined ? undefined : `https://${domain}${page}`;
  const seenAt = Math.floor(place.at / stepMs) * stepMs;
  const checkedAt = Math.floor(seenAt / 1000);
  return place.keys.map(({ author, expiresAt }) => {
    const end = Math.floor(Math.min(expiresAt, seenAt + keptMs) / 1000);
    return { brand: domain, author, ...(proofUrl && { proofUrl }), method, checkedAt, expiresAt: end };
  });
}
