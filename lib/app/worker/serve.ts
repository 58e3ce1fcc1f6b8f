import { databaseErrorOf } from "../../db/database-error.ts";
import { CancelledError } from "../../errors.ts";
import { logBug } from "../../log.ts";
import { problem, type Result } from "../../model/result.ts";

/** Where questions come from and answers go: the worker's own scope. */
export interface WorkerPort {
  addEventListener(type: "message", listener: (event: MessageEvent<unknown>) => void): void;
  postMessage(answer: Answer, options: { transfer: Transferable[] }): void;
}

interface Answer {
  readonly id: number;
  readonly result: Result<unknown>;
}

interface Question {
  readonly id: number;
  readonly name: string;
}

/** What a dedicated worker does. */
export interface Served<Q extends Question> {
  /** For whoever reads the console. */
  readonly name: string;
  /** Reads what comes in, or says why it is no request. */
  readonly requests: Requests<Q | { readonly id: number; readonly name: "cancel" }>;
  /** @throws {CancelledError} Where it stops because of `signal`. */
  answer(question: Q, signal: AbortSignal): Promise<Result<unknown>>;
  /** Buffers of an answer that go to the page instead of a copy. */
  transferOf?(value: unknown): Transferable[];
}

/** What of a Zod schema is used. */
interface Requests<T> {
  safeParse(
    data: unknown,
  ): { readonly success: true; readonly data: T } | { readonly success: false; readonly error: Error };
}

/** Answers the questions of a page until the page ends the worker. */
export function serveWorker<Q extends Question>(port: WorkerPort, served: Served<Q>): void {
  const asked = new Map<number, AbortController>();
  port.addEventListener("message", ({ data }) => {
    const request = served.requests.safeParse(data);
    if (!request.success)
      logBug(`a question to the ${served.name} worker has the wrong shape`, request.error);
    else if (request.data.name === "cancel") asked.get(request.data.id)?.abort();
    else void answer(request.data as Q);
  });

  async function answer(question: Q): Promise<void> {
    const controller = new AbortController();
    asked.set(question.id, controller);
    const result = await resultOf(served, question, controller.signal);
    asked.delete(question.id);
    if (controller.signal.aborted || !result) return;
    const transfer = result.ok ? (served.transferOf?.(result.value) ?? []) : [];
    port.postMessage({ id: question.id, result }, { transfer });
  }
}

/** `undefined`: it was cancelled. */
async function resultOf<Q extends Question>(
  served: Served<Q>,
  question: Q,
  signal: AbortSignal,
): Promise<Result<unknown> | undefined> {
  try {
    return await served.answer(question, signal);
  } catch (error) {
    if (error instanceof CancelledError) return undefined;
    const fault = databaseErrorOf(error);
    if (fault) return { ok: false, error: fault.problem };
    logBug(`${question.name} in the ${served.name} worker`, error);
    return problem("bug", { reason: error instanceof Error ? error.message : String(error) });
  }
}
