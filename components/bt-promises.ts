import { css, html, LitElement, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { Check, Minus } from "lucide";
import { t } from "../lib/i18n.ts";
import { icon } from "./parts/icon.ts";
import { shared } from "./styles/shared.ts";

const does = ["does_recognise", "does_copy", "does_sign", "does_ledger"] as const;
const doesNot = ["not_history", "not_requests", "not_account", "not_sell"] as const;

/** What Backtalk does and does not do, side by side. */
@customElement("bt-promises")
export class Promises extends LitElement {
  static override readonly styles = [
    shared,
    css`
      :host {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr));
        gap: 1rem 1.5rem;
      }

      h3 {
        font: 600 0.875rem/1.25rem var(--bt-font);
        margin-block-end: 0.5rem;
      }

      li {
        display: flex;
        gap: 0.5rem;
        padding-block: 0.25rem;
      }

      li svg {
        margin-block-start: 0.125rem;
        color: var(--bt-accent);
      }

      .not svg {
        color: var(--bt-muted);
      }
    `,
  ];

  override render(): TemplateResult {
    return html`<div>
        <h3>${t("does_title")}</h3>
        <ul>
          ${does.map((key) => html`<li>${icon(Check)}<span>${t(key)}</span></li>`)}
        </ul>
      </div>
      <div class="not">
        <h3>${t("not_title")}</h3>
        <ul>
          ${doesNot.map((key) => html`<li>${icon(Minus)}<span>${t(key)}</span></li>`)}
        </ul>
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-promises": Promises;
  }
}
