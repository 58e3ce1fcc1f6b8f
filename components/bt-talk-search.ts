import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { RefreshCw, Search } from "lucide";
import type { AnswerRow } from "../lib/db/answers.ts";
import { t } from "../lib/i18n.ts";
import type { Problem } from "../lib/model/result.ts";
import type { SearchedBrand } from "../lib/model/search.ts";
import "./bt-search-places.ts";
import "./bt-talk-progress.ts";
import { command } from "./commands.ts";
import { OnlineController } from "./controllers/online.ts";
import { emit } from "./parts/emit.ts";
import { icon } from "./parts/icon.ts";
import { placeState } from "./parts/place-state.ts";
import { problemText } from "./parts/problem-text.ts";
import { shared } from "./styles/shared.ts";
import { talkStyle } from "./styles/talk.ts";

/** Asking places elsewhere: one button, what would be sent to whom, and how each place is getting on. */
@customElement("bt-talk-search")
export class TalkSearch extends LitElement {
  static override readonly styles = [shared, talkStyle];

  @property({ attribute: false }) brand!: SearchedBrand;
  @property({ attribute: false }) answers: readonly AnswerRow[] = [];
  @property({ type: Number }) nowMs = Date.now();
  /** Inside a page, and in private windows, nothing is asked. */
  @property({ type: Boolean }) readonly = false;
  @property({ type: Boolean }) isPrivate = false;
  /** Heeded once, when it is given: the person has asked for the list of places. */
  @property({ type: Boolean }) planning = false;
  @state() private isPlanning = false;
  /** Pressed, and no place has its row yet. */
  @state() private isBeginning = false;
  @state() private problem: Problem | undefined;
  @query("bt-search-places") private readonly places!: HTMLElementTagNameMap["bt-search-places"] | null;
  @query(".search") private readonly button!: HTMLElement | null;
  @query(".progress") private readonly progress!: HTMLElement | null;
  readonly #online = new OnlineController(this);
  /** Places that had not answered at the last look. */
  #asked: ReadonlySet<string> = new Set();

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.get("brand") && changed.get("brand")?.brandId !== this.brand.brandId) {
      this.isPlanning = false;
      this.isBeginning = false;
      this.problem = undefined;
      this.#asked = new Set();
    }
    if (this.answers.length > 0) this.isBeginning = false;
    if (this.#opensWith(changed)) this.isPlanning = true;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("answers")) this.#announce();
    if (this.#opensWith(changed)) void this.#toPlaces();
  }

  /** Says that answers have come, once for all that came together. */
  #announce(): void {
    const asked = new Set(
      this.answers.filter((row) => placeState(row, this.nowMs) === "asked").map(({ place }) => place),
    );
    const came = this.answers.filter(({ place }) => this.#asked.has(place) && !asked.has(place));
    this.#asked = asked;
    if (came.length === 0) return;
    const total = this.answers.length;
    const found = this.answers.reduce((sum, { threads }) => sum + threads.length, 0);
    emit(this, "bt-announce", t("talk_announced", { done: total - asked.size, total, found }));
  }

  #opensWith(changed: PropertyValues<this>): boolean {
    return changed.has("planning") && this.planning && this.#mayAsk && this.#online.value;
  }

  async #plan(): Promise<void> {
    this.isPlanning = true;
    await this.#toPlaces();
  }

  async #toPlaces(): Promise<void> {
    await this.updateComplete;
    await this.places?.updateComplete;
    // As much of the list as there is room for, and the press that it is about.
    this.places?.scrollIntoView({ block: "start" });
    this.places?.focus();
  }

  async #cancel(): Promise<void> {
    this.isPlanning = false;
    await this.updateComplete;
    this.button?.focus();
  }

  async #search(places: readonly string[]): Promise<void> {
    const { brand } = this;
    this.problem = undefined;
    this.isPlanning = false;
    this.isBeginning = true;
    emit(this, "bt-search", brand.brandId);
    await this.updateComplete;
    // The button that was pressed is gone; the focus must not be lost with it.
    this.progress?.focus();
    // Who has answers on screen and presses again wants newer ones.
    const begun = await command("search", { brand, places, anew: this.answers.length > 0 });
    if (brand.brandId !== this.brand.brandId || begun.ok) return;
    this.problem = begun.error;
    this.isBeginning = false;
    await this.updateComplete;
    this.button?.focus();
  }

  override render(): TemplateResult {
    const { answers } = this;
    return html`${answers.length > 0 || this.isBeginning ? this.#state(answers) : this.isPlanning ? nothing : this.#lead()}
    ${this.#mayAsk && !this.#online.value ? html`<p class="why meta">${t("talk_offline")}</p>` : nothing}
    ${
      this.isPlanning
        ? html`<bt-search-places
            .brand=${this.brand}
            @search=${(event: CustomEvent<readonly string[]>) => void this.#search(event.detail)}
            @cancel=${() => void this.#cancel()}
          ></bt-search-places>`
        : nothing
    }
    ${this.problem ? html`<p class="note warn" role="alert">${problemText(this.problem)}</p>` : nothing}`;
  }

  get #mayAsk(): boolean {
    return !this.readonly && !this.isPrivate;
  }

  #lead(): TemplateResult {
    const { name } = this.brand;
    return html`<section class="lead">
      <h2>${t("talk_empty_title", { name })}</h2>
      <p>${this.#mayAsk ? t("talk_empty_text") : this.#whyNot()}</p>
      ${this.#mayAsk ? this.#open("primary", t("talk_search"), Search) : nothing}
    </section>`;
  }

  #whyNot(): string {
    return t(this.isPrivate ? "talk_private" : "talk_framed");
  }

  #state(answers: readonly AnswerRow[]): TemplateResult {
    const isUnderWay = answers.some((row) => placeState(row, this.nowMs) === "asked");
    return html`<div class="asof">
        <div class="progress" tabindex="-1" role="group" aria-label=${t("progress_label")}>
          ${
            answers.length === 0
              ? html`<p class="meta">${t("talk_beginning")}</p>`
              : html`<bt-talk-progress
                  .answers=${answers}
                  .nowMs=${this.nowMs}
                  ?readonly=${!this.#mayAsk}
                  @retry=${(event: CustomEvent<string>) => void this.#search([event.detail])}
                  >${
                    this.#mayAsk && !this.isPlanning && !this.isBeginning && !isUnderWay
                      ? this.#open("", t("talk_search_again"), RefreshCw)
                      : nothing
                  }</bt-talk-progress
                >`
          }
        </div>
      </div>
      ${this.#mayAsk ? nothing : html`<p class="why meta">${this.#whyNot()}</p>`}`;
  }

  #open(kind: string, words: string, sign: Parameters<typeof icon>[0]): TemplateResult {
    return html`<button
      type="button"
      class="button search ${kind}"
      ?disabled=${!this.#online.value}
      @click=${() => void this.#plan()}
    >
      ${icon(sign, 14)} ${words}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-talk-search": TalkSearch;
  }
}
