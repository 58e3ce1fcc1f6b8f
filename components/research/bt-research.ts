import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { listCollections } from "../../lib/db/list-collections.ts";
import { t } from "../../lib/i18n.ts";
import type { Collection, CollectionId } from "../../lib/model/research/collection.ts";
import type { FoundItems } from "../../lib/model/research/query.ts";
import { LiveQueryController } from "../controllers/live-query.ts";
import { databases } from "../databases.ts";
import { researchStyle } from "../styles/research.ts";
import { shared } from "../styles/shared.ts";
import "./bt-charts.ts";
import "./bt-coding-tasks.ts";
import "./bt-collection-new.ts";
import "./bt-first-steps.ts";
import "./bt-import.ts";
import "./bt-item-context.ts";
import "./bt-record-bar.ts";
import "./bt-workspace-head.ts";
import "./bt-workspace-list.ts";
import "./bt-workspace-side.ts";
import type { ItemContext } from "./bt-item-context.ts";
import type { WorkspaceDialog, WorkspaceHead } from "./bt-workspace-head.ts";
import type { WorkspaceList } from "./bt-workspace-list.ts";
import { ResearchQueries } from "./queries.ts";
import { readFailure } from "./read-failure.ts";
import { type NamedSite, siteName } from "./site-names.ts";
import { WindowWidth } from "./window-width.ts";
import type { WorkspaceEvents } from "./workspace-events.ts";
import { workspaceDialogs } from "./workspace-dialogs.ts";
import { WorkspaceRoute } from "./workspace-route.ts";

/** The research workspace: a page of its own. What it shows stands in its address. */
@customElement("bt-research")
export class BtResearch extends LitElement {
  static override readonly styles = [shared, researchStyle];

  /** Platforms by name, given by the page, because this layer knows no adapters. */
  @property({ attribute: false }) sites: readonly NamedSite[] = [];
  @property({ attribute: false }) queries = new ResearchQueries();
  @state() private found: FoundItems | undefined;
  @state() private hasFilters = false;
  @state() private selected: ReadonlySet<number> = new Set();
  @state() private announcement = "";
  @query("bt-workspace-list") private readonly list!: WorkspaceList | null;
  @query("bt-item-context") private readonly context!: ItemContext | null;
  @query("bt-workspace-head") private readonly head!: WorkspaceHead | null;

  readonly #route = new WorkspaceRoute(this);
  readonly #width = new WindowWidth(this);
  readonly #collections = new LiveQueryController(this, {
    args: () => [] as const,
    query: () => listCollections(databases().research),
  });

  get #collection(): Collection | undefined {
    const all = this.#collections.value ?? [];
    return all.find(({ id }) => id === this.#route.state.collection) ?? all[0];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("keydown", this.#onKey);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("keydown", this.#onKey);
  }

  override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { id } = this.#collection ?? {};
    // Nothing is named in the address, or what has been deleted: the newest is shown.
    if (id !== undefined && id !== this.#route.state.collection) this.#route.open(id, "replace");
  }

  #show(name: WorkspaceDialog, size?: number): void {
    this.renderRoot.querySelector<HTMLElement & { show(size?: number): unknown }>(name)?.show(size);
  }

  readonly #onCollection = (event: CustomEvent<{ readonly id: CollectionId }>): void => {
    this.found = undefined;
    this.hasFilters = false;
    this.#route.open(event.detail.id);
  };

  readonly #onOpen = async ({ detail }: CustomEvent<WorkspaceEvents["bt-open"]>): Promise<void> => {
    const { byMoving, seq } = detail;
    const isOpen = this.#route.state.item !== undefined;
    this.#route.show(seq, isOpen ? "replace" : "push");
    await this.updateComplete;
    // Over the table it is where the person is; beside it, they go on in the table.
    if (!byMoving && this.#width.value !== "wide") this.context?.focus();
  };

  readonly #onAct = async ({ detail }: CustomEvent<WorkspaceEvents["bt-act"]>): Promise<void> => {
    if (detail === "export") this.#show("bt-export");
    if (detail !== "codes" && detail !== "note") return;
    await this.updateComplete;
    this.context?.focusCoding(detail);
  };

  async #closeItem(): Promise<void> {
    this.#route.show(undefined);
    // Until then the table is inert.
    await this.updateComplete;
    this.list?.focus();
  }

  async #onDeleted({ detail }: CustomEvent<WorkspaceEvents["bt-deleted"]>): Promise<void> {
    this.list?.deleted(detail);
    const open = this.#route.state.item;
    if (detail.some(({ items }) => items.some(({ seq }) => seq === open))) await this.#closeItem();
  }

  async #openFilters(): Promise<void> {
    this.hasFilters = true;
    await this.updateComplete;
    this.renderRoot.querySelector("bt-workspace-side")?.focus();
  }

  async #closeFilters(): Promise<void> {
    this.hasFilters = false;
    await this.updateComplete;
    this.head?.focusFilters();
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    // In a question it answers the question.
    if (
      event.key !== "Escape" ||
      event.defaultPrevented ||
      event.composedPath().some((at) => at instanceof HTMLDialogElement)
    )
      return;
    if (this.#width.isNarrow && this.hasFilters) void this.#closeFilters();
    else if (this.#route.state.item === undefined) return;
    else if (this.#width.value !== "wide") void this.#closeItem();
    else if (this.context && event.composedPath().includes(this.context)) this.list?.focus();
    else return;
    event.preventDefault();
  };

  override render(): TemplateResult {
    const { error, value } = this.#collections;
    const collection = this.#collection;
    return html`<bt-record-bar .sites=${this.sites}></bt-record-bar>
      <p class="sr-only" role="status">${this.announcement}</p>
      ${error === undefined ? nothing : readFailure(error, () => this.#collections.restart())}
      ${collection ? this.#workspace(collection) : value ? this.#emptyWorld() : nothing}
      <bt-collection-new @bt-collection=${this.#onCollection}></bt-collection-new>
      <bt-import .collection=${collection} @bt-imported=${this.#onImported}></bt-import>`;
  }

  readonly #onImported = ({ detail }: CustomEvent<{ readonly collection: CollectionId }>): void => {
    if (detail.collection !== this.#collection?.id) this.#route.open(detail.collection);
    else void this.list?.found.again();
  };

  #emptyWorld(): TemplateResult {
    return html`<main>
      <h1>${t("research_title")}</h1>
      <bt-first-steps missing="collections">
        <button type="button" class="button primary" @click=${() => this.#show("bt-collection-new")}>
          ${t("research_new_collection")}
        </button>
        <button type="button" class="button" @click=${() => this.#show("bt-import")}>
          ${t("research_import")}
        </button>
      </bt-first-steps>
      <bt-coding-tasks></bt-coding-tasks>
    </main>`;
  }

  #workspace(collection: Collection): TemplateResult {
    const { item } = this.#route.state;
    const isItemOver = item !== undefined && this.#width.value !== "wide";
    const isFilterOver = this.#width.isNarrow && this.hasFilters;
    return html`<div
      class="columns ${item === undefined ? "" : "open"}"
      @bt-announce=${(event: CustomEvent<string>) => (this.announcement = event.detail)}
      @bt-draw=${(event: CustomEvent<number>) => this.#show("bt-agreement", event.detail)}
      @bt-deleted=${(event: CustomEvent<WorkspaceEvents["bt-deleted"]>) => void this.#onDeleted(event)}
      @bt-statement=${() => this.#show("bt-privacy")}
      @bt-filter=${(event: CustomEvent<WorkspaceEvents["bt-filter"]>) => this.#onFilter(event)}
    >
      ${this.#width.isNarrow && !this.hasFilters ? nothing : this.#left(collection, isItemOver)}
      <main ?inert=${isItemOver || isFilterOver}>${this.#centre(collection)}</main>
      ${item === undefined ? nothing : this.#right(collection, item, isItemOver)}
      ${isItemOver || isFilterOver ? html`<div class="backdrop" @click=${() => void (isFilterOver ? this.#closeFilters() : this.#closeItem())}></div>` : nothing}
      ${workspaceDialogs({
        collection,
        filter: this.#route.state.filter,
        queries: this.queries,
        selected: this.selected,
        open: (event) => void this.#onOpen(event),
      })}
    </div>`;
  }

  #onFilter({ detail: { change } }: CustomEvent<WorkspaceEvents["bt-filter"]>): void {
    // Words are typed letter by letter: no place to go back to.
    this.#route.filter(change, Object.keys(change).join(" ") === "text" ? "replace" : "push");
  }

  #left(collection: Collection, isInert: boolean): TemplateResult {
    const isOver = this.#width.isNarrow;
    return html`<div
      class="side ${isOver ? "over" : ""}"
      role=${isOver ? "dialog" : "navigation"}
      aria-modal=${isOver ? "true" : nothing}
      aria-label=${t("research_filters")}
      ?inert=${isInert}
    >
      <bt-workspace-side
        .collection=${collection}
        .collections=${this.#collections.value ?? []}
        .filter=${this.#route.state.filter}
        .found=${this.found}
        ?drawer=${isOver}
        @bt-collection=${this.#onCollection}
        @new=${() => this.#show("bt-collection-new")}
        @close=${() => void this.#closeFilters()}
      ></bt-workspace-side>
    </div>`;
  }

  #centre(collection: Collection): TemplateResult {
    const { state } = this.#route;
    const { queries } = this;
    return html`<bt-workspace-head
        .collection=${collection}
        .sites=${this.sites}
        ?drawer=${this.#width.isNarrow}
        @show=${(event: CustomEvent<WorkspaceDialog>) => this.#show(event.detail)}
        @filters=${() => void this.#openFilters()}
      ></bt-workspace-head>
      ${
        this.found?.total
          ? html`<bt-charts
              .collection=${collection}
              .filter=${state.filter}
              .queries=${queries}
              .siteName=${siteName}
            ></bt-charts>`
          : nothing
      }
      <bt-workspace-list
        .collection=${collection}
        .state=${state}
        .queries=${queries}
        @found=${(event: CustomEvent<FoundItems | undefined>) => (this.found = event.detail)}
        @bt-open=${this.#onOpen}
        @bt-act=${this.#onAct}
        @bt-order=${(event: CustomEvent<WorkspaceEvents["bt-order"]>) => this.#route.go({ ...state, ...event.detail })}
        @bt-select=${(event: CustomEvent<ReadonlySet<number>>) => (this.selected = event.detail)}
        @import=${() => this.#show("bt-import")}
      ></bt-workspace-list>`;
  }

  #right(collection: Collection, item: number, isOver: boolean): TemplateResult {
    return html`<div
      class="context ${isOver ? "over" : ""}"
      role=${isOver ? "dialog" : "complementary"}
      aria-modal=${isOver ? "true" : nothing}
      aria-label=${t("research_column_text")}
    >
      <bt-item-context
        .seq=${item}
        .collection=${collection}
        @close=${() => void this.#closeItem()}
      ></bt-item-context>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-research": BtResearch;
  }
}
