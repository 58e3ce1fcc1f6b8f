import { contentBytes } from "../../columns/columns.ts";
import { rootOf, separate, unite } from "../union-find.ts";
import { addToClusters, clusterTexts } from "./text-clusters.ts";
import { emptyPrints, likeness, type TextPrints } from "./text-prints.ts";

/** What is kept of a subject's texts, and which token each row's words are from. */
export interface KeptTexts {
  readonly prints: TextPrints;
  /** Rows joined by what they share, as a union-find's parents. */
  readonly clusters: Int32Array;
  /** `contentBytes` a row, as in the columns. */
  readonly contents: Uint8Array;
}

/** Prints with room for new rows, and where the others came from. */
export interface CarriedTexts {
  readonly prints: TextPrints;
  /** By row: the row it had before, or -1. */
  readonly from: Int32Array;
}

const { bands } = likeness;
/** So many new rows are compared with all others one by one; for more, everything is joined anew. */
const mostAdded = 16;

/**
 * The prints of rows whose words are the same as before, wherever they stand now: columns move a row to the end when
 * anything about it changes.
 */
export function carryTexts(before: KeptTexts | undefined, contents: Uint8Array): CarriedTexts {
  const length = contents.length / contentBytes;
  const prints = emptyPrints(length);
  const from = new Int32Array(length).fill(-1);
  if (!before) return { prints, from };
  const rowOf = rowsByContent(before.contents);
  for (let row = 0; row < length; row++) {
    const old = rowOf(contents, row);
    if (old === -1) continue;
    from[row] = old;
    prints.flags[row] = before.prints.flags[old] ?? 0;
    prints.bands.set(before.prints.bands.subarray(old * bands, (old + 1) * bands), row * bands);
  }
  return { prints, from };
}

/** The same with what they share, once the new rows have been printed. */
export function keepTexts(
  before: KeptTexts | undefined,
  { prints, from }: CarriedTexts,
  contents: Uint8Array,
): KeptTexts {
  return { prints, contents, clusters: clustersAfter(before, prints, from) };
}

function clustersAfter(before: KeptTexts | undefined, prints: TextPrints, from: Int32Array): Int32Array {
  const added = [...from.keys()].filter((row) => from[row] === -1);
  // A row that is gone may have been all that held others together.
  const isGrown = before && from.length - added.length === before.clusters.length;
  if (!isGrown || added.length > mostAdded) return clusterTexts(prints);
  const to = new Int32Array(before.clusters.length);
  for (const [row, old] of from.entries()) if (old !== -1) to[old] = row;
  const clusters = separate(from.length);
  for (const [old, row] of to.entries()) {
    const root = rootOf(before.clusters, old);
    if (root !== old) unite(clusters, row, to[root] ?? row);
  }
  for (const row of added) addToClusters(clusters, prints, row);
  return clusters;
}

/** A look-up by content, in an open table. */
function rowsByContent(contents: Uint8Array): (others: Uint8Array, row: number) => number {
  const length = contents.length / contentBytes;
  const slots = 2 ** Math.ceil(Math.log2(2 * length + 2));
  const table = new Int32Array(slots).fill(-1);
  const find = (others: Uint8Array, row: number): number => {
    let slot = hashAt(others, row) & (slots - 1);
    for (let found = table[slot] ?? -1; found !== -1; found = table[slot] ?? -1) {
      if (sameContent(contents, found, others, row)) break;
      slot = (slot + 1) & (slots - 1);
    }
    return slot;
  };
  for (let row = 0; row < length; row++) table[find(contents, row)] = row;
  return (others, row) => table[find(others, row)] ?? -1;
}

/** Ids are hashes already. */
function hashAt(contents: Uint8Array, row: number): number {
  const at = row * contentBytes;
  return (
    ((contents[at] ?? 0) << 24) ^
    ((contents[at + 1] ?? 0) << 16) ^
    ((contents[at + 2] ?? 0) << 8) ^
    (contents[at + 3] ?? 0)
  );
}

function sameContent(one: Uint8Array, row: number, other: Uint8Array, otherRow: number): boolean {
  for (let byte = 0; byte < contentBytes; byte++) {
    if (one[row * contentBytes + byte] !== other[otherRow * contentBytes + byte]) return false;
  }
  return true;
}

/** "BTp" and the version of layout and likeness. */
const magic = 0x42_54_70_00 + likeness.version;
const headerBytes = 8;
const rowBytes = 4 * bands + 4 + contentBytes + 1;

/** One buffer, to be stored. */
export function packTexts({ prints, clusters, contents }: KeptTexts): ArrayBuffer {
  const buffer = new ArrayBuffer(headerBytes + clusters.length * rowBytes);
  new Uint32Array(buffer, 0, 2).set([magic, clusters.length]);
  const made = view(buffer, clusters.length);
  made.prints.bands.set(prints.bands);
  made.prints.flags.set(prints.flags);
  made.clusters.set(clusters);
  made.contents.set(contents);
  return buffer;
}

/** Without copying; `undefined` where it is of another layout or cut short. */
export function readTexts(buffer: ArrayBuffer): KeptTexts | undefined {
  if (buffer.byteLength < headerBytes) return undefined;
  const [found, length = 0] = new Uint32Array(buffer, 0, 2);
  if (found !== magic || buffer.byteLength !== headerBytes + length * rowBytes) return undefined;
  return view(buffer, length);
}

function view(buffer: ArrayBuffer, length: number): KeptTexts {
  const clusters = headerBytes + 4 * bands * length;
  const contents = clusters + 4 * length;
  const flags = contents + contentBytes * length;
  return {
    prints: {
      bands: new Uint32Array(buffer, headerBytes, bands * length),
      flags: new Uint8Array(buffer, flags, length),
    },
    clusters: new Int32Array(buffer, clusters, length),
    contents: new Uint8Array(buffer, contents, contentBytes * length),
  };
}
