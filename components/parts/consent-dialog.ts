import { html, type TemplateResult } from "lit";
import { t } from "../../lib/i18n.ts";

interface Consent {
  readonly host: string;
  /** What will be asked of the host, and what it will never be told. */
  readonly what: string;
  readonly never: string;
  readonly onCancel: () => void;
  readonly onAgree: () => void;
}

/** Asks before a host is asked for anything. Styles: `dialogStyle`. */
export function consentDialog({ host, what, never, onCancel, onAgree }: Consent): TemplateResult {
  return html`<dialog aria-labelledby="consent">
    <h2 id="consent">${t("consent_title", { host })}</h2>
    <p>${what}</p>
    <p class="meta">${never}</p>
    <div class="row end">
      <button type="button" class="button" @click=${onCancel}>${t("cancel")}</button>
      <button type="button" class="button primary" @click=${onAgree}>${t("consent_do", { host })}</button>
    </div>
  </dialog>`;
}
