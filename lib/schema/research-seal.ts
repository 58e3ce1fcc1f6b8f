import { z } from "zod";

/** Longer than any address or name that adapters let through. */
const words = z.string().max(4_096);

/** What `sealOriginals` of lib/research sealed. It was written here, and may come back in somebody else's file. */
export const OriginalsSchema = z.object({
  url: words.optional(),
  author: z.object({ name: words.optional(), handle: words.optional(), url: words.optional() }).optional(),
  replyTo: words.optional(),
  thread: words.optional(),
});

/** A researcher's private key, as it stands inside the file that holds it. */
export const SealKeySchema = z.object({
  kty: z.literal("EC"),
  crv: z.literal("P-256"),
  x: z.string().max(64),
  y: z.string().max(64),
  d: z.string().max(64),
});
