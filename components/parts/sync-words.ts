import type { SyncState } from "../../lib/db/community-rows.ts";
import { formatAge, t } from "../../lib/i18n.ts";
import { problemText } from "./problem-text.ts";

/** Share of the first copy that is here, 0–1; `undefined` where none runs or nobody knows how much there is. */
export function copyProgress(states: readonly SyncState[]): number | undefined {
  const copying = states.find(({ phase }) => phase === "first-copy");
  return copying?.total ? Math.min(1, copying.fetched / copying.total) : undefined;
}

/** The state of the whole local copy in one sentence. */
export function syncSentence(states: readonly SyncState[], nowMs: number): string {
  const copying = states.find(({ phase }) => phase === "first-copy");
  if (copying) return t("sync_first_copy", { count: copying.fetched });
  const latest = Math.max(0, ...states.map(({ lastSuccessAt = 0 }) => lastSuccessAt));
  if (latest === 0) return t("sync_never");
  return t("sync_last", { age: formatAge(latest, nowMs) });
}

/** What one server or feed is doing, in words. */
export function phaseText(state: SyncState, nowMs: number): string {
  const { phase, fetched, total, lastSuccessAt, problem } = state;
  if (phase === "never") return t("sync_phase_never");
  if (phase === "first-copy") {
    return total === undefined
      ? t("sync_first_copy", { count: fetched })
      : t("sync_first_copy_of", { count: fetched, total });
  }
  if (phase === "delta") return t("sync_phase_delta");
  if (phase === "backing-off") return problem ? problemText(problem) : t("sync_phase_backing_off");
  return lastSuccessAt === undefined
    ? t("sync_phase_never")
    : t("sync_last", { age: formatAge(lastSuccessAt, nowMs) });
}
