import { css, html, LitElement, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { t, type MessageKey } from "../../lib/i18n.ts";
import { researchGuide } from "../../lib/research/guide.ts";
import { shared } from "../styles/shared.ts";

const words: Readonly<Record<"collections" | "items", readonly MessageKey[]>> = {
  collections: ["research_empty_1", "research_empty_2", "research_empty_3"],
  items: ["research_no_items_1", "research_no_items_2"],
};

/** What to do where there is nothing yet: no collection, or none of its items. What can be pressed stands inside. */
@customElement("bt-first-steps")
export class FirstSteps extends LitElement {
  static override readonly styles = [
    shared,
    css`
      .card {
        display: grid;
        gap: 0.75rem;
        grid-template-columns: minmax(0, 1fr);
        max-inline-size: 38rem;
        padding: 1.25rem;
      }

      h2 {
        font: var(--bt-title);
      }

      p {
        max-inline-size: 34rem;
      }
    `,
  ];

  /** What there is none of. */
  @property() missing: "collections" | "items" = "collections";

  override render(): TemplateResult {
    const { missing } = this;
    return html`<section class="card" aria-labelledby="title">
      <h2 id="title">${t(missing === "collections" ? "research_empty" : "research_no_items")}</h2>
      ${words[missing].map((key) => html`<p>${t(key)}</p>`)}
      <div class="row"><slot></slot></div>
      <p class="meta">
        <a href="/${researchGuide}" target="_blank" rel="noopener">${t("research_docs")}</a>
      </p>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-first-steps": FirstSteps;
  }
}
