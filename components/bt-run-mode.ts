import { css, html, LitElement, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { Globe, type IconNode, MousePointerClick } from "lucide";
import { browser } from "wxt/browser";
import { t } from "../lib/i18n.ts";
import { runMode } from "../lib/settings.ts";
import { command } from "./commands.ts";
import { StoredItemController } from "./controllers/stored-item.ts";
import { icon } from "./parts/icon.ts";
import { problemText } from "./parts/problem-text.ts";
import { shared } from "./styles/shared.ts";

type Mode = "all-sites" | "on-click";

const choices: readonly {
  mode: Mode;
  icon: IconNode;
  title: "mode_all" | "mode_click";
  text: "mode_all_text" | "mode_click_text";
}[] = [
  { mode: "all-sites", icon: Globe, title: "mode_all", text: "mode_all_text" },
  { mode: "on-click", icon: MousePointerClick, title: "mode_click", text: "mode_click_text" },
];

/** The one choice: look at every page, or only when asked. Fires `chosen`. */
@customElement("bt-run-mode")
export class RunModeChoice extends LitElement {
  static override readonly styles = [
    shared,
    css`
      fieldset {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr));
        gap: 0.75rem;
      }

      label {
        display: grid;
        grid-template-columns: auto 1fr auto;
        gap: 0.25rem 0.625rem;
        align-items: start;
        align-content: start;
        padding: 1rem;
        border: 1px solid var(--bt-edge);
        border-radius: var(--bt-radius);
        background: var(--bt-surface);
        cursor: pointer;
      }

      label svg {
        color: var(--bt-accent);
        margin-block-start: 0.125rem;
      }

      label:hover {
        border-color: var(--bt-text);
      }

      label:has(:checked) {
        border-color: var(--bt-accent);
        box-shadow: inset 0 0 0 1px var(--bt-accent);
        background: var(--bt-accent-soft);
      }

      label:has(:focus-visible) {
        outline: 2px solid var(--bt-accent);
        outline-offset: 2px;
      }

      input:focus-visible {
        outline: none;
      }

      strong {
        font-weight: 600;
      }

      label p {
        grid-column: 1 / -1;
        font: 400 0.8125rem/1.25rem var(--bt-font);
        color: var(--bt-muted);
      }

      label:has(:checked) p {
        color: var(--bt-text);
      }

      .status {
        margin-block-start: 0.5rem;
      }
    `,
  ];

  @state() private message = "";
  readonly #mode = new StoredItemController(this, runMode);

  async #choose(mode: Mode): Promise<void> {
    // Asked first, while the press still counts as one; granted at once where the browser has given it already.
    const granted =
      mode === "on-click" ||
      (await browser.permissions.request({ origins: ["http://*/*", "https://*/*"] }).catch(() => false));
    if (!granted) {
      this.message = t("mode_not_granted");
      this.requestUpdate();
      return;
    }
    const result = await command("setRunMode", mode);
    this.message = result.ok ? t("mode_saved") : problemText(result.error);
    if (result.ok) this.dispatchEvent(new CustomEvent("chosen", { detail: mode }));
  }

  override render(): TemplateResult {
    return html`<fieldset>
        <legend class="sr-only">${t("mode_legend")}</legend>
        ${choices.map(
          (choice) =>
            html`<label>
              ${icon(choice.icon, 18)}
              <strong>${t(choice.title)}</strong>
              <input
                type="radio"
                name="mode"
                value=${choice.mode}
                .checked=${this.#mode.value === choice.mode}
                @change=${() => void this.#choose(choice.mode)}
              />
              <p>${t(choice.text)}</p>
            </label>`,
        )}
      </fieldset>
      <p class="status meta" role="status">${this.message}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-run-mode": RunModeChoice;
  }
}
