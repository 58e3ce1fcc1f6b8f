import type { z } from "zod";
import { ok } from "../../model/result.ts";
import { ComputeRequestSchema } from "../../schema/compute-messages.ts";
import { serveWorker, type WorkerPort } from "../worker/serve.ts";
import type { TopicService } from "./topic-service.ts";
import type { WeighService } from "./weigh-service.ts";

type Asked = Exclude<z.infer<typeof ComputeRequestSchema>, { name: "cancel" }>;

/** Who answers what. */
export interface ComputeServices {
  readonly topics: Pick<TopicService, "topics" | "quotes">;
  readonly weights: Pick<WeighService, "weigh">;
}

/** Answers what `ComputeMessages` says. */
export function serveCompute(port: WorkerPort, { topics, weights }: ComputeServices): void {
  serveWorker<Asked>(port, {
    name: "compute",
    requests: ComputeRequestSchema,
    answer: async (asked, signal) => {
      if (asked.name === "topics") return ok(await topics.topics(asked.data, signal));
      if (asked.name === "quotes") return ok(await topics.quotes(asked.data, signal));
      return ok(await weights.weigh(asked.data, signal));
    },
  });
}
