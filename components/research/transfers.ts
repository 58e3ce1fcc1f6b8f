import { browser } from "wxt/browser";
import type { TransferContext, TransferMessages } from "../../lib/messages/research-transfer.ts";
import type {
  ExportedFile,
  ExportOrder,
  ImportContent,
  ImportOrder,
  ImportOutcome,
  ImportSource,
  TransferProgress,
} from "../../lib/model/research/transfer.ts";
import type { Result } from "../../lib/model/result.ts";
import { WorkerClient } from "../worker-client.ts";

type Told = (progress: TransferProgress) => void;

/** Exports and imports, done by a worker of their own. After an abort a promise never settles, since nobody waits. */
export class Transfers {
  readonly #client: WorkerClient<TransferMessages>;

  constructor(start: () => Worker = () => new Worker("/research-transfer.js")) {
    this.#client = new WorkerClient("transfer", start);
  }

  /** Says that the worker will be needed. @returns Call it when it is not. */
  hold(): () => void {
    return this.#client.hold();
  }

  async export(order: ExportOrder, told: Told, signal: AbortSignal): Promise<Result<ExportedFile>> {
    return telling(told, signal, (context) => this.#client.ask("export", { ...order, ...context }, signal));
  }

  async inspect(source: ImportSource, signal: AbortSignal): Promise<Result<ImportContent>> {
    return this.#client.ask("inspect", source, signal);
  }

  async import(order: ImportOrder, told: Told, signal: AbortSignal): Promise<Result<ImportOutcome>> {
    return telling(told, signal, (context) => this.#client.ask("import", { ...order, ...context }, signal));
  }
}

async function telling<T>(
  told: Told,
  signal: AbortSignal,
  ask: (context: TransferContext) => Promise<T>,
): Promise<T> {
  const channel = new BroadcastChannel(`research-transfer:${crypto.randomUUID()}`);
  channel.addEventListener("message", ({ data }: MessageEvent<TransferProgress>) => told(data));
  // After an abort nobody would come to close it.
  signal.addEventListener("abort", () => channel.close());
  const answer = await ask({ channel: channel.name, extension: browser.runtime.getManifest().version });
  channel.close();
  return answer;
}
