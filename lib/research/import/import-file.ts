import type { ResearchDatabase } from "../../db/research.ts";
import { CancelledError } from "../../errors.ts";
import type { Collection } from "../../model/research/collection.ts";
import type {
  ImportOrder,
  ImportOutcome,
  RefusedRow,
  TransferProgress,
} from "../../model/research/transfer.ts";
import { ok, problem, type Result } from "../../model/result.ts";
import { newCollection } from "../collections.ts";
import { applyRows } from "./apply-rows.ts";
import { Fingerprints } from "./fingerprint.ts";
import type { Folder, ItemsFile } from "./folder.ts";
import { readers, type ItemsKind } from "./kinds.ts";
import { type OpenedFile, openFile, type Scratch } from "./open-file.ts";
import { ImportedIds } from "./imported-ids.ts";
import { type ImportPlace, prepareRow } from "./prepare-row.ts";
import type { ReadRow } from "./read-row.ts";
import { storeCodebooks, storeSamples, storeSessions, type VersionOf } from "./store-rest.ts";

/** Rows stored in one transaction. */
const rowsAtOnce = 500;
/** Refused rows that are named one by one. */
const mostRefusals = 100;

export interface ImportTools {
  readonly db: ResearchDatabase;
  readonly extension: string;
  readonly now: () => number;
  readonly scratch: Scratch;
  readonly told: (progress: TransferProgress) => void;
}

/**
 * Brings a file into a collection. What was stored stays when it is cancelled or the disk is full; the same file again
 * goes on from there, and a file that was imported before changes nothing.
 *
 * @throws {CancelledError} Once `signal` says so; {DatabaseError}.
 */
export async function importFile(
  order: ImportOrder,
  tools: ImportTools,
  signal: AbortSignal,
): Promise<Result<ImportOutcome>> {
  const opened = await openFile(order, tools.scratch);
  if (!opened.ok) return opened;
  try {
    const collection = await targetOf(order, opened.value, tools);
    if (!collection) return problem("bad-shape", { reason: "no-collection" });
    return await new Import(order, collection, tools, signal).run(opened.value);
  } finally {
    await opened.value.close();
  }
}

async function targetOf(
  { target }: ImportOrder,
  { folder }: OpenedFile,
  { db, now }: ImportTools,
): Promise<Collection | undefined> {
  if ("id" in target) return db.collections.get(target.id);
  const from = folder?.rest.collection;
  const made = await newCollection(
    target.newName,
    target.coder,
    from ? { privacy: asStrict(from), statement: from.statement } : {},
    now(),
  );
  await db.collections.add(made);
  return made;
}

/** As the file's collection protected people; to its researcher's key nothing is sealed here. */
function asStrict({ privacy }: Folder["rest"]["collection"]): Collection["privacy"] {
  const { audienceNote, retentionDays, sealTo: _, ...rest } = privacy;
  return {
    ...rest,
    ...(audienceNote === undefined ? {} : { audienceNote }),
    ...(retentionDays === undefined ? {} : { retentionDays }),
  };
}

/** One import on its way. */
class Import {
  readonly #collection: Collection;
  readonly #tools: ImportTools;
  readonly #signal: AbortSignal;
  readonly #order: ImportOrder;
  readonly #refusals: RefusedRow[] = [];
  readonly #keys = new Map<string, string>();
  #wantedKeys: ReadonlySet<string> = new Set();
  #counts = { added: 0, same: 0, updated: 0, refused: 0 };
  #fingerprints: Fingerprints | undefined;
  #versionOf: VersionOf = (version) => version;
  #rows = 0;

  constructor(order: ImportOrder, collection: Collection, tools: ImportTools, signal: AbortSignal) {
    this.#order = order;
    this.#collection = collection;
    this.#tools = tools;
    this.#signal = signal;
  }

  async run({ file, folder, kind, items }: OpenedFile): Promise<Result<ImportOutcome>> {
    const { db, now } = this.#tools;
    const collection = this.#collection;
    const from = folder?.rest.collection.id;
    const place: ImportPlace = {
      collection,
      from,
      isVouchedFor: this.#order.isVouchedFor,
      extension: this.#tools.extension,
      now: now(),
      ids: new ImportedIds(collection),
    };
    if (folder) {
      this.#versionOf = await storeCodebooks(db, collection, folder.rest, now());
      await storeSessions(db, collection, folder.rest, place.ids);
      this.#wantedKeys = new Set(folder.rest.samples.flatMap(({ keys }) => keys));
    }
    const total = items.reduce((sum, { packedSize }) => sum + packedSize, 0) || file.size;
    let read = 0;
    for (const part of items) {
      const isWhole = await this.#part(part, kind, place, (bytes) => {
        read += bytes;
        this.#tools.told({ share: Math.min(1, read / total), rows: this.#rows });
      });
      if (!isWhole) return problem("bad-shape", { reason: "no-collection" });
    }
    if (folder) await storeSamples(db, collection, folder.rest, this.#keys, this.#versionOf);
    return ok({ collection: collection.id, ...this.#counts, refusals: this.#refusals });
  }

  /** @returns Whether the collection is still there. */
  async #part(
    part: ItemsFile,
    kind: ItemsKind,
    place: ImportPlace,
    meter: (bytes: number) => void,
  ): Promise<boolean> {
    const bytes = await part.open();
    if (!bytes) {
      this.#refuse(part.path, { line: 0, refused: "damaged" });
      return true;
    }
    // What is unpacked while it is read counts by what lies in the archive.
    const scale = part.packedSize / Math.max(1, bytes.size);
    const rows = readers[kind].read(bytes, (count) => meter(count * scale));
    for await (const batch of damageTold(rows)) {
      for (let at = 0; at < batch.length; at += rowsAtOnce) {
        if (this.#signal.aborted) throw new CancelledError();
        if (!(await this.#store(part.path, batch.slice(at, at + rowsAtOnce), place))) return false;
      }
    }
    return true;
  }

  async #store(path: string, batch: readonly ReadRow[], known: ImportPlace): Promise<boolean> {
    const { db } = this.#tools;
    // Read for each batch: whoever is erased while a long file comes in stays away at once.
    const collection = await db.collections.get(this.#collection.id);
    if (!collection) return false;
    const place = { ...known, collection };
    // Side by side: nearly all of it is waiting for keyed hashes.
    const rows = await Promise.all(
      batch.map(async (read) => ("row" in read ? prepareRow(read.row, place) : undefined)),
    );
    const prepared = rows.filter((row) => typeof row === "object");
    if (prepared.some(({ isOwn }) => !isOwn)) this.#fingerprints ??= await this.#known();
    const applied = await applyRows(db, collection, prepared, this.#versionOf, this.#fingerprints);
    if (applied === "outdated") return this.#store(path, batch, known);
    if (applied === "gone") return false;
    for (const [at, read] of batch.entries()) {
      const row = rows[at];
      if ("refused" in read) this.#refuse(path, read);
      else if (typeof row === "string") this.#refuse(path, { line: read.line, refused: row });
    }
    for (const [old, key] of applied.keys) if (this.#wantedKeys.has(old)) this.#keys.set(old, key);
    this.#counts.added += applied.added;
    this.#counts.same += applied.same;
    this.#counts.updated += applied.updated;
    this.#rows += batch.length;
    this.#tools.told({ rows: this.#rows });
    return true;
  }

  /** Every item of the collection by its fingerprint: read once, where a file of another collection comes. */
  async #known(): Promise<Fingerprints> {
    const known = new Fingerprints();
    let after = 0;
    for (;;) {
      if (this.#signal.aborted) throw new CancelledError();
      const items = await this.#tools.db.items
        .where("[collection+seq]")
        .between([this.#collection.id, after], [this.#collection.id, Number.MAX_SAFE_INTEGER], false)
        .limit(1000)
        .toArray();
      for (const item of items) known.add(item, item.seq);
      const last = items.at(-1);
      if (!last) return known;
      after = last.seq;
    }
  }

  #refuse(file: string, { detail, line, refused: reason }: Extract<ReadRow, { refused: unknown }>): void {
    this.#counts.refused++;
    if (this.#refusals.length >= mostRefusals) return;
    this.#refusals.push({ file, line, reason, ...(detail ? { detail } : {}) });
  }
}

/** Rows until a stream breaks off, which is the last thing that is told. */
async function* damageTold(rows: AsyncGenerator<readonly ReadRow[]>): AsyncGenerator<readonly ReadRow[]> {
  let line = 0;
  for (;;) {
    let next: IteratorResult<readonly ReadRow[]>;
    try {
      next = await rows.next();
    } catch (error) {
      yield [{ line: line + 1, refused: "damaged", detail: error instanceof Error ? error.message : "" }];
      return;
    }
    if (next.done) return;
    line = next.value.at(-1)?.line ?? line;
    yield next.value;
  }
}
