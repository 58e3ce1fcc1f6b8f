import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { ArrowRight } from "lucide";
import { t } from "../lib/i18n.ts";
import type { Lens, PageSubject } from "../lib/model/subject.ts";
import type { Summary } from "../lib/model/summary.ts";
import type { TabState } from "../lib/model/tab-state.ts";
import "./bt-composer.ts";
import "./bt-header.ts";
import "./bt-mine.ts";
import "./bt-overview.ts";
import "./bt-place-notice.ts";
import "./bt-review-list.ts";
import "./bt-score-card.ts";
import "./bt-tabs.ts";
import type { Composer } from "./bt-composer.ts";
import { emptyFilter, type ReviewFilter } from "./bt-review-filter.ts";
import type { TabItem } from "./bt-tabs.ts";
import { FollowedPlaceController } from "./controllers/followed-place.ts";
import { OnlineController } from "./controllers/online.ts";
import { SidebarDataController } from "./controllers/sidebar-data.ts";
import { watchWriteIntent } from "./controllers/write-intent.ts";
import type { ComposeRequest } from "./parts/emit.ts";
import { icon } from "./parts/icon.ts";
import { placeName, subjectsOf } from "./parts/place.ts";
import { readingError } from "./parts/reading-error.ts";
import { changeSite } from "./parts/change-site.ts";
import { openOwnPage } from "./parts/own-pages.ts";
import { whereToWrite } from "./parts/where-to-write.ts";
import { sidebarStyle } from "./styles/sidebar.ts";
import { shared } from "./styles/shared.ts";

type Tab = "overview" | "reviews" | "mine";

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
  @state() private lens: Lens | undefined;
  @state() private tab: Tab = "overview";
  @state() private filter: ReviewFilter = emptyFilter;
  @state() private announcement = "";
  @query("bt-composer") private readonly composer!: Composer | null;

  #place!: FollowedPlaceController;
  readonly #online = new OnlineController(this);

  readonly #data = new SidebarDataController(this, {
    subjects: () => this.#subjects,
    inFront: () => this.#subject,
  });

  override connectedCallback(): void {
    if (!this.#place) {
      this.#place = new FollowedPlaceController(this, {
        ...(this.fixedTabId === undefined ? {} : { fixedTabId: this.fixedTabId }),
        isBusy: () => (this.composer?.busy ?? false) || scrollY > readingBelowPx,
        onFollow: () => this.#onFollow(),
      });
      // In a page nothing is written, whoever asks.
      if (!this.framed) watchWriteIntent(this, (tabId) => this.#onIntent(tabId));
    }
    super.connectedCallback();
  }

  #onIntent(tabId: number): boolean {
    const { shown } = this.#place;
    if (shown.status !== "read" || shown.tabId !== tabId || this.#subjects.length === 0) return false;
    void this.compose();
    return true;
  }

  #onFollow(): void {
    this.lens = undefined;
    this.filter = emptyFilter;
    if (this.tab !== "mine") this.tab = "overview";
    scrollTo(0, 0);
  }

  get #state(): TabState | undefined {
    const { shown } = this.#place;
    return shown.status === "read" ? shown.state : undefined;
  }

  get #subjects(): readonly PageSubject[] {
    return this.#state ? subjectsOf(this.#state.resolution) : [];
  }

  get #subject(): PageSubject | undefined {
    return this.#subjects.find(({ lens }) => lens === this.lens) ?? this.#subjects[0];
  }

  /** Opens the composer; also what the keyboard shortcut and the badge's menu do. */
  async compose(request: ComposeRequest = { kind: "new" }): Promise<void> {
    await this.updateComplete;
    await this.composer?.start(request);
  }

  async #choose(what: string): Promise<void> {
    const { siteKey } = this.#state ?? {};
    if (what === "options") openOwnPage("options.html");
    else if (what === "ledger") openOwnPage("options.html#ledger");
    else if (siteKey !== undefined) this.announcement = await changeSite(what, siteKey);
  }

  override render(): TemplateResult {
    const subject = this.#subject;
    return html`<div
      class="all"
      @bt-announce=${(event: CustomEvent<string>) => (this.announcement = event.detail)}
      @bt-filter-stars=${(event: CustomEvent<number>) => this.#show("reviews", { stars: [event.detail] })}
      @bt-go=${(event: CustomEvent<Tab>) => this.#show(event.detail)}
      @bt-compose=${(event: CustomEvent<ComposeRequest>) => void this.compose(event.detail)}
    >
      ${this.#switchLine()}
      ${this.#online.value ? nothing : html`<p class="offline meta" role="status">${t("offline_note")}</p>`}
      ${subject && this.#state ? this.#aboutPlace(subject, this.#state) : this.#noPlace()}
      <p class="sr-only" role="status">${this.announcement}</p>
    </div>`;
  }

  #show(tab: Tab, filter?: Partial<ReviewFilter>): void {
    this.tab = tab;
    if (filter) this.filter = { ...emptyFilter, ...filter };
    scrollTo(0, 0);
  }

  #switchLine(): TemplateResult {
    const { pending } = this.#place;
    const name = pending && placeName(pending);
    return html`<div role="status">
      ${
        pending
          ? html`<div class="switch">
              <span>${name ? t("now_on", { name }) : t("now_elsewhere")}</span>
              <button type="button" class="link" @click=${() => this.#place.switch()}>
                ${t("switch")} ${icon(ArrowRight, 14)}
              </button>
            </div>`
          : nothing
      }
    </div>`;
  }

  #noPlace(): TemplateResult {
    return html`<main>
        <bt-place-notice .reading=${this.#place.shown} ?framed=${this.framed}></bt-place-notice>
        ${this.#data.mineCount && !this.framed ? html`<bt-mine></bt-mine>` : nothing}
      </main>
      ${this.framed || !this.#data.mineCount ? nothing : html`<footer><bt-composer ?isPrivate=${this.#place.isPrivate}></bt-composer></footer>`}`;
  }

  #aboutPlace(subject: PageSubject, state: TabState): TemplateResult {
    const summary = this.#data.summaryOf(subject);
    return html`<bt-header
        .subject=${subject}
        ?siteOff=${state.quiet === "site-off"}
        ?readonly=${this.framed || state.siteKey === undefined || state.isPrivate === true}
        @choose=${(event: CustomEvent<string>) => void this.#choose(event.detail)}
      ></bt-header>
      <main>
        ${this.#lenses(subject)}
        ${this.#data.error ? this.#failure(this.#data.error) : this.#scoreAndTabs(subject, state, summary)}
      </main>
      ${this.framed ? whereToWrite(state.tabId) : this.#foot(subject)}`;
  }

  #scoreAndTabs(subject: PageSubject, state: TabState, summary: Summary | undefined): TemplateResult {
    const evidence = this.#data.evidence;
    const hasReviews = summary !== undefined && summary.count + summary.generated > 0;
    const claims = subject.lens === "product" ? "product" : "organization";
    return html`${
        hasReviews
          ? html`<bt-score-card
              .summary=${summary}
              .keys=${evidence?.keys}
              .recentShare=${evidence?.recentShare}
              .claimed=${state.claimedRatings.filter(({ about }) => about === claims)}
            ></bt-score-card>`
          : nothing
      }
      ${summary ? this.#tabs(summary) : html`<div class="progress" role="progressbar" aria-label=${t("loading")}></div>`}
      <div role="tabpanel" aria-label=${t(`tab_${this.#shownTab(summary)}`)} class="panel">
        ${this.#panel(subject, state, summary)}
      </div>`;
  }

  #tabs(summary: Summary): TemplateResult {
    const mine = this.#data.mineCount;
    const reviews = summary.count + summary.generated;
    const items: readonly TabItem[] = [
      { id: "overview", label: t("tab_overview") },
      ...(reviews > 0 ? [{ id: "reviews", label: t("tab_reviews"), count: reviews }] : []),
      ...(mine > 0 && !this.framed ? [{ id: "mine", label: t("tab_mine"), count: mine }] : []),
    ];
    if (items.length === 1) return html`${nothing}`;
    return html`<bt-tabs
      class="sticky"
      .items=${items}
      .selected=${this.#shownTab(summary)}
      .label=${t("tabs_label")}
      @change=${(event: CustomEvent<Tab>) => (this.tab = event.detail)}
    ></bt-tabs>`;
  }

  /** The chosen tab while it has something to show: the last review of one's own may have just gone. */
  #shownTab(summary: Summary | undefined): Tab {
    const hasReviews = summary !== undefined && summary.count + summary.generated > 0;
    const hasMine = this.#data.mineCount > 0 && !this.framed;
    const isGone = this.tab === "mine" ? !hasMine : this.tab === "reviews" && !hasReviews;
    return isGone ? "overview" : this.tab;
  }

  #panel(subject: PageSubject, state: TabState, summary: Summary | undefined): TemplateResult {
    const tab = this.#shownTab(summary);
    if (tab === "mine") return html`<bt-mine></bt-mine>`;
    if (tab === "reviews" && summary) {
      return html`<bt-review-list
        .keys=${subject.keys}
        .count=${summary.count + summary.generated}
        .filter=${this.filter}
        @change=${(event: CustomEvent<ReviewFilter>) => (this.filter = event.detail)}
        ?readonly=${this.framed}
      ></bt-review-list>`;
    }
    return html`<bt-overview
      .subject=${subject}
      .state=${state}
      .summary=${summary}
      ?readonly=${this.framed}
    ></bt-overview>`;
  }

  #lenses(subject: PageSubject): TemplateResult {
    if (this.#subjects.length < 2) return html`${nothing}`;
    return html`<bt-tabs
      class="lenses"
      variant="segments"
      .items=${this.#subjects.map(({ lens }) => ({ id: lens, label: t(`lens_${lens}`) }))}
      .selected=${subject.lens}
      .label=${t("lenses_label")}
      @change=${(event: CustomEvent<Lens>) => {
        this.lens = event.detail;
        this.filter = emptyFilter;
        if (this.tab === "reviews") this.tab = "overview";
      }}
    ></bt-tabs>`;
  }

  #failure(error: unknown): TemplateResult {
    return html`<div class="failure card" role="alert">
      <p>${readingError(error)}</p>
      <button type="button" class="button" @click=${() => this.#data.retry()}>${t("retry")}</button>
    </div>`;
  }

  #foot(subject: PageSubject): TemplateResult {
    return html`<footer>
      <bt-composer
        .subjects=${this.#subjects}
        .lens=${subject.lens}
        ?isPrivate=${this.#place.isPrivate}
      ></bt-composer>
    </footer>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-sidebar": Sidebar;
  }
}
