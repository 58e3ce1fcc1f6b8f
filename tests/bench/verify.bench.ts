import { generateSigningKey } from "../../lib/reviews/keys.ts";
import { reviewPayload, signToken } from "../../lib/reviews/sign.ts";
import { verifyTokens } from "../../lib/reviews/token.ts";

/**
 * Verification as sync does it, beside what WebCrypto alone takes for the same signatures with keys imported
 * before the clock starts. Both run in turns, so that noise meets both. Prints figures, asserts nothing.
 */
const rounds = 9;
const authorCount = 400;
const perAuthor = 5;
const chunk = 500;
const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" } as const;

interface Prepared {
  readonly key: CryptoKey;
  readonly signature: Uint8Array<ArrayBuffer>;
  readonly signed: Uint8Array<ArrayBuffer>;
}

async function makeTokens(): Promise<string[]> {
  const keys = await Promise.all(Array.from({ length: authorCount }, generateSigningKey));
  const opinion = "Two winters on wet pavement and the soles still hold; the laces did not. ".repeat(3);
  const tokens: string[] = [];
  for (let i = 0; i < perAuthor; i++) {
    for (const key of keys) {
      const review = {
        subject: `https://brand-${i}.example`,
        stars: 1 + (i % 5),
        opinion,
        issuedAt: 1_760_000_000,
      };
      tokens.push((await signToken(reviewPayload(review), key)).jwt);
    }
  }
  return tokens;
}

async function prepare(jwt: string): Promise<Prepared> {
  const [header = "", payload = "", signature = ""] = jwt.split(".");
  const { jwk } = JSON.parse(Buffer.from(header, "base64url").toString()) as { jwk: string };
  return {
    key: await crypto.subtle.importKey("jwk", JSON.parse(jwk) as JsonWebKey, algorithm, false, ["verify"]),
    signature: Uint8Array.from(Buffer.from(signature, "base64url")),
    signed: new TextEncoder().encode(`${header}.${payload}`),
  };
}

async function bareVerify(prepared: readonly Prepared[]): Promise<number> {
  const results = await Promise.all(
    prepared.map(({ key, signature, signed }) => crypto.subtle.verify(algorithm, key, signature, signed)),
  );
  return results.filter(Boolean).length;
}

async function bareOneByOne(prepared: readonly Prepared[]): Promise<number> {
  let verified = 0;
  for (const { key, signature, signed } of prepared) {
    if (await crypto.subtle.verify(algorithm, key, signature, signed)) verified++;
  }
  return verified;
}

async function ourVerify(tokens: readonly string[]): Promise<number> {
  let verified = 0;
  for await (const { reviews } of verifyTokens(tokens, { chunk })) verified += reviews.length;
  return verified;
}

async function millisecondsOf(run: () => Promise<number>, expected: number): Promise<number> {
  const start = performance.now();
  const verified = await run();
  if (verified !== expected) throw new Error(`${verified} of ${expected} verified`);
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

const tokens = await makeTokens();
const prepared = await Promise.all(tokens.map(prepare));
const firstMs = await millisecondsOf(() => ourVerify(tokens), tokens.length);
const times = { bare: [] as number[], oneByOne: [] as number[], ours: [] as number[] };
for (let round = 0; round < rounds; round++) {
  // Short turns side by side, so that the noise of the machine meets all alike.
  for (let from = 0; from < tokens.length; from += chunk) {
    const slice = tokens.slice(from, from + chunk);
    const known = prepared.slice(from, from + chunk);
    times.bare.push(await millisecondsOf(() => bareVerify(known), chunk));
    times.ours.push(await millisecondsOf(() => ourVerify(slice), chunk));
    times.oneByOne.push(await millisecondsOf(() => bareOneByOne(known), chunk));
  }
}
const perSecond = (ms: number, count: number): string => `${Math.round((count / ms) * 1000)} tokens/s`;
const ratio = (base: readonly number[]): string =>
  `${(median(base.map((ms, i) => ms / (times.ours[i] ?? Number.NaN))) * 100).toFixed(0)} %`;
console.log(
  `verify: ${tokens.length} tokens of ${authorCount} authors, median of ${times.ours.length} turns of ${chunk}`,
);
console.log(`  verifyTokens (decode, verify, id, review)   ${perSecond(median(times.ours), chunk)}`);
console.log(
  `  WebCrypto alone, all of a chunk at once     ${perSecond(median(times.bare), chunk)}; ours ${ratio(times.bare)} of it`,
);
console.log(
  `  WebCrypto alone, one after another          ${perSecond(median(times.oneByOne), chunk)}; ours ${ratio(times.oneByOne)} of it`,
);
console.log(`  verifyTokens with every key new             ${perSecond(firstMs, tokens.length)}`);
