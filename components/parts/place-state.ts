import type { AnswerRow } from "../../lib/db/answers.ts";
import { t } from "../../lib/i18n.ts";
import { problemText } from "./problem-text.ts";

/** After this long nobody waits for a place any more: the worker that asked it may be gone. */
const silentAfterMs = 90_000;

export type PlaceState = "asked" | "found" | "nothing" | "failed" | "silent";

export function placeState({ state, at, threads, facts }: AnswerRow, nowMs: number): PlaceState {
  if (state === "asked") return nowMs - at > silentAfterMs ? "silent" : "asked";
  if (state === "failed") return "failed";
  return threads.length + facts.length > 0 ? "found" : "nothing";
}

/** How one place is getting on, in words. */
export function placeWords(row: AnswerRow, nowMs: number): string {
  const state = placeState(row, nowMs);
  if (state === "found" && row.threads.length === 0) return t("place_facts", { count: row.facts.length });
  if (state === "found") return t("place_found", { count: row.threads.length });
  if (state === "failed") return problemText(row.problem ?? { code: "bug" });
  return t(`place_${state}`);
}
