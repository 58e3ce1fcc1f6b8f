import { ok, type Result } from "../model/result.ts";
import type { AuthorId, Review } from "../model/review.ts";
import { decodeToken, reject, type Rejection } from "./decode-token.ts";
import { Lru } from "./lru.ts";
import type { PublicKey } from "./public-key.ts";
import { reviewOf } from "./read-review.ts";
import { authorIdOf, reviewIdOf } from "./signature.ts";

export { decodeToken, type Rejection, type RejectionCode } from "./decode-token.ts";

const daySeconds = 86_400;
const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" } as const;

export interface VerifyOptions {
  /** The signature that came beside the token; it must be the token's own. */
  readonly expectSignature?: string | null | undefined;
  /**
   * Seconds: rejects a token dated more than a day later. Readers of a stored copy leave it out and clamp,
   * because a rejected token would not come again when its day has come.
   */
  readonly asOf?: number | undefined;
}

/**
 * Verifies one token: ES256 over its own bytes, by the key in its own header. The payload comes from the
 * token alone. Rejects with a reason, and throws only where WebCrypto is missing.
 */
export async function verifyToken(
  jwt: string,
  options: VerifyOptions = {},
): Promise<Result<Review, Rejection>> {
  const decoded = decodeToken(jwt);
  if (!decoded.ok) return decoded;
  const token = decoded.value;
  if (options.expectSignature != null && options.expectSignature !== token.signature)
    return reject("side-signature");
  if (options.asOf !== undefined && token.payload.iat > options.asOf + daySeconds) {
    return reject("iat", String(token.payload.iat));
  }
  const author = authors.get(token.publicKey.kid) ?? (await importAuthor(token.publicKey));
  if (!author) return reject("key", "not on the curve");
  const isValid = crypto.subtle.verify(algorithm, author.key, token.signatureBytes, token.signedPart);
  // Read while another thread verifies; thrown away if it must be.
  const review = reviewOf(token, reviewIdOf(token.signedPart, token.hashStart), author.id);
  return (await isValid) ? ok(review) : reject("signature");
}

interface Author {
  readonly id: AuthorId;
  readonly key: CryptoKey;
}

// Importing a key costs about as much as a verification, and one author writes many reviews. Known keys are
// kept as they are and not as promises, so that a verification starts before the next token is even decoded.
const authors = new Lru<string, Author>(2048);
const imports = new Map<string, Promise<Author | undefined>>();

/** Each key once, however many of its tokens are waiting. */
function importAuthor(publicKey: PublicKey): Promise<Author | undefined> {
  const { kid } = publicKey;
  let author = imports.get(kid);
  if (!author) {
    author = readAuthor(publicKey).finally(() => imports.delete(kid));
    imports.set(kid, author);
  }
  return author;
}

async function readAuthor({ kid, point, spki }: PublicKey): Promise<Author | undefined> {
  try {
    const key = await crypto.subtle.importKey("raw", point, algorithm, false, ["verify"]);
    const author = { id: authorIdOf(spki), key };
    authors.set(kid, author);
    return author;
  } catch {
    // 65 bytes that are no point of the curve.
    return undefined;
  }
}

/** A token with the signature that came beside it, if one did. */
export interface TokenInput {
  readonly jwt: string;
  readonly signature?: string | null | undefined;
}

export interface VerifiedChunk {
  readonly reviews: readonly Review[];
  readonly rejected: readonly { readonly jwt: string; readonly rejection: Rejection }[];
}

/**
 * Verifies many tokens, `chunk` at a time, in order. Between chunks the caller can store what it has, or stop.
 *
 * @param chunk - Tokens per step; 500 take about an eighth of a second.
 */
export async function* verifyTokens(
  tokens: Iterable<string | TokenInput>,
  { chunk = 500, asOf }: { readonly chunk?: number; readonly asOf?: number } = {},
): AsyncGenerator<VerifiedChunk, void, void> {
  let batch: TokenInput[] = [];
  for (const token of tokens) {
    batch.push(typeof token === "string" ? { jwt: token } : token);
    if (batch.length < chunk) continue;
    yield verifyChunk(batch, asOf);
    batch = [];
  }
  if (batch.length > 0) yield verifyChunk(batch, asOf);
}

async function verifyChunk(batch: readonly TokenInput[], asOf: number | undefined): Promise<VerifiedChunk> {
  const results = await Promise.all(
    batch.map(({ jwt, signature }) => verifyToken(jwt, { expectSignature: signature, asOf })),
  );
  const reviews: Review[] = [];
  const rejected: { jwt: string; rejection: Rejection }[] = [];
  results.forEach((result, i) => {
    if (result.ok) reviews.push(result.value);
    else rejected.push({ jwt: batch[i]?.jwt ?? "", rejection: result.error });
  });
  return { reviews, rejected };
}
