import { dayOf } from "../../model/day.ts";
import type { Collection } from "../../model/research/collection.ts";
import type { ExportRows } from "./define-format.ts";
import type { ExportRow } from "./export-row.ts";

/** Rows of one day, for one file. */
export interface Partition {
  /** Of publication, else of collection; UTC: `2026-11-21`. */
  readonly date: string;
  /** 1, 2, 3 … within the day. */
  readonly part: number;
  readonly rows: ExportRows;
}

/** Rows after which a day has another file: one that can be read whole. */
const mostRows = 100_000;

/**
 * Cuts rows at midnight, without holding more than one batch. Rows that do not come in order of time are right all the
 * same: a day that comes again has another part.
 */
export async function* partitionsOf(rows: ExportRows): AsyncGenerator<Partition> {
  const source = new Rest(rows);
  const parts = new Map<string, number>();
  for (;;) {
    const date = await source.date();
    if (date === undefined) return;
    const part = (parts.get(date) ?? 0) + 1;
    parts.set(date, part);
    yield { date, part, rows: source.take(date, mostRows) };
    // Whoever did not read a part to its end does not want it.
    await source.skip();
  }
}

function dateOf({ item }: ExportRow): string {
  return dayOf(item.publishedAt ?? item.collectedAt);
}

/** What has not been given out yet. */
class Rest {
  readonly #rows: AsyncIterator<readonly ExportRow[]>;
  #held: readonly ExportRow[] = [];
  #current: AsyncGenerator<readonly ExportRow[]> | undefined;

  constructor(rows: ExportRows) {
    this.#rows = rows[Symbol.asyncIterator]();
  }

  /** Of the next row; `undefined` at the end. */
  async date(): Promise<string | undefined> {
    while (this.#held.length === 0) {
      const next = await this.#rows.next();
      if (next.done) return undefined;
      this.#held = next.value;
    }
    const [first] = this.#held;
    return first && dateOf(first);
  }

  take(date: string, most: number): ExportRows {
    this.#current = this.#take(date, most);
    return this.#current;
  }

  async skip(): Promise<void> {
    if (!this.#current) return;
    for await (const _ of this.#current);
  }

  async *#take(date: string, most: number): AsyncGenerator<readonly ExportRow[]> {
    let left = most;
    while (left > 0 && (await this.date()) === date) {
      const other = this.#held.findIndex((row) => dateOf(row) !== date);
      const count = Math.min(left, other === -1 ? this.#held.length : other);
      const batch = this.#held.slice(0, count);
      this.#held = this.#held.slice(count);
      left -= count;
      yield batch;
    }
  }
}

/**
 * Where a part stands: below a folder that names its day, as Hive, DuckDB, Spark and BigQuery read it, in a file whose
 * name two researchers never share, so that their folders can be laid into one.
 */
export function partPath(
  folder: string,
  { date, part }: Partition,
  { id, coder }: Collection,
  ending: string,
): string {
  return `${folder}/date=${date}/${collectorOf(id, coder)}-${String(part).padStart(4, "0")}${ending}`;
}

/** Who collected, as part of a file's name: letters and digits alone. */
function collectorOf(id: string, coder: string): string {
  const slug = coder
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "")
    .slice(0, 30);
  return [slug || "collector", id.replaceAll(/[^A-Za-z0-9]/g, "").slice(0, 12)].join("-");
}
