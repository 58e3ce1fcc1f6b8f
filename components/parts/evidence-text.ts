import { codeKey, t } from "../../lib/i18n.ts";
import type { Evidence } from "../../lib/model/subject.ts";

/** How we know, in words. */
export function evidenceText(evidence: Evidence | undefined): string {
  return evidence ? t(codeKey("evidence", evidence.code)) : t("evidence_none");
}
