import { html, type TemplateResult } from "lit";
import { t } from "../../lib/i18n.ts";

/** In a frame inside a page nothing is written: the way to a page of ours where one can. */
export function whereToWrite(tabId: number): TemplateResult {
  return html`<footer class="framed">
    <p class="meta">${t("frame_readonly")}</p>
    <a class="button" target="_blank" rel="noopener" href="sidepanel.html?tab=${tabId}&write=1">
      ${t("frame_write")}
    </a>
  </footer>`;
}
