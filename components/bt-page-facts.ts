import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { formatNumber, formatScore, t } from "../lib/i18n.ts";
import type { Behind, OwnPageLink } from "../lib/model/behind.ts";
import type { TabState } from "../lib/model/tab-state.ts";
import { behindRows, type BehindRow } from "./parts/behind-rows.ts";
import { shared } from "./styles/shared.ts";

/** What the page says of itself: who stands behind it, and the ratings it claims. Nobody checked either. */
@customElement("bt-page-facts")
export class PageFactsCard extends LitElement {
  static override readonly styles = [
    shared,
    css`
      :host {
        container-type: inline-size;
      }

      section {
        margin: 0.75rem 1rem;
      }

      dl {
        display: grid;
        grid-template-columns: minmax(5rem, auto) minmax(0, 1fr);
        gap: 0.25rem 0.75rem;
        margin-block-start: 0.375rem;
      }

      /* Large type: each word below its label. */
      @container (max-width: 15rem) {
        dl {
          grid-template-columns: minmax(0, 1fr);
        }
      }

      dt {
        color: var(--bt-muted);
        font: var(--bt-meta);
        padding-block-start: 0.125rem;
      }

      dd {
        overflow-wrap: anywhere;
      }

      .value {
        display: block;
      }

      .links {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 0.75rem;
        margin-block-start: 0.5rem;
        padding: 0;
        list-style: none;
      }

      .links a {
        display: inline-flex;
        align-items: center;
        min-block-size: 1.5rem;
        overflow-wrap: anywhere;
      }

      .source {
        margin-block-start: 0.375rem;
      }
    `,
  ];

  @property({ attribute: false }) state!: TabState;
  /** There are no reviews, so this is what the sidebar has to say. */
  @property({ type: Boolean }) lead = false;

  /** What its texts say; `undefined` until they were read, and where they cannot be. */
  @property({ attribute: false }) behind: Behind | undefined;
  /** Whether the page has been asked for them: until then "none given" would be a guess. */
  @property({ type: Boolean }) asked = false;

  override render(): TemplateResult {
    const { behind } = this;
    const { organization, resolution, claimedRatings } = this.state;
    const rows = behindRows({ organization, behind, seller: resolution.shop?.name });
    const claims = this.lead ? claimedRatings : [];
    return html`<section class="card" aria-label=${t("behind_title")}>
      <h2>${t(this.lead ? "page_tells" : "behind_title")}</h2>
      ${rows.length + claims.length > 0 ? html`<dl>${rows.map(rowOf)} ${this.#claims(claims)}</dl>` : nothing}
      ${rows.length === 0 && this.asked ? html`<p>${t("behind_none")}</p>` : nothing}
      ${ownPages(behind?.links ?? [])}
      <p class="meta source">${t("behind_source", { host: URL.parse(this.state.url)?.hostname ?? "" })}</p>
    </section>`;
  }

  #claims(claimed: TabState["claimedRatings"]): readonly TemplateResult[] {
    return claimed.map(
      ({ value, best, count, about }) =>
        html`<dt>${t(about === "product" ? "claims_product" : "claims_site")}</dt>
          <dd>
            ${t("claims_value", { value: formatScore(value), best: formatNumber(best) })}
            <span class="meta"
              >${count === undefined ? t("its_own_figure") : t("its_own_figure_of", { count })}</span
            >
          </dd>`,
    );
  }
}

function rowOf({ label, values, from }: BehindRow): TemplateResult {
  return html`<dt>${label}</dt>
    <dd>
      ${values.map((value) => html`<span class="value" dir="auto"><bdi>${value}</bdi></span>`)}
      ${from === undefined ? nothing : html`<span class="meta">${from}</span>`}
    </dd>`;
}

/** Links to the page's own imprint, contact and terms, in its own words. They open when they are pressed. */
function ownPages(links: readonly OwnPageLink[]): TemplateResult {
  if (links.length === 0) return html`${nothing}`;
  return html`<ul class="links" aria-label=${t("behind_own_pages")}>
    ${links.map(
      ({ text, href }) =>
        html`<li>
          <a href=${href} target="_blank" rel="noreferrer noopener"><bdi dir="auto">${text}</bdi></a>
        </li>`,
    )}
  </ul>`;
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-page-facts": PageFactsCard;
  }
}
