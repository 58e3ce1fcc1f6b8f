import { z } from "zod";

const Hash = z.string().regex(/^[0-9a-f]{64}$/u);

/** One part of what decides what is found in a page. */
const Part = z.object({ sha256: Hash, files: z.int().nonnegative() });

/** What a build was made of, as `scripts/release-manifest.ts` writes it: hashes, and no time. */
export const ReleaseSchema = z.object({
  version: z.string().max(50),
  /** `version`: 16 hex digits, as they stand in each item; `sources`: what it was compiled from, with versions. */
  directory: Part.extend({
    version: z.string().max(50),
    sources: z.record(z.string().max(100), z.string().max(100)),
  }),
  adapters: Part,
  detector: Part,
  sentiment: Part,
});
