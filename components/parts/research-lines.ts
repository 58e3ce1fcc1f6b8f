import { html, nothing, type TemplateResult } from "lit";
import "../research/bt-collected.ts";
import "../research/bt-record-bar.ts";

/** Above everything in the sidebar: that something is recorded, and what was just collected in this tab. */
export function researchLines(tabId: number | undefined, isFramed: boolean): TemplateResult {
  return html`<bt-record-bar compact ?readonly=${isFramed}></bt-record-bar>
    ${isFramed ? nothing : html`<bt-collected .tabId=${tabId}></bt-collected>`}`;
}
