import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { ExternalLink } from "lucide";
import type { ReviewRow } from "../lib/db/community-rows.ts";
import { conversationOf } from "../lib/db/conversations.ts";
import { reviewBy } from "../lib/db/said-texts.ts";
import { formatAge, t } from "../lib/i18n.ts";
import { starsOfRating } from "../lib/model/review.ts";
import type { QuoteSource, TopicQuote } from "../lib/model/topic.ts";
import type { Weighing } from "../lib/model/weighing.ts";
import { countHidden, type Hideable } from "../lib/model/hiding.ts";
import "./bt-hidden-line.ts";
import "./bt-review-pages.ts";
import { GoneController } from "./controllers/gone.ts";
import { HidingController } from "./controllers/hiding.ts";
import { databases } from "./databases.ts";
import { emit } from "./parts/emit.ts";
import { icon } from "./parts/icon.ts";
import { authorName } from "./parts/name.ts";
import { stars, starsStyle } from "./parts/stars.ts";
import { sampleTag } from "./parts/sample-tag.ts";
import { outLink } from "./parts/web-link.ts";
import { shared } from "./styles/shared.ts";

/** Sentences of others, the words that count marked, each with the way to the whole of it. */
@customElement("bt-topic-quotes")
export class TopicQuotes extends LitElement {
  static override readonly styles = [
    shared,
    starsStyle,
    css`
      li {
        padding-block: 0.5rem;
        border-block-start: 1px solid var(--bt-line);
      }

      blockquote {
        margin: 0;
        overflow-wrap: anywhere;
        white-space: pre-line;
      }

      mark {
        background: var(--bt-accent-soft);
        color: inherit;
        font-weight: 600;
        border-radius: 0.125rem;
      }

      .source {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.125rem 0.5rem;
        margin-block-start: 0.125rem;
      }

      .source > * {
        min-inline-size: 0;
        overflow-wrap: anywhere;
      }

      .source .link,
      .source a {
        font: var(--bt-meta);
        font-weight: 500;
        min-block-size: 1.5rem;
        display: inline-flex;
        align-items: center;
        gap: 0.25rem;
      }

      @media (forced-colors: active) {
        mark {
          background: Mark;
          color: MarkText;
        }
      }
    `,
  ];

  @property({ attribute: false }) quotes: readonly TopicQuote[] = [];
  /** How the reviews weigh, once it is known. */
  @property({ attribute: false }) weighing: Weighing | undefined;
  @property({ type: Boolean }) readonly = false;
  /** Whole reviews that were opened, by the quote they were opened from. */
  @state() private reviews: ReadonlyMap<string, ReviewRow> = new Map();
  /** Keys of conversations that are no longer on this device. */
  @state() private gone: ReadonlySet<string> = new Set();
  @state() private revealed = false;
  readonly #nowMs = Date.now();
  readonly #hiding = new HidingController(this, () => this.#quoted);
  readonly #left = new GoneController(this, () => this.#quoted.map(({ id }) => id));

  /** The reviews that are quoted. */
  get #quoted(): readonly Hideable[] {
    return this.quotes.flatMap(({ source, textId }) =>
      source.kind === "review" ? [{ id: textId, author: source.author }] : [],
    );
  }

  /** Quotes whose reviews are still here and not hidden; conversations elsewhere never are. */
  get #shown(): readonly TopicQuote[] {
    return this.quotes.filter(({ source, textId }) => {
      if (source.kind !== "review") return true;
      if (this.#left.has(textId)) return false;
      return this.#hiding.isKnown(textId) && (this.revealed || !this.#hiding.becauseOf(textId));
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("quotes") && this.quotes.length === 0) this.reviews = new Map();
  }

  async #toggle(quote: TopicQuote, source: QuoteSource & { readonly kind: "review" }): Promise<void> {
    const reviews = new Map(this.reviews);
    const name = nameOf(quote);
    if (!reviews.delete(name)) {
      const review = await reviewBy(databases().community, source.subjectKey, source.author);
      if (review) reviews.set(name, review);
    }
    this.reviews = reviews;
  }

  /** What was quoted was read here, so nobody is asked for it. */
  async #read(key: string): Promise<void> {
    const row = await conversationOf(databases().community, key);
    if (row) emit(this, "bt-read", { thread: row.conversation.thread, isKept: true });
    else this.gone = new Set([...this.gone, key]);
  }

  override render(): TemplateResult {
    const ids = new Set(this.quotes.map(({ textId }) => textId));
    const { lists, you } = countHidden(this.#hiding.reasons([...ids]));
    return html`<ul>
        ${repeat(this.#shown, nameOf, (quote) => this.#quote(quote))}
      </ul>
      <bt-hidden-count
        .you=${you}
        .lists=${lists}
        ?shown=${this.revealed}
        @toggle=${() => (this.revealed = !this.revealed)}
      ></bt-hidden-count>`;
  }

  #quote(quote: TopicQuote): TemplateResult {
    const review = this.reviews.get(nameOf(quote));
    return html`<li>
      <figure>
        <blockquote dir="auto" lang=${quote.lang ?? nothing}>${marked(quote)}</blockquote>
        <figcaption class="source meta">${this.#source(quote, review !== undefined)}</figcaption>
      </figure>
      ${
        review
          ? html`<bt-review-pages
              .pages=${[{ rows: [review] }]}
              .weighing=${this.weighing}
              ?unhidden=${this.revealed}
              ?readonly=${this.readonly}
            ></bt-review-pages>`
          : nothing
      }
    </li>`;
  }

  #source(quote: TopicQuote, isOpen: boolean): TemplateResult {
    const { source, saidAt } = quote;
    const age = saidAt === undefined ? nothing : html`<span>${formatAge(saidAt, this.#nowMs)}</span>`;
    if (source.kind === "comment") {
      const { author, thread, title, url } = source;
      return html`${author ? html`<bdi>${author}</bdi>` : nothing}
      ${
        this.gone.has(thread)
          ? outLink(url, html`<bdi>${title}</bdi> ${icon(ExternalLink, 12)}`)
          : html`<button type="button" class="link" @click=${() => void this.#read(thread)}>
              <bdi>${title}</bdi>
            </button>`
      }${age}`;
    }
    const { rating, isSample } = source;
    return html`<button
        type="button"
        class="link"
        aria-expanded=${isOpen}
        @click=${() => void this.#toggle(quote, source)}
      >
        ${t("review_by", { name: authorName(source) })}</button
      >${rating === undefined ? nothing : stars(starsOfRating(rating), 11)}${age}${
        isSample ? sampleTag() : nothing
      }`;
  }
}

function nameOf({ textId, text }: TopicQuote): string {
  return `${textId} ${text}`;
}

/** The sentence with its words marked; an ellipsis where it goes on. */
function marked({ text, marks, isCut }: TopicQuote): unknown[] {
  const parts: unknown[] = isCut.before ? ["…"] : [];
  let at = 0;
  for (const { start, end } of marks) {
    parts.push(text.slice(at, start), html`<mark>${text.slice(start, end)}</mark>`);
    at = end;
  }
  return [...parts, text.slice(at), isCut.after ? "…" : ""];
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-topic-quotes": TopicQuotes;
  }
}
