import type {
  QuestionAnswer,
  QuestionData,
  QuestionName,
  WorkerAnswer,
  WorkerRequest,
} from "../lib/messages/worker.ts";
import { problem, type Result } from "../lib/model/result.ts";

/** How long a worker without anybody who needs it is kept: a look at another tab and back. */
const lingerMs = 30_000;

/** What of a `Worker` is used. */
type DedicatedWorker = Pick<Worker, "addEventListener" | "postMessage" | "terminate">;

/**
 * A dedicated worker of this page: started by the first question, shared by everybody on the page, ended when
 * nobody has needed it for a while. `M` is the map of what it answers.
 */
export class WorkerClient<M> {
  readonly #name: string;
  readonly #start: () => DedicatedWorker;
  #worker: DedicatedWorker | undefined;
  /** It could not be started, or broke: whoever asks is told at once. */
  #isBroken = false;
  #holders = 0;
  #ending: ReturnType<typeof setTimeout> | undefined;
  #last = 0;
  readonly #waiting = new Map<number, (result: Result<unknown>) => void>();

  /** @param name For whoever reads the console. */
  constructor(name: string, start: () => DedicatedWorker) {
    this.#name = name;
    this.#start = start;
  }

  /** Says that answers will be needed. @returns Call it when they are not. */
  hold(): () => void {
    this.#holders++;
    clearTimeout(this.#ending);
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      this.#holders--;
      if (this.#holders === 0) this.#ending = setTimeout(() => this.#end(), lingerMs);
    };
  }

  /** Asks, and resolves when there is an answer; after an abort never, since nobody waits. */
  async ask<N extends QuestionName<M>>(
    name: N,
    data: QuestionData<M, N>,
    signal: AbortSignal,
  ): Promise<QuestionAnswer<M, N>> {
    return this.#ask(name, data, signal) as Promise<QuestionAnswer<M, N>>;
  }

  async #ask(name: QuestionName<M>, data: unknown, signal: AbortSignal): Promise<Result<unknown>> {
    const worker = this.#running();
    if (!worker) return problem("bug", { reason: "no worker" });
    const id = ++this.#last;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      signal.addEventListener("abort", () => {
        if (this.#waiting.delete(id)) this.#send(worker, { id, name: "cancel" });
      });
      this.#send(worker, { id, name, data } as WorkerRequest<M>);
    });
  }

  #send(worker: DedicatedWorker, request: WorkerRequest<M>): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no other origin
    worker.postMessage(request);
  }

  #running(): DedicatedWorker | undefined {
    if (this.#isBroken) return undefined;
    if (this.#worker) return this.#worker;
    try {
      this.#worker = this.#start();
    } catch (error) {
      this.#breaks(error);
      return undefined;
    }
    this.#worker.addEventListener("message", ({ data }: MessageEvent<WorkerAnswer<M>>) => {
      const resolve = this.#waiting.get(data.id);
      this.#waiting.delete(data.id);
      resolve?.(data.result as Result<unknown>);
    });
    this.#worker.addEventListener("error", (event) => this.#breaks(event.message));
    return this.#worker;
  }

  /** Without it the page says less, and nothing else is wrong: people are not told, whoever looks for it is. */
  #breaks(cause: unknown): void {
    console.error(`[${this.#name}] the worker does not run`, cause);
    this.#isBroken = true;
    this.#end();
  }

  #end(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    for (const resolve of this.#waiting.values()) resolve(problem("bug", { reason: "worker ended" }));
    this.#waiting.clear();
  }
}
