import type { ComputeMessages } from "../../lib/messages/compute.ts";
import type { WorkerAnswer, WorkerRequest } from "../../lib/messages/worker.ts";
import { ok, problem, type Result } from "../../lib/model/result.ts";
import type { WeighQuery, Weighing, WeighReason } from "../../lib/model/weighing.ts";

/** 3 May 2026, a Sunday, as signals count days. */
export const burstDay = Date.UTC(2026, 4, 3) / 86_400_000;

const burst: WeighReason = {
  signal: "burst",
  reason: "burst",
  params: { from: burstDay, to: burstDay, count: 31, usual: 3, stars: 5 },
  count: 2,
};
const alike: WeighReason = {
  signal: "alike-text",
  reason: "alike-text",
  params: { count: 3 },
  count: 3,
};
const contact: WeighReason = { signal: "spam-text", reason: "text-contact", params: {}, count: 1 };

/** Weighed 3.4 where it would be 3.7; the first two of `ids` are of a burst, the next three alike, the next advertises. */
export function weighingOf(ids: readonly string[]): Weighing {
  const reasons = [alike, burst, contact];
  const rows = [[1], [1, 0], [0], [0], [2]];
  return {
    plain: { kind: "score", score: 3.7, low: 3.5, high: 3.9, voices: 128 },
    weighed: { kind: "score", score: 3.41, low: 3.2, high: 3.62, voices: 84.3 },
    reasons,
    lighter: ids.slice(0, rows.length).map((id, index) => ({
      id,
      author: `author${index}`,
      weight: [0.4, 0.13, 0.33, 0.33, 0.3][index] ?? 0.5,
      reasons: rows[index] ?? [],
    })),
  };
}

/** A worker that answers `weigh` by `answer`, and knows nothing else. */
export class WeighingWorker extends EventTarget {
  static readonly asked: WeighQuery[] = [];
  /** What is answered; a promise that stays open is a worker that is still at it. */
  static answer: (query: WeighQuery) => Weighing | undefined | Promise<Weighing> = () => undefined;

  postMessage(request: WorkerRequest<ComputeMessages>): void {
    if (request.name === "cancel") return;
    void this.#answer(request);
  }

  terminate(): void {
    // Nothing runs that could be ended.
  }

  async #answer(request: Exclude<WorkerRequest<ComputeMessages>, { name: "cancel" }>): Promise<void> {
    let result: Result<Weighing> = problem("bug", { reason: "no such question" });
    if (request.name === "weigh") {
      WeighingWorker.asked.push(request.data);
      const weighing = await WeighingWorker.answer(request.data);
      if (weighing) result = ok(weighing);
    }
    const data: WorkerAnswer<ComputeMessages> = { id: request.id, result };
    this.dispatchEvent(new MessageEvent("message", { data }));
  }
}
