import { foldName } from "./fold-name.ts";
import type { KeyHash } from "./directory-hash.ts";
import { DirectoryError } from "./directory-error.ts";

/*
 * Four kinds of file, all little-endian (docs/decisions holds why):
 *   head.bin    magic, format, build (8 bytes), entries, buckets, shards; then what the builder adds
 *   i/XX.bin    magic, build (first 4 bytes), n; n × low hash, n × entry, n × high hash; sorted by hash,
 *               equal hashes in order of preference
 *   m.bin       every name by the hash of its words, for finding them in text: see lib/mentions/name-index.ts
 *   e/XXXX.bin  magic, build, n; n+1 × end offset; UTF-8 records, fields by line feed, lists by tab
 */
const headMagic = 0x31485442; // "BTH1"
const bucketMagic = 0x31495442; // "BTI1"
const shardMagic = 0x31455442; // "BTE1"
/** Bump with any change of the layout: head and files of two formats never mix. */
const directoryFormat = 2;
export const headLength = 32;
const partHeader = 12;
const keySize = 10;
/** Entries in one shard: about 25 kB, read in one go. */
export const entriesPerShard = 128;

/** One brand of the directory. */
export interface BrandEntry {
  /** Primary domain, else `name:<folded name>`. */
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Registrable domains (or single hosts) that are this brand's alone; the first is the primary one. */
  readonly domains: readonly string[];
  /** Where it has pages but which belong to another brand or to several: a hotel group's domain. */
  readonly sharedDomains: readonly string[];
  /** By platform (`twitter` for X), as written. */
  readonly handles: Readonly<Record<string, readonly string[]>>;
  readonly owner?: string;
  /** What it trades in, as a short code such as `food`, `fashion`, `bank`. */
  readonly category?: string;
  readonly wikidata?: string;
}

export interface DirectoryHead {
  /** 16 hex digits of the content's hash. */
  readonly version: string;
  readonly build: number;
  readonly entries: number;
  readonly buckets: number;
  readonly shards: number;
}

export interface IndexRow extends KeyHash {
  readonly entry: number;
}

export function bucketPath(bucket: number): string {
  return `i/${bucket.toString(16).padStart(2, "0")}.bin`;
}

export function shardPath(shard: number): string {
  return `e/${shard.toString(16).padStart(4, "0")}.bin`;
}

export function encodeHead(head: Omit<DirectoryHead, "build">): Uint8Array {
  const bytes = new Uint8Array(headLength);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, headMagic, true);
  view.setUint32(4, directoryFormat, true);
  for (let i = 0; i < 8; i++) view.setUint8(8 + i, Number.parseInt(head.version.slice(2 * i, 2 * i + 2), 16));
  view.setUint32(16, head.entries, true);
  view.setUint32(20, head.buckets, true);
  view.setUint32(24, head.shards, true);
  return bytes;
}

export function decodeHead(bytes: Uint8Array, file: string): DirectoryHead {
  if (bytes.length < headLength) throw new DirectoryError("corrupt", file);
  const view = viewOf(bytes);
  if (view.getUint32(0, true) !== headMagic || view.getUint32(4, true) !== directoryFormat) {
    throw new DirectoryError("corrupt", file);
  }
  const entries = view.getUint32(16, true);
  const buckets = view.getUint32(20, true);
  const shards = view.getUint32(24, true);
  const consistent = buckets > 0 && buckets <= 65_536 && shards === Math.ceil(entries / entriesPerShard);
  if (!consistent) throw new DirectoryError("corrupt", file);
  const version = [...bytes.subarray(8, 16)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return { version, build: view.getUint32(8, true), entries, buckets, shards };
}

/** `rows` sorted by low, then high; rows of one hash in order of preference. */
export function encodeBucket(build: number, rows: readonly IndexRow[]): Uint8Array {
  const bytes = new Uint8Array(partHeader + rows.length * keySize);
  const view = viewOf(bytes);
  writePartHeader(view, bucketMagic, build, rows.length);
  for (const [i, row] of rows.entries()) {
    view.setUint32(partHeader + 4 * i, row.low, true);
    view.setUint32(partHeader + 4 * (rows.length + i), row.entry, true);
    view.setUint16(partHeader + 8 * rows.length + 2 * i, row.high, true);
  }
  return bytes;
}

/** An index bucket, searched where it lies. */
export interface Bucket {
  /** Numbers of the entries under a hash, best first. */
  find(hash: KeyHash): number[];
}

export function openBucket(bytes: Uint8Array, build: number, file: string): Bucket {
  const { view, count } = readPartHeader(bytes, bucketMagic, build, file);
  if (bytes.length !== partHeader + count * keySize) throw new DirectoryError("corrupt", file);
  const lowAt = (i: number): number => view.getUint32(partHeader + 4 * i, true);
  return {
    find({ low, high }) {
      let from = 0;
      for (let to = count; from < to;) {
        const middle = (from + to) >>> 1;
        if (lowAt(middle) < low) from = middle + 1;
        else to = middle;
      }
      const found: number[] = [];
      for (let i = from; i < count && lowAt(i) === low; i++) {
        if (view.getUint16(partHeader + 8 * count + 2 * i, true) !== high) continue;
        found.push(view.getUint32(partHeader + 4 * (count + i), true));
      }
      return found;
    },
  };
}

export function encodeShard(build: number, entries: readonly Omit<BrandEntry, "id">[]): Uint8Array {
  const records = entries.map((entry) => new TextEncoder().encode(recordOf(entry)));
  const start = partHeader + 4 * (entries.length + 1);
  const bytes = new Uint8Array(records.reduce((length, record) => length + record.length, start));
  const view = viewOf(bytes);
  writePartHeader(view, shardMagic, build, entries.length);
  let offset = start;
  view.setUint32(partHeader, offset, true);
  for (const [i, record] of records.entries()) {
    bytes.set(record, offset);
    offset += record.length;
    view.setUint32(partHeader + 4 * (i + 1), offset, true);
  }
  return bytes;
}

/** A shard of entries, each decoded when it is asked for. */
export interface Shard {
  entry(slot: number): BrandEntry;
  /** Name and aliases of every entry, in their order. */
  names(): readonly (readonly string[])[];
}

export function openShard(bytes: Uint8Array, build: number, file: string): Shard {
  const { view, count } = readPartHeader(bytes, shardMagic, build, file);
  const start = partHeader + 4 * (count + 1);
  if (count > entriesPerShard || start > bytes.length) throw new DirectoryError("corrupt", file);
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const decoded = new Map<number, BrandEntry>();
  const recordAt = (slot: number): string => {
    if (slot >= count) throw new DirectoryError("corrupt", file);
    const from = view.getUint32(partHeader + 4 * slot, true);
    const to = view.getUint32(partHeader + 4 * (slot + 1), true);
    if (from < start || to < from || to > bytes.length) throw new DirectoryError("corrupt", file);
    return textOf(decoder, bytes.subarray(from, to), file);
  };
  return {
    entry(slot) {
      const known = decoded.get(slot);
      if (known) return known;
      const entry = entryOf(recordAt(slot), file);
      decoded.set(slot, entry);
      return entry;
    },
    names: () =>
      Array.from({ length: count }, (_, slot) => {
        const [name = "", aliases] = recordAt(slot).split("\n", 2);
        return [name, ...listOf(aliases)];
      }),
  };
}

function textOf(decoder: InstanceType<typeof TextDecoder>, bytes: Uint8Array, file: string): string {
  try {
    return decoder.decode(bytes);
  } catch (cause) {
    throw new DirectoryError("corrupt", file, { cause });
  }
}

const fieldCount = 8;

function recordOf(entry: Omit<BrandEntry, "id">): string {
  const handles = Object.entries(entry.handles).flatMap(([platform, names]) =>
    names.map((name) => `${platform}:${name}`),
  );
  const lists = [entry.aliases, entry.domains, entry.sharedDomains, handles];
  const fields = [
    clean(entry.name),
    ...lists.map((list) => list.map((item) => clean(item)).join("\t")),
    clean(entry.owner ?? ""),
    clean(entry.category ?? ""),
    clean(entry.wikidata ?? ""),
  ];
  return fields.join("\n");
}

/** Separators cannot be part of a value. */
function clean(value: string): string {
  return value.replaceAll(/[\t\n]+/gu, " ");
}

function entryOf(record: string, file: string): BrandEntry {
  const fields = record.split("\n");
  const [name, aliases, domains, shared, handles, owner, category, wikidata] = fields;
  if (fields.length !== fieldCount || !name) throw new DirectoryError("corrupt", file);
  const owned = listOf(domains);
  return {
    id: owned[0] ?? `name:${foldName(name)}`,
    name,
    aliases: listOf(aliases),
    domains: owned,
    sharedDomains: listOf(shared),
    handles: handlesOf(listOf(handles)),
    ...(owner && { owner }),
    ...(category && { category }),
    ...(wikidata && { wikidata }),
  };
}

function listOf(field: string | undefined): readonly string[] {
  return field ? field.split("\t") : [];
}

function handlesOf(items: readonly string[]): Record<string, readonly string[]> {
  const handles: Record<string, string[]> = Object.create(null);
  for (const item of items) {
    const colon = item.indexOf(":");
    (handles[item.slice(0, colon)] ??= []).push(item.slice(colon + 1));
  }
  return handles;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function writePartHeader(view: DataView, magic: number, build: number, count: number): void {
  view.setUint32(0, magic, true);
  view.setUint32(4, build, true);
  view.setUint32(8, count, true);
}

function readPartHeader(
  bytes: Uint8Array,
  magic: number,
  build: number,
  file: string,
): { view: DataView; count: number } {
  if (bytes.length < partHeader) throw new DirectoryError("corrupt", file);
  const view = viewOf(bytes);
  if (view.getUint32(0, true) !== magic) throw new DirectoryError("corrupt", file);
  if (view.getUint32(4, true) !== build) throw new DirectoryError("mixed", file);
  return { view, count: view.getUint32(8, true) };
}
