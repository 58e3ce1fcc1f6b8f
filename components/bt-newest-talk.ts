import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { ArrowRight, ExternalLink } from "lucide";
import { t } from "../lib/i18n.ts";
import type { Thread } from "../lib/model/conversation.ts";
import type { PageSubject } from "../lib/model/subject.ts";
import type { Story } from "../lib/threads/story.ts";
import { SourcesController } from "./controllers/sources.ts";
import { TalkDataController } from "./controllers/talk-data.ts";
import { newestTitles } from "./parts/daily.ts";
import { emit } from "./parts/emit.ts";
import { icon } from "./parts/icon.ts";
import { langOf } from "./parts/language.ts";
import { moment } from "./parts/moment.ts";
import { placeNameOf } from "./parts/story.ts";
import { searchedBrandOf } from "./parts/searched-brand.ts";
import { outLink } from "./parts/web-link.ts";
import { shared } from "./styles/shared.ts";

const most = 2;

interface Newest {
  readonly title: string;
  readonly url: string;
  /** What can be read here; the daily file tells only where it is. */
  readonly thread?: Thread;
  readonly place: string;
  readonly publishedAt: number | undefined;
  readonly language: string | undefined;
}

function newestOf(story: Story, names: ReadonlyMap<string, string>): readonly Newest[] {
  const { title, publishedAt, language, threads } = story;
  const thread = threads[0]?.thread;
  if (!thread) return [];
  const place = placeNameOf(thread, names);
  return [{ title: title || t("talk_untitled"), url: thread.url, thread, place, publishedAt, language }];
}

/** The two newest conversations on this device, read here on a press, and the way to all of them. Nothing where there are none. */
@customElement("bt-newest-talk")
export class NewestTalk extends LitElement {
  static override readonly styles = [
    shared,
    css`
      section {
        margin: 0.75rem 1rem;
      }

      li {
        padding-block: 0.375rem;
        overflow-wrap: anywhere;
      }

      li + li {
        border-block-start: 1px solid var(--bt-line);
      }

      a svg {
        display: inline;
        vertical-align: -0.0625rem;
      }

      .meta {
        display: block;
      }

      .title {
        min-block-size: 1.5rem;
        color: var(--bt-text);
        font: 600 0.875rem/1.25rem var(--bt-font);
        overflow-wrap: anywhere;
      }

      .title:hover {
        color: var(--bt-accent);
      }

      /* A title that never ends is read whole where it is opened. */
      .title bdi {
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 3;
        overflow: hidden;
      }

      .link {
        font: var(--bt-label);
      }
    `,
  ];

  @property({ attribute: false }) subject!: PageSubject;
  /** Inside a page and in private windows nothing is fetched: titles lead to the originals. */
  @property({ type: Boolean }) readonly = false;
  readonly #nowMs = Date.now();
  readonly #sources = new SourcesController(this);
  readonly #data = new TalkDataController(this, () => searchedBrandOf(this.subject));

  get #newest(): readonly Newest[] {
    const { stories, words, placeNames } = this.#data;
    const talk = stories.filter(({ weighsLess }) => weighsLess.length === 0).slice(0, most);
    if (talk.length > 0) return talk.flatMap((story) => newestOf(story, placeNames));
    return newestTitles(words, most).map(({ source, title, url, publishedAt }) => ({
      title,
      url,
      place: this.#sources.nameOf(source),
      publishedAt,
      language: undefined,
    }));
  }

  override render(): TemplateResult {
    const newest = this.#newest;
    if (newest.length === 0) return html`${nothing}`;
    return html`<section class="card" aria-labelledby="title">
      <h2 id="title">${t("newest_talk")}</h2>
      <ul>
        ${newest.map((one) => this.#line(one))}
      </ul>
      ${!this.readonly && newest.some(({ thread }) => thread) ? html`<p class="meta">${t("talk_reading_hint")}</p>` : nothing}
      <button type="button" class="link" @click=${() => emit(this, "bt-go", "talk")}>
        ${t("all_talk")} ${icon(ArrowRight, 14)}
      </button>
    </section>`;
  }

  #title({ title, url, thread, language }: Newest): TemplateResult {
    const words = html`<bdi dir="auto" lang=${langOf(language)}>${title}</bdi>`;
    if (!thread || this.readonly) return outLink(url, html`${words} ${icon(ExternalLink, 12)}`);
    return html`<button
      type="button"
      class="title"
      @click=${() => emit(this, "bt-read", { thread, isKept: false })}
    >
      ${words}
    </button>`;
  }

  #line(one: Newest): TemplateResult {
    const { place, publishedAt } = one;
    return html`<li>
      ${this.#title(one)}
      <span class="meta"
        ><bdi dir="auto">${place}</bdi
        >${publishedAt === undefined ? nothing : " · "}${moment(publishedAt, this.#nowMs)}</span
      >
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-newest-talk": NewestTalk;
  }
}
