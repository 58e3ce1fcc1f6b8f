import type { ResearchDatabase } from "../../db/research.ts";
import type {
  ExportedFile,
  ExportFormatId,
  ExportOrder,
  TransferProgress,
} from "../../model/research/transfer.ts";
import { dayOf } from "../../model/day.ts";
import { problem, type Result } from "../../model/result.ts";
import { chosenColumns } from "./columns.ts";
import type { ExportAbout, ExportFormat, ExportRows } from "./define-format.ts";
import { EncryptedSink } from "./encrypted-sink.ts";
import type { ByteSink } from "./hashed.ts";
import { formatOf, type ItemFormatId } from "./index.ts";
import { readRows } from "./read-rows.ts";
import { writeFolder, type ReportFiles } from "./write-folder.ts";
import { ZipWriter } from "./zip-writer.ts";

export interface ExportTools {
  readonly db: ResearchDatabase;
  /** Version of the extension. */
  readonly extension: string;
  readonly now: () => number;
  /** Writes `report.md` and the charts that it shows. None where no report can be asked for. */
  readonly report?: (order: ExportOrder, extension: string, signal: AbortSignal) => Promise<ReportFiles>;
  readonly told: (progress: TransferProgress) => void;
}

/** What of a written file is known to whoever wrote it. */
export type Written = Pick<ExportedFile, "name" | "items">;

/**
 * Writes what was ordered into `sink`, as it is read.
 *
 * @throws {CancelledError} Once `signal` says so; {DatabaseError}; {ArchiveFullError}.
 */
export async function exportCollection(
  order: ExportOrder,
  sink: ByteSink,
  tools: ExportTools,
  signal: AbortSignal,
): Promise<Result<Written>> {
  const collection = await tools.db.collections.get(order.collection);
  const [first] = order.formats;
  const isReportable = tools.report !== undefined || !order.formats.includes("report");
  if (!collection || !first || !isReportable) return problem("bug", { reason: "nothing to export" });
  const about: ExportAbout = {
    collection,
    columns: chosenColumns(order.columns),
    forSpreadsheets: order.forSpreadsheets,
    extension: tools.extension,
    exportedAt: tools.now(),
  };
  const target = order.passphrase ? new EncryptedSink(sink, order.passphrase) : sink;
  const name = `${fileSlug(collection.name)}-${dayOf(about.exportedAt)}`;
  const written =
    order.kind === "folder"
      ? await writeArchive(order, about, target, tools, signal)
      : await writeFile(first, order, about, target, tools, signal);
  if (target instanceof EncryptedSink) await target.end();
  const { ending, items } = written;
  return { ok: true, value: { name: `${name}${ending}${order.passphrase ? ".age" : ""}`, items } };
}

interface Piece {
  readonly ending: string;
  readonly items: number;
}

async function writeArchive(
  order: ExportOrder,
  about: ExportAbout,
  sink: ByteSink,
  tools: ExportTools,
  signal: AbortSignal,
): Promise<Piece> {
  const formats = order.formats.filter(isItemFormat).map(formatOf);
  const progress = new Progress(order, formats.length, tools);
  const items = await writeFolder(new ZipWriter(sink, about.exportedAt), {
    db: tools.db,
    about,
    filter: order.filter,
    formats,
    rows: () => progress.of(readRows(tools.db, order.collection, order.seqs, signal)),
    report: order.formats.includes("report") ? () => reportOf(order, tools, signal) : undefined,
  });
  return { ending: ".zip", items };
}

async function writeFile(
  id: ExportFormatId,
  order: ExportOrder,
  about: ExportAbout,
  sink: ByteSink,
  tools: ExportTools,
  signal: AbortSignal,
): Promise<Piece> {
  if (!isItemFormat(id)) {
    const files = await reportOf(order, tools, signal);
    await sink.write(new TextEncoder().encode(files.get("report.md") ?? ""));
    return { ending: ".md", items: order.seqs?.length ?? 0 };
  }
  const format: ExportFormat = formatOf(id);
  const progress = new Progress(order, 1, tools);
  const rows = progress.of(readRows(tools.db, order.collection, order.seqs, signal));
  for await (const bytes of format.write(rows, about)) await sink.write(bytes);
  return { ending: format.ending, items: progress.rows };
}

async function reportOf(order: ExportOrder, tools: ExportTools, signal: AbortSignal): Promise<ReportFiles> {
  return (await tools.report?.(order, tools.extension, signal)) ?? new Map();
}

function isItemFormat(id: ExportFormatId): id is ItemFormatId {
  return id !== "report";
}

/** Tells how many rows have passed, over all formats. */
class Progress {
  rows = 0;
  readonly #total: number | undefined;
  readonly #told: ExportTools["told"];

  constructor({ seqs }: ExportOrder, formats: number, { told }: ExportTools) {
    this.#total = seqs && seqs.length * formats;
    this.#told = told;
  }

  async *of(rows: ExportRows): ExportRows {
    for await (const batch of rows) {
      yield batch;
      this.rows += batch.length;
      this.#told({ rows: this.rows, ...(this.#total ? { share: this.rows / this.#total } : {}) });
    }
  }
}

/** A name that every file system takes. */
function fileSlug(name: string): string {
  return (
    name
      .normalize("NFC")
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
      .replaceAll(/^-+|-+$/g, "")
      .slice(0, 60) || "collection"
  );
}
