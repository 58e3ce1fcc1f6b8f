import { css, html, LitElement, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { browser } from "wxt/browser";
import { t } from "../lib/i18n.ts";
import { sectionStyle } from "./styles/page-layout.ts";
import { shared } from "./styles/shared.ts";

interface Shortcut {
  readonly keys: string;
  readonly what: string;
}

/** Every shortcut: those of the browser, as they are set now, and those inside the sidebar. */
@customElement("bt-shortcuts")
export class Shortcuts extends LitElement {
  static override readonly styles = [
    shared,
    sectionStyle,
    css`
      dl {
        display: grid;
        grid-template-columns: minmax(6rem, auto) minmax(0, 1fr);
        gap: 0.375rem 1rem;
      }

      kbd {
        font: 0.75rem/1rem var(--bt-mono);
        border: 1px solid var(--bt-line);
        border-radius: 0.25rem;
        padding: 0.0625rem 0.3125rem;
        background: var(--bt-surface);
      }
    `,
  ];

  @state() private fromBrowser: readonly Shortcut[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#read();
  }

  async #read(): Promise<void> {
    const commands = await browser.commands.getAll();
    this.fromBrowser = commands.map(({ name, shortcut, description }) => ({
      keys: shortcut || t("shortcut_unset"),
      what: name === "_execute_action" ? t("shortcut_open") : description || t("command_write"),
    }));
  }

  override render(): TemplateResult {
    const all: readonly Shortcut[] = [
      ...this.fromBrowser,
      { keys: "Ctrl + Enter", what: t("shortcut_post") },
      { keys: "Esc", what: t("shortcut_close") },
      { keys: "← →", what: t("shortcut_tabs") },
    ];
    return html`<section id="shortcuts">
      <h2>${t("options_shortcuts")}</h2>
      <dl>
        ${all.map(
          ({ keys, what }) =>
            html`<dt><kbd dir="ltr">${keys}</kbd></dt>
              <dd>${what}</dd>`,
        )}
      </dl>
      <p class="hint">${t("shortcuts_hint")}</p>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-shortcuts": Shortcuts;
  }
}
