import type {
  ExportedFile,
  ExportOrder,
  ImportContent,
  ImportOrder,
  ImportOutcome,
  ImportSource,
} from "../../model/research/transfer.ts";
import { problem, type Result } from "../../model/result.ts";
import { exportCollection, type ExportTools } from "../export/export-collection.ts";
import { ArchiveFullError } from "../export/zip-writer.ts";
import { importFile } from "../import/import-file.ts";
import { inspectFile } from "../import/inspect-file.ts";
import type { ScratchFile } from "../import/open-file.ts";

/** A file in the extension's own room. */
interface Written {
  readonly name: string;
  readonly bytes: number;
  write(bytes: Uint8Array): void;
  close(): void;
  remove(): Promise<void>;
}

export interface TransferTools extends Pick<ExportTools, "db" | "now" | "report"> {
  newFile(): Promise<Written>;
  read(name: string): Promise<Blob>;
}

/** What comes with each order. */
type Order = Pick<ExportTools, "told" | "extension">;

/** Exports into files of its own and imports from files that are given. */
export class TransferService {
  readonly #tools: TransferTools;

  constructor(tools: TransferTools) {
    this.#tools = tools;
  }

  /** @throws {CancelledError} and whatever the disk says; nothing is left of the file then. */
  async export(order: ExportOrder, context: Order, signal: AbortSignal): Promise<Result<ExportedFile>> {
    const file = await this.#tools.newFile();
    try {
      const written = await exportCollection(order, file, { ...this.#tools, ...context }, signal);
      file.close();
      if (written.ok) {
        return { ok: true, value: { ...written.value, scratch: file.name, bytes: file.bytes } };
      }
      await file.remove();
      return written;
    } catch (error) {
      await file.remove();
      if (error instanceof ArchiveFullError) return problem("bad-shape", { reason: "too-large" });
      throw error;
    }
  }

  inspect(source: ImportSource): Promise<Result<ImportContent>> {
    return inspectFile(source, () => this.#scratch());
  }

  /** @throws {CancelledError} and whatever the disk says; what was imported stays. */
  import(order: ImportOrder, context: Order, signal: AbortSignal): Promise<Result<ImportOutcome>> {
    const { db, now } = this.#tools;
    return importFile(order, { db, now, ...context, scratch: () => this.#scratch() }, signal);
  }

  async #scratch(): Promise<ScratchFile> {
    const file = await this.#tools.newFile();
    return {
      writable: new WritableStream({ write: (bytes) => file.write(bytes), close: () => file.close() }),
      read: () => this.#tools.read(file.name),
      remove: () => file.remove(),
    };
  }
}
