import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { samplesOf } from "../../lib/db/research-samples.ts";
import { formatDate, t } from "../../lib/i18n.ts";
import type { Collection } from "../../lib/model/research/collection.ts";
import type { ReliabilitySample } from "../../lib/model/research/coding.ts";
import type { ItemFilter } from "../../lib/model/research/query.ts";
import { LiveQueryController } from "../controllers/live-query.ts";
import { databases } from "../databases.ts";
import { agreementStyle } from "../styles/agreement.ts";
import { dialogStyle } from "../styles/dialog.ts";
import { shared } from "../styles/shared.ts";
import "./bt-agreement-draw.ts";
import "./bt-agreement-sample.ts";
import "./bt-validation.ts";
import type { ResearchQueries } from "./queries.ts";

/**
 * How reliable the coding of a collection is: samples for second coders, agreement, and whether computed sentiment can be
 * trusted. Opened by `show()`. A `bt-open` inside closes it: whoever holds it shows that item.
 */
@customElement("bt-agreement")
export class BtAgreement extends LitElement {
  static override readonly styles = [shared, dialogStyle, agreementStyle];

  @property({ attribute: false }) collection: Collection | undefined;
  @property({ attribute: false }) queries: Pick<ResearchQueries, "find"> | undefined;
  /** What is shown just now, where it is not everything. */
  @property({ attribute: false }) filter: ItemFilter | undefined;
  @query("dialog") private readonly dialog!: HTMLDialogElement;
  @state() private isOpen = false;
  @state() private size = 50;
  /** Id of the sample that is looked at; the newest one where none was chosen. */
  @state() private chosen = "";
  readonly #samples = new LiveQueryController(this, {
    args: () => (this.collection && this.isOpen ? ([this.collection.id] as const) : undefined),
    query: async ([id]) => samplesOf(databases().research, id),
  });

  /** @param size - How many items the person may want to draw. */
  async show(size = 50): Promise<void> {
    this.size = size;
    this.chosen = "";
    this.isOpen = true;
    await this.updateComplete;
    this.dialog.showModal();
  }

  override render(): TemplateResult {
    return html`<dialog
      aria-labelledby="title"
      @close=${(event: Event) => {
        // Dialogs inside close as well.
        if (event.target === this.dialog) this.isOpen = false;
      }}
      @bt-open=${() => this.dialog.close()}
      @bt-draw=${({ detail }: CustomEvent<number>) => this.#toDraw(detail)}
    >
      ${this.collection && this.isOpen ? this.#content(this.collection) : nothing}
    </dialog>`;
  }

  #toDraw(size: number): void {
    this.size = size;
    const draw = this.renderRoot.querySelector("bt-agreement-draw");
    draw?.scrollIntoView({ block: "nearest" });
    draw?.renderRoot.querySelector("input")?.focus();
  }

  #content(collection: Collection): TemplateResult {
    const samples = this.#samples.value ?? [];
    const sample = samples.find(({ id }) => id === this.chosen) ?? samples[0];
    return html`<h2 id="title">${t("research_agreement_title", { name: collection.name })}</h2>
      <section>
        <h3>${t("research_draw_title")}</h3>
        <p class="meta">${t("research_draw_why")}</p>
        <bt-agreement-draw
          .collection=${collection}
          .queries=${this.queries}
          .filter=${this.filter}
          .size=${this.size}
          @bt-drawn=${({ detail }: CustomEvent<string>) => (this.chosen = detail)}
        ></bt-agreement-draw>
      </section>
      ${
        sample
          ? html`<section>
              ${samples.length > 1 ? this.#choice(samples, sample) : nothing}
              <bt-agreement-sample .collection=${collection} .sample=${sample}></bt-agreement-sample>
            </section>`
          : nothing
      }
      <section>
        <h3>${t("research_validation")}</h3>
        <bt-validation .collection=${collection}></bt-validation>
      </section>
      <div class="row end">
        <button type="button" class="button" @click=${() => this.dialog.close()}>${t("close")}</button>
      </div>`;
  }

  #choice(samples: readonly ReliabilitySample[], chosen: ReliabilitySample): TemplateResult {
    return html`<label class="field">
      <span>${t("research_sample_choose")}</span>
      <select @change=${(event: Event) => (this.chosen = (event.target as HTMLSelectElement).value)}>
        ${samples.map(
          ({ id, keys, createdAt, seed }) =>
            html`<option value=${id} ?selected=${id === chosen.id}>
              ${t("research_sample_title", { count: keys.length, date: formatDate(createdAt) })} · ${seed}
            </option>`,
        )}
      </select>
    </label>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-agreement": BtAgreement;
  }
}
