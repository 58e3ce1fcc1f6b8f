import { codeKey, t } from "../../lib/i18n.ts";
import { refusalReasons } from "../../lib/model/refusal.ts";
import type { Problem } from "../../lib/model/result.ts";

/** What a failure means, in words. A server's own words are quoted, never paraphrased. */
export function problemText({ code, params = {} }: Problem): string {
  if (code === "rate-limited" && typeof params["waitMs"] === "number") return waitText(params["waitMs"]);
  if (code !== "refused") return t(codeKey("problem", code));
  const { reason, text } = params;
  const own = refusalReasons.find((known) => known === reason);
  if (own) return t(codeKey("refused", own));
  return text ? t("refused_words", { words: String(text).slice(0, 300) }) : t("problem_refused");
}

function waitText(waitMs: number): string {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000));
  return seconds < 100
    ? t("problem_wait_seconds", { count: seconds })
    : t("problem_wait_minutes", { count: Math.ceil(seconds / 60) });
}
