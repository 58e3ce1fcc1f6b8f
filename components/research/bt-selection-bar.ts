import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { Tag, Trash2, X } from "lucide";
import { codeItems } from "../../lib/db/research-codings.ts";
import { t } from "../../lib/i18n.ts";
import type { Collection } from "../../lib/model/research/collection.ts";
import "../bt-menu.ts";
import { databases } from "../databases.ts";
import { emit } from "../parts/emit.ts";
import { icon } from "../parts/icon.ts";
import { dialogStyle } from "../styles/dialog.ts";
import { shared } from "../styles/shared.ts";
import "./bt-delete-items.ts";
import type { DeleteItems } from "./bt-delete-items.ts";
import { tell } from "./workspace-events.ts";

/** Items between two looks at how far it is. */
const step = 500;

/** What can be done with all selected items at once. Fires `bt-act` and `bt-select`. */
@customElement("bt-selection-bar")
export class SelectionBar extends LitElement {
  static override readonly styles = [
    shared,
    dialogStyle,
    css`
      .bar {
        padding: 0.25rem 0.25rem 0.25rem 0.75rem;
        border-radius: 0.5rem;
        background: var(--bt-accent-soft);
      }

      .count {
        font-weight: 600;
        margin-inline-end: auto;
      }

      select {
        margin-block-start: 0.25rem;
      }
    `,
  ];

  @property({ attribute: false }) collection!: Collection;
  @property({ attribute: false }) selected: ReadonlySet<number> = new Set();
  @query("dialog") private readonly dialog!: HTMLDialogElement;
  @query("bt-delete-items") private readonly deletion!: DeleteItems;
  @query("select") private readonly chosen!: HTMLSelectElement | null;
  @state() private done: number | undefined;
  @state() private failed = false;

  /** Asks which code all of them get. */
  askCode(): void {
    this.failed = false;
    this.done = undefined;
    this.dialog.showModal();
  }

  async #code(isTaken: boolean): Promise<void> {
    const code = this.chosen?.value;
    if (!code) return;
    const seqs = [...this.selected];
    this.done = 0;
    try {
      for (let from = 0; from < seqs.length; from += step) {
        const some = seqs.slice(from, from + step);
        await codeItems(databases().research, this.collection, some, { code, on: !isTaken }, Date.now());
        this.done = from + some.length;
      }
      emit(this, "bt-announce", t("research_coded", { count: seqs.length }));
      this.dialog.close();
    } catch (error) {
      console.error("[research] not coded", error);
      this.failed = true;
    } finally {
      this.done = undefined;
    }
  }

  override render(): TemplateResult {
    const count = this.selected.size;
    return html`${
        count === 0
          ? nothing
          : html`<div class="row bar" role="group" aria-label=${t("research_selected", { count })}>
              <span class="count">${t("research_selected", { count })}</span>
              <button type="button" class="button" aria-haspopup="dialog" @click=${() => this.askCode()}>
                ${icon(Tag, 14)} ${t("research_code_all")}
              </button>
              <button type="button" class="button" @click=${() => tell(this, "bt-act", "export")}>
                ${t("research_export_all")}
              </button>
              <button
                type="button"
                class="button danger"
                aria-haspopup="dialog"
                @click=${() => void this.deletion.ask([...this.selected])}
              >
                ${icon(Trash2, 14)} ${t("research_delete_all")}
              </button>
              <button
                type="button"
                class="icon-button"
                aria-label=${t("research_select_none")}
                @click=${() => tell(this, "bt-select", new Set())}
              >
                ${icon(X)}
              </button>
            </div>`
      }
      <bt-delete-items></bt-delete-items>
      ${this.#question(count)}`;
  }

  #question(count: number): TemplateResult {
    const { codes } = this.collection.codebook;
    return html`<dialog aria-labelledby="title">
      <h2 id="title">${t("research_code_title", { count })}</h2>
      ${
        codes.length === 0
          ? html`<p>${t("research_no_codes")}</p>`
          : html`<label
              >${t("research_code_which")}
              <select>
                ${codes.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}
              </select>
            </label>`
      }
      ${this.failed ? html`<p class="note warn" role="alert">${t("research_code_failed")}</p>` : nothing}
      ${
        this.done === undefined
          ? nothing
          : html`<progress max=${count} value=${this.done} aria-label=${t("research_coding_all")}></progress>`
      }
      <div class="row end">
        <button type="button" class="button" @click=${() => this.dialog.close()}>${t("cancel")}</button>
        ${codes.length === 0 ? nothing : this.#answers()}
      </div>
    </dialog>`;
  }

  #answers(): TemplateResult {
    const isBusy = this.done !== undefined;
    return html`<button
        type="button"
        class="button"
        ?disabled=${isBusy}
        @click=${() => void this.#code(true)}
      >
        ${t("research_code_take")}
      </button>
      <button type="button" class="button primary" ?disabled=${isBusy} @click=${() => void this.#code(false)}>
        ${t("research_code_give")}
      </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-selection-bar": SelectionBar;
  }
}
