import type { ResearchDatabase } from "../../lib/db/research.ts";
import { sampleNoon } from "../../components/testing/research.ts";
import type { ItemFilter } from "../../lib/model/research/query.ts";
import type {
  ExportOrder,
  ImportOrder,
  ImportOutcome,
  TransferProgress,
} from "../../lib/model/research/transfer.ts";
import type { Result } from "../../lib/model/result.ts";
import { exportCollection, type ExportTools } from "../../lib/research/export/export-collection.ts";
import { importFile } from "../../lib/research/import/import-file.ts";
import type { Scratch } from "../../lib/research/import/open-file.ts";

/** When files are imported: everything in them was collected before. 2191. */
export const longAfter = 7_000_000_000_000;

export function noFilter(collection = "returns-study"): ItemFilter {
  return {
    collection,
    text: "",
    brands: [],
    sites: [],
    sessions: [],
    codes: [],
    langs: [],
    authors: [],
    sentiments: [],
    why: [],
  };
}

/** Writes a file in memory. */
export async function fileOf(
  db: ResearchDatabase,
  changes: Partial<ExportOrder> = {},
  tools: Partial<ExportTools> = {},
  signal = new AbortController().signal,
): Promise<{ readonly name: string; readonly items: number; readonly file: Blob }> {
  const collection = changes.collection ?? "returns-study";
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const result = await exportCollection(
    {
      collection,
      filter: noFilter(collection),
      kind: "folder",
      formats: ["ndjson"],
      forSpreadsheets: true,
      ...changes,
    },
    { write: (bytes) => void pieces.push(bytes.slice()) },
    {
      db,
      extension: "0.1.0",
      now: () => sampleNoon,
      told: () => {},
      report: async () => new Map([["report.md", "# Report\n"]]),
      ...tools,
    },
    signal,
  );
  if (!result.ok) throw new Error(result.error.code);
  return { ...result.value, file: new Blob(pieces) };
}

/** How often room was made, and how much of it is still there. */
export class MemoryScratch {
  open = 0;
  made = 0;
  readonly take: Scratch = async () => {
    this.open++;
    this.made++;
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    return {
      writable: new WritableStream({ write: (bytes) => void pieces.push(bytes.slice()) }),
      read: async () => new Blob(pieces),
      remove: async () => void this.open--,
    };
  };
}

export async function imported(
  db: ResearchDatabase,
  order: Partial<ImportOrder> & Pick<ImportOrder, "file">,
  told: (progress: TransferProgress) => void = () => {},
  signal = new AbortController().signal,
): Promise<Result<ImportOutcome>> {
  const scratch = new MemoryScratch();
  const result = await importFile(
    { name: "file", target: { id: "returns-study" }, isVouchedFor: false, ...order },
    { db, extension: "0.2.0", now: () => longAfter, scratch: scratch.take, told },
    signal,
  );
  if (scratch.open > 0) throw new Error("what was opened was not taken away");
  return result;
}

export async function outcomeOf(...args: Parameters<typeof imported>): Promise<ImportOutcome> {
  const result = await imported(...args);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
