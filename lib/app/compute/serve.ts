import type { z } from "zod";
import { databaseErrorOf } from "../../db/database-error.ts";
import { logBug } from "../../log.ts";
import type { ComputeAnswer, ComputeMessages, ComputeName } from "../../messages/compute.ts";
import { ok, problem } from "../../model/result.ts";
import { ComputeRequestSchema } from "../../schema/compute-messages.ts";
import { CancelledError, type TopicService } from "./topic-service.ts";

type Asked = Exclude<z.infer<typeof ComputeRequestSchema>, { name: "cancel" }>;
type Answer = Awaited<ReturnType<ComputeMessages[ComputeName]>>;

/** Where questions come from and answers go: the worker's own scope. */
export interface ComputePort {
  addEventListener(type: "message", listener: (event: MessageEvent<unknown>) => void): void;
  postMessage(answer: ComputeAnswer): void;
}

/** Answers the questions of a page until the page ends the worker. */
export function serveCompute(port: ComputePort, service: TopicService): void {
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
    const result = await resultOf(service, request, controller.signal);
    asked.delete(request.id);
    if (!controller.signal.aborted && result) port.postMessage({ id: request.id, result });
  }
}

/** `undefined`: it was cancelled. */
async function resultOf(
  service: TopicService,
  request: Asked,
  signal: AbortSignal,
): Promise<Answer | undefined> {
  try {
    return request.name === "topics"
      ? ok(await service.topics(request.data, signal))
      : ok(await service.quotes(request.data, signal));
  } catch (error) {
    if (error instanceof CancelledError) return undefined;
    const fault = databaseErrorOf(error);
    if (fault) return { ok: false, error: fault.problem };
    logBug(`${request.name} in the compute worker`, error);
    return problem("bug", { reason: error instanceof Error ? error.message : String(error) });
  }
}
