import type { z } from "zod";
import { ok } from "../../model/result.ts";
import type { QueryService } from "../../research/store/query-service.ts";
import { ResearchRequestSchema } from "../../schema/research-messages.ts";
import { serveWorker, type WorkerPort } from "../worker/serve.ts";

type Asked = Exclude<z.infer<typeof ResearchRequestSchema>, { name: "cancel" }>;

/** Answers what `ResearchMessages` says. */
export function serveQueries(
  port: WorkerPort,
  queries: Pick<QueryService, "find" | "series" | "coMentions">,
): void {
  serveWorker<Asked>(port, {
    name: "research",
    requests: ResearchRequestSchema,
    answer: async (asked, signal) => {
      if (asked.name === "find") return ok(await queries.find(asked.data, signal));
      if (asked.name === "series") return ok(await queries.series(asked.data, signal));
      return ok(await queries.coMentions(asked.data, signal));
    },
    // Up to four megabytes of numbers.
    transferOf: (value) => (isFound(value) ? [value.seqs.buffer] : []),
  });
}

function isFound(value: unknown): value is { readonly seqs: Uint32Array<ArrayBuffer> } {
  return typeof value === "object" && value !== null && "seqs" in value && value.seqs instanceof Uint32Array;
}
