import type { Collection } from "../model/research/collection.ts";

/** What protects people best: what a collection starts from, unless its researcher says otherwise. */
export const safestPrivacy: Collection["privacy"] = {
  pseudonymise: true,
  keepMedia: false,
  audience: "public-only",
};

/**
 * A collection with nothing in it, to be stored. Its key is made here and cannot be read out of the browser again.
 *
 * @param name - As it was typed; spaces around it go.
 * @param coder - How the person who codes here is called in files for other coders.
 */
export async function newCollection(
  name: string,
  coder: string,
  changes: Partial<Pick<Collection, "privacy" | "statement">> = {},
  nowMs: number = Date.now(),
): Promise<Collection> {
  const hashKey = await crypto.subtle.generateKey({ name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  return {
    id: crypto.randomUUID(),
    name: name.trim(),
    createdAt: nowMs,
    privacy: safestPrivacy,
    statement: {
      purpose: "",
      whoCollects: "",
      whoIsStudied: "",
      legalBasis: "",
      howItIsShared: "",
      limits: "",
    },
    codebook: { version: 1, codes: [], createdAt: nowMs, note: "" },
    hashKey,
    coder: coder.trim(),
    ...changes,
  };
}
