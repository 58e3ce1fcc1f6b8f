import { css, html, LitElement, type TemplateResult } from "lit";
import { customElement, query } from "lit/decorators.js";
import { t } from "../../lib/i18n.ts";
import { tableColumns } from "../../lib/settings.ts";
import { StoredItemController } from "../controllers/stored-item.ts";
import { dialogStyle } from "../styles/dialog.ts";
import { shared } from "../styles/shared.ts";
import { type ColumnId, columns, firstColumns } from "./item-columns.ts";

/** Which columns the table has. Remembered, for every collection. */
@customElement("bt-table-columns")
export class TableColumns extends LitElement {
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
  readonly #chosen = new StoredItemController(this, tableColumns);

  show(): void {
    this.dialog.showModal();
  }

  get #shown(): readonly string[] {
    return this.#chosen.value ?? firstColumns;
  }

  #toggle(id: ColumnId): void {
    const shown = this.#shown;
    void this.#chosen.set(shown.includes(id) ? shown.filter((one) => one !== id) : [...shown, id]);
  }

  override render(): TemplateResult {
    return html`<dialog aria-labelledby="title">
      <h2 id="title">${t("research_columns")}</h2>
      <p class="meta">${t("research_columns_hint")}</p>
      <div>
        ${columns
          .filter(({ id }) => id !== "published" && id !== "text")
          .map(
            ({ id, label }) =>
              html`<label class="check">
                <input
                  type="checkbox"
                  .checked=${this.#shown.includes(id)}
                  @change=${() => this.#toggle(id)}
                />
                <span>${t(label)}</span>
              </label>`,
          )}
      </div>
      <div class="row end">
        <button type="button" class="button" @click=${() => this.dialog.close()}>${t("close")}</button>
      </div>
    </dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-table-columns": TableColumns;
  }
}
