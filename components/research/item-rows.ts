import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { ResearchDatabase } from "../../lib/db/research.ts";
import type { Coding } from "../../lib/model/research/coding.ts";
import type { ResearchItem } from "../../lib/model/research/item.ts";

/** One row of the table. */
export interface ItemRow {
  readonly item: ResearchItem;
  /** What the collection's own coder said of it. */
  readonly coding?: Coding;
}

/** Reads rows by `ResearchItem.seq`, in that order; `undefined` for one that was deleted. */
export type RowReader = (seqs: readonly number[]) => Promise<readonly (ItemRow | undefined)[]>;

export function rowReader(db: ResearchDatabase, coder: string): RowReader {
  return async (seqs) => {
    const keys = seqs.map((seq): [number, string] => [seq, coder]);
    const [items, codings] = await db.transaction("r", db.items, db.codings, () =>
      Promise.all([db.items.bulkGet([...seqs]), db.codings.bulkGet(keys)]),
    );
    return items.map((item, index) => {
      const coding = codings[index];
      return item && (coding ? { item, coding } : { item });
    });
  };
}

/** Rows that are kept once they were read. */
const kept = 3000;

/**
 * Rows of a list that is far too long to be held: those that are wanted, read one after another so that what is wanted
 * now never waits for what was scrolled past.
 */
export class ItemRows implements ReactiveController {
  error: unknown;
  readonly #host: ReactiveControllerHost;
  readonly #rows = new Map<number, ItemRow | undefined>();
  #read: RowReader | undefined;
  #wanted: readonly number[] = [];
  #isReading = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#wanted = [];
  }

  /** Another list, or rows of another coder: nothing that was read holds. */
  from(read: RowReader): void {
    this.#read = read;
    this.#rows.clear();
    this.error = undefined;
  }

  /** `undefined`: not read yet. `"gone"`: there is none any more. */
  row(seq: number): ItemRow | "gone" | undefined {
    return this.#rows.has(seq) ? (this.#rows.get(seq) ?? "gone") : undefined;
  }

  /** What is in view or about to be. Only the newest call counts. */
  want(seqs: readonly number[]): void {
    this.#wanted = seqs;
    if (!this.#isReading) void this.#readWanted();
  }

  /** They have changed: what was read stays until it is read again. */
  keep(rows: ReadonlyMap<number, ItemRow | undefined>): void {
    for (const [seq, row] of rows) this.#put(seq, row);
    this.#host.requestUpdate();
  }

  /** After a failure. */
  retry(): void {
    this.error = undefined;
    this.want(this.#wanted);
    this.#host.requestUpdate();
  }

  async #readWanted(): Promise<void> {
    this.#isReading = true;
    try {
      for (let missing = this.#missing(); missing.length > 0; missing = this.#missing()) {
        const read = this.#read;
        const rows = await read?.(missing);
        // Meanwhile it may have become another list.
        if (read !== this.#read) continue;
        missing.forEach((seq, index) => this.#put(seq, rows?.[index]));
        this.#host.requestUpdate();
      }
    } catch (error) {
      this.error = error;
      this.#host.requestUpdate();
    } finally {
      this.#isReading = false;
    }
  }

  #missing(): readonly number[] {
    return this.error === undefined ? this.#wanted.filter((seq) => !this.#rows.has(seq)) : [];
  }

  #put(seq: number, row: ItemRow | undefined): void {
    this.#rows.delete(seq);
    this.#rows.set(seq, row);
    if (this.#rows.size <= kept) return;
    const [oldest] = this.#rows.keys();
    if (oldest !== undefined) this.#rows.delete(oldest);
  }
}
