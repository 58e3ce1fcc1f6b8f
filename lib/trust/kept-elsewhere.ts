import type { Elsewhere } from "./elsewhere.ts";

/** "BTe" and the version of the layout: another number means another layout, and it is read anew. */
const magic = 0x42_54_65_01;
const headerBytes = 12;
const entryBytes = 4 + 4 + 1 + 1;

/** Rows of others, put together. */
export interface Gathering {
  readonly list: readonly Elsewhere[];
  /** By row: which of the list it comes from, and its row there; -1: its author said nothing elsewhere. */
  readonly source: Uint8Array;
  readonly row: Int32Array;
  /** Numbers of subjects that are not elsewhere, as these rows are about them. */
  readonly own: ReadonlySet<number>;
}

/** Without an object for each row: there may be a hundred thousand. */
export function gatherElsewhere({ list, source, row, own }: Gathering): Elsewhere {
  const starts = new Uint32Array(row.length + 1);
  const visit = (each: (from: Elsewhere, at: number, target: number) => void): void => {
    for (let target = 0; target < row.length; target++) {
      const from = list[source[target] ?? 0];
      const place = row[target] ?? -1;
      if (!from || place === -1) continue;
      const end = from.starts[place + 1] ?? 0;
      for (let at = from.starts[place] ?? 0; at < end; at++) {
        if (own.size === 0 || !own.has(from.subject[at] ?? 0)) each(from, at, target);
      }
    }
  };
  visit((_from, _at, target) => (starts[target + 1] = (starts[target + 1] ?? 0) + 1));
  for (let target = 0; target < row.length; target++)
    starts[target + 1] = (starts[target + 1] ?? 0) + (starts[target] ?? 0);
  const made = emptyElsewhere(starts);
  let to = 0;
  visit((from, at) => {
    made.subject[to] = from.subject[at] ?? 0;
    made.issuedAt[to] = from.issuedAt[at] ?? 0;
    made.stars[to] = from.stars[at] ?? 0;
    made.deviation[to] = from.deviation[at] ?? 0;
    to++;
  });
  return made;
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
