import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { OrganizationFacts } from "../lib/model/page.ts";
import { formatNumber, formatScore, t } from "../lib/i18n.ts";
import type { TabState } from "../lib/model/tab-state.ts";
import { shared } from "./styles/shared.ts";

/** What the page says of itself: who stands behind it, and the ratings it claims. Nobody checked either. */
@customElement("bt-page-facts")
export class PageFactsCard extends LitElement {
  static override readonly styles = [
    shared,
    css`
      section {
        margin: 0.75rem 1rem;
      }

      dl {
        display: grid;
        grid-template-columns: minmax(5rem, auto) minmax(0, 1fr);
        gap: 0.25rem 0.75rem;
        margin-block-start: 0.375rem;
      }

      dt {
        color: var(--bt-muted);
        font: var(--bt-meta);
        padding-block-start: 0.125rem;
      }

      dd {
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

  override render(): TemplateResult {
    const { organization, resolution, claimedRatings } = this.state;
    const seller = resolution.shop?.name;
    const rows = rowsOf(organization, seller);
    return html`<section class="card" aria-label=${t("behind_title")}>
      <h2>${t(this.lead ? "page_tells" : "behind_title")}</h2>
      ${
        rows.length > 0
          ? html`<dl>
              ${rows.map(
                ([label, value]) =>
                  html`<dt>${label}</dt>
                    <dd dir="auto"><bdi>${value}</bdi></dd>`,
              )}
              ${this.lead ? this.#claims(claimedRatings) : nothing}
            </dl>`
          : html`${this.lead && claimedRatings.length > 0 ? html`<dl>${this.#claims(claimedRatings)}</dl>` : nothing}
              <p>${t("behind_none")}</p>`
      }
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

/** Named only where given; a legal name equal to the name says nothing new. */
function rowsOf(
  organization: OrganizationFacts | undefined,
  seller: string | undefined,
): readonly (readonly [label: string, value: string])[] {
  const { name, legalName, address, vatId, lei } = organization ?? {};
  const rows: readonly (readonly [string, string | undefined])[] = [
    [t("behind_name"), name === legalName ? undefined : name],
    [t("behind_legal_name"), legalName],
    [t("behind_address"), address],
    [t("behind_vat"), vatId],
    [t("behind_lei"), lei],
    [t("behind_seller"), seller === name || seller === legalName ? undefined : seller],
  ];
  return rows.filter((row): row is readonly [string, string] => row[1] !== undefined && row[1] !== "");
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-page-facts": PageFactsCard;
  }
}
