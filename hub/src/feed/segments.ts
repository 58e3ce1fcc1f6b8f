import { feedSegmentSize, type FeedSegment } from "../../../lib/schema/feed.ts";
import type { Storage } from "../storage/storage.ts";
import type { FileCache } from "./file-cache.ts";
import { segmentBody, segmentEntry, segmentPath, sha256, type FeedFile } from "./segment.ts";

function rangeOf(number: number): { readonly first: number; readonly last: number } {
  return { first: (number - 1) * feedSegmentSize + 1, last: number * feedSegmentSize };
}

/** All segments up to a sequence number: the full ones, and one that is still growing if there is one. */
export async function listSegments(
  storage: Storage,
  sequence: number,
  cache: FileCache,
): Promise<FeedSegment[]> {
  const full = Math.floor(sequence / feedSegmentSize);
  await recordMissing(storage, full);
  const segments = (await storage.segments())
    .filter(({ number }) => number <= full)
    .map(({ number, ...content }) => segmentEntry(number, rangeOf(number), content));
  const tail = await makeTail(storage, full + 1, sequence, cache);
  return tail ? [...segments, tail] : segments;
}

/** Measures full segments that have no record: new ones, and those that a removal has changed. */
async function recordMissing(storage: Storage, full: number): Promise<void> {
  const recorded = new Set((await storage.segments()).map(({ number }) => number));
  for (let number = 1; number <= full; number++) {
    if (recorded.has(number)) continue;
    const { first, last } = rangeOf(number);
    await storage.recordSegment(number, { after: first - 1, through: last }, (tokens) => {
      const body = segmentBody(tokens);
      return { bytes: body.length, sha256: sha256(body) };
    });
  }
}

async function makeTail(
  storage: Storage,
  number: number,
  sequence: number,
  cache: FileCache,
): Promise<FeedSegment | undefined> {
  const { first } = rangeOf(number);
  if (sequence < first) return undefined;
  const tokens = await storage.tokens({ after: first - 1, through: sequence, limit: feedSegmentSize });
  const body = segmentBody(tokens);
  const hash = sha256(body);
  cache.put({ path: segmentPath(number, hash), body });
  return segmentEntry(
    number,
    { first, last: sequence },
    { count: tokens.length, bytes: body.length, sha256: hash },
  );
}

/** The segment's file, if it still has this name. */
export async function readSegment(
  storage: Storage,
  path: string,
  number: number,
  cache: FileCache,
): Promise<FeedFile | undefined> {
  const { first, last } = rangeOf(number);
  const tokens = await storage.tokens({ after: first - 1, through: last, limit: feedSegmentSize });
  const body = segmentBody(tokens);
  // Another content under an old name: rewritten after a removal, or a tail that has grown since.
  if (segmentPath(number, sha256(body)) !== path) return undefined;
  const file = { path, body };
  cache.put(file);
  return file;
}
