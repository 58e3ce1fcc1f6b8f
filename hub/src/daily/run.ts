import { setTimeout as sleep } from "node:timers/promises";
import { type Problem, problem } from "../../../lib/model/result.ts";
import { nextAttemptAt } from "../../../lib/net/index.ts";
import type { Source } from "../../../lib/sources/define-source.ts";
import type { Log } from "../log.ts";
import { ask, type AskContext, questionOf } from "./ask.ts";
import type { DailyBrand } from "./brand.ts";
import { dueBrands } from "./due.ts";
import type { SourceState } from "./state.ts";

export interface RunContext extends AskContext {
  /** Uniform in [0, 1). */
  readonly random: () => number;
  readonly log: Log;
  /** Waits, or not any longer once the run is to end. */
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** How far one source has come in this run. */
export interface SourceReport {
  readonly source: string;
  readonly asked: number;
  readonly failed: number;
  /** Brands that are still to be asked about. */
  readonly due: number;
}

/** A source that fails so often in a row, or wants so long a pause, is left alone until the next run. */
const mostFailures = 6;
const longestPauseMs = 5 * 60_000;
/** After a failure. */
const backOff = { baseMs: 30_000, capMs: longestPauseMs };

/**
 * Asks one source about all brands that are due, one after the other, until it is through, gives up or the run ends.
 * What it has answered is kept at once, so that the next run goes on from there.
 */
export async function askSource(
  source: Source,
  brands: readonly DailyBrand[],
  state: SourceState,
  context: RunContext,
): Promise<SourceReport> {
  const due = dueBrands(source, brands, state, context.now());
  let asked = 0;
  let failed = 0;
  let inARow = 0;
  for (const brand of due) {
    const question = questionOf(source, brand);
    if (context.signal.aborted) break;
    if (!question) continue;
    const answer = await ask(source, brand, question, context).catch((cause: unknown) => {
      // Sources never throw. One that does is a bug, and no reason to lose what the others say.
      context.log.error(`daily: ${source.id}`, cause);
      return problem("bug");
    });
    // What ended with the run failed nowhere.
    if (!answer.ok && context.signal.aborted) break;
    if (answer.ok) {
      await state.put(answer.value);
      asked += 1;
      inARow = 0;
    } else {
      failed += 1;
      inARow += 1;
      await noteFailure(source, brand, state, answer.error, context);
      const pauseMs = pauseAfter(answer.error, inARow, context);
      if (inARow >= mostFailures || pauseMs > longestPauseMs) break;
      await (context.wait ?? waitUnlessEnded)(pauseMs, context.signal);
    }
  }
  return { source: source.id, asked, failed, due: due.length - asked };
}

/** What it said before still holds. */
async function noteFailure(
  source: Source,
  { brandId }: DailyBrand,
  state: SourceState,
  { code, params }: Problem,
  { now, log }: RunContext,
): Promise<void> {
  log.info("daily: no answer", { source: source.id, code, ...params });
  const before = state.get(brandId) ?? {
    brand: brandId,
    at: 0,
    requests: 0,
    facts: [],
    threads: 0,
    titles: [],
  };
  await state.put({ ...before, failedAt: now() });
}

function pauseAfter({ params }: Problem, attempts: number, { now, random }: RunContext): number {
  const nowMs = now();
  const waitMs = Number(params?.["waitMs"] ?? 0);
  return nextAttemptAt({ attempts, nowMs, waitMs }, random, backOff) - nowMs;
}

async function waitUnlessEnded(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await sleep(ms, undefined, { signal });
  } catch {
    // The run ends, and with it the waiting.
  }
}
