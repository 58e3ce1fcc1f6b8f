import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { t } from "../lib/i18n.ts";
import { correctionScope } from "../lib/model/correction.ts";
import type { Lens, PageSubject } from "../lib/model/subject.ts";
import type { TabState } from "../lib/model/tab-state.ts";
import type { WriteIntent } from "../lib/model/write-intent.ts";
import "./bt-author.ts";
import "./bt-answers-line.ts";
import "./bt-composer.ts";
import "./bt-follow-line.ts";
import "./bt-header.ts";
import "./bt-mine.ts";
import "./bt-page-author.ts";
import "./bt-place-notice.ts";
import "./bt-subject-view.ts";
import type { SubjectTab, SubjectView } from "./bt-subject-view.ts";
import "./bt-wrong-brand.ts";
import type { Composer } from "./bt-composer.ts";
import type { ReviewFilter } from "./bt-review-filter.ts";
import { AuthorViews } from "./controllers/author-views.ts";
import { FollowChoice } from "./controllers/follow-choice.ts";
import { FollowedPlaceController } from "./controllers/followed-place.ts";
import { Look } from "./controllers/look.ts";
import { OnlineController } from "./controllers/online.ts";
import { SearchesController } from "./controllers/searches.ts";
import { SidebarDataController } from "./controllers/sidebar-data.ts";
import { type IntentOutcome, watchWriteIntent } from "./controllers/write-intent.ts";
import { authorViews } from "./parts/author-views.ts";
import type { AuthorRequest, ComposeRequest, ReadRequest } from "./parts/emit.ts";
import { lensTabs } from "./parts/lens-tabs.ts";
import { quoteCard } from "./parts/quote-card.ts";
import { researchLines } from "./parts/research-lines.ts";
import { isOn, subjectsOf } from "./parts/place.ts";
import { readingError } from "./parts/reading-error.ts";
import { changeSite } from "./parts/change-site.ts";
import { openOwnPage } from "./parts/own-pages.ts";
import { switchLine } from "./parts/switch-line.ts";
import { whereToWrite } from "./parts/where-to-write.ts";
import { sidebarStyle } from "./styles/sidebar.ts";
import { shared } from "./styles/shared.ts";

/** Scrolled further than this, something is being read. */
const readingBelowPx = 120;

/** The whole sidebar: what people say about what the tab in front is about. */
@customElement("bt-sidebar")
export class Sidebar extends LitElement {
  static override readonly styles = [shared, sidebarStyle];

  /** Inside a page (Firefox): read only, because the page could cover or fade what stands here. */
  @property({ type: Boolean }) framed = false;
  /** Show this tab, and no other. Set before the element is connected. */
  @property({ type: Number }) fixedTabId: number | undefined;
  /** Opened to write about that tab. Set before the element is connected. */
  @property({ type: Boolean }) isForWriting = false;
  @state() private announcement = "";
  @query("bt-composer") private readonly composer!: Composer | null;
  @query("bt-subject-view") private readonly view!: SubjectView | null;
  @query("main") private readonly main!: HTMLElement;
  @query("bt-wrong-brand") private readonly wrongBrand!: HTMLElementTagNameMap["bt-wrong-brand"];

  #place!: FollowedPlaceController;
  readonly #look = new Look(this);
  readonly #authors = new AuthorViews(this);
  readonly #online = new OnlineController(this);
  readonly #searches = new SearchesController(this, () => this.#subjects);
  readonly #follow = new FollowChoice(this, () => {
    const subject = this.#subject;
    return this.#mayKeep && subject && this.#state ? { subject, state: this.#state } : undefined;
  });

  readonly #data = new SidebarDataController(this, {
    subjects: () => this.#subjects,
    inFront: () => this.#subject,
    mayKeep: () => this.#mayKeep,
  });

  readonly #quotePresses = {
    onBack: () => void this.#back(),
    onFailure: (words: string) => void (this.announcement = words),
  };

  override connectedCallback(): void {
    if (!this.#place) {
      this.#place = new FollowedPlaceController(this, {
        ...(this.fixedTabId === undefined ? {} : { fixedTabId: this.fixedTabId }),
        isReading: () => scrollY > readingBelowPx || this.#authors.isOpen || (this.view?.isReading ?? false),
        isWriting: () => this.composer?.busy ?? false,
        onFollow: () => this.#onFollow(),
      });
      // In a page nothing is written, whoever asks.
      if (!this.framed) watchWriteIntent(this, (intent) => this.#onIntent(intent), this.#firstIntent);
    }
    super.connectedCallback();
  }

  get #firstIntent(): WriteIntent | undefined {
    const { fixedTabId: tabId } = this;
    if (!this.isForWriting || tabId === undefined) return undefined;
    return { tabId, what: "write", at: Date.now() };
  }

  #onIntent(intent: WriteIntent): IntentOutcome {
    const { pending, shown } = this.#place;
    if (pending && isOn(pending, intent)) {
      // Where the person reads, their own press comes before that; what they write comes before their press.
      if (this.composer?.busy) return "waits";
      this.#place.switch();
      return "not-yet";
    }
    if (!isOn(shown, intent) || this.#offers.length === 0) return "not-yet";
    const { isSelectionDropped = false, selection } = intent;
    void this.compose({ kind: "new", isSelectionDropped, ...(selection !== undefined && { selection }) });
    return "taken";
  }

  #onFollow(): void {
    this.#look.begin();
    this.#authors.close();
    const { focus } = this.#place;
    if (focus) this.announcement = t("quote_announced", { name: focus.brand.name });
  }

  async #back(): Promise<void> {
    await this.#place.back();
    await this.updateComplete;
    // The button that was pressed is gone; the focus must not be lost with it.
    this.main.focus({ preventScroll: true });
  }

  get #state(): TabState | undefined {
    const { shown } = this.#place;
    return shown.status === "read" ? shown.state : undefined;
  }

  get #subjects(): readonly PageSubject[] {
    return this.#state ? subjectsOf(this.#state.resolution) : [];
  }

  /** What can be written about: what the page is about, else the site that it stands on. */
  get #offers(): readonly PageSubject[] {
    const site = this.#state?.site;
    return this.#subjects.length === 0 && site ? [site] : this.#subjects;
  }

  get #subject(): PageSubject | undefined {
    return this.#subjects.find(({ lens }) => lens === this.#look.lens) ?? this.#subjects[0];
  }

  /** Inside a page nothing is changed, and of a private window nothing is stored. */
  get #mayKeep(): boolean {
    return !this.framed && !this.#place.isPrivate;
  }

  /** Opens the composer; also what the keyboard shortcut and the badge's menu do. */
  async compose(request: ComposeRequest = { kind: "new" }): Promise<void> {
    await this.updateComplete;
    await this.composer?.start(request);
  }

  async #choose(what: string): Promise<void> {
    const { siteKey } = this.#state ?? {};
    if (what === "wrong-brand") await this.#correct();
    else if (what === "options") openOwnPage("options.html");
    else if (what === "ledger") openOwnPage("options.html#ledger");
    else if (what === "research") openOwnPage("research.html");
    else if (what === "follow" || what === "unfollow")
      this.announcement = await this.#follow.change(what === "follow");
    else if (siteKey !== undefined) this.announcement = await changeSite(what, siteKey);
  }

  /** Nothing is changed from inside a page; and what a chip asked about is not what the page is taken for. */
  get #isCorrectable(): boolean {
    if (this.framed || this.#place.focus || !this.#state) return false;
    return correctionScope(this.#state, this.#look.lens) !== undefined;
  }

  async #correct(): Promise<void> {
    if (this.#state) await this.wrongBrand.ask(this.#state, this.#subject?.lens);
  }

  override render(): TemplateResult {
    const subject = this.#subject;
    return html`<div
      class="all"
      @bt-announce=${(event: CustomEvent<string>) => (this.announcement = event.detail)}
      @bt-author=${(event: CustomEvent<AuthorRequest>) => void this.#authors.open(event.detail)}
      @bt-filter-stars=${(event: CustomEvent<number>) => this.#look.show("reviews", { stars: [event.detail] })}
      @bt-filter-lighter=${(event: CustomEvent<string>) => this.#look.show("reviews", { lighter: event.detail })}
      @bt-go=${(event: CustomEvent<SubjectTab>) => this.#look.show(event.detail)}
      @bt-plan=${() => this.#look.showTalk({ kind: "plan" })}
      @bt-read=${(event: CustomEvent<ReadRequest>) => this.#look.showTalk({ kind: "read", ...event.detail })}
      @bt-search=${(event: CustomEvent<string>) => this.#searches.begin(event.detail)}
      @bt-compose=${(event: CustomEvent<ComposeRequest>) => void this.compose(event.detail)}
    >
      ${researchLines(this.#place.tabId, this.framed)}
      ${switchLine(this.#place.pending, () => this.#place.switch())}
      <bt-wrong-brand
        .place=${this.#state ? `${this.#state.tabId} ${this.#state.url}` : ""}
        @corrected=${() => this.#place.expect()}
      ></bt-wrong-brand>
      ${this.#mayKeep && this.#look.tab !== "mine" && subject ? html`<bt-answers-line></bt-answers-line><bt-follow-line></bt-follow-line>` : nothing}
      ${this.#online.value ? nothing : html`<p class="offline meta" role="status">${t("offline_note")}</p>`}
      ${subject && this.#state ? this.#aboutPlace(subject, this.#state) : this.#noPlace()}
      <p class="sr-only" role="status">${this.announcement}</p>
    </div>`;
  }

  #noPlace(): TemplateResult {
    const mayWrite = this.#offers.length > 0 || this.#data.mineCount > 0;
    return html`<main tabindex="-1">
        <bt-place-notice
          .reading=${this.#place.shown}
          ?framed=${this.framed}
          ?correctable=${this.#isCorrectable}
          @correct=${() => void this.#correct()}
        ></bt-place-notice>
        ${this.#belowAuthors(
          html`<bt-page-author .state=${this.#state} ?readonly=${!this.#mayKeep}></bt-page-author>${
              this.#data.mineCount && !this.framed ? html`<bt-mine></bt-mine>` : nothing
            }`,
        )}
      </main>
      ${mayWrite && !this.framed ? this.#foot() : nothing}
      ${mayWrite && this.framed && this.#state ? whereToWrite(this.#state.tabId) : nothing}`;
  }

  #aboutPlace(subject: PageSubject, state: TabState): TemplateResult {
    const { focus } = this.#place;
    const mayChangeSite = !this.framed && !focus && state.siteKey !== undefined && !state.isPrivate;
    return html`${focus ? quoteCard(focus, this.#mayKeep, this.#quotePresses) : nothing}<bt-header
        .subject=${subject}
        .profile=${state.recognised ? undefined : state.profile}
        ?siteOff=${state.quiet === "site-off"}
        ?readonly=${!mayChangeSite}
        ?correctable=${this.#isCorrectable}
        .followed=${this.#follow.isFollowed}
        @choose=${(event: CustomEvent<string>) => void this.#choose(event.detail)}
      ></bt-header>
      <main tabindex="-1">
        ${this.#belowAuthors(
          html`${lensTabs(this.#subjects, subject.lens, (lens) => this.#look.chooseLens(lens))}
          ${this.#data.error ? this.#failure(this.#data.error) : this.#view(subject, state)}`,
        )}
      </main>
      ${this.framed ? whereToWrite(state.tabId) : this.#foot(subject.lens)}`;
  }

  /** Authors that were opened stand over what was looked at before. */
  #belowAuthors(below: TemplateResult): TemplateResult {
    return authorViews(this.#authors, below, !this.#mayKeep);
  }

  #view(subject: PageSubject, state: TabState): TemplateResult {
    return html`<bt-subject-view
      .subject=${subject}
      .state=${state}
      .summary=${this.#data.summaryOf(subject)}
      .votes=${this.#data.votesOf(subject)}
      .evidence=${this.#data.evidence}
      .mineCount=${this.#data.mineCount}
      .tab=${this.#look.tab}
      .filter=${this.#look.filter}
      .talkStart=${this.#look.talk}
      ?framed=${this.framed}
      ?elsewhere=${this.#place.focus !== undefined}
      @tab=${(event: CustomEvent<SubjectTab>) => this.#look.choose(event.detail)}
      @filter=${(event: CustomEvent<ReviewFilter>) => this.#look.filterBy(event.detail)}
    ></bt-subject-view>`;
  }

  #failure(error: unknown): TemplateResult {
    return html`<div class="failure card" role="alert">
      <p>${readingError(error)}</p>
      <button type="button" class="button" @click=${() => this.#data.retry()}>${t("retry")}</button>
    </div>`;
  }

  #foot(lens?: Lens): TemplateResult {
    return html`<footer>
      <bt-composer .subjects=${this.#offers} .lens=${lens} ?isPrivate=${this.#place.isPrivate}></bt-composer>
    </footer>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-sidebar": Sidebar;
  }
}
