import * as z from "zod";
import { Day } from "./feed.ts";

/**
 * What an operator signs when a review is taken out or put back: which one, why and when, and no word of it. It
 * travels as a JWS (ES256) by the key that the feed's head names.
 */
export const RemovalRecord = z.object({
  act: z.enum(["remove", "restore"]),
  /** The token's `ReviewId`. */
  id: z.string().regex(/^[0-9a-f]{32}$/),
  /** A `RemovalCode`; readers take one that they do not know for "some reason". */
  code: z.string().regex(/^[a-z][a-z-]{0,39}$/),
  /** Of a court or an authority: country, and region where there is one, by ISO 3166. */
  jurisdiction: z
    .string()
    .regex(/^[A-Z]{2}(?:-[0-9A-Z]{1,3})?$/)
    .optional(),
  day: Day,
});
export type RemovalRecord = z.infer<typeof RemovalRecord>;

/** Header of such a JWS. The type keeps it apart from a review by the same kind of key. */
export const RemovalRecordHeader = z.object({
  alg: z.literal("ES256"),
  typ: z.literal("removal+jws"),
  kid: z.string().max(500),
});
