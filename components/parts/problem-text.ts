import { codeKey, t } from "../../lib/i18n.ts";
import type { Problem } from "../../lib/model/result.ts";

/** Refusals of our own, which have words of their own. Everything else under `refused` came from a server. */
const ownReasons = [
  "already-sent",
  "consent",
  "duplicate",
  "key-lost",
  "no-draft",
  "not-own",
  "one-star-needs-words",
  "original-not-sent",
  "sample",
  "sender",
  "site-access",
  "subject-too-long",
  "unknown-review",
] as const;

/** What a failure means, in words. A server's own words are quoted, never paraphrased. */
export function problemText({ code, params = {} }: Problem): string {
  if (code === "rate-limited" && typeof params["seconds"] === "number") {
    return t("problem_rate_limited_for", { count: params["seconds"] });
  }
  if (code !== "refused") return t(codeKey("problem", code));
  const { reason, text } = params;
  if (reason === "newer-database") return t("error_newer");
  const own = ownReasons.find((known) => known === reason);
  if (own) return t(codeKey("refused", own));
  return text ? t("refused_words", { words: String(text).slice(0, 300) }) : t("problem_refused");
}
