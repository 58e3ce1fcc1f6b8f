import { html, nothing, type TemplateResult } from "lit";
import { formatNumber } from "../../lib/i18n.ts";
import type { ChartLine } from "../../lib/research/report/chart.ts";

const colour = (hue: number | undefined): string => (hue === undefined ? "" : `background:var(--hue-${hue})`);

/** The colour of a part, beside its name. */
export function swatch(hue: number | undefined): TemplateResult {
  return html`<i style=${colour(hue)}></i>`;
}

/** One part of a bar. */
export function barPart(value: number, end: number, { hue }: ChartLine): TemplateResult {
  if (value === 0) return html`${nothing}`;
  return html`<i style="block-size:${(100 * value) / end}%;${colour(hue)}"></i>`;
}

/** A scale from 0. */
export function scale(end: number, of: "items" | "seen"): TemplateResult {
  return html`<div class="scale ${of}" aria-hidden="true">
    <span>${formatNumber(end)}</span>${end > 1 ? html`<span>${formatNumber(end / 2)}</span>` : nothing}
    <span>0</span>
  </div>`;
}

/** One point a step, in its middle; a single step is a dash. */
export function seenLine(seen: readonly number[], end: number): TemplateResult {
  const points =
    seen.length === 1
      ? [0.1, 0.9].map((x) => `${x},${100 - (100 * (seen[0] ?? 0)) / end}`)
      : seen.map((count, index) => `${index + 0.5},${100 - (100 * count) / end}`);
  return html`<svg viewBox="0 0 ${seen.length} 100" preserveAspectRatio="none" aria-hidden="true">
    <polyline class="halo" points=${points.join(" ")}></polyline>
    <polyline points=${points.join(" ")}></polyline>
  </svg>`;
}
