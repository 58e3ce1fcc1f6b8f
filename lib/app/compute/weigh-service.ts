import type { CommunityDatabase } from "../../db/community.ts";
import { readGroups } from "../../db/weighed.ts";
import { type Weighing, weighedAsOf, type WeighGroup, type WeighQuery } from "../../model/weighing.ts";
import { type Reason, reasonsOf, type SignalId, signals, weighedBy } from "../../trust/index.ts";
import { type Collected, collect } from "../weighing/collect.ts";
import { weighingOf } from "../weighing/weighing-of.ts";
import { CancelledError } from "../../errors.ts";

/** Groups that are kept: one for each lens and a little of what one comes from. */
const mostKept = 4;

/** Name of the `PerformanceMeasure` that tells how long signals and score took. */
const signalsMeasure = "signals";

interface Kept {
  /** What the reviews were when they were collected. */
  readonly state: string;
  readonly collected: Collected | undefined;
  /** By signal, as far as somebody wanted it. */
  readonly reasons: Map<SignalId, readonly Reason[]>;
  /** By signals switched off. */
  readonly answers: Map<string, Weighing>;
}

const nothing: Weighing = {
  plain: { kind: "few", voices: 0 },
  weighed: { kind: "few", voices: 0 },
  reasons: [],
  lighter: [],
};

/** What signals make of reviews in the database, worked out once for each state of these reviews. */
export class WeighService {
  readonly #db: CommunityDatabase;
  readonly #now: () => number;
  /** By group; the one used last stands last. */
  readonly #kept = new Map<string, Kept>();

  /** @param now - Epoch ms. */
  constructor(db: CommunityDatabase, now: () => number) {
    this.#db = db;
    this.#now = now;
  }

  /** @throws {CancelledError} soon after `signal` was aborted. @throws {DatabaseError} */
  async weigh({ off, ...group }: WeighQuery, signal: AbortSignal): Promise<Weighing> {
    const asOf = weighedAsOf(this.#now());
    const pause = pauseUntil(signal);
    const kept = await this.#collected(group, asOf, pause);
    if (!kept.collected) return nothing;
    const wanted = signals.filter(({ id }) => !off.includes(id));
    const name = wanted.map(({ id }) => id).join(" ");
    const known = kept.answers.get(name);
    if (known) return known;
    const start = performance.now();
    for (const each of wanted) {
      if (kept.reasons.has(each.id)) continue;
      kept.reasons.set(each.id, reasonsOf(each, kept.collected.input, asOf));
      await pause();
    }
    const reasons = wanted.flatMap(({ id }) => kept.reasons.get(id) ?? []);
    const answer = weighingOf(kept.collected, weighedBy(kept.collected.input, reasons));
    kept.answers.set(name, answer);
    // What the bench reads: the signals and the score alone.
    performance.clearMeasures(signalsMeasure);
    performance.measure(signalsMeasure, { start, end: performance.now() });
    return answer;
  }

  async #collected(group: WeighGroup, asOf: number, pause: () => Promise<void>): Promise<Kept> {
    const [reading] = await readGroups(this.#db, [group]);
    const name = reading?.key ?? "";
    const state = JSON.stringify([asOf, reading?.revisions]);
    const known = this.#kept.get(name);
    const kept =
      known?.state === state
        ? known
        : {
            state,
            collected: await collect(this.#db, group, { asOf, pause, isThorough: false }),
            reasons: new Map(),
            answers: new Map(),
          };
    this.#kept.delete(name);
    this.#kept.set(name, kept);
    for (const oldest of [...this.#kept.keys()].slice(0, -mostKept)) this.#kept.delete(oldest);
    return kept;
  }
}

/** Lets a cancellation come in, which is a message like any other. */
function pauseUntil(signal: AbortSignal): () => Promise<void> {
  return async () => {
    if (signal.aborted) throw new CancelledError();
    await nextTask();
    if (signal.aborted) throw new CancelledError();
  };
}

/** A message to oneself: timers would wait four milliseconds each. */
async function nextTask(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  await new Promise((resolve) => {
    port1.addEventListener("message", resolve, { once: true });
    port1.start();
    port2.postMessage(undefined);
  });
  port1.close();
}
