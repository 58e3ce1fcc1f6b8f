import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { type DeletedItems, deleteItems } from "../../lib/db/research-items.ts";
import { t } from "../../lib/i18n.ts";
import { databases } from "../databases.ts";
import { dialogStyle } from "../styles/dialog.ts";
import { shared } from "../styles/shared.ts";
import { tell } from "./workspace-events.ts";

/** Rows a transaction. */
const step = 500;

/** Asks before items are deleted. Fires `bt-deleted` with what they were, for whoever wants them back. */
@customElement("bt-delete-items")
export class DeleteItems extends LitElement {
  static override readonly styles = [
    shared,
    dialogStyle,
    css`
      :host {
        display: contents;
      }
    `,
  ];

  @query("dialog") private readonly dialog!: HTMLDialogElement;
  @state() private seqs: readonly number[] = [];
  @state() private done: number | undefined;
  @state() private failed = false;

  async ask(seqs: readonly number[]): Promise<void> {
    this.seqs = seqs;
    this.done = undefined;
    this.failed = false;
    await this.updateComplete;
    this.dialog.showModal();
  }

  async #delete(): Promise<void> {
    const { seqs } = this;
    const deleted: DeletedItems[] = [];
    this.done = 0;
    this.failed = false;
    try {
      for (let from = 0; from < seqs.length; from += step) {
        deleted.push(await deleteItems(databases().research, seqs.slice(from, from + step)));
        this.done = Math.min(from + step, seqs.length);
        // Closed meanwhile: what is deleted is deleted, the rest stays.
        if (!this.dialog.open) break;
      }
      this.dialog.close();
    } catch (error) {
      console.error("[research] not deleted", error);
      this.failed = true;
      this.done = undefined;
    } finally {
      tell(this, "bt-deleted", deleted);
    }
  }

  override render(): TemplateResult {
    const count = this.seqs.length;
    return html`<dialog aria-labelledby="title">
      <h2 id="title">${t("research_delete_title", { count })}</h2>
      <p>${t("research_delete_words")}</p>
      ${this.failed ? html`<p class="note warn" role="alert">${t("research_delete_failed")}</p>` : nothing}
      ${
        this.done === undefined || count <= step
          ? nothing
          : html`<progress max=${count} value=${this.done} aria-label=${t("research_deleting")}></progress>`
      }
      <div class="row end">
        <button type="button" class="button" @click=${() => this.dialog.close()}>${t("cancel")}</button>
        <button
          type="button"
          class="button danger"
          ?disabled=${this.done !== undefined}
          @click=${() => void this.#delete()}
        >
          ${t("delete")}
        </button>
      </div>
    </dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-delete-items": DeleteItems;
  }
}
