import { html, nothing, type TemplateResult } from "lit";
import { t } from "../../lib/i18n.ts";
import type { Collection, CollectionPrivacy } from "../../lib/model/research/collection.ts";
import "./bt-validation.ts";
import { type ExportChoices, hasSentiment } from "./export-choices.ts";

/** What an export tells of people, and whether it says what it is. */
export function privacyNotes(
  privacy: CollectionPrivacy,
  unanswered: number,
  openStatement: () => void,
): TemplateResult {
  return html`<p class=${privacy.pseudonymise ? "note" : "note warn"}>
      ${t(privacy.pseudonymise ? "research_export_pseudonyms" : "research_export_names")}
      ${privacy.sealTo ? t("research_export_sealed") : nothing}
    </p>
    <p class="meta">
      ${
        unanswered === 0
          ? t("research_export_statement_done")
          : html`${t("research_export_statement_missing", { count: unanswered })}
              <button type="button" class="link" @click=${openStatement}>
                ${t("research_export_statement_open")}
              </button>`
      }
    </p>`;
}

/** How far computed sentiment can be trusted, where it goes along. */
export function sentimentNote(
  collection: Collection,
  choices: ExportChoices,
  leave: () => void,
): TemplateResult {
  if (!hasSentiment(choices)) return html`${nothing}`;
  return html`<bt-validation .collection=${collection} @bt-draw=${leave}></bt-validation>`;
}

/** Whether the file is encrypted, and under what. */
export function passphraseField(
  choices: ExportChoices,
  change: (choices: ExportChoices) => void,
  isFault: boolean,
): TemplateResult {
  return html`<label class="check">
      <input
        type="checkbox"
        name="encrypt"
        .checked=${choices.isEncrypted}
        @change=${(event: Event) =>
          change({ ...choices, isEncrypted: (event.target as HTMLInputElement).checked })}
      />
      <span>${t("research_export_encrypt")}</span>
    </label>
    ${
      choices.isEncrypted
        ? html`<label class="field">
            ${t("research_export_passphrase")}
            <input
              type="password"
              name="passphrase"
              autocomplete="new-password"
              aria-invalid=${isFault}
              aria-describedby="passphrase-hint"
              .value=${choices.passphrase}
              @input=${(event: Event) =>
                change({ ...choices, passphrase: (event.target as HTMLInputElement).value })}
            />
            <span class="meta" id="passphrase-hint">
              ${t(isFault ? "research_export_passphrase_short" : "research_export_passphrase_hint")}
            </span>
          </label>`
        : nothing
    }`;
}
