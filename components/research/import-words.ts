import { codeKey, t } from "../../lib/i18n.ts";
import type { ImportContent, RefusedRow } from "../../lib/model/research/transfer.ts";
import type { Problem } from "../../lib/model/result.ts";
import { problemText } from "../parts/problem-text.ts";

const reasons = ["format", "newer", "damaged", "bomb", "empty", "no-collection"] as const;

/** Why a file cannot be imported, or not further. */
export function importProblem(problem: Problem): string {
  if (problem.code === "quota") return t("research_import_full");
  const reason = reasons.find((known) => known === problem.params?.["reason"]);
  return problem.code === "bad-shape" && reason
    ? t(codeKey("research_import_problem", reason))
    : problemText(problem);
}

/** Whether a file only lacks its passphrase. */
export function isLocked({ code, params }: Problem): boolean {
  return code === "refused" && params?.["reason"] === "passphrase";
}

/** Where a row stands and why it was not taken. */
export function refusalText({ detail, file, line, reason }: RefusedRow): string {
  const place = t("research_import_line", { file, line });
  const field = detail ?? "";
  if (reason === "bad-shape" && detail)
    return `${place} ${t("research_import_reason_bad_shape_at", { field })}`;
  return `${place} ${t(codeKey("research_import_reason", reason), { field })}`;
}

/** What goes along with the items of a folder. */
export function contentWords(content: ImportContent): string[] {
  const { codebooks, rows, samples, sessions } = content;
  return [
    ...(rows === undefined ? [] : [t("research_import_rows", { count: rows })]),
    ...(sessions > 0 ? [t("research_import_sessions", { count: sessions })] : []),
    ...(codebooks > 0 ? [t("research_import_codebooks", { count: codebooks })] : []),
    ...(samples > 0 ? [t("research_import_samples", { count: samples })] : []),
  ];
}
