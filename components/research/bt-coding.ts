import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { Eraser } from "lucide";
import { codingOf, emptyCoding } from "../../lib/db/research-codings.ts";
import { deleteCoding, putCodings } from "../../lib/db/research-items.ts";
import { t } from "../../lib/i18n.ts";
import type { Collection } from "../../lib/model/research/collection.ts";
import type { ResearchItem } from "../../lib/model/research/item.ts";
import type { Answer } from "../../lib/model/research/task.ts";
import { AnswerController, type AnswerPlace } from "../controllers/answer.ts";
import { databases } from "../databases.ts";
import { icon } from "../parts/icon.ts";
import { codingStyle } from "../styles/coding.ts";
import { shared } from "../styles/shared.ts";
import type { CodingCodes } from "./bt-coding-codes.ts";
import { answerCodes } from "./answer-codes.ts";
import "./bt-validation.ts";
import { sentimentField } from "./sentiment-field.ts";
import { computedWord } from "./sentiment-words.ts";

/** Codes, sentiment by hand and note of one item, as the collection's own coder says them. Saves by itself. */
@customElement("bt-coding")
export class BtCoding extends LitElement {
  static override readonly styles = [shared, codingStyle];

  @property({ attribute: false }) item: ResearchItem | undefined;
  @property({ attribute: false }) collection: Collection | undefined;
  @query("bt-coding-codes") private readonly codes!: CodingCodes | null;
  @query("textarea") private readonly note!: HTMLTextAreaElement | null;
  readonly #answer = new AnswerController(this, () => this.#place);

  get #place(): AnswerPlace | undefined {
    const { item, collection } = this;
    return item && collection ? codingPlace(collection, item.seq) : undefined;
  }

  /** As soon as they are drawn: whoever asks has often just brought this up. */
  async focusCodes(): Promise<void> {
    await this.updateComplete;
    await this.codes?.updateComplete;
    this.codes?.focus();
  }

  async focusNote(): Promise<void> {
    await this.updateComplete;
    this.note?.focus();
  }

  async #takeBack(): Promise<void> {
    const { item, collection } = this;
    if (!item || !collection) return;
    await this.#answer.forget(async () => deleteCoding(databases().research, item.seq, collection.coder));
    await this.focusCodes();
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const isTyping = event.composedPath()[0] instanceof HTMLTextAreaElement;
    if (!event.defaultPrevented && !isTyping && this.codes?.toggleByKey(event)) event.preventDefault();
  };

  override render(): TemplateResult {
    const { item, collection } = this;
    if (!item || !collection) return html`${nothing}`;
    const { answer, isAnswered, isReady, failure, readFailure } = this.#answer;
    if (readFailure) return html`<p class="note danger" role="alert">${readFailure}</p>`;
    return html`<section aria-labelledby="title" @keydown=${this.#onKey}>
      <div class="row">
        <h3 id="title">${t("research_coding")}</h3>
        <span class="meta" role="status"
          >${isAnswered ? t("research_coding_is_done") : t("research_coding_is_open")}</span
        >
      </div>
      ${answerCodes(this.#answer, collection.codebook, false)}
      <div>
        ${sentimentField(
          answer.sentiment,
          t("research_sentiment_as_computed", { what: computedWord(item.sentiment) }),
          isReady,
          (sentiment) => void this.#answer.change({ sentiment }),
        )}
        <bt-validation .collection=${collection}></bt-validation>
      </div>
      ${this.#noteField(answer)}
      ${failure ? html`<p class="note danger" role="alert">${failure}</p>` : nothing}
      ${
        isAnswered
          ? html`<button type="button" class="text-button" @click=${() => void this.#takeBack()}>
              ${icon(Eraser, 14)} ${t("research_coding_take_back")}
            </button>`
          : nothing
      }
    </section>`;
  }

  #noteField({ note }: Answer): TemplateResult {
    return html`<label class="note-field">
      <span class="meta">${t("research_note")}</span>
      <textarea
        rows="3"
        dir="auto"
        maxlength="20000"
        ?readonly=${!this.#answer.isReady}
        .value=${live(note)}
        @input=${(event: Event) => this.#answer.typed({ note: (event.target as HTMLTextAreaElement).value })}
        @blur=${() => void this.#answer.flush()}
      ></textarea>
    </label>`;
  }
}

/** Where the own coder's word on an item is kept: among the codings of its collection. */
export function codingPlace(collection: Collection, seq: number, sample?: string): AnswerPlace {
  const db = databases().research;
  return {
    id: `${collection.id} ${seq} ${collection.coder}`,
    read: async () => codingOf(db, seq, collection.coder),
    write: async ({ codes, note, sentiment, at }) => {
      const before = (await codingOf(db, seq, collection.coder)) ?? emptyCoding(collection, seq);
      const ofSample = sample ?? before.sample;
      await putCodings(db, [
        {
          ...emptyCoding(collection, seq),
          codes,
          note,
          at,
          ...(sentiment !== undefined && { sentiment }),
          ...(ofSample !== undefined && { sample: ofSample }),
        },
      ]);
    },
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-coding": BtCoding;
  }
}
