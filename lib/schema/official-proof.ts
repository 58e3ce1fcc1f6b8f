import * as z from "zod";

/** What a brand says of its keys in `/.well-known/backtalk.json`. See docs/official-answers.md. */

/** Where a site says it, below its own host. */
export const officialProofPath = "/.well-known/backtalk.json";

/** Longest proof: a key of 122 characters, a day, a signature, and the dots between them. */
const longestProof = 240;

export const OfficialProofFile = z.object({
  format: z.literal(1),
  /** Proofs, each judged by itself: one that is flawed proves nothing and spoils nothing. */
  keys: z.array(z.unknown()).max(50),
  /** Ids of keys that no longer speak for the brand, wherever else a proof of theirs may still stand. */
  withdrawn: z
    .array(z.string().regex(/^[0-9a-f]{32}$/))
    .max(500)
    .default([]),
});

/** A proof as it stands in any of the three places; what it is worth is for `readProof` to say. */
export const ProofText = z.string().trim().max(longestProof);
