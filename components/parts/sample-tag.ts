import { html, type TemplateResult } from "lit";
import { FlaskConical } from "lucide";
import { t } from "../../lib/i18n.ts";
import { icon } from "./icon.ts";

/** Stands on everything that comes from the sample world. */
export function sampleTag(words: "tag_sample" | "sample_data" = "tag_sample"): TemplateResult {
  return html`<span class="tag sample">${icon(FlaskConical, 12)}${t(words)}</span>`;
}
