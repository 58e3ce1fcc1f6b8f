import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { ChevronDown, Search } from "lucide";
import { formatNumber, t, type MessageKey } from "../lib/i18n.ts";
import { factList, type ListedFact } from "../lib/model/fact-list.ts";
import type { PageSubject } from "../lib/model/subject.ts";
import type { TabState } from "../lib/model/tab-state.ts";
import "./bt-fact.ts";
import "./bt-feed-rest.ts";
import { factsController, type KnownFacts } from "./controllers/facts.ts";
import { SourcesController } from "./controllers/sources.ts";
import { emit } from "./parts/emit.ts";
import { icon } from "./parts/icon.ts";
import { readingError } from "./parts/reading-error.ts";
import { recordsAbout, type RecordsAbout } from "./parts/records-about.ts";
import { factsStyle } from "./styles/facts.ts";
import { shared } from "./styles/shared.ts";

/** More of a section than this are folded. */
const shownAtFirst = 5;

type Section = "recalls" | "complaints" | "identity" | "reference";

/** What official records and reference works say of a brand. Reads the local copy; only a press asks anybody. */
@customElement("bt-facts")
export class Facts extends LitElement {
  static override readonly styles = [shared, factsStyle];

  @property({ attribute: false }) subject!: PageSubject;
  @property({ attribute: false }) state!: TabState;
  /** Inside a page nothing may be asked for. */
  @property({ type: Boolean }) readonly = false;
  @state() private unfolded: ReadonlySet<Section> = new Set();
  readonly #nowMs = Date.now();
  readonly #sources = new SourcesController(this);
  readonly #facts = factsController(this, () => this.#about?.brandId);

  get #about(): RecordsAbout | undefined {
    return recordsAbout(this.subject, this.state.resolution);
  }

  override render(): TemplateResult {
    const about = this.#about;
    const { error, value: known } = this.#facts;
    if (error)
      return html`<div class="pad stack" role="alert">
        <p>${readingError(error)}</p>
        <button type="button" class="button" @click=${() => this.#facts.restart()}>${t("retry")}</button>
      </div>`;
    if (!about || !known) return html`${nothing}`;
    return html`${known.facts.length === 0 ? this.#empty(about, known) : this.#all(about, known.facts)}
      <bt-feed-rest
        .brandId=${about.brandId}
        .name=${about.name}
        ?readonly=${this.readonly}
        ?isPrivate=${this.state.isPrivate ?? false}
      ></bt-feed-rest>`;
  }

  #all({ name }: RecordsAbout, facts: readonly ListedFact[]): TemplateResult {
    const { subject } = this;
    const { brand } = this.state.resolution;
    const compared =
      subject.lens === "product"
        ? { name: subject.name, gtins: subject.gtins, ...(brand && { brand: brand.name }) }
        : undefined;
    const list = factList(facts, compared, this.#nowMs);
    return html`${this.#lead(name, list.recalls)} ${this.#section("recalls", "facts_recalls", list.recalls)}
      ${this.#older(list.olderRecalls)} ${this.#section("complaints", "facts_complaints", list.complaints)}
      ${this.#section("identity", "facts_identity", list.identity)}
      ${this.#section("reference", "facts_reference", list.reference)}
      <div class="foot">
        <p class="meta">${t("facts_foot")}</p>
        ${this.#search()}
      </div>`;
  }

  /** What the lens means here, where that may be misread. */
  #lead(name: string, recalls: readonly ListedFact[]): TemplateResult {
    if (this.subject.lens === "shop") return html`<p class="meta lead">${t("facts_of_shop", { name })}</p>`;
    if (this.subject.lens !== "product" || recalls.some(({ match }) => match)) return html`${nothing}`;
    return html`<p class="meta lead">${t("facts_none_of_product", { name })}</p>`;
  }

  #section(id: Section, title: MessageKey, facts: readonly ListedFact[]): TemplateResult {
    if (facts.length === 0) return html`${nothing}`;
    const shown = this.unfolded.has(id) ? facts : facts.slice(0, shownAtFirst);
    return html`<section aria-labelledby=${id}>
      <h2 id=${id} tabindex="-1">${t(title)} <span class="count">${formatNumber(facts.length)}</span></h2>
      ${this.#list(shown)}
      ${
        shown.length < facts.length
          ? html`<button type="button" class="link more" @click=${() => void this.#unfold(id, shown.length)}>
              ${t("facts_show_all", { count: facts.length })}
            </button>`
          : nothing
      }
    </section>`;
  }

  #older(facts: readonly ListedFact[]): TemplateResult {
    if (facts.length === 0) return html`${nothing}`;
    return html`<details class="older">
      <summary>
        ${t("facts_older", { count: facts.length })}
        <span class="chevron">${icon(ChevronDown, 14)}</span>
      </summary>
      ${this.#list(facts)}
    </details>`;
  }

  #list(facts: readonly ListedFact[]): TemplateResult {
    return html`<ul>
      ${facts.map(
        (fact) => html`<li><bt-fact .fact=${fact} .source=${this.#sources.byId(fact.source)}></bt-fact></li>`,
      )}
    </ul>`;
  }

  /** The button that was pressed is gone then: the focus goes to what it brought. */
  async #unfold(id: Section, from: number): Promise<void> {
    this.unfolded = new Set([...this.unfolded, id]);
    await this.updateComplete;
    const items = this.shadowRoot?.querySelectorAll(`section[aria-labelledby=${id}] bt-fact`);
    const first = items?.[from] as HTMLElementTagNameMap["bt-fact"] | undefined;
    await first?.updateComplete;
    const link = first?.shadowRoot?.querySelector("a");
    (link ?? this.shadowRoot?.getElementById(id))?.focus();
  }

  #empty({ name }: RecordsAbout, { hasDaily, isSearched }: KnownFacts): TemplateResult {
    const where = isSearched ? "facts_empty_searched" : "facts_empty_daily";
    const why = hasDaily ? where : isSearched ? "facts_empty_only_searched" : "facts_empty_no_daily";
    return html`<section class="pad stack empty">
      <h2>${t("facts_empty_title", { name })}</h2>
      <p>${t(why)}</p>
      <p class="meta">${t("facts_empty_means")}</p>
      ${this.#search()}
    </section>`;
  }

  #search(): TemplateResult {
    if (this.readonly || this.state.isPrivate) return html`${nothing}`;
    return html`<button type="button" class="button" @click=${() => emit(this, "bt-plan", undefined)}>
      ${icon(Search, 14)} ${t("facts_search")}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-facts": Facts;
  }
}
