import { putConversation } from "../../db/talk-cache.ts";
import type { Thread } from "../../model/conversation.ts";
import { refused } from "../../model/refusal.ts";
import { ok, problem, type Result } from "../../model/result.ts";
import { isThreadFresh } from "./freshness.ts";
import type { SearchDependencies } from "./searches.ts";

/** Threads that are read inside the sidebar. */
export class Threads {
  readonly #needs: Omit<SearchDependencies, "reallyAbout">;
  readonly #underWay = new Map<AbortController, string>();

  constructor(needs: Omit<SearchDependencies, "reallyAbout">) {
    this.#needs = needs;
  }

  /** Fetches a thread into `conversations`, unless what is there is fresh. A failure leaves what is there. */
  async read({
    brandId,
    thread,
    anew = false,
  }: {
    readonly brandId: string;
    readonly thread: Thread;
    readonly anew?: boolean;
  }): Promise<Result<void>> {
    const { community, net, now, sourceOf } = this.#needs;
    const source = sourceOf(thread.source);
    if (!source?.readThread) return refused("not-found");
    const kept = await community.conversations.get(thread.key);
    if (kept && !anew && isThreadFresh(thread, kept.at, now())) {
      await community.conversations.update(thread.key, { usedAt: now() });
      return ok(undefined);
    }
    const stop = new AbortController();
    this.#underWay.set(stop, brandId);
    try {
      const access = { net, cause: "person", signal: stop.signal, retries: 1 } as const;
      const read = await source.readThread(thread, access);
      if (!read.ok) return read;
      // What nobody waits for any more may have been forgotten: it must leave no trace.
      if (stop.signal.aborted) return problem("timeout", { reason: "stopped" });
      await putConversation(community, brandId, read.value, { nowMs: now() });
      return ok(undefined);
    } finally {
      this.#underWay.delete(stop);
    }
  }

  /** Nobody waits for threads about this brand, or about any, any more. */
  stop(brandId?: string): void {
    for (const [stop, about] of this.#underWay) if (brandId === undefined || about === brandId) stop.abort();
  }
}
