import { createHash } from "node:crypto";
import type { FeedSegment } from "../../../lib/schema/feed.ts";
import type { NumberedToken } from "../storage/feed-queries.ts";

/** A file of the feed. */
export interface FeedFile {
  /** Relative to the head. */
  readonly path: string;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** Hex digits of the content's hash in a file's name: enough that no two contents ever share one. */
const hashInName = 16;

export function sha256(body: Uint8Array): string {
  return createHash("sha256").update(body).digest("hex");
}

/** Lines `{"n":1,"jwt":"…"}`, each ended by a newline. */
export function segmentBody(tokens: readonly NumberedToken[]): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(tokens.map(({ n, jwt }) => `${JSON.stringify({ n, jwt })}\n`).join(""));
}

export function segmentPath(number: number, hash: string): string {
  return `segments/${String(number).padStart(8, "0")}-${hash.slice(0, hashInName)}.jsonl`;
}

/** Number and hash of a segment's name, or `undefined` when it is none. */
export function readSegmentPath(path: string): { readonly number: number } | undefined {
  const number = /^segments\/(\d{8,})-[0-9a-f]{16}[.]jsonl$/.exec(path)?.[1];
  return number === undefined ? undefined : { number: Number(number) };
}

/** A file that carries its content's hash in its name, so that it never changes. */
export function hashedPath(folder: "daily" | "deltas" | "buckets", name: string, hash: string): string {
  return `${folder}/${name}-${hash.slice(0, hashInName)}.json`;
}

/** How the head lists a segment. */
export function segmentEntry(
  number: number,
  range: Pick<FeedSegment, "first" | "last">,
  content: Pick<FeedSegment, "count" | "bytes" | "sha256">,
): FeedSegment {
  return { path: segmentPath(number, content.sha256), ...range, ...content };
}
