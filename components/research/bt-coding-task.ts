import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { ArrowLeft, ArrowRight } from "lucide";
import { t } from "../../lib/i18n.ts";
import type { TaskItem } from "../../lib/model/research/task.ts";
import { AnswerController } from "../controllers/answer.ts";
import { LiveQueryController } from "../controllers/live-query.ts";
import { icon } from "../parts/icon.ts";
import { langOf } from "../parts/language.ts";
import { codingStyle } from "../styles/coding.ts";
import { codingTaskStyle } from "../styles/coding-task.ts";
import { shared } from "../styles/shared.ts";
import type { CodingCodes } from "./bt-coding-codes.ts";
import type { CodingDesk } from "./coding-desk.ts";
import { answerCodes } from "./answer-codes.ts";
import { sentimentField } from "./sentiment-field.ts";

/**
 * Coding one item after the other without seeing who wrote it, what others said of it or what was computed. Begins where
 * it was left. Fires `bt-done` when the person is through or has enough.
 */
@customElement("bt-coding-task")
export class BtCodingTask extends LitElement {
  static override readonly styles = [shared, codingStyle, codingTaskStyle];

  @property({ attribute: false }) desk: CodingDesk | undefined;
  @query("bt-coding-codes") private readonly codes!: CodingCodes | null;
  @query(".progress p") private readonly place!: HTMLElement | null;
  /** Place of the item that is shown; unknown until it is known where to begin. */
  @state() private at: number | undefined;
  readonly #answer = new AnswerController(this, () => {
    const item = this.#item;
    return item && this.desk?.placeOf(item);
  });
  readonly #answered = new LiveQueryController(this, {
    args: () => (this.desk ? ([this.desk] as const) : undefined),
    query: async ([desk]) => desk.answered(),
  });

  get #item(): TaskItem | undefined {
    return this.at === undefined ? undefined : this.desk?.items[this.at];
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("desk")) this.at = undefined;
    const answered = this.#answered.value;
    if (this.at !== undefined || !answered || !this.desk) return;
    const open = this.desk.items.findIndex(({ key }) => !answered.has(key));
    this.at = Math.max(0, open);
  }

  async #turn(by: -1 | 1): Promise<void> {
    await this.#answer.flush();
    this.at = (this.at ?? 0) + by;
    await this.updateComplete;
    this.place?.focus();
  }

  async #done(): Promise<void> {
    await this.#answer.flush();
    this.dispatchEvent(new CustomEvent("bt-done"));
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const isTyping = event.composedPath()[0] instanceof HTMLTextAreaElement;
    if (!event.defaultPrevented && !isTyping && this.codes?.toggleByKey(event)) event.preventDefault();
  };

  override render(): TemplateResult {
    const { desk, at } = this;
    const item = this.#item;
    if (!desk || at === undefined) return html`${nothing}`;
    if (!item) return html`<p>${t("research_task_empty")}</p>`;
    const { failure, readFailure } = this.#answer;
    const count = desk.items.length;
    const done = this.#answered.value?.size ?? 0;
    return html`<section @keydown=${this.#onKey}>
      <div class="progress">
        <p class="meta" tabindex="-1">${t("research_task_place", { at: at + 1, count, done })}</p>
        <progress max=${count} value=${done} aria-label=${t("research_task_progress")}></progress>
      </div>
      <div
        class="text"
        tabindex="0"
        role="group"
        aria-label=${t("research_task_text")}
        lang=${langOf(item.lang)}
        dir="auto"
      >
        ${item.title ? html`<p><strong>${item.title}</strong></p>` : nothing}
        <p class="words" .textContent=${item.text}></p>
      </div>
      ${this.#form(desk)}
      ${failure || readFailure ? html`<p class="note danger" role="alert">${failure || readFailure}</p>` : nothing}
      ${this.#foot(at, count)}
    </section>`;
  }

  #form({ codebook }: CodingDesk): TemplateResult {
    const { answer, isReady } = this.#answer;
    return html`${answerCodes(this.#answer, codebook, true)}
      ${sentimentField(
        answer.sentiment,
        t("research_sentiment_not_said"),
        isReady,
        (sentiment) => void this.#answer.change({ sentiment }),
      )}
      <label class="note-field">
        <span class="meta">${t("research_note")}</span>
        <textarea
          rows="2"
          dir="auto"
          maxlength="20000"
          ?disabled=${!isReady}
          .value=${live(answer.note)}
          @input=${(event: Event) => this.#answer.typed({ note: (event.target as HTMLTextAreaElement).value })}
        ></textarea>
      </label>`;
  }

  #foot(at: number, count: number): TemplateResult {
    return html`<div class="row turn">
      <button type="button" class="button" ?disabled=${at === 0} @click=${() => void this.#turn(-1)}>
        ${icon(ArrowLeft, 14)} ${t("research_task_before")}
      </button>
      <button type="button" class="button" @click=${() => void this.#done()}>
        ${t("research_task_done")}
      </button>
      <button
        type="button"
        class="button primary"
        ?disabled=${at >= count - 1}
        @click=${() => void this.#turn(1)}
      >
        ${t("research_task_next")} ${icon(ArrowRight, 14)}
      </button>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-coding-task": BtCodingTask;
  }
}
