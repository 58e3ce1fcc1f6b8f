import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { formatDate, t } from "../../lib/i18n.ts";
import type { Collection } from "../../lib/model/research/collection.ts";
import { changePrivacy, isLooser, isStricterForKept } from "../../lib/research/privacy/change-privacy.ts";
import { makeSealKey } from "../../lib/research/privacy/seal-key.ts";
import { databases } from "../databases.ts";
import { problemText } from "../parts/problem-text.ts";
import { privacyStyle } from "../styles/privacy.ts";
import { shared } from "../styles/shared.ts";
import { ChoreController } from "./chore-controller.ts";
import { choicesFor, type PrivacyChoices, privacyFaults, privacyOf } from "./privacy-choices.ts";
import { privacyFields } from "./privacy-fields.ts";
import { saveKeyFile } from "./save-key-file.ts";

/** How a collection protects people now, and changing it: stricter at any time, looser with a reason. */
@customElement("bt-privacy-now")
export class PrivacyNow extends LitElement {
  static override readonly styles = [shared, privacyStyle];

  @property({ attribute: false }) collection: Collection | undefined;
  @state() private choices: PrivacyChoices | undefined;
  @state() private reason = "";
  @state() private isTried = false;
  @state() private message = "";
  readonly #chore = new ChoreController(this, "protect", () => this.collection?.id);

  override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get("collection");
    const { collection } = this;
    if (!changed.has("collection") || !collection || before?.id === collection.id) return;
    this.choices = choicesFor(collection.privacy);
    this.reason = "";
    this.isTried = false;
    this.message = "";
  }

  async #change(event: Event): Promise<void> {
    event.preventDefault();
    const { choices, collection } = this;
    if (!choices || !collection) return;
    this.isTried = true;
    this.message = "";
    const next = privacyOf(choices, collection.privacy.sealTo);
    const lacksReason = isLooser(collection.privacy, next) && this.reason.trim() === "";
    if (privacyFaults(choices).length > 0 || lacksReason) return this.#toFault();
    const key = choices.pseudonymise && choices.seal ? await makeSealKey(choices.passphrase) : undefined;
    if (key) saveKeyFile(key, collection.name);
    const privacy = key ? privacyOf(choices, key.publicKey) : next;
    const result = await changePrivacy(databases().research, collection.id, privacy, this.reason, Date.now());
    if (!result.ok) {
      this.message = problemText(result.error);
      return;
    }
    this.choices = choicesFor(privacy);
    this.reason = "";
    this.isTried = false;
    this.message = t("research_privacy_changed");
    if (isStricterForKept(collection.privacy, privacy)) await this.#chore.run();
  }

  async #toFault(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }

  override render(): TemplateResult {
    const { choices, collection } = this;
    if (!choices || !collection) return html`${nothing}`;
    const next = privacyOf(choices, collection.privacy.sealTo);
    const looser = isLooser(collection.privacy, next);
    return html`<form novalidate @submit=${(event: Event) => void this.#change(event)}>
      ${privacyFields({
        choices,
        change: (changes) => (this.choices = { ...choices, ...changes }),
        faults: this.isTried ? privacyFaults(choices) : [],
        hasKey: collection.privacy.sealTo !== undefined,
        isLegendHidden: true,
      })}
      ${isStricterForKept(collection.privacy, next) ? html`<p class="note">${t("research_privacy_stricter")}</p>` : nothing}
      ${looser ? this.#reasonField() : nothing}
      <div class="row">
        <button type="submit" class="button primary">${t("research_privacy_change")}</button>
      </div>
      ${this.#chore.progress(t("research_privacy_protecting"))}
      <p class="meta" role="status">${this.#chore.failure || this.message}</p>
      ${this.#changes(collection)}
    </form>`;
  }

  #reasonField(): TemplateResult {
    const isWrong = this.isTried && this.reason.trim() === "";
    return html`<p class="note warn">${t("research_privacy_looser")}</p>
      <label class="field">
        ${t("research_privacy_reason")}
        <textarea
          name="reason"
          rows="2"
          dir="auto"
          aria-invalid=${isWrong}
          .value=${this.reason}
          @input=${(event: Event) => (this.reason = (event.target as HTMLTextAreaElement).value)}
        ></textarea>
        ${isWrong ? html`<span class="fault" role="alert">${t("research_privacy_fault_reason")}</span>` : nothing}
      </label>`;
  }

  #changes({ log }: Collection): TemplateResult | typeof nothing {
    if (!log || log.changes.length === 0) return nothing;
    return html`<ul class="lines meta">
      ${log.changes.map(
        ({ at, note }) =>
          html`<li>
            ${t("research_privacy_changed_at", { date: formatDate(at) })}
            ${note ? html`<bdi>${note}</bdi>` : nothing}
          </li>`,
      )}
    </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-privacy-now": PrivacyNow;
  }
}
