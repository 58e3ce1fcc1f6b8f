import type {
  ExportedFile,
  ExportOrder,
  ImportContent,
  ImportOrder,
  ImportOutcome,
  ImportSource,
} from "../model/research/transfer.ts";
import type { Result } from "../model/result.ts";

/** What a worker cannot know by itself. */
export interface TransferContext {
  /** Name of the `BroadcastChannel` on which it tells how far it is (`TransferProgress`). */
  readonly channel: string;
  /** Version of the extension. */
  readonly extension: string;
}

/** Workspace → the dedicated worker that it has started (`entrypoints/research-transfer`). Everything stays on the device. */
export interface TransferMessages {
  /** Writes a file into the extension's own room. Cancelled: nothing of it is left. */
  export(order: ExportOrder & TransferContext): Promise<Result<ExportedFile>>;
  /** Looks into a file. Nothing is written. */
  inspect(source: ImportSource): Promise<Result<ImportContent>>;
  /** Cancelled: what was imported stays, whole; the same import once more goes on from there. */
  import(order: ImportOrder & TransferContext): Promise<Result<ImportOutcome>>;
}
