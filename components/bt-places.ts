import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { t, type MessageKey } from "../lib/i18n.ts";
import type { SourceInfo } from "../lib/model/search.ts";
import "./bt-agreed-hosts.ts";
import "./bt-place-source.ts";
import { SourcesController } from "./controllers/sources.ts";
import { problemText } from "./parts/problem-text.ts";
import { sectionStyle } from "./styles/page-layout.ts";
import { shared } from "./styles/shared.ts";

const groups: readonly (readonly [SourceInfo["kind"], MessageKey])[] = [
  ["conversations", "places_conversations"],
  ["records", "places_records"],
  ["reference", "places_reference"],
];

/** Which places a search can ask, what each is, and which the person agreed to. */
@customElement("bt-places")
export class Places extends LitElement {
  static override readonly styles = [
    shared,
    sectionStyle,
    css`
      .items {
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr));
        align-items: start;
      }
    `,
  ];

  readonly #sources = new SourcesController(this);

  override render(): TemplateResult {
    const { problem, value: sources } = this.#sources;
    return html`<section id="places" aria-labelledby="title">
      <h2 id="title">${t("options_places")}</h2>
      <p class="hint">${t("options_places_hint")}</p>
      ${
        problem && !sources
          ? html`<div class="stack" role="alert">
              <p>${t("places_unknown")} ${problemText(problem)}</p>
              <div>
                <button type="button" class="button" @click=${() => void this.#sources.load()}>
                  ${t("retry")}
                </button>
              </div>
            </div>`
          : nothing
      }
      ${groups.map(([kind, title]) => this.#group(kind, title, sources ?? []))}
      <bt-agreed-hosts></bt-agreed-hosts>
    </section>`;
  }

  #group(kind: SourceInfo["kind"], title: MessageKey, sources: readonly SourceInfo[]): TemplateResult {
    const own = sources.filter((source) => source.kind === kind);
    if (own.length === 0) return html`${nothing}`;
    return html`<h3>${t(title)}</h3>
      <ul class="items">
        ${own.map((source) => html`<li><bt-place-source .source=${source}></bt-place-source></li>`)}
      </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-places": Places;
  }
}
