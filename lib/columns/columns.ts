import type { AuthorId, ReviewId } from "../model/review.ts";
import { toHex, writeHex } from "./hex.ts";

/** One review as the columns hold it. */
export interface PackedReview {
  readonly author: AuthorId;
  readonly id: ReviewId;
  /** The edit that gives its words, if any. */
  readonly contentId?: ReviewId | undefined;
  /** Seconds, 1970 … 2106. */
  readonly issuedAt: number;
  /** 0–100. */
  readonly rating?: number;
  /** Bits of `trait`. */
  readonly traits: number;
  /** UTF-16 units; longer texts count as 65 535. */
  readonly textLength: number;
  readonly helpful: number;
}

/**
 * The reviews of one subject as parallel arrays over one buffer, in no particular order, one for each author.
 * Reading them back is a cast, not a parse.
 */
export interface Columns {
  readonly length: number;
  readonly buffer: ArrayBuffer;
  readonly issuedAt: Uint32Array;
  readonly helpful: Uint32Array;
  readonly textLength: Uint16Array;
  /** 0–100, or `noRating`. */
  readonly rating: Uint8Array;
  readonly traits: Uint8Array;
  /** 16 bytes each. */
  readonly authors: Uint8Array;
  readonly ids: Uint8Array;
  /** The first `contentBytes` of the id of the token that gives its words: another text has others. */
  readonly contents: Uint8Array;
}

export const noRating = 255;
const idBytes = 16;
export const contentBytes = 8;

/** "BTc" and the version of the layout: another number means another layout, and the buffer is packed anew. */
const magic = 0x42_54_63_02;
const headerBytes = 8;
const rowBytes = 4 + 4 + 2 + 1 + 1 + 2 * idBytes + contentBytes;

export function emptyColumns(length: number): Columns {
  const buffer = new ArrayBuffer(headerBytes + length * rowBytes);
  const header = new DataView(buffer);
  header.setUint32(0, magic);
  header.setUint32(4, length);
  return view(buffer, length);
}

/** The columns in a stored buffer, without copying; `undefined` where it is of another layout or cut short. */
export function readColumns(buffer: ArrayBuffer): Columns | undefined {
  if (buffer.byteLength < headerBytes) return undefined;
  const header = new DataView(buffer);
  const length = header.getUint32(4);
  if (header.getUint32(0) !== magic || buffer.byteLength !== headerBytes + length * rowBytes)
    return undefined;
  return view(buffer, length);
}

export function packReviews(reviews: readonly PackedReview[]): Columns {
  const columns = emptyColumns(reviews.length);
  for (const [index, review] of reviews.entries()) writeReview(columns, index, review);
  return columns;
}

export function reviewAt(columns: Columns, index: number): PackedReview {
  const rating = columns.rating[index] ?? noRating;
  return {
    author: authorAt(columns, index),
    id: idAt(columns, index),
    issuedAt: columns.issuedAt[index] ?? 0,
    ...(rating !== noRating && { rating }),
    traits: columns.traits[index] ?? 0,
    textLength: columns.textLength[index] ?? 0,
    helpful: columns.helpful[index] ?? 0,
  };
}

export function authorAt(columns: Columns, index: number): AuthorId {
  return hexAt(columns.authors, index);
}

export function idAt(columns: Columns, index: number): ReviewId {
  return hexAt(columns.ids, index);
}

/** What becomes of one author's review: its new state, or gone. */
export interface ColumnChange {
  readonly author: AuthorId;
  readonly review?: PackedReview;
}

/** A copy with `changes` made in turn; the last one for an author holds. */
export function changeColumns(columns: Columns, changes: readonly ColumnChange[]): Columns {
  const last = new Map(changes.map((change) => [change.author, change.review]));
  const kept: number[] = [];
  for (let index = 0; index < columns.length; index++) {
    if (!last.has(authorAt(columns, index))) kept.push(index);
  }
  const added = [...last.values()].filter((review) => review !== undefined);
  const changed = emptyColumns(kept.length + added.length);
  for (const [to, from] of kept.entries()) copyReview(columns, from, changed, to);
  for (const [offset, review] of added.entries()) writeReview(changed, kept.length + offset, review);
  return changed;
}

/** Several subjects' columns as one, and for each row the index of the one it came from. */
export function joinColumns(list: readonly Columns[]): { columns: Columns; source: Uint16Array } {
  const length = list.reduce((total, columns) => total + columns.length, 0);
  const columns = emptyColumns(length);
  const source = new Uint16Array(length);
  let offset = 0;
  for (const [index, part] of list.entries()) {
    columns.issuedAt.set(part.issuedAt, offset);
    columns.helpful.set(part.helpful, offset);
    columns.textLength.set(part.textLength, offset);
    columns.rating.set(part.rating, offset);
    columns.traits.set(part.traits, offset);
    columns.authors.set(part.authors, offset * idBytes);
    columns.ids.set(part.ids, offset * idBytes);
    columns.contents.set(part.contents, offset * contentBytes);
    source.fill(index, offset, offset + part.length);
    offset += part.length;
  }
  return { columns, source };
}

function view(buffer: ArrayBuffer, length: number): Columns {
  let offset = headerBytes;
  const take = (bytes: number): number => {
    const start = offset;
    offset += bytes;
    return start;
  };
  // Widest first, so that each array starts on a multiple of its element's size.
  return {
    length,
    buffer,
    issuedAt: new Uint32Array(buffer, take(4 * length), length),
    helpful: new Uint32Array(buffer, take(4 * length), length),
    textLength: new Uint16Array(buffer, take(2 * length), length),
    rating: new Uint8Array(buffer, take(length), length),
    traits: new Uint8Array(buffer, take(length), length),
    authors: new Uint8Array(buffer, take(idBytes * length), idBytes * length),
    ids: new Uint8Array(buffer, take(idBytes * length), idBytes * length),
    contents: new Uint8Array(buffer, take(contentBytes * length), contentBytes * length),
  };
}

function writeReview(columns: Columns, index: number, review: PackedReview): void {
  columns.issuedAt[index] = review.issuedAt;
  columns.helpful[index] = review.helpful;
  columns.textLength[index] = Math.min(review.textLength, 65_535);
  columns.rating[index] = review.rating ?? noRating;
  columns.traits[index] = review.traits;
  writeHex(review.author, columns.authors, index * idBytes);
  writeHex(review.id, columns.ids, index * idBytes);
  const content = (review.contentId ?? review.id).slice(0, 2 * contentBytes);
  writeHex(content, columns.contents, index * contentBytes);
}

function copyReview(from: Columns, source: number, to: Columns, target: number): void {
  to.issuedAt[target] = from.issuedAt[source] ?? 0;
  to.helpful[target] = from.helpful[source] ?? 0;
  to.textLength[target] = from.textLength[source] ?? 0;
  to.rating[target] = from.rating[source] ?? noRating;
  to.traits[target] = from.traits[source] ?? 0;
  for (const name of ["authors", "ids"] as const) copyBytes(from[name], source, to[name], target, idBytes);
  copyBytes(from.contents, source, to.contents, target, contentBytes);
}

function copyBytes(from: Uint8Array, source: number, to: Uint8Array, target: number, bytes: number): void {
  to.set(from.subarray(source * bytes, (source + 1) * bytes), target * bytes);
}

function hexAt(bytes: Uint8Array, index: number): string {
  return toHex(bytes.subarray(index * idBytes, (index + 1) * idBytes));
}
