import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Dices } from "lucide";
import { keepSample } from "../../lib/db/research-samples.ts";
import { t } from "../../lib/i18n.ts";
import type { Collection } from "../../lib/model/research/collection.ts";
import type { ItemFilter } from "../../lib/model/research/query.ts";
import { drawSample, freshSeed } from "../../lib/research/reliability/draw-sample.ts";
import { databases } from "../databases.ts";
import { databaseFailure } from "../parts/database-failure.ts";
import { icon } from "../parts/icon.ts";
import { problemText } from "../parts/problem-text.ts";
import { agreementStyle } from "../styles/agreement.ts";
import { shared } from "../styles/shared.ts";
import type { ResearchQueries } from "./queries.ts";

/** As the schema of the file allows, and more than a person codes for a figure of agreement. */
const most = 5000;

/** Draws items by a seed. Fires `bt-drawn` with the id of the sample. */
@customElement("bt-agreement-draw")
export class AgreementDraw extends LitElement {
  static override readonly styles = [shared, agreementStyle];

  @property({ attribute: false }) collection: Collection | undefined;
  @property({ attribute: false }) queries: Pick<ResearchQueries, "find"> | undefined;
  /** What is shown just now; drawing from it alone can be chosen. */
  @property({ attribute: false }) filter: ItemFilter | undefined;
  @property({ type: Number }) size = 50;
  @state() private seed = freshSeed();
  @state() private isFiltered = false;
  @state() private isDrawing = false;
  @state() private failure = "";

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("filter")) this.isFiltered = false;
  }

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    void this.#draw();
  };

  async #draw(): Promise<void> {
    const { collection, queries, size } = this;
    if (!collection || !queries || this.isDrawing || !(size >= 1 && size <= most)) return;
    this.isDrawing = true;
    const filter = this.isFiltered && this.filter ? this.filter : everythingIn(collection.id);
    const query = { filter, order: "time", descending: false } as const;
    const found = await queries.find(query, new AbortController().signal);
    this.failure = found.ok
      ? await databaseFailure(async () => this.#keep(collection, found.value.seqs, found.value.total))
      : problemText(found.error);
    if (found.ok && found.value.seqs.length === 0) this.failure = t("research_draw_nothing");
    this.isDrawing = false;
  }

  async #keep(collection: Collection, seqs: Uint32Array, total: number): Promise<void> {
    if (seqs.length === 0) return;
    const draft = {
      id: crypto.randomUUID(),
      collection: collection.id,
      seed: this.seed,
      codebook: collection.codebook.version,
      isWhole: seqs.length === total,
      createdAt: Date.now(),
    };
    const sample = await keepSample(databases().research, draft, drawSample(seqs, this.size, this.seed));
    this.seed = freshSeed();
    this.dispatchEvent(new CustomEvent("bt-drawn", { detail: sample.id }));
  }

  override render(): TemplateResult {
    const isWrong = !(this.size >= 1 && this.size <= most);
    return html`<form novalidate @submit=${this.#submit}>
      <div class="fields">
        <label class="field">
          <span>${t("research_draw_size")}</span>
          <input
            type="number"
            name="size"
            min="1"
            max=${most}
            aria-invalid=${isWrong}
            .value=${String(this.size)}
            @input=${(event: Event) => (this.size = (event.target as HTMLInputElement).valueAsNumber)}
          />
        </label>
        <label class="field">
          <span>${t("research_draw_seed")}</span>
          <input
            type="text"
            name="seed"
            maxlength="100"
            autocomplete="off"
            spellcheck="false"
            .value=${this.seed}
            @input=${(event: Event) => (this.seed = (event.target as HTMLInputElement).value)}
          />
        </label>
      </div>
      ${
        this.filter
          ? html`<label class="check">
              <input
                type="checkbox"
                .checked=${this.isFiltered}
                @change=${(event: Event) => (this.isFiltered = (event.target as HTMLInputElement).checked)}
              />
              <span>${t("research_draw_filtered")}</span>
            </label>`
          : nothing
      }
      <p class="meta">${t("research_draw_hint")}</p>
      <div class="row">
        <button type="submit" class="button primary" ?disabled=${isWrong || this.isDrawing || !this.queries}>
          ${icon(Dices, 14)} ${t("research_draw_do")}
        </button>
      </div>
      ${this.failure ? html`<p class="note danger" role="alert">${this.failure}</p>` : nothing}
    </form>`;
  }
}

function everythingIn(collection: string): ItemFilter {
  return {
    collection,
    text: "",
    brands: [],
    sites: [],
    sessions: [],
    codes: [],
    langs: [],
    authors: [],
    sentiments: [],
    why: [],
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-agreement-draw": AgreementDraw;
  }
}
