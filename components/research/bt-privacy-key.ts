import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { t } from "../../lib/i18n.ts";
import type { Collection } from "../../lib/model/research/collection.ts";
import { fits, openSealKey } from "../../lib/research/privacy/seal-key.ts";
import { fileProblem } from "../parts/file-problem.ts";
import { privacyStyle } from "../styles/privacy.ts";
import { shared } from "../styles/shared.ts";
import { keepOpened, OpenedKeysController } from "./opened-keys.ts";

/** Opens a collection's key by its file and passphrase, for as long as the page is open. */
@customElement("bt-privacy-key")
export class PrivacyKey extends LitElement {
  static override readonly styles = [shared, privacyStyle];

  @property({ attribute: false }) collection: Collection | undefined;
  readonly #keys = new OpenedKeysController(this);
  @query("input[type=file]") private readonly file!: HTMLInputElement;
  @query("input[type=password]") private readonly passphrase!: HTMLInputElement;
  @state() private failure = "";
  @state() private isBusy = false;

  async #open(event: Event): Promise<void> {
    event.preventDefault();
    const { collection, isBusy } = this;
    const file = this.file.files?.[0];
    if (!collection || isBusy) return;
    this.failure = file ? "" : t("research_privacy_key_file_missing");
    if (!file) return this.file.focus();
    this.isBusy = true;
    const key = await openSealKey(await file.text(), this.passphrase.value);
    this.isBusy = false;
    if (!key.ok) this.failure = fileProblem(key.error);
    else if (!fits(key.value, collection.privacy)) this.failure = t("research_privacy_key_foreign");
    else keepOpened(key.value);
  }

  override render(): TemplateResult {
    const { collection } = this;
    if (!collection?.privacy.sealTo) return html`${nothing}`;
    if (this.#keys.for(collection.privacy)) {
      return html`<p class="meta" role="status">${t("research_privacy_key_open")}</p>`;
    }
    return html`<form novalidate @submit=${(event: Event) => void this.#open(event)}>
      <p class="meta">${t("research_privacy_key_hint")}</p>
      <label class="field"
        >${t("research_privacy_key_file")} <input type="file" name="key" accept=".jwe,.txt"
      /></label>
      <label class="field">
        ${t("research_privacy_passphrase")}
        <input type="password" name="passphrase" autocomplete="current-password" />
      </label>
      ${this.failure ? html`<p class="fault" role="alert">${this.failure}</p>` : nothing}
      <div class="row">
        <button type="submit" class="button" ?disabled=${this.isBusy}>${t("research_privacy_key_do")}</button>
      </div>
    </form>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-privacy-key": PrivacyKey;
  }
}
