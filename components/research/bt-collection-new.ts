import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { addCollection } from "../../lib/db/collection-writes.ts";
import { t } from "../../lib/i18n.ts";
import type { CollectionId } from "../../lib/model/research/collection.ts";
import { newCollection } from "../../lib/research/collections.ts";
import { askToPersist } from "../../lib/research/store/room.ts";
import { makeSealKey } from "../../lib/research/privacy/seal-key.ts";
import { databases } from "../databases.ts";
import { problemText } from "../parts/problem-text.ts";
import { dialogStyle } from "../styles/dialog.ts";
import { privacyStyle } from "../styles/privacy.ts";
import { shared } from "../styles/shared.ts";
import { coderNamed } from "./coder-name.ts";
import { type PrivacyChoices, privacyFaults, privacyOf, safestChoices } from "./privacy-choices.ts";
import { privacyFields } from "./privacy-fields.ts";
import { saveKeyFile } from "./save-key-file.ts";

/** Asks for a new collection's name and how it protects people, before there is anything in it. */
@customElement("bt-collection-new")
export class CollectionNew extends LitElement {
  static override readonly styles = [shared, dialogStyle, privacyStyle];

  @query("dialog") private readonly dialog!: HTMLDialogElement;
  @state() private name = "";
  @state() private coder = "";
  @state() private choices: PrivacyChoices = safestChoices;
  /** Whether the person has pressed: from then on what is wrong is said beside its field. */
  @state() private isTried = false;
  @state() private isBusy = false;
  @state() private failure = "";

  async show(): Promise<void> {
    this.name = "";
    this.choices = safestChoices;
    this.isTried = false;
    this.failure = "";
    await this.updateComplete;
    this.dialog.showModal();
  }

  async #create(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isBusy) return;
    this.isTried = true;
    this.failure = "";
    if (this.name.trim() === "" || privacyFaults(this.choices).length > 0) return this.#toFault();
    this.isBusy = true;
    try {
      await this.#store();
    } finally {
      this.isBusy = false;
    }
  }

  async #store(): Promise<void> {
    const { choices } = this;
    const key = choices.pseudonymise && choices.seal ? await makeSealKey(choices.passphrase) : undefined;
    const privacy = privacyOf(choices, key?.publicKey);
    const collection = await newCollection(this.name, coderNamed(this.coder), { privacy });
    // The file first: without it nobody could open what the collection seals.
    if (key) saveKeyFile(key, this.name);
    const stored = await addCollection(databases().research, collection);
    if (!stored.ok) {
      this.failure = problemText(stored.error);
      return;
    }
    // Some browsers ask the person, and nothing waits for that.
    askToPersist().catch((error: unknown) => console.error("[research] asking for lasting storage", error));
    // A passphrase is not kept a moment longer than it is needed.
    this.choices = safestChoices;
    this.dialog.close();
    this.#tell(collection.id);
  }

  #tell(id: CollectionId): void {
    this.dispatchEvent(new CustomEvent("bt-collection", { detail: { id }, bubbles: true, composed: true }));
  }

  async #toFault(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }

  override render(): TemplateResult {
    const isNameless = this.isTried && this.name.trim() === "";
    return html`<dialog aria-labelledby="title" @close=${() => (this.choices = safestChoices)}>
      <form novalidate @submit=${(event: Event) => void this.#create(event)}>
        <h2 id="title">${t("research_privacy_new_title")}</h2>
        <label class="field">
          ${t("research_privacy_name")}
          <input
            type="text"
            name="name"
            maxlength="200"
            dir="auto"
            aria-invalid=${isNameless}
            .value=${this.name}
            @input=${(event: Event) => (this.name = (event.target as HTMLInputElement).value)}
          />
          ${isNameless ? html`<span class="fault" role="alert">${t("research_privacy_fault_name")}</span>` : nothing}
        </label>
        <label class="field">
          ${t("research_privacy_coder")}
          <input
            type="text"
            name="coder"
            maxlength="100"
            dir="auto"
            aria-describedby="coder_hint"
            .value=${this.coder}
            @input=${(event: Event) => (this.coder = (event.target as HTMLInputElement).value)}
          />
          <span id="coder_hint" class="meta"
            >${t("research_privacy_coder_hint", { name: t("research_coder_unnamed") })}</span
          >
        </label>
        ${privacyFields({
          choices: this.choices,
          change: (changes) => (this.choices = { ...this.choices, ...changes }),
          faults: this.isTried ? privacyFaults(this.choices) : [],
          hasKey: false,
        })}
        ${this.failure ? html`<p class="note danger" role="alert">${this.failure}</p>` : nothing}
        <div class="row end">
          <button type="button" class="button" @click=${() => this.dialog.close()}>${t("cancel")}</button>
          <button type="submit" class="button primary" ?disabled=${this.isBusy}>
            ${t("research_privacy_create")}
          </button>
        </div>
      </form>
    </dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-collection-new": CollectionNew;
  }
  interface HTMLElementEventMap {
    "bt-collection": CustomEvent<{ readonly id: CollectionId }>;
  }
}
