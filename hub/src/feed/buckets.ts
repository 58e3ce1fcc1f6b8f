import { createCipheriv, createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { bucketCount, type FeedBucket, type FeedBucketIndex } from "../../../lib/schema/feed-bucket.ts";
import type { FeedBrand } from "../../../lib/schema/feed-daily.ts";
import { feedFormat, feedLimits } from "../../../lib/schema/feed.ts";
import { hashedPath, sha256, type FeedFile } from "./segment.ts";

/** What goes into buckets: brands by id, and tokens by bucket, oldest first. */
export interface BucketContents {
  readonly brands: Readonly<Record<string, FeedBrand>>;
  readonly tokens?: ReadonlyMap<string, readonly string[]>;
}

export interface Buckets {
  readonly index: FeedFile;
  /** A bucket by its path, made when it is asked for. */
  file(path: string): FeedFile | undefined;
}

/** Of what does not fit, so much is left out at a time, oldest first. */
const cutShare = 0.8;

/** First two hex digits of the SHA-256 of a brand's id or a site. */
export function bucketNameOf(key: string): string {
  return sha256(new TextEncoder().encode(key)).slice(0, 2);
}

/** All 256, whatever is in them, of one size. */
export function makeBuckets(contents: BucketContents): Buckets {
  const byBucket = Map.groupBy(Object.entries(contents.brands), ([id]) => bucketNameOf(id));
  const packed = names().map((name) =>
    pack(name, byBucket.get(name) ?? [], contents.tokens?.get(name) ?? []),
  );
  const bytes = roomFor(Math.max(...packed.map(({ name, data }) => envelope(name, data, "").length)));
  const hashes = packed.map((each) => sha256(fill(each, bytes)));
  const index: FeedBucketIndex = { format: feedFormat, bytes, sha256: hashes };
  const body = new TextEncoder().encode(`${JSON.stringify(index)}\n`);
  const at = new Map(bucketPaths(index).map((path, i) => [path, packed[i]]));
  return {
    index: { path: hashedPath("buckets", "index", sha256(body)), body },
    file(path) {
      const bucket = at.get(path);
      return bucket && { path, body: fill(bucket, bytes) };
    },
  };
}

/** Paths of all buckets of an index, `00` first. */
export function bucketPaths({ sha256: hashes }: FeedBucketIndex): readonly string[] {
  return names().map((name, i) => hashedPath("buckets", name, hashes[i] ?? ""));
}

interface Packed {
  readonly name: string;
  readonly data: string;
}

function pack(
  name: string,
  brands: readonly (readonly [string, FeedBrand])[],
  tokens: readonly string[],
): Packed {
  let texts = tokens;
  for (;;) {
    const content: FeedBucket = {
      ...(brands.length > 0 && { brands: Object.fromEntries(brands) }),
      ...(texts.length > 0 && { tokens: [...texts] }),
    };
    const json = JSON.stringify(content);
    const data = gzipSync(json, { level: 9 }).toString("base64");
    const fits =
      data.length <= feedLimits.bucketBytes * cutShare && json.length <= feedLimits.bucketContentBytes;
    if (fits) return { name, data };
    // What people said longest ago goes first; brands are more than half of this only with millions of them.
    if (texts.length === 0) throw new Error(`bucket ${name} is too large: ${data.length} bytes of brands`);
    texts = texts.slice(Math.ceil(texts.length * (1 - cutShare)));
  }
}

function envelope(bucket: string, data: string, pad: string): string {
  return JSON.stringify({ format: feedFormat, bucket, data, pad });
}

function fill({ name, data }: Packed, bytes: number): Uint8Array<ArrayBuffer> {
  const pad = noise(name, bytes - envelope(name, data, "").length);
  return new TextEncoder().encode(envelope(name, data, pad));
}

/** Characters that no compression shortens more than it shortens `data`; the same ones each time. */
function noise(name: string, length: number): string {
  const key = createHash("sha256").update(`padding of bucket ${name}`).digest();
  const stream = createCipheriv("aes-256-ctr", key, new Uint8Array(16));
  return stream
    .update(new Uint8Array(Math.ceil((length * 3) / 4)))
    .toString("base64")
    .slice(0, length);
}

/**
 * A round size, at most an eighth larger: it changes seldom, so that one bucket that grows does not give all others a
 * new name.
 */
function roomFor(bytes: number): number {
  const step = Math.max(4096, 2 ** (Math.floor(Math.log2(bytes)) - 3));
  return Math.ceil(bytes / step) * step;
}

function names(): readonly string[] {
  return Array.from({ length: bucketCount }, (_, i) => i.toString(16).padStart(2, "0"));
}
