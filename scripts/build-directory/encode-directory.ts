import { createHash } from "node:crypto";
import {
  foldedVariants,
  handleKey,
  hostKey,
  labelKey,
  nameKey,
  wikidataKey,
} from "../../lib/brands/directory-keys.ts";
import type { DirectoryKey } from "../../lib/brands/directory-keys.ts";
import {
  bucketPath,
  encodeBucket,
  encodeHead,
  encodeShard,
  entriesPerShard,
  shardPath,
} from "../../lib/brands/directory-format.ts";
import type { IndexRow } from "../../lib/brands/directory-format.ts";
import { bucketOf, hashKey } from "../../lib/brands/directory-hash.ts";
import { readHost } from "../../lib/brands/directory-host.ts";

import { encodeNameIndex, namesPath } from "../../lib/mentions/name-index.ts";
import type { DirectoryRow } from "./directory-row.ts";
import { namesOf } from "./encode-names.ts";
import type { IndexedNames } from "./encode-names.ts";
import { noWordLists } from "./word-levels.ts";
import type { WordLists } from "./word-levels.ts";

interface IndexKey {
  readonly key: DirectoryKey;
  readonly entry: number;
  /** Higher comes first among equal keys. */
  readonly preference: number;
}

const bucketCount = 64;

/**
 * All files of a directory by path, best known brands first. The same rows give the same bytes. `words` tell the
 * index of names how ordinary each is; without them all are taken for names.
 */
export function encodeDirectory(
  rows: readonly DirectoryRow[],
  words: WordLists = noWordLists,
): Map<string, Uint8Array> {
  const ordered = rows.toSorted((a, b) => b.rank - a.rank || compare(a.entry.name, b.entry.name));
  const buckets = bucketsOf(ordered);
  const names = namesOf(ordered, words);
  const version = versionOf(partsOf({ rows: ordered, buckets, names }, 0));
  const head = { version, entries: ordered.length, buckets: bucketCount, shards: shardCount(ordered.length) };
  const build = Buffer.from(version.slice(0, 8), "hex").readUInt32LE();
  return partsOf({ rows: ordered, buckets, names }, build).set("head.bin", encodeHead(head));
}

interface Content {
  readonly rows: readonly DirectoryRow[];
  readonly buckets: readonly (readonly IndexRow[])[];
  readonly names: IndexedNames;
}

function partsOf({ rows, buckets, names }: Content, build: number): Map<string, Uint8Array> {
  const parts = new Map([[namesPath, encodeNameIndex(build, names.rows, names.longer)]]);
  for (const [i, bucket] of buckets.entries()) parts.set(bucketPath(i), encodeBucket(build, bucket));
  for (let shard = 0; shard < shardCount(rows.length); shard++) {
    const inShard = rows.slice(shard * entriesPerShard, (shard + 1) * entriesPerShard);
    parts.set(
      shardPath(shard),
      encodeShard(
        build,
        inShard.map(({ entry }) => entry),
      ),
    );
  }
  return parts;
}

function shardCount(entries: number): number {
  return Math.ceil(entries / entriesPerShard);
}

function versionOf(parts: ReadonlyMap<string, Uint8Array>): string {
  const hash = createHash("sha256");
  for (const [path, bytes] of parts) hash.update(path).update(bytes);
  return hash.digest("hex").slice(0, 16);
}

function bucketsOf(rows: readonly DirectoryRow[]): IndexRow[][] {
  const byText = new Map<string, IndexKey[]>();
  for (const [entry, row] of rows.entries()) {
    for (const { key, preference } of keysOf(row)) {
      const keys = byText.get(key.text) ?? [];
      if (keys.length === 0) byText.set(key.text, keys);
      if (!keys.some((known) => known.entry === entry)) keys.push({ key, entry, preference });
    }
  }
  const buckets: IndexRow[][] = Array.from({ length: bucketCount }, () => []);
  const seen = new Map<string, string>();
  for (const [text, keys] of byText) {
    const hash = hashKey(text);
    const other = seen.get(`${hash.high}:${hash.low}`);
    if (other !== undefined) throw new Error(`keys ${text} and ${other} share a hash`);
    seen.set(`${hash.high}:${hash.low}`, text);
    for (const { key, entry } of keys.toSorted((a, b) => b.preference - a.preference || a.entry - b.entry)) {
      buckets[bucketOf(key.route, bucketCount)]?.push({ ...hash, entry });
    }
  }
  // Stable: rows of one hash keep their order of preference.
  return buckets.map((bucket) => bucket.toSorted((a, b) => a.low - b.low || a.high - b.high));
}

function* keysOf(row: DirectoryRow): Generator<{ key: DirectoryKey; preference: number }> {
  const { entry, rank } = row;
  const labels = new Set<string>();
  for (const host of entry.domains) {
    const label = readHost(host)?.label;
    if (label === undefined) throw new Error(`${entry.name}: ${host} is no host`);
    labels.add(label);
    yield { key: hostKey(host, label), preference: rank };
  }
  for (const label of row.labels) yield { key: labelKey(label), preference: rank };
  for (const id of row.wikidata) yield { key: wikidataKey(id), preference: rank };
  for (const [platform, handle] of row.handles) {
    const key = handleKey(platform, handle);
    if (key) yield { key, preference: rank };
  }
  // A brand of exactly this name on a domain of exactly this name before one that merely goes by it as well.
  for (const name of [entry.name, ...entry.aliases]) {
    for (const folded of foldedVariants(name)) {
      const preference = rank + (name === entry.name ? 15 : 0) + (labels.has(folded) ? 10 : 0);
      yield { key: nameKey(folded), preference };
    }
  }
}

/** By code unit: the same on every machine, whatever its locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
