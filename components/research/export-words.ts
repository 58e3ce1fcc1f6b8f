import { formatBytes, t } from "../../lib/i18n.ts";
import type { ExportedFile } from "../../lib/model/research/transfer.ts";
import type { Problem } from "../../lib/model/result.ts";
import { problemText } from "../parts/problem-text.ts";

/** What was written, and how large it is. */
export function doneText({ bytes, items, name }: ExportedFile): string {
  return t("research_export_done", { name, size: formatBytes(bytes), count: items });
}

/** Why nothing was written. */
export function failureText(problem: Problem): string {
  if (problem.code === "quota") return t("research_export_full");
  if (problem.params?.["reason"] === "too-large") return t("research_export_too_large");
  return problemText(problem);
}
