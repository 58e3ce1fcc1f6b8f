import * as z from "zod";
import { bucketOf } from "../model/bucket.ts";
import { jsonOf } from "../model/json.ts";
import { ok, type Result } from "../model/result.ts";
import { FeedBucket, FeedBucketFile, FeedBucketIndex } from "../schema/feed-bucket.ts";
import type { FeedBrand } from "../schema/feed-daily.ts";
import { type FeedHead, feedLimits } from "../schema/feed.ts";
import { feedProblem } from "./feed-problem.ts";
import { type FeedAccess, getNamed } from "./get-file.ts";
import { brandsOf } from "./read-daily.ts";

/** What a bucket holds, of all its brands: which of them was meant, nobody learns but the caller. */
export interface ReadBucket {
  readonly brands: ReadonlyMap<string, FeedBrand>;
  /** Signed tokens, yet to be verified. */
  readonly tokens: readonly string[];
}

/** Entries are judged one by one, so that one flaw does not hide the others. */
const UsedBucket = z.object({
  brands: z.record(z.string(), z.unknown()).optional().catch(undefined),
  tokens: z.array(z.unknown()).optional().catch(undefined),
});
const Token = FeedBucket.shape.tokens.unwrap().element;

/**
 * Reads the bucket of a brand. Only ever because a person asked: whoever sees the request learns that somebody wanted
 * one of the brands of this bucket.
 *
 * @param key - The brand's id: its primary domain, else `name:…`.
 */
export async function readBucket(
  access: FeedAccess,
  index: NonNullable<FeedHead["buckets"]>,
  key: string,
): Promise<Result<ReadBucket>> {
  const listed = await getNamed(access, index, feedLimits.bucketIndexBytes);
  if (!listed.ok) return listed;
  const buckets = FeedBucketIndex.safeParse(jsonOf(listed.value.text()));
  if (!buckets.success) return feedProblem("bucket", index.path);
  const name = await bucketOf(key);
  const { bytes, sha256: hashes } = buckets.data;
  const sha256 = hashes[Number.parseInt(name, 16)] ?? "";
  const path = `buckets/${name}-${sha256.slice(0, 16)}.json`;
  const file = await getNamed(access, { path, bytes, sha256 }, feedLimits.bucketBytes);
  if (!file.ok) return file;
  const envelope = FeedBucketFile.safeParse(jsonOf(file.value.text()));
  if (!envelope.success || envelope.data.bucket !== name) return feedProblem("bucket", path);
  const content = await unpacked(envelope.data.data);
  const bucket = UsedBucket.safeParse(content === undefined ? undefined : jsonOf(content));
  if (!bucket.success) return feedProblem("bucket", path);
  const { brands, tokens = [] } = bucket.data;
  return ok({
    brands: brandsOf(brands),
    tokens: tokens.flatMap((each) => {
      const token = Token.safeParse(each);
      return token.success ? [token.data] : [];
    }),
  });
}

/** Text of base64 of gzip; `undefined` where it is none, or unfolds to more than any bucket holds. */
async function unpacked(base64: string): Promise<string | undefined> {
  try {
    const packed = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    return await textUpTo(stream, feedLimits.bucketContentBytes);
  } catch {
    // Not base64, not gzip, cut off: the caller says that it is no bucket.
    return undefined;
  }
}

async function textUpTo(stream: ReadableStream<Uint8Array>, mostBytes: number): Promise<string | undefined> {
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  const reader = stream.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    bytes += part.value.byteLength;
    if (bytes > mostBytes) {
      await reader.cancel();
      return undefined;
    }
    text += decoder.decode(part.value, { stream: true });
  }
  return text + decoder.decode();
}
