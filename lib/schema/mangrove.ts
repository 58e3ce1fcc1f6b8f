import { z } from "zod";

/**
 * The open review protocol as it travels: tokens and the replies of review servers, the published server of
 * 2023 and its newer kin alike. Optional fields may be absent or null.
 *
 * @see https://docs.mangrove.reviews
 */

/** Fields of a JOSE header that verification looks at; others are kept and ignored. */
export const TokenHeader = z.looseObject({
  alg: z.string(),
  kid: z.string().optional(),
  /** A string in practice, an object by RFC 7515. */
  jwk: z.union([z.string(), z.record(z.string(), z.unknown())]).optional(),
  crit: z.unknown().optional(),
});
export type TokenHeader = z.infer<typeof TokenHeader>;

const text = z.string().nullish().catch(undefined);
/** `"true"` by the published server; newer clients send a boolean. */
const flag = z.union([z.string(), z.boolean()]).nullish().catch(undefined);

/** Metadata that is read. A value of the wrong type is worth nothing but does not spoil the review. */
const TokenMetadata = z.looseObject({
  client_id: text,
  nickname: text,
  data_source: text,
  license: text,
  is_generated: flag,
  is_affiliated: flag,
  is_personal_experience: flag,
});

export const TokenImage = z.looseObject({ src: z.string(), label: text });

/** What a token says. Ranges and lengths are checked by lib/reviews, which gives the reason. */
export const TokenPayload = z.looseObject({
  iat: z.number(),
  sub: z.string(),
  rating: z.number().nullish(),
  opinion: z.string().nullish(),
  images: z.array(z.unknown()).nullish().catch(undefined),
  metadata: TokenMetadata.nullish().catch(undefined),
  action: z.string().nullish(),
});
export type TokenPayload = z.infer<typeof TokenPayload>;

/**
 * One entry of `GET /reviews`. The payload beside the token is unsigned, so it is not even read. What is no
 * entry becomes one with an empty token, which verification rejects: it must not spoil the whole page.
 */
export const ReviewEntry = z
  .looseObject({ jwt: z.string().catch(""), signature: text, kid: text, scheme: text, original_sub: text })
  .catch({ jwt: "" });
export type ReviewEntry = z.infer<typeof ReviewEntry>;

/** `GET /subject/{sub}`, and the values of `maresi_subjects` and `POST /batch`. */
export const SubjectReply = z.looseObject({
  sub: z.string(),
  quality: z.number().nullish(),
  count: z.number(),
  opinion_count: z.number(),
  positive_count: z.number().nullish(),
  confirmed_count: z.number().nullish(),
});
export type SubjectReply = z.infer<typeof SubjectReply>;

/** `GET /issuer/{pem}`, and the values of `issuers`. */
export const IssuerReply = z.looseObject({ count: z.number(), neutrality: z.number().nullish() });
export type IssuerReply = z.infer<typeof IssuerReply>;

/** `GET /reviews`. */
export const ReviewsReply = z.looseObject({
  reviews: z.array(ReviewEntry),
  issuers: z.record(z.string(), IssuerReply).nullish(),
  maresi_subjects: z.record(z.string(), SubjectReply).nullish(),
});
export type ReviewsReply = z.infer<typeof ReviewsReply>;

/** A backup of a signing key as all clients write it: a private JWK with a mark. */
export const KeyBackup = z.looseObject({
  kty: z.string(),
  crv: z.string(),
  x: z.string(),
  y: z.string(),
  d: z.string().optional(),
  metadata: z.string().optional(),
});
export type KeyBackup = z.infer<typeof KeyBackup>;
