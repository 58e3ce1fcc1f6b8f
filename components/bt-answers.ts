import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { ChevronDown, ChevronUp } from "lucide";
import type { ReviewRow } from "../lib/db/community-rows.ts";
import type { OwnAnswer } from "../lib/db/own-answers.ts";
import { reviewAbove } from "../lib/db/thread.ts";
import { formatAge, t } from "../lib/i18n.ts";
import "./bt-notices.ts";
import "./bt-review-pages.ts";
import { AnswersSeen } from "./controllers/answers-seen.ts";
import { answersController } from "./controllers/answers.ts";
import { databases } from "./databases.ts";
import { icon } from "./parts/icon.ts";
import { authorName, withProvenName } from "./parts/name.ts";
import { officialTag } from "./parts/official-tag.ts";
import { readingError } from "./parts/reading-error.ts";
import { sampleTag } from "./parts/sample-tag.ts";
import { answersStyle } from "./styles/answers.ts";
import { authorLineStyle } from "./styles/author-line.ts";
import { sectionStyle } from "./styles/page-layout.ts";
import { shared } from "./styles/shared.ts";

/** A thread that was opened. */
interface Thread {
  readonly reply: string;
  /** Missing where its review is not on this device. */
  readonly review: ReviewRow | undefined;
}

/** Who answered what the person wrote. Each opens its thread; what was on screen counts as seen. */
@customElement("bt-answers")
export class Answers extends LitElement {
  static override readonly styles = [shared, sectionStyle, authorLineStyle, answersStyle];

  /** Nothing can be written where there is no composer. */
  @property({ type: Boolean }) readonly = false;
  @state() private thread: Thread | undefined;
  readonly #nowMs = Date.now();
  readonly #answers = answersController(this);
  protected readonly seen = new AnswersSeen(this, () => ".card");
  /** New when they came on screen: they stay marked while the list is open. */
  readonly #wereNew = new Set<string>();

  protected override willUpdate(_changed: PropertyValues<this>): void {
    for (const { isNew, reply } of this.#answers.value ?? []) if (isNew) this.#wereNew.add(reply.id);
  }

  async #toggle({ reply }: OwnAnswer): Promise<void> {
    const isOpen = this.thread?.reply === reply.id;
    this.thread = isOpen
      ? undefined
      : { reply: reply.id, review: await reviewAbove(databases().community, reply.id) };
  }

  override render(): TemplateResult {
    const { error, value: answers } = this.#answers;
    return html`<section id="answers" aria-labelledby="title">
      <h2 id="title" tabindex="-1">${t("answers_title")}</h2>
      <p class="hint">${t("answers_hint")}</p>
      ${error ? html`<p role="alert">${readingError(error)}</p>` : nothing}
      ${answers?.length === 0 ? html`<p class="meta">${t("answers_none")}</p>` : nothing}
      <ul class="items">
        ${repeat(
          answers ?? [],
          ({ reply }) => reply.id,
          (answer) => this.#answer(answer),
        )}
      </ul>
      <bt-notices about="answer"></bt-notices>
    </section>`;
  }

  #answer(answer: OwnAnswer): TemplateResult {
    const { reply, subject = "", to } = answer;
    const atMs = reply.issuedAt * 1000;
    return html`<li class="card" data-id=${reply.id}>
      <div class="top">
        ${this.#wereNew.has(reply.id) ? html`<span class="tag accent">${t("answer_new")}</span>` : nothing}
        <span class="who" dir="auto"><bdi>${authorName(withProvenName(reply))}</bdi></span>
        ${reply.official ? officialTag(reply.official) : nothing} ${reply.isSample ? sampleTag() : nothing}
        <time class="meta" datetime=${new Date(atMs).toISOString()}>${formatAge(atMs, this.#nowMs)}</time>
      </div>
      <p class="meta what">
        ${to === "review" ? t("answer_to_review", { name: readable(subject) }) : t("answer_to_reply")}
      </p>
      <p class="text" dir="auto">${reply.opinion}</p>
      ${this.#opener(answer)} ${this.thread?.reply === reply.id ? this.#thread(this.thread) : nothing}
    </li>`;
  }

  #opener(answer: OwnAnswer): TemplateResult {
    const isOpen = this.thread?.reply === answer.reply.id;
    const name = authorName(withProvenName(answer.reply));
    return html`<div class="acts">
      <button
        type="button"
        class="text-button"
        aria-expanded=${isOpen}
        aria-label=${t(isOpen ? "answer_close_label" : "answer_open_label", { name })}
        @click=${() => void this.#toggle(answer)}
      >
        ${icon(isOpen ? ChevronUp : ChevronDown, 14)} ${t(isOpen ? "answer_close" : "answer_open")}
      </button>
    </div>`;
  }

  #thread({ reply, review }: Thread): TemplateResult {
    if (!review) return html`<p class="meta">${t("answer_no_review")}</p>`;
    return html`<bt-review-pages
      withSubject
      .pages=${[{ rows: [review] }]}
      .highlight=${reply}
      ?readonly=${this.readonly}
    ></bt-review-pages>`;
  }
}

function readable(subject: string): string {
  return subject.replace(/^https?:\/\/(www\.)?/, "");
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-answers": Answers;
  }
}
