import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { ChevronDown } from "lucide";
import { codeKey, t } from "../lib/i18n.ts";
import type { Problem } from "../lib/model/result.ts";
import type { SearchedBrand, SearchPlace, SearchPlan } from "../lib/model/search.ts";
import { searchChoices } from "../lib/settings.ts";
import { command } from "./commands.ts";
import { icon } from "./parts/icon.ts";
import { problemText } from "./parts/problem-text.ts";
import { searchLinks, searchLinksStyle } from "./parts/search-links.ts";
import { searchPlacesStyle } from "./styles/search-places.ts";
import { shared } from "./styles/shared.ts";

/** In the order in which they are listed. */
export const placeKinds = [
  "conversations",
  "records",
  "reference",
] as const satisfies readonly SearchPlace["kind"][];

/**
 * Where a brand can be searched and exactly what would be sent to each place. Fires `search` with the ids of the
 * places when the person has pressed, and `cancel`. Nothing is sent before.
 */
@customElement("bt-search-places")
export class SearchPlaces extends LitElement {
  static override readonly styles = [shared, searchLinksStyle, searchPlacesStyle];

  @property({ attribute: false }) brand!: SearchedBrand;
  @state() private plan: SearchPlan | undefined;
  @state() private problem: Problem | undefined;
  /** Ids of ticked places. */
  @state() private ticked: ReadonlySet<string> = new Set();
  @query("h2") private readonly heading!: HTMLElement | null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#read();
  }

  override focus(): void {
    this.heading?.focus({ preventScroll: true });
  }

  async #read(): Promise<void> {
    this.problem = undefined;
    const plan = await command("planSearch", this.brand);
    if (!plan.ok) {
      this.problem = plan.error;
      return;
    }
    this.plan = plan.value;
    this.ticked = new Set(plan.value.places.filter(({ isChosen }) => isChosen).map(({ id }) => id));
  }

  #tick(id: string, on: boolean): void {
    const ticked = new Set(this.ticked);
    if (on) ticked.add(id);
    else ticked.delete(id);
    this.ticked = ticked;
  }

  #tickAll(places: readonly SearchPlace[]): void {
    this.ticked = new Set(this.ticked.size < places.length ? places.map(({ id }) => id) : []);
  }

  async #search(places: readonly SearchPlace[]): Promise<void> {
    if (this.ticked.size === 0) return;
    const chosen = places.map(({ id }) => id).filter((id) => this.ticked.has(id));
    this.dispatchEvent(new CustomEvent("search", { detail: chosen }));
    // Only what the person changed: what does not suit this brand may suit the next.
    const changed = places.filter(({ id, isChosen }) => isChosen !== this.ticked.has(id));
    if (changed.length === 0) return;
    const now = Object.fromEntries(changed.map(({ id }) => [id, this.ticked.has(id)]));
    await searchChoices.setValue({ ...(await searchChoices.getValue()), ...now });
  }

  override render(): TemplateResult {
    return html`<section class="card stack" aria-labelledby="title">
      <h2 id="title" tabindex="-1">${t("plan_title", { name: this.brand.name })}</h2>
      ${this.#body()}
    </section>`;
  }

  #body(): TemplateResult {
    if (this.problem) return this.#failed(this.problem);
    if (!this.plan) return html`<p class="meta" role="status">${t("loading")}</p>`;
    const { places, links } = this.plan;
    return html`${
      places.length === 0 ? html`<p>${t("plan_empty", { name: this.brand.name })}</p>` : this.#form(places)
    }
    ${places.length === 0 ? this.#cancel() : nothing} ${searchLinks(links)}`;
  }

  #failed(problem: Problem): TemplateResult {
    return html`<p role="alert">${problemText(problem)}</p>
      <div class="row">
        <button type="button" class="button" @click=${() => void this.#read()}>${t("retry")}</button>
        ${this.#cancel()}
      </div>`;
  }

  #cancel(): TemplateResult {
    return html`<button
      type="button"
      class="button"
      @click=${() => this.dispatchEvent(new CustomEvent("cancel"))}
    >
      ${t("cancel")}
    </button>`;
  }

  #form(places: readonly SearchPlace[]): TemplateResult {
    const count = this.ticked.size;
    return html`<form
      class="stack"
      @submit=${(event: Event) => {
        event.preventDefault();
        void this.#search(places);
      }}
    >
      <p class="meta">
        ${t("plan_promise")}
        <a href="/options.html#ledger" target="_blank">${t("plan_recorded")}</a>
      </p>
      <div class="row">
        <button type="submit" class="button primary" aria-disabled=${count === 0}>
          ${count === 0 ? t("plan_none") : t("plan_go", { count })}
        </button>
        ${this.#cancel()}
        <button type="button" class="text-button" @click=${() => this.#tickAll(places)}>
          ${t(count < places.length ? "plan_all" : "plan_clear")}
        </button>
      </div>
      ${this.#groups(places.filter(({ isChosen }) => isChosen))}
      ${this.#others(places.filter(({ isChosen }) => !isChosen))}
    </form>`;
  }

  #groups(places: readonly SearchPlace[]): readonly TemplateResult[] {
    return placeKinds.map((kind) =>
      this.#group(
        kind,
        places.filter((place) => place.kind === kind),
      ),
    );
  }

  /** Places that were unticked before, or that do not look like knowing the brand. */
  #others(places: readonly SearchPlace[]): TemplateResult {
    if (places.length === 0) return html`${nothing}`;
    return html`<details>
      <summary>
        ${t("plan_others", { count: places.length })}<span class="chevron">${icon(ChevronDown, 14)}</span>
      </summary>
      ${this.#groups(places)}
    </details>`;
  }

  #group(kind: SearchPlace["kind"], places: readonly SearchPlace[]): TemplateResult {
    if (places.length === 0) return html`${nothing}`;
    return html`<fieldset>
      <legend>${t(codeKey("plan_kind", kind))}</legend>
      ${places.map((place) => this.#place(place))}
    </fieldset>`;
  }

  #place({ id, name, words, hosts }: SearchPlace): TemplateResult {
    return html`<label class="check">
      <input
        type="checkbox"
        .checked=${this.ticked.has(id)}
        @change=${(event: Event) => this.#tick(id, (event.target as HTMLInputElement).checked)}
      />
      <span class="place">
        <bdi dir="auto">${name}</bdi>
        <span class="meta">${t("plan_sends", { words, hosts: hosts.join(", ") })}</span>
      </span>
    </label>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-search-places": SearchPlaces;
  }
}
