import { t } from "../../lib/i18n.ts";
import type { Problem } from "../../lib/model/result.ts";
import { problemText } from "./problem-text.ts";

/** Why a file of ours was not taken, in words. */
export function fileProblem(problem: Problem): string {
  if (problem.code !== "bad-shape") return problemText(problem);
  const reason = problem.params?.["reason"];
  if (reason === "newer") return t("error_newer");
  return t(reason === "format" ? "file_of_another_kind" : "data_not_read");
}
