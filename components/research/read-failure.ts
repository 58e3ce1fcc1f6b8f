import { html, type TemplateResult } from "lit";
import { t } from "../../lib/i18n.ts";
import { readingError } from "../parts/reading-error.ts";

/** What of the local copy cannot be read, and the way to try again. */
export function readFailure(error: unknown, retry: () => void): TemplateResult {
  return html`<p class="note warn" role="alert">
    <span>${readingError(error)}</span>
    <button type="button" class="link" @click=${retry}>${t("retry")}</button>
  </p>`;
}
