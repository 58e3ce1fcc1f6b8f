import type { z } from "zod";
import { databaseErrorOf } from "../../db/database-error.ts";
import { logBug } from "../../log.ts";
import type { ComputeAnswer, ComputeMessages, ComputeName } from "../../messages/compute.ts";
import { ok, problem } from "../../model/result.ts";
import { ComputeRequestSchema } from "../../schema/compute-messages.ts";
import { CancelledError } from "./cancelled-error.ts";
import type { TopicService } from "./topic-service.ts";
import type { WeighService } from "./weigh-service.ts";

type Asked = Exclude<z.infer<typeof ComputeRequestSchema>, { name: "cancel" }>;
type Answer = Awaited<ReturnType<ComputeMessages[ComputeName]>>;

/** Where questions come from and answers go: the worker's own scope. */
export interface ComputePort {
  addEventListener(type: "message", listener: (event: MessageEvent<unknown>) => void): void;
  postMessage(answer: ComputeAnswer): void;
}

/** Who answers what. */
export interface ComputeServices {
  readonly topics: Pick<TopicService, "topics" | "quotes">;
  readonly weights: Pick<WeighService, "weigh">;
}

/** Answers the questions of a page until the page ends the worker. */
export function serveCompute(port: ComputePort, services: ComputeServices): void {
  const asked = new Map<number, AbortController>();
  port.addEventListener("message", ({ data }) => {
    const request = ComputeRequestSchema.safeParse(data);
    if (!request.success) logBug("a question to the compute worker has the wrong shape", request.error);
    else if (request.data.name === "cancel") asked.get(request.data.id)?.abort();
    else void answer(request.data);
  });

  async function answer(request: Asked): Promise<void> {
    const controller = new AbortController();
    asked.set(request.id, controller);
    const result = await resultOf(services, request, controller.signal);
    asked.delete(request.id);
    if (!controller.signal.aborted && result) port.postMessage({ id: request.id, result });
  }
}

/** `undefined`: it was cancelled. */
async function resultOf(
  services: ComputeServices,
  request: Asked,
  signal: AbortSignal,
): Promise<Answer | undefined> {
  try {
    return await answerOf(services, request, signal);
  } catch (error) {
    if (error instanceof CancelledError) return undefined;
    const fault = databaseErrorOf(error);
    if (fault) return { ok: false, error: fault.problem };
    logBug(`${request.name} in the compute worker`, error);
    return problem("bug", { reason: error instanceof Error ? error.message : String(error) });
  }
}

async function answerOf(
  { topics, weights }: ComputeServices,
  request: Asked,
  signal: AbortSignal,
): Promise<Answer> {
  if (request.name === "topics") return ok(await topics.topics(request.data, signal));
  if (request.name === "quotes") return ok(await topics.quotes(request.data, signal));
  return ok(await weights.weigh(request.data, signal));
}
