import type {
  ExportedFile,
  ExportOrder,
  ImportContent,
  ImportOrder,
  ImportOutcome,
  ImportSource,
} from "../model/research/transfer.ts";
import type { Result } from "../model/result.ts";

/** Name of the `BroadcastChannel` on which a transfer tells how far it is (`TransferProgress`). */
export interface Told {
  readonly channel: string;
}

/** Workspace → the dedicated worker that it has started (`entrypoints/research-transfer`). Everything stays on the device. */
export interface TransferMessages {
  /** Writes a file into the extension's own room. Cancelled: nothing of it is left. */
  export(order: ExportOrder & Told): Promise<Result<ExportedFile>>;
  /** Looks into a file. Nothing is written. */
  inspect(source: ImportSource): Promise<Result<ImportContent>>;
  /** Cancelled: what was imported stays, whole; the same import once more goes on from there. */
  import(order: ImportOrder & Told): Promise<Result<ImportOutcome>>;
}
