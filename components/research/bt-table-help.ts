import { css, html, LitElement, type TemplateResult } from "lit";
import { customElement, query } from "lit/decorators.js";
import { t, type MessageKey } from "../../lib/i18n.ts";
import { tableLetters } from "../../lib/settings.ts";
import { StoredItemController } from "../controllers/stored-item.ts";
import { dialogStyle } from "../styles/dialog.ts";
import { shared } from "../styles/shared.ts";

const keys: readonly (readonly [keys: readonly string[], what: MessageKey])[] = [
  [["j", "↓"], "research_key_next"],
  [["k", "↑"], "research_key_previous"],
  [["Home", "End"], "research_key_ends"],
  [["Page Up", "Page Down"], "research_key_page"],
  [["Enter"], "research_key_open"],
  [["x", "Space"], "research_key_select"],
  [["Shift + x", "Shift + Space"], "research_key_range"],
  [["Ctrl + a"], "research_key_all"],
  [["Esc"], "research_key_clear"],
  [["c"], "research_key_codes"],
  [["n"], "research_key_note"],
  [["e"], "research_key_export"],
  [["?"], "research_key_help"],
];

/** The keys of the table, and the switch for those that are single letters. */
@customElement("bt-table-help")
export class TableHelp extends LitElement {
  static override readonly styles = [
    shared,
    dialogStyle,
    css`
      :host {
        display: contents;
      }

      dl {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 0.375rem 1rem;
      }

      @media (width < 30em) {
        dl {
          grid-template-columns: minmax(0, 1fr);
          gap: 0.125rem;
        }

        dd {
          margin-block-end: 0.375rem;
        }
      }

      kbd {
        font: 0.75rem/1rem var(--bt-mono);
        border: 1px solid var(--bt-line);
        border-radius: 0.25rem;
        padding: 0.0625rem 0.3125rem;
        background: var(--bt-bg);
      }
    `,
  ];

  @query("dialog") private readonly dialog!: HTMLDialogElement;
  readonly #letters = new StoredItemController(this, tableLetters);

  show(): void {
    this.dialog.showModal();
  }

  override render(): TemplateResult {
    return html`<dialog aria-labelledby="title">
      <h2 id="title">${t("research_keys")}</h2>
      <dl>
        ${keys.map(
          ([names, what]) =>
            html`<dt>${names.map((name) => html`<kbd dir="ltr">${name}</kbd> `)}</dt>
              <dd>${t(what)}</dd>`,
        )}
      </dl>
      <label class="check">
        <input
          type="checkbox"
          .checked=${this.#letters.value ?? true}
          @change=${(event: Event) => void this.#letters.set((event.target as HTMLInputElement).checked)}
        />
        <span>${t("research_keys_letters")}</span>
      </label>
      <div class="row end">
        <button type="button" class="button" @click=${() => this.dialog.close()}>${t("close")}</button>
      </div>
    </dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-table-help": TableHelp;
  }
}
