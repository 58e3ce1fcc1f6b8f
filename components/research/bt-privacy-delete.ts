import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { databaseErrorOf } from "../../lib/db/database-error.ts";
import { t } from "../../lib/i18n.ts";
import type { Collection, CollectionId } from "../../lib/model/research/collection.ts";
import { beginDeletion } from "../../lib/research/privacy/delete-collection.ts";
import { recording } from "../../lib/settings.ts";
import { command } from "../commands.ts";
import { databases } from "../databases.ts";
import { problemText } from "../parts/problem-text.ts";
import { privacyStyle } from "../styles/privacy.ts";
import { shared } from "../styles/shared.ts";
import { ChoreController } from "./chore-controller.ts";

/** Deletes a whole collection, once its name has been typed. */
@customElement("bt-privacy-delete")
export class PrivacyDelete extends LitElement {
  static override readonly styles = [shared, privacyStyle];

  @property({ attribute: false }) collection: Collection | undefined;
  @query("input") private readonly field!: HTMLInputElement;
  @state() private isWrong = false;
  @state() private failure = "";
  /** What is being deleted: the collection itself is gone from the page by then. */
  @state() private deleting: CollectionId | undefined;
  readonly #chore = new ChoreController(this, "delete", () => this.deleting);

  async #delete(event: Event): Promise<void> {
    event.preventDefault();
    const { collection } = this;
    if (!collection || this.deleting !== undefined) return;
    this.isWrong = this.field.value.trim() !== collection.name.trim();
    if (this.isWrong) return this.field.focus();
    this.failure = "";
    const { id } = collection;
    try {
      if ((await recording.getValue())?.collection === id) await command("stopRecording");
      await beginDeletion(databases().research, id, Date.now());
    } catch (cause) {
      const fault = databaseErrorOf(cause);
      if (!fault) throw cause;
      this.failure = problemText(fault.problem);
      return;
    }
    this.deleting = id;
    await this.updateComplete;
    const isDone = await this.#chore.run();
    this.deleting = undefined;
    if (isDone)
      this.dispatchEvent(new CustomEvent("bt-deleted", { detail: { id }, bubbles: true, composed: true }));
    else this.failure = this.#chore.failure;
  }

  override render(): TemplateResult {
    if (this.deleting !== undefined) return html`${this.#chore.progress(t("research_privacy_deleting"))}`;
    if (!this.collection) return html`${nothing}`;
    return html`<form novalidate @submit=${(event: Event) => void this.#delete(event)}>
      <p>${t("research_privacy_delete_hint")}</p>
      <label class="field">
        ${t("research_privacy_delete_name", { name: this.collection.name })}
        <input type="text" name="name" dir="auto" autocomplete="off" aria-invalid=${this.isWrong} />
        ${this.isWrong ? html`<span class="fault" role="alert">${t("research_privacy_fault_other_name")}</span>` : nothing}
      </label>
      ${this.failure ? html`<p class="note danger" role="alert">${this.failure}</p>` : nothing}
      <div class="row">
        <button type="submit" class="button danger">${t("research_privacy_delete")}</button>
      </div>
    </form>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-privacy-delete": PrivacyDelete;
  }
  interface HTMLElementEventMap {
    "bt-deleted": CustomEvent<{ readonly id: CollectionId }>;
  }
}
