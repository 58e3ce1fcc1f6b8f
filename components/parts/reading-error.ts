import { databaseErrorOf } from "../../lib/db/database-error.ts";
import { t } from "../../lib/i18n.ts";

/** Why the local copy cannot be read, in words. */
export function readingError(error: unknown): string {
  const code = databaseErrorOf(error)?.code;
  if (code === "newer") return t("error_newer");
  if (code === "quota") return t("problem_quota");
  return t("error_read");
}
