import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { formatNumber, t } from "../lib/i18n.ts";
import type { PageSubject } from "../lib/model/subject.ts";
import type { TopicFigure, TopicQuote } from "../lib/model/topic.ts";
import type { Weighing } from "../lib/model/weighing.ts";
import "./bt-topic-quotes.ts";
import { TopicsController, type TopicsPlace } from "./controllers/topics.ts";
import { emit } from "./parts/emit.ts";
import { shared } from "./styles/shared.ts";
import { topicsStyle } from "./styles/topics.ts";

/** Chips that are shown at first; the rest behind one more. */
const fewTopics = 8;
const quotesAtOnce = 5;
/** From so many reviews on there will likely be topics: room is kept, so that nothing moves when they come. */
const likelyFrom = 8;

/** What people mention most, each a chip with its count; a pressed one shows the sentences behind it. */
@customElement("bt-topics")
export class Topics extends LitElement {
  static override readonly styles = [shared, topicsStyle];

  @property({ attribute: false }) subject: PageSubject | undefined;
  /** How many reviews there are. */
  @property({ type: Number }) reviews = 0;
  /** How the reviews weigh, once it is known. */
  @property({ attribute: false }) weighing: Weighing | undefined;
  @property({ type: Boolean }) readonly = false;
  @state() private open: TopicFigure | undefined;
  @state() private quotes: readonly TopicQuote[] = [];
  @state() private total = 0;
  @state() private showsAll = false;
  readonly #topics = new TopicsController(this, () => this.#place);

  get #place(): TopicsPlace | undefined {
    const { subject, reviews } = this;
    if (!subject) return undefined;
    const { keys, name } = subject;
    // Conversations are kept under the brand; a shop's are under its domain, a product has none.
    const brandId =
      subject.lens === "brand" ? subject.brandId : subject.lens === "shop" ? subject.domain : undefined;
    return { keys, names: [name], reviews, ...(brandId !== undefined && { brandId }) };
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get("subject");
    if (before && String(before.keys) !== String(this.subject?.keys)) this.#close();
    const { open } = this;
    // What was counted anew may no longer hold what is open.
    if (open && !this.#topics.value?.topics.some((topic) => isSame(topic, open))) this.#close();
  }

  #close(): void {
    this.open = undefined;
    this.quotes = [];
    this.total = 0;
  }

  async #toggle(topic: TopicFigure): Promise<void> {
    const isOpen = this.open !== undefined && isSame(this.open, topic);
    this.#close();
    if (isOpen) return;
    this.open = topic;
    await this.#more();
    if (this.open === topic) emit(this, "bt-announce", t("topic_opened", { count: this.total }));
  }

  async #more(): Promise<void> {
    const topic = this.open;
    if (!topic) return;
    const { kind, id } = topic;
    const found = await this.#topics.quotes({ kind, id, skip: this.quotes.length, limit: quotesAtOnce });
    if (!found || this.open !== topic) return;
    this.quotes = [...this.quotes, ...found.quotes];
    this.total = found.total;
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key !== "Escape" || !this.open) return;
    // The chip is still there: the focus returns to where it came from.
    this.shadowRoot?.querySelector<HTMLElement>("[aria-expanded=true]")?.focus();
    this.#close();
    event.stopPropagation();
  }

  override render(): TemplateResult {
    const found = this.#topics.value;
    if (!found && this.#topics.isWaiting && this.reviews >= likelyFrom)
      return html`<div class="room" aria-hidden="true"></div>`;
    if (!found || found.topics.length === 0) return html`${nothing}`;
    const shown = this.showsAll ? found.topics : found.topics.slice(0, fewTopics);
    const hidden = found.topics.length - shown.length;
    return html`<section aria-labelledby="title" @keydown=${(event: KeyboardEvent) => this.#onKey(event)}>
      <h2 id="title">${t("topics_title")}</h2>
      <p class="meta">${t("topics_hint", { count: found.texts })}</p>
      <ul class="chips">
        ${shown.map((topic) => html`<li>${this.#chip(topic)}</li>`)}
        ${
          hidden > 0
            ? html`<li>
                <button type="button" class="text-button" @click=${() => void this.#showAll()}>
                  ${t("topics_more", { count: hidden })}
                </button>
              </li>`
            : nothing
        }
      </ul>
      ${this.open || this.showsAll ? html`<p class="meta">${t("topics_source")}</p>` : nothing}
      ${this.open ? this.#quotes(this.open) : nothing}
    </section>`;
  }

  async #showAll(): Promise<void> {
    this.showsAll = true;
    await this.updateComplete;
    // The button that was pressed is gone; the focus goes to the first that it brought.
    this.shadowRoot?.querySelectorAll<HTMLElement>(".topic")[fewTopics]?.focus();
  }

  #chip(topic: TopicFigure): TemplateResult {
    const isOpen = this.open !== undefined && isSame(this.open, topic);
    return html`<button
      type="button"
      class="topic"
      aria-expanded=${isOpen}
      aria-controls=${isOpen ? "quotes" : nothing}
      @click=${() => void this.#toggle(topic)}
    >
      <bdi class="name">${topicName(topic)}</bdi>
      <span class="count">${formatNumber(topic.count)}</span>
      <span class="sr-only">${t("topic_texts", { count: topic.count })}</span>
    </button>`;
  }

  #quotes(topic: TopicFigure): TemplateResult {
    const left = this.total - this.quotes.length;
    return html`<div id="quotes" role="group" aria-label=${t("topic_quotes", { name: topicName(topic) })}>
      <bt-topic-quotes
        .quotes=${this.quotes}
        .weighing=${this.weighing}
        ?readonly=${this.readonly}
      ></bt-topic-quotes>
      ${
        left > 0
          ? html`<button type="button" class="text-button" @click=${() => void this.#more()}>
              ${t("topic_more_quotes", { count: left })}
            </button>`
          : nothing
      }
    </div>`;
  }
}

function isSame(a: TopicFigure, b: TopicFigure): boolean {
  return a.kind === b.kind && a.id === b.id;
}

function topicName(topic: TopicFigure): string {
  return topic.kind === "aspect" ? t(`aspect_${topic.id}`) : topic.label;
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-topics": Topics;
  }
}
