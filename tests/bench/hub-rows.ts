import { createHash } from "node:crypto";
import type { ReviewTable, Tables } from "../../hub/src/storage/tables.ts";

export type BenchRow = ReviewTable;

const words =
  "the of a colour sturdy soft bread quick parcel late friendly seam zip sole battery loud quiet sweet price fair dear small wide again never box print screen glue handle warm cold rain city road".split(
    " ",
  );

/** The same numbers each time, so that runs can be compared. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

/** As many bytes as a real token has, with a payload that can be read and a signature that fits nothing. */
function tokenOf(payload: object, signature: string): string {
  return `${"h".repeat(560)}.${Buffer.from(JSON.stringify(payload)).toString("base64url")}.${signature}`;
}

const digest = (text: string): Buffer => createHash("sha512").update(text).digest();

/**
 * Made-up rows: one subject has one review in a hundred, the others few; every fifth is about a place, every
 * tenth has the word "leather", each has a number of its own to search for.
 */
export function rowsOf(scale: number): {
  readonly authors: readonly Tables["authors"][];
  readonly rows: Generator<BenchRow>;
} {
  const count = Math.max(10, Math.floor(scale / 20));
  const authors = Array.from({ length: count }, (_, i) => ({
    id: digest(`author ${i}`).toString("hex", 0, 16),
    kid: `-----BEGIN PUBLIC KEY-----${digest(`key ${i}`).toString("base64")}-----END PUBLIC KEY-----`,
  }));
  return { authors, rows: rows(scale, authors) };
}

function* rows(scale: number, authors: readonly Tables["authors"][]): Generator<BenchRow> {
  const next = random(7);
  for (let seq = 1; seq <= scale; seq++) {
    const isPlace = seq % 5 === 0;
    const [lat, lon] = [
      Math.round((next() * 140 - 60) * 1e5) / 1e5,
      Math.round((next() * 360 - 180) * 1e5) / 1e5,
    ];
    const shop = seq % 100 === 1 ? 0 : 1000 + Math.floor(next() * (scale / 20));
    const sub = isPlace ? `geo:${lat},${lon}?q=Place%20${seq}&u=20` : `https://shop-${shop}.example`;
    const text = Array.from({ length: 25 }, () => words[Math.floor(next() * words.length)]).join(" ");
    const opinion = `${text} serial${seq}x${seq % 10 === 0 ? " leather" : ""}`;
    const rating = Math.floor(next() * 5) * 25;
    // Mostly in order, some long back-dated.
    const iat = 1_600_000_000 + seq * 100 - (seq % 50 === 0 ? Math.floor(next() * 1e7) : 0);
    const hash = digest(`review ${seq}`);
    const signature = hash.toString("base64url");
    yield {
      seq,
      id: hash.toString("hex", 0, 16),
      signature,
      signature_key: signature,
      jwt: tokenOf(
        { iat, sub, rating, opinion, metadata: { client_id: "https://client.example" } },
        signature,
      ),
      author: authors[Math.floor(next() * authors.length)]?.id ?? "",
      kind: "review",
      scheme: isPlace ? "geo" : "https",
      sub,
      target_key: null,
      iat,
      rating,
      opinion,
      opinion_key: hash.toString("base64url", 0, 12),
      content_key: hash.toString("base64url", 12, 24),
      confirmed: 0,
      generated: 0,
      example: 0,
      lat: isPlace ? lat : null,
      lon: isPlace ? lon : null,
      uncertainty: isPlace ? 20 : null,
      about: sub,
      root_key: null,
      stands: 1,
    };
  }
}
