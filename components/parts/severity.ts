import { html, nothing, type TemplateResult } from "lit";
import { TriangleAlert } from "lucide";
import { codeKey, t } from "../../lib/i18n.ts";
import type { Fact } from "../../lib/model/fact.ts";
import { icon } from "./icon.ts";

/** What may happen, in words. Of a complaint it is what its author reports. */
export function severityText({ kind, severity }: Pick<Fact, "kind" | "severity">): string {
  if (!severity) return "";
  return kind === "complaint" ? t("severity_reported") : t(codeKey("severity", severity));
}

/** The same as a tag; red only where someone may get hurt badly. */
export function severityTag(fact: Pick<Fact, "kind" | "severity">): TemplateResult {
  if (!fact.severity) return html`${nothing}`;
  const look = { serious: "serious", moderate: "warn", slight: "" }[fact.severity];
  return html`<span class="tag ${look}"
    >${fact.severity === "slight" ? nothing : icon(TriangleAlert, 12)}${severityText(fact)}</span
  >`;
}
