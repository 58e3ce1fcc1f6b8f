import type { Elsewhere } from "./elsewhere.ts";

/** "BTe" and the version of the layout: another number means another layout, and it is read anew. */
const magic = 0x42_54_65_01;
const headerBytes = 12;
const entryBytes = 4 + 4 + 1 + 1;

/** A row of another `Elsewhere`. */
export interface ElsewhereRow {
  readonly of: Elsewhere;
  readonly row: number;
}

/**
 * Put together from rows of others.
 *
 * @param rowAt - Where row `i` comes from; `undefined`: its author said nothing elsewhere.
 * @param own - Numbers of subjects that are not elsewhere, as these rows are about them.
 */
export function gatherElsewhere(
  length: number,
  rowAt: (row: number) => ElsewhereRow | undefined,
  own: ReadonlySet<number>,
): Elsewhere {
  const starts = new Uint32Array(length + 1);
  const from: Elsewhere[] = [];
  const places: number[] = [];
  for (let row = 0; row < length; row++) {
    const source = rowAt(row);
    if (source) {
      for (const at of entriesOf(source, own)) {
        from.push(source.of);
        places.push(at);
      }
    }
    starts[row + 1] = places.length;
  }
  const made = emptyElsewhere(starts);
  for (const [to, at] of places.entries()) {
    const of = from[to] ?? made;
    for (const name of ["subject", "issuedAt", "stars", "deviation"] as const)
      made[name][to] = of[name][at] ?? 0;
  }
  return made;
}

function entriesOf({ of, row }: ElsewhereRow, own: ReadonlySet<number>): number[] {
  const places: number[] = [];
  for (let at = of.starts[row] ?? 0; at < (of.starts[row + 1] ?? 0); at++) {
    if (!own.has(of.subject[at] ?? 0)) places.push(at);
  }
  return places;
}

function emptyElsewhere(starts: Uint32Array): Elsewhere {
  const length = starts.at(-1) ?? 0;
  return {
    starts,
    subject: new Uint32Array(length),
    issuedAt: new Uint32Array(length),
    stars: new Uint8Array(length),
    deviation: new Int8Array(length),
  };
}

/** One buffer, to be stored. */
export function packElsewhere({ starts, subject, issuedAt, stars, deviation }: Elsewhere): ArrayBuffer {
  const [rows, entries] = [starts.length - 1, subject.length];
  const buffer = new ArrayBuffer(bytesOf(rows, entries));
  const header = new Uint32Array(buffer, 0, 3);
  header.set([magic, rows, entries]);
  const made = view(buffer, rows, entries);
  made.starts.set(starts);
  made.subject.set(subject);
  made.issuedAt.set(issuedAt);
  made.stars.set(stars);
  made.deviation.set(deviation);
  return buffer;
}

/** Without copying; `undefined` where it is of another layout or cut short. */
export function readElsewhere(buffer: ArrayBuffer): Elsewhere | undefined {
  if (buffer.byteLength < headerBytes) return undefined;
  const [found, rows = 0, entries = 0] = new Uint32Array(buffer, 0, 3);
  if (found !== magic || buffer.byteLength !== bytesOf(rows, entries)) return undefined;
  return view(buffer, rows, entries);
}

function bytesOf(rows: number, entries: number): number {
  return headerBytes + 4 * (rows + 1) + entries * entryBytes;
}

function view(buffer: ArrayBuffer, rows: number, entries: number): Elsewhere {
  const starts = headerBytes;
  const subject = starts + 4 * (rows + 1);
  const issuedAt = subject + 4 * entries;
  const stars = issuedAt + 4 * entries;
  return {
    starts: new Uint32Array(buffer, starts, rows + 1),
    subject: new Uint32Array(buffer, subject, entries),
    issuedAt: new Uint32Array(buffer, issuedAt, entries),
    stars: new Uint8Array(buffer, stars, entries),
    deviation: new Int8Array(buffer, stars + entries, entries),
  };
}
