import { html, type TemplateResult } from "lit";
import { t } from "../../lib/i18n.ts";
import type { Code, Codebook } from "../../lib/model/research/coding.ts";

/** A code's colour. Its name always stands beside it. */
export function swatch(colour: number): TemplateResult {
  return html`<i class="swatch" style="--code: var(--code-${colour})"></i>`;
}

/** Code by id; one that is in the codebook no longer stands for itself. */
export function codeNamed({ codes }: Codebook, id: string): Code {
  const known = codes.find((code) => code.id === id);
  return known ?? { id, name: t("research_code_gone", { id }), description: "", colour: 9 };
}
