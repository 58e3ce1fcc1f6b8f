import { html, nothing, type TemplateResult } from "lit";
import { formatAge } from "../../lib/i18n.ts";

/** Beyond this no calendar goes (ECMA-262, 21.4.1.1), whatever strangers claim; in ms. */
const furthest = 8.64e15;

/** How long ago something was, exactly so for machines. Nothing where nobody knows. */
export function moment(atMs: number | undefined, nowMs: number): TemplateResult | typeof nothing {
  if (atMs === undefined || !(Math.abs(atMs) <= furthest)) return nothing;
  return html`<time datetime=${new Date(atMs).toISOString()}>${formatAge(atMs, nowMs)}</time>`;
}
