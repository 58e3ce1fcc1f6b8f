import type { z } from "zod";
import type { TransferProgress } from "../../model/research/transfer.ts";
import type { TransferService } from "../../research/transfer/transfer-service.ts";
import { TransferRequestSchema } from "../../schema/transfer-messages.ts";
import { serveWorker, type WorkerPort } from "../worker/serve.ts";

type Asked = Exclude<z.infer<typeof TransferRequestSchema>, { name: "cancel" }>;

/** Answers what `TransferMessages` says, and tells on the channel that was named how far it is. */
export function serveTransfers(
  port: WorkerPort,
  service: Pick<TransferService, "export" | "import" | "inspect">,
): void {
  serveWorker<Asked>(port, {
    name: "transfer",
    requests: TransferRequestSchema,
    answer: async (asked, signal) => {
      if (asked.name === "inspect") return service.inspect(asked.data);
      const { channel: name, extension } = asked.data;
      const channel = new BroadcastChannel(name);
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no other origin
      const told = (progress: TransferProgress): void => channel.postMessage(progress);
      try {
        return asked.name === "export"
          ? await service.export(asked.data, { told, extension }, signal)
          : await service.import(asked.data, { told, extension }, signal);
      } finally {
        channel.close();
      }
    },
  });
}
