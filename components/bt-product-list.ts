import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { ChevronDown } from "lucide";
import { reviewsPage } from "../lib/db/review-pages.ts";
import { productSummariesOf } from "../lib/db/summaries.ts";
import { type GroupReading, readGroups } from "../lib/db/weighed.ts";
import { formatScore, t } from "../lib/i18n.ts";
import type { SubjectKey } from "../lib/model/subject.ts";
import { figureOf, scoreOf } from "../lib/model/summary.ts";
import { sortKeyOf } from "../lib/model/trust-score.ts";
import "./bt-review-pages.ts";
import type { ReviewPage } from "./bt-review-pages.ts";
import { LiveQueryController } from "./controllers/live-query.ts";
import { wantWeights } from "./controllers/want-weights.ts";
import { databases } from "./databases.ts";
import { icon } from "./parts/icon.ts";
import { stars, starsStyle } from "./parts/stars.ts";
import { shared } from "./styles/shared.ts";

const mostProducts = 10;
const reviewsAProduct = 5;

/** Products of a brand that were reviewed at their own addresses. They never count for the brand itself. */
@customElement("bt-product-list")
export class ProductList extends LitElement {
  static override readonly styles = [
    shared,
    starsStyle,
    css`
      section {
        margin-block-start: 0.5rem;
      }

      h2,
      .hint {
        padding-inline: 1rem;
      }

      summary {
        justify-content: space-between;
        padding: 0.375rem 1rem;
        min-block-size: 2rem !important;
      }

      summary:hover {
        background: var(--bt-sunken);
      }

      .name {
        flex: 1;
        min-inline-size: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }

      .figure {
        display: inline-flex;
        align-items: center;
        gap: 0.375rem;
        font: var(--bt-meta);
        color: var(--bt-muted);
        white-space: nowrap;
      }
    `,
  ];

  @property() siteKey = "";
  @property({ attribute: false }) exclude: readonly SubjectKey[] = [];
  @property({ type: Boolean }) readonly = false;
  @property({ type: Boolean }) isPrivate = false;
  @state() private opened: ReadonlyMap<SubjectKey, ReviewPage> = new Map();

  readonly #products = new LiveQueryController(this, {
    args: () => [this.siteKey, this.exclude] as const,
    query: ([siteKey, exclude]) => readProducts(siteKey, exclude),
  });

  constructor() {
    super();
    // In a private window or inside a page nothing may be kept of what was looked at.
    wantWeights(this, () =>
      this.readonly || this.isPrivate ? undefined : this.#products.value?.map(({ group }) => group),
    );
  }

  async #open(event: Event, key: SubjectKey): Promise<void> {
    if (!(event.target as HTMLDetailsElement).open || this.opened.has(key)) return;
    const { rows } = await reviewsPage(databases().community, {
      keys: [key],
      sort: "newest",
      limit: reviewsAProduct,
    });
    this.opened = new Map(this.opened).set(key, { rows });
  }

  override render(): TemplateResult {
    const products = this.#products.value ?? [];
    if (products.length === 0) return html`${nothing}`;
    return html`<section aria-label=${t("products_title")}>
      <h2>${t("products_title")}</h2>
      <p class="meta hint">${t("products_hint")}</p>
      ${products.map((product) => this.#product(product))}
    </section>`;
  }

  #product({ summary, row }: GroupReading): TemplateResult {
    const figure = figureOf(summary, row?.votes);
    const page = this.opened.get(summary.subjectKey);
    return html`<details @toggle=${(event: Event) => void this.#open(event, summary.subjectKey)}>
      <summary>
        <span class="name" dir="ltr" title=${summary.subjectKey}
          >${productName(summary.subjectKey, this.siteKey)}</span
        >
        <span class="figure">
          ${figure.kind === "score" ? html`${formatScore(figure.score)} ${stars(figure.score, 11)}` : nothing}
          ${t("reviews", { count: summary.count })}
        </span>
        <span class="chevron">${icon(ChevronDown, 14)}</span>
      </summary>
      ${page ? html`<bt-review-pages .pages=${[page]} ?readonly=${this.readonly}></bt-review-pages>` : nothing}
    </details>`;
  }
}

/** Those with most reviews, the best first: by what their score is at least, so that nobody rises by few voices. */
async function readProducts(
  siteKey: string,
  exclude: readonly SubjectKey[],
): Promise<readonly GroupReading[]> {
  const { community } = databases();
  const products = await productSummariesOf(community, siteKey, exclude, mostProducts);
  const readings = await readGroups(
    community,
    products.map(({ subjectKey }) => ({ keys: [subjectKey] })),
  );
  return readings.toSorted((a, b) => leastScore(b) - leastScore(a));
}

function leastScore({ summary, row }: GroupReading): number {
  return sortKeyOf(scoreOf(summary, row?.votes));
}

/** The part of an address that tells products of one site apart, readable. */
function productName(key: SubjectKey, siteKey: string): string {
  const rest = key.replace(/^https?:\/\//, "");
  const path = rest.startsWith(siteKey) ? rest.slice(siteKey.length) : rest;
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // a stray "%": as it stands
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-product-list": ProductList;
  }
}
