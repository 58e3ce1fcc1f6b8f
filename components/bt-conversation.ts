import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { ArrowLeft, ExternalLink, RefreshCw } from "lucide";
import { conversationOf, type ConversationRow } from "../lib/db/conversations.ts";
import { formatAge, t } from "../lib/i18n.ts";
import type { Thread } from "../lib/model/conversation.ts";
import type { Problem } from "../lib/model/result.ts";
import "./bt-thread-comments.ts";
import { command } from "./commands.ts";
import { ClockController } from "./controllers/clock.ts";
import { LiveQueryController } from "./controllers/live-query.ts";
import { SourcesController } from "./controllers/sources.ts";
import { databases } from "./databases.ts";
import { icon } from "./parts/icon.ts";
import { langOf } from "./parts/language.ts";
import { moment } from "./parts/moment.ts";
import { problemText } from "./parts/problem-text.ts";
import { richText } from "./parts/rich-text.ts";
import { threadFacts } from "./parts/story.ts";
import { outLink } from "./parts/web-link.ts";
import { conversationStyle } from "./styles/conversation.ts";
import { richTextStyle } from "./styles/rich-text.ts";
import { shared } from "./styles/shared.ts";

/** One conversation, read here. Fires `back`; Esc does the same. */
@customElement("bt-conversation")
export class ConversationView extends LitElement {
  static override readonly styles = [shared, richTextStyle, conversationStyle];

  @property() brandId = "";
  @property({ attribute: false }) thread!: Thread;
  @property() placeName = "";
  /** Inside a page nothing is fetched: what is on this device is shown. */
  @property({ type: Boolean }) readonly = false;
  /** It is on this device: nobody is asked by opening it. */
  @property({ type: Boolean }) kept = false;
  @state() private problem: Problem | undefined;
  @state() private isFetching = false;
  @query("h2") private readonly heading!: HTMLElement | null;

  readonly #sources = new SourcesController(this);
  readonly #clock = new ClockController(this, 60_000);
  // A row that is not there is an answer, too.
  readonly #row = new LiveQueryController(this, {
    args: () => [this.thread.key] as const,
    query: async ([key]): Promise<{ readonly row?: ConversationRow }> => {
      const row = await conversationOf(databases().community, key);
      return row ? { row } : {};
    },
  });

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.readonly && !this.kept) void this.#fetch();
  }

  override focus(options?: FocusOptions): void {
    this.heading?.focus(options);
  }

  async #fetch(anew = false): Promise<void> {
    this.problem = undefined;
    this.isFetching = true;
    const { brandId, thread } = this;
    const done = await command("readThread", { brandId, thread, ...(anew && { anew }) });
    this.isFetching = false;
    if (!done.ok) this.problem = done.error;
  }

  #back(): void {
    this.dispatchEvent(new CustomEvent("back"));
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    this.#back();
  };

  override render(): TemplateResult {
    const { thread, placeName } = this;
    const row = this.#row.value?.row;
    return html`<section aria-labelledby="title" @keydown=${this.#onKey}>
      <button type="button" class="text-button back" @click=${() => this.#back()}>
        ${icon(ArrowLeft, 14)} ${t("all_talk")}
      </button>
      <header>
        <h2 id="title" tabindex="-1" dir="auto" lang=${langOf(thread.language)}>
          <bdi>${thread.title || t("talk_untitled")}</bdi>
        </h2>
        <p class="meta facts">
          <bdi class="where" dir="auto">${placeName}</bdi>
          ${threadFacts(thread)} ${moment(thread.publishedAt, this.#clock.nowMs)}
        </p>
        <p class="row links">
          ${outLink(thread.url, html`${t("thread_open")} ${icon(ExternalLink, 12)}`)}
          ${thread.about === undefined ? nothing : aboutLink(thread.about)}
        </p>
      </header>
      ${this.isFetching ? html`<div class="progress" role="progressbar" aria-label=${t("loading")}></div>` : nothing}
      ${this.problem ? this.#failed(this.problem, row !== undefined) : nothing}
      ${row ? this.#conversation(row) : this.#nothingYet()}
    </section>`;
  }

  #failed(problem: Problem, isKept: boolean): TemplateResult {
    return html`<div class="note warn" role="alert">
      <span>${isKept ? t("conversation_kept", { why: problemText(problem) }) : problemText(problem)}</span>
      <button type="button" class="link" @click=${() => void this.#fetch(true)}>${t("retry")}</button>
    </div>`;
  }

  #nothingYet(): TemplateResult {
    if (this.#row.error) return html`<p class="pad" role="alert">${t("talk_error_read")}</p>`;
    if (this.readonly && this.#row.value) return html`<p class="pad">${t("conversation_not_here")}</p>`;
    return html`${nothing}`;
  }

  #conversation({ conversation, at }: ConversationRow): TemplateResult {
    const { body, comments, isWhole } = conversation;
    const { language, source } = this.thread;
    const credit = this.#sources.creditOf(source);
    return html`${body.length > 0 ? html`<div class="pad">${richText(body, language)}</div>` : nothing}
      <p class="meta asof">
        ${t("talk_as_of", { age: formatAge(at, this.#clock.nowMs) })}
        ${
          this.readonly || this.isFetching
            ? nothing
            : html`<button type="button" class="text-button" @click=${() => void this.#fetch(true)}>
                ${icon(RefreshCw, 12)} ${t("conversation_again")}
              </button>`
        }
      </p>
      ${
        comments.length === 0
          ? html`<p class="pad meta">${t("comments_none")}</p>`
          : html`<bt-thread-comments
              .comments=${comments}
              .language=${language}
              .nowMs=${this.#clock.nowMs}
            ></bt-thread-comments>`
      }
      ${credit === undefined ? nothing : html`<p class="pad meta">${t("conversation_credit", { source: credit })}</p>`}
      ${isWhole ? nothing : html`<p class="pad meta">${t("conversation_part", { place: this.placeName })}</p>`}`;
  }
}

function aboutLink(about: string): unknown {
  const host = URL.parse(about)?.hostname.replace(/^www\./u, "");
  return host ? outLink(about, html`<bdi dir="ltr">${host}</bdi> ${icon(ExternalLink, 12)}`) : nothing;
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-conversation": ConversationView;
  }
}
