import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { AnswerRow } from "../lib/db/answers.ts";
import { formatList, t } from "../lib/i18n.ts";
import type { Thread } from "../lib/model/conversation.ts";
import type { Problem } from "../lib/model/result.ts";
import type { SearchedBrand } from "../lib/model/search.ts";
import type { PageSubject } from "../lib/model/subject.ts";
import type { Story } from "../lib/threads/story.ts";
import "./bt-conversation.ts";
import "./bt-feed-rest.ts";
import "./bt-story-list.ts";
import "./bt-talk-daily.ts";
import "./bt-talk-filter.ts";
import { emptyTalkFilter, type TalkFilter } from "./bt-talk-filter.ts";
import "./bt-talk-search.ts";
import { command } from "./commands.ts";
import { ClockController } from "./controllers/clock.ts";
import { SourcesController } from "./controllers/sources.ts";
import { TalkDataController } from "./controllers/talk-data.ts";
import { arrangedTalk, languagesOf } from "./parts/arrange-talk.ts";
import { emit, type ReadRequest } from "./parts/emit.ts";
import { placeState } from "./parts/place-state.ts";
import { problemText } from "./parts/problem-text.ts";
import { searchedBrandOf } from "./parts/searched-brand.ts";
import { placeNameOf } from "./parts/story.ts";
import { shared } from "./styles/shared.ts";
import { talkStyle } from "./styles/talk.ts";

/** What the person pressed to come here: the list of places, or a conversation. */
export type TalkStart = { readonly kind: "plan" } | ({ readonly kind: "read" } & ReadRequest);

/** What is said of a brand elsewhere: searched on a press, merged, read here. */
@customElement("bt-talk")
export class Talk extends LitElement {
  static override readonly styles = [shared, talkStyle];

  @property({ attribute: false }) subject!: PageSubject;
  /** Origin of a forum that the page in front names as its own. */
  @property() forum: string | undefined;
  /** Inside a page nothing is asked: what is on this device is shown. */
  @property({ type: Boolean }) readonly = false;
  @property({ type: Boolean }) isPrivate = false;
  /** Heeded once, when it is given. */
  @property({ attribute: false }) start: TalkStart | undefined;
  @state() private filter: TalkFilter = emptyTalkFilter;
  @state() private reading: ReadRequest | undefined;
  @state() private problem: Problem | undefined;
  @query("bt-conversation") private readonly conversation!: HTMLElementTagNameMap["bt-conversation"] | null;
  @query("bt-story-list") private readonly list!: HTMLElementTagNameMap["bt-story-list"] | null;
  readonly #clock = new ClockController(this, 10_000);
  readonly #sources = new SourcesController(this);
  readonly #data = new TalkDataController(this, () => this.#brand);
  /** Where the person was before a conversation opened. */
  #before: { readonly scrollY: number; readonly focused: HTMLElement } | undefined;

  /** Whether a conversation is open. */
  get isReading(): boolean {
    return this.reading !== undefined;
  }

  get #brand(): SearchedBrand | undefined {
    return searchedBrandOf(this.subject, this.forum);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("start") && this.start?.kind === "read") {
      this.#before = undefined;
      this.reading = this.start;
    }
    const before = changed.get("subject");
    if (!before || searchedBrandOf(before)?.brandId === this.#brand?.brandId) return;
    this.filter = emptyTalkFilter;
    this.reading = undefined;
    this.problem = undefined;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("start") && this.start?.kind === "read") void this.#toConversation();
  }

  async #read(reading: ReadRequest, from: EventTarget | undefined): Promise<void> {
    this.#before = from instanceof HTMLElement ? { scrollY, focused: from } : undefined;
    this.reading = reading;
    await this.#toConversation();
  }

  async #toConversation(): Promise<void> {
    await this.updateComplete;
    await this.conversation?.updateComplete;
    this.conversation?.scrollIntoView({ block: "start" });
    this.conversation?.focus({ preventScroll: true });
  }

  async #back(): Promise<void> {
    const before = this.#before;
    const key = this.reading?.thread.key;
    this.reading = undefined;
    await this.updateComplete;
    scrollTo(0, before?.scrollY ?? 0);
    if (before) before.focused.focus({ preventScroll: true });
    else if (key !== undefined) this.list?.focusThread(key);
  }

  async #older(places: readonly string[]): Promise<void> {
    const brand = this.#brand;
    if (!brand) return;
    this.problem = undefined;
    emit(this, "bt-search", brand.brandId);
    const all = await Promise.all(places.map((place) => command("searchMore", { brand, place })));
    const failed = all.find(({ ok }) => !ok);
    if (failed && !failed.ok) this.problem = failed.error;
  }

  override render(): TemplateResult {
    const brand = this.#brand;
    if (!brand) return html`${nothing}`;
    if (this.#data.error) return this.#failure();
    const { reading } = this;
    return html`<div ?hidden=${reading !== undefined}>${this.#all(brand)}</div>
      ${
        reading
          ? html`<bt-conversation
              .brandId=${brand.brandId}
              .thread=${reading.thread}
              .placeName=${placeNameOf(reading.thread, this.#data.placeNames)}
              ?kept=${reading.isKept}
              ?readonly=${this.readonly || this.isPrivate}
              @back=${() => void this.#back()}
            ></bt-conversation>`
          : nothing
      }`;
  }

  #failure(): TemplateResult {
    return html`<div class="end" role="alert">
      <p>${t("talk_error_read")}</p>
      <button type="button" class="button" @click=${() => this.#data.retry()}>${t("retry")}</button>
    </div>`;
  }

  #all(brand: SearchedBrand): TemplateResult {
    const { answers, words, stories } = this.#data;
    // Nothing is said before it is known whether there is something.
    if (!answers) return html`${nothing}`;
    return html`<bt-talk-search
        .brand=${brand}
        .answers=${answers}
        .nowMs=${this.#clock.nowMs}
        ?planning=${this.start?.kind === "plan"}
        ?readonly=${this.readonly}
        ?isPrivate=${this.isPrivate}
      ></bt-talk-search>
      ${
        stories.length > 0
          ? this.#stories(stories)
          : html`<bt-talk-daily .rows=${words} .nowMs=${this.#clock.nowMs}></bt-talk-daily>
              ${this.#isSilence ? html`<p class="end">${t("talk_nothing", { name: brand.name })}</p>` : nothing}`
      }
      ${this.#end()}
      <bt-feed-rest
        .brandId=${brand.brandId}
        .name=${brand.name}
        ?readonly=${this.readonly}
        ?isPrivate=${this.isPrivate}
      ></bt-feed-rest>
      ${this.#credits(answers)}`;
  }

  /** Whose words these are. */
  #credits(answers: readonly AnswerRow[]): TemplateResult {
    const sources = new Set(answers.filter(({ threads }) => threads.length > 0).map(({ source }) => source));
    const credits = [...sources].flatMap((source) => this.#sources.creditOf(source) ?? []);
    if (credits.length === 0) return html`${nothing}`;
    return html`<p class="credits meta">${t("talk_credits", { list: formatList(credits) })}</p>`;
  }

  /** Everybody has answered, and nobody has anything. */
  get #isSilence(): boolean {
    const answers = this.#data.answers ?? [];
    return answers.length > 0 && answers.every(({ state }) => state === "answered");
  }

  #stories(stories: readonly Story[]): TemplateResult {
    const fitting = arrangedTalk(stories, this.filter, this.#clock.nowMs);
    return html`<bt-talk-filter
        .filter=${this.filter}
        .places=${this.#data.placeNames}
        .languages=${languagesOf(stories)}
        @change=${(event: CustomEvent<TalkFilter>) => this.#choose(event.detail)}
      ></bt-talk-filter>
      ${this.readonly || this.isPrivate ? nothing : html`<p class="hint meta">${t("talk_reading_hint")}</p>`}
      <bt-story-list
        .stories=${fitting}
        .names=${this.#data.placeNames}
        .nowMs=${this.#clock.nowMs}
        .asked=${this.filter}
        @read=${(event: CustomEvent<Thread>) => void this.#read({ thread: event.detail, isKept: false }, focusedIn(event.target))}
      ></bt-story-list>
      ${fitting.length === 0 ? this.#noMatch() : nothing}`;
  }

  #choose(filter: TalkFilter): void {
    this.filter = filter;
    emit(this, "bt-announce", t("list_updated"));
  }

  #noMatch(): TemplateResult {
    return html`<div class="end">
      <p>${t("talk_no_match")}</p>
      <button type="button" class="button" @click=${() => (this.filter = emptyTalkFilter)}>
        ${t("filter_clear")}
      </button>
    </div>`;
  }

  /** Further pages, where places have some. */
  #end(): TemplateResult {
    if (this.problem) return html`<p class="end" role="alert">${problemText(this.problem)}</p>`;
    const open = (this.#data.answers ?? []).filter(
      (row) => row.next !== undefined && placeState(row, this.#clock.nowMs) !== "asked",
    );
    if (open.length === 0 || this.readonly || this.isPrivate) return html`${nothing}`;
    const names = formatList(open.map(({ name }) => name));
    return html`<div class="end">
      <button type="button" class="button" @click=${() => void this.#older(open.map(({ place }) => place))}>
        ${t("talk_older")}
      </button>
      <p class="meta">${t("talk_older_sends", { places: names })}</p>
    </div>`;
  }
}

/** What has the focus inside an element's own shadow root. */
function focusedIn(target: EventTarget | null): EventTarget | undefined {
  return (target instanceof Element ? target.shadowRoot?.activeElement : undefined) ?? undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-talk": Talk;
  }
}
