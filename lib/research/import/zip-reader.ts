import { problem, type Result } from "../../model/result.ts";

/** A file in an archive. Its path names it and is never used as one. */
export interface ZipEntry {
  readonly path: string;
  readonly size: number;
  readonly packedSize: number;
  readonly isPacked: boolean;
  /** Where its header stands. */
  readonly at: number;
}

/** More than any export of ours has. */
const mostEntries = 65_535;
const largestDirectory = 64_000_000;
/** Text deflates to a tenth, zeros to a thousandth: what claims more than this is made to hurt. */
const mostRatio = 200;
/** Below this size nothing hurts. */
const alwaysFine = 10_000_000;

const endSignature = 0x06_05_4b_50;
const entrySignature = 0x02_01_4b_50;
const headerSignature = 0x04_03_4b_50;
/** Of the end's record, without and with the longest comment. */
const endSize = 22;
const longestEnd = endSize + 0xff_ff;

/**
 * What is in an archive, as its directory says. ZIP64, encryption and methods beside stored and deflated are not read;
 * an archive whose parts are larger than itself, or unpack to far more than they should, is refused.
 *
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export async function readDirectory(file: Blob): Promise<Result<readonly ZipEntry[]>> {
  const tailAt = Math.max(0, file.size - longestEnd);
  const tail = await viewOf(file.slice(tailAt));
  const end = endOf(tail);
  if (end === undefined) return damaged;
  const count = tail.getUint16(end + 10, true);
  const size = tail.getUint32(end + 12, true);
  const at = tail.getUint32(end + 16, true);
  if (count > mostEntries || size > largestDirectory || at + size > file.size) return damaged;
  const entries = entriesOf(await viewOf(file.slice(at, at + size)), count);
  if (!entries) return damaged;
  const packed = entries.reduce((sum, entry) => sum + entry.packedSize, 0);
  // Parts that lie over each other, as in bombs that grow quadratically, add up to more than there is.
  if (packed > file.size || entries.some(isBomb)) return problem("bad-shape", { reason: "bomb" });
  return { ok: true, value: entries };
}

const damaged = problem("bad-shape", { reason: "damaged" });

function isBomb({ packedSize, size }: ZipEntry): boolean {
  return size > alwaysFine && size > packedSize * mostRatio;
}

async function viewOf(part: Blob): Promise<DataView> {
  return new DataView(await part.arrayBuffer());
}

function endOf(view: DataView): number | undefined {
  for (let at = view.byteLength - endSize; at >= 0; at--) {
    if (view.getUint32(at, true) === endSignature) return at;
  }
  return undefined;
}

function entriesOf(view: DataView, count: number): ZipEntry[] | undefined {
  const decoder = new TextDecoder();
  const entries: ZipEntry[] = [];
  let at = 0;
  while (entries.length < count) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== entrySignature) return undefined;
    const method = view.getUint16(at + 10, true);
    const isEncrypted = (view.getUint16(at + 8, true) & 1) === 1;
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
      number,
      number,
      number,
    ];
    if (isEncrypted || (method !== 0 && method !== 8) || at + 46 + name > view.byteLength) return undefined;
    entries.push({
      path: decoder.decode(new Uint8Array(view.buffer, view.byteOffset + at + 46, name)),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      isPacked: method === 8,
      at: view.getUint32(at + 42, true),
    });
    at += 46 + name + extra + comment;
  }
  return entries;
}

/** The bytes of a file as they lie in the archive; `undefined` where there are none. */
export async function packedBytes(file: Blob, entry: ZipEntry): Promise<Blob | undefined> {
  const header = await viewOf(file.slice(entry.at, entry.at + 30));
  if (header.byteLength < 30 || header.getUint32(0, true) !== headerSignature) return undefined;
  const start = entry.at + 30 + header.getUint16(26, true) + header.getUint16(28, true);
  const bytes = file.slice(start, start + entry.packedSize);
  return bytes.size === entry.packedSize ? bytes : undefined;
}

/** Unpacks as it is read, and no more than the directory said there would be. */
export function unpacked(bytes: Blob, { isPacked, size }: ZipEntry): ReadableStream<Uint8Array<ArrayBuffer>> {
  if (!isPacked) return bytes.stream();
  let left = size;
  const bounded = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(piece, controller) {
      left -= piece.byteLength;
      if (left < 0) controller.error(new RangeError("more than the archive said"));
      else controller.enqueue(piece);
    },
  });
  return bytes.stream().pipeThrough(new DecompressionStream("deflate-raw")).pipeThrough(bounded);
}
