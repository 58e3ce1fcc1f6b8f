import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { ArrowRight, Building2, TriangleAlert } from "lucide";
import { formatDate, t } from "../lib/i18n.ts";
import type { ListedFact } from "../lib/model/fact-list.ts";
import { leadingRecall, type LeadingRecall } from "../lib/model/recall-match.ts";
import type { PageSubject } from "../lib/model/subject.ts";
import type { TabState } from "../lib/model/tab-state.ts";
import { factsController } from "./controllers/facts.ts";
import { emit } from "./parts/emit.ts";
import { icon } from "./parts/icon.ts";
import { recordLink } from "./parts/record-link.ts";
import { recordsAbout } from "./parts/records-about.ts";
import { severityText } from "./parts/severity.ts";
import { sampleTag } from "./parts/sample-tag.ts";
import { shared } from "./styles/shared.ts";

/**
 * What public records have to say before anybody's opinion: a recall of this product, or of this brand within twelve
 * months; and who owns the brand, where the header does not say so.
 */
@customElement("bt-recall-notice")
export class RecallNotice extends LitElement {
  static override readonly styles = [
    shared,
    css`
      .notice {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 0.25rem 0.625rem;
        margin: 0.75rem 1rem 0;
        padding: 0.75rem;
        border-radius: var(--bt-radius);
        background: var(--bt-warn-soft);
        overflow-wrap: anywhere;
      }

      .notice.serious {
        background: var(--bt-danger-soft);
      }

      .mark {
        color: var(--bt-warn);
        padding-block-start: 0.125rem;
      }

      .serious .mark,
      .serious h2 {
        color: var(--bt-danger);
      }

      h2 {
        color: var(--bt-warn);
      }

      .body {
        display: grid;
        gap: 0.25rem;
        justify-items: start;
      }

      .meta {
        color: inherit;
      }

      .body a {
        color: inherit;
      }

      .out {
        display: inline-block;
        margin-inline-start: 0.3125rem;
        vertical-align: -0.0625rem;
      }

      .link {
        color: inherit;
        font: var(--bt-label);
      }

      .owner {
        display: flex;
        gap: 0.375rem;
        align-items: baseline;
        margin: 0.75rem 1rem 0;
        overflow-wrap: anywhere;
      }

      @media (forced-colors: active) {
        .notice {
          border: 1px solid;
        }
      }
    `,
  ];

  @property({ attribute: false }) subject!: PageSubject;
  @property({ attribute: false }) state!: TabState;
  readonly #nowMs = Date.now();
  readonly #facts = factsController(this, () => recordsAbout(this.subject, this.state.resolution)?.brandId);

  override render(): TemplateResult {
    // Where the local copy cannot be read the tabs say so; a notice that is missing must not look like an all-clear.
    const facts = this.#facts.value?.facts ?? [];
    return html`${this.#recall(facts)} ${this.#owner(facts)}`;
  }

  #leading(facts: readonly ListedFact[]): LeadingRecall<ListedFact> | undefined {
    const { lens } = this.subject;
    const { brand, product } = this.state.resolution;
    // Never by retailer: what a shop sold is no word about the shop.
    if (lens === "shop") return undefined;
    const compared = product && {
      name: product.name,
      gtins: product.gtins,
      ...(brand && { brand: brand.name }),
    };
    const leading = leadingRecall(facts, compared, this.#nowMs);
    return lens === "product" && leading?.concerns !== "product" ? undefined : leading;
  }

  #recall(facts: readonly ListedFact[]): TemplateResult {
    const leading = this.#leading(facts);
    if (!leading) return html`${nothing}`;
    const { fact } = leading;
    const words = [severityText(fact), dateWords(fact.at)].filter(Boolean);
    return html`<section
      class="notice ${fact.severity === "serious" ? "serious" : ""}"
      aria-labelledby="title"
    >
      <span class="mark">${icon(TriangleAlert, 18)}</span>
      <div class="body">
        <h2 id="title">${titleOf(leading, recordsAbout(this.subject, this.state.resolution)?.name ?? "")}</h2>
        <p>${recordLink(fact.title, fact.url)}</p>
        ${words.length > 0 ? html`<p class="meta">${words.join(" · ")}</p>` : nothing}
        ${fact.isSample ? sampleTag() : nothing}
        <button type="button" class="link" @click=${() => emit(this, "bt-go", "facts")}>
          ${t("recall_all_facts")} ${icon(ArrowRight, 14)}
        </button>
      </div>
    </section>`;
  }

  #owner(facts: readonly ListedFact[]): TemplateResult {
    const { subject } = this;
    const owner = facts.find(({ kind }) => kind === "owner");
    if (subject.lens !== "brand" || subject.owner || !owner) return html`${nothing}`;
    return html`<p class="owner meta">
      ${icon(Building2, 12)}
      <span dir="auto"
        >${t("owned_by", { owner: owner.title })}${owner.isSample ? ` (${t("tag_sample")})` : ""}</span
      >
    </p>`;
  }
}

/** Empty where nobody says when, or with a number that is no time. */
function dateWords(at: number | undefined): string {
  return at === undefined || Number.isNaN(new Date(at).getTime()) ? "" : formatDate(at);
}

function titleOf({ concerns, count, match }: LeadingRecall, name: string): string {
  if (concerns === "brand") return t("recall_notice_brand", { count, name });
  return t(match === "name" ? "recall_notice_names" : "recall_notice_product");
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-recall-notice": RecallNotice;
  }
}
