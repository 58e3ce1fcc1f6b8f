import type { AuthorId, Review, ReviewId, ReviewImage, ReviewMetadata } from "../model/review.ts";
import { TokenImage, type TokenPayload } from "../schema/mangrove.ts";
import type { DecodedToken } from "./decode-token.ts";
import { kindOf, targetOf } from "./kind.ts";
import { clip, readLimits } from "./limits.ts";
import { keyOfSignatureBytes } from "./signature.ts";

/** What a verified token says, from the token alone. */
export function reviewOf(token: DecodedToken, id: ReviewId, author: AuthorId): Review {
  const { sub: subject, iat, action } = token.payload;
  const rating = token.payload.rating ?? undefined;
  const opinion = token.payload.opinion || undefined;
  const target = targetOf(subject);
  return {
    id,
    author,
    signature: token.signature,
    signatureKey: keyOfSignatureBytes(token.signatureBytes, token.signature),
    kid: token.publicKey.kid,
    subject,
    kind: kindOf({ subject, target, rating, opinion, action: action ?? undefined }),
    ...(target !== undefined && { target }),
    issuedAt: iat,
    ...(rating !== undefined && { rating }),
    ...(opinion !== undefined && { opinion }),
    images: imagesOf(token.payload.images),
    metadata: metadataOf(token.payload.metadata),
    jwt: token.jwt,
  };
}

/** Only addresses that could be fetched: https, of sane length. The rest is left out, not an error. */
function imagesOf(images: TokenPayload["images"]): readonly ReviewImage[] {
  return (images ?? []).slice(0, readLimits.images).flatMap((image) => {
    const parsed = TokenImage.safeParse(image);
    if (!parsed.success) return [];
    const { src, label } = parsed.data;
    if (!src.startsWith("https://") || src.length > readLimits.imageSrc || !URL.canParse(src)) return [];
    return [label ? { src, label: clip(label, readLimits.imageLabel) } : { src }];
  });
}

function metadataOf(metadata: TokenPayload["metadata"]): ReviewMetadata {
  const clientId = shortText(metadata?.client_id, readLimits.subject);
  const nickname = shortText(metadata?.nickname, readLimits.nickname);
  const dataSource = shortText(metadata?.data_source, readLimits.subject);
  const license = shortText(metadata?.license, readLimits.nickname);
  return {
    ...(clientId && { clientId }),
    ...(nickname && { nickname }),
    ...(dataSource && { dataSource }),
    ...(license && { license }),
    isGenerated: isSet(metadata?.is_generated),
    isAffiliated: isSet(metadata?.is_affiliated),
    isPersonalExperience: isSet(metadata?.is_personal_experience),
  };
}

/** One line, well-formed, of at most `bytes`. */
function shortText(text: string | null | undefined, bytes: number): string | undefined {
  if (!text) return undefined;
  return (
    clip(
      text
        .slice(0, bytes)
        .toWellFormed()
        .replace(/\p{Cc}+/gu, " ")
        .trim(),
      bytes,
    ) || undefined
  );
}

/** The string by the standard, a boolean by newer clients. */
function isSet(flag: string | boolean | null | undefined): boolean {
  return flag === true || flag === "true";
}
