import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { Download, RefreshCw, Search } from "lucide";
import { formatNumber, t } from "../../lib/i18n.ts";
import type { DeletedItems } from "../../lib/db/research-items.ts";
import { itemsMark } from "../../lib/db/research-counts.ts";
import type { Collection } from "../../lib/model/research/collection.ts";
import { chartsShown, tableColumns, tableLetters } from "../../lib/settings.ts";
import { LiveQueryController } from "../controllers/live-query.ts";
import { StoredItemController } from "../controllers/stored-item.ts";
import { TypingPause } from "../controllers/typing-pause.ts";
import { databases } from "../databases.ts";
import { icon } from "../parts/icon.ts";
import { problemText } from "../parts/problem-text.ts";
import { readingError } from "../parts/reading-error.ts";
import { filterBarStyle } from "../styles/filter-bar.ts";
import { shared } from "../styles/shared.ts";
import { workspaceListStyle } from "../styles/workspace-list.ts";
import "./bt-filter-pills.ts";
import "./bt-first-steps.ts";
import "./bt-item-table.ts";
import "./bt-selection-bar.ts";
import "./bt-table-columns.ts";
import "./bt-table-help.ts";
import "./bt-undo-delete.ts";
import type { ItemTable } from "./bt-item-table.ts";
import type { SelectionBar } from "./bt-selection-bar.ts";
import type { UndoDelete } from "./bt-undo-delete.ts";
import { FoundItemsController } from "./found-items.ts";
import { knownColumns } from "./item-columns.ts";
import { everything, isNarrowed } from "./item-filter.ts";
import type { ResearchQueries } from "./queries.ts";
import { type TableDialog, tableTools } from "./table-tools.ts";
import { tell } from "./workspace-events.ts";
import { sameQuestion, type WorkspaceState } from "./workspace-state.ts";

/** Search, the filters in force, and the table of what they leave. Fires `bt-filter`, `bt-order`, `bt-open`, `bt-act`, `found`, `import`. */
@customElement("bt-workspace-list")
export class WorkspaceList extends LitElement {
  static override readonly styles = [shared, filterBarStyle, workspaceListStyle];

  @property({ attribute: false }) collection!: Collection;
  @property({ attribute: false }) state!: WorkspaceState;
  @property({ attribute: false }) queries!: ResearchQueries;
  @state() private selected: ReadonlySet<number> = new Set();
  @query("input[type=search]") private readonly search!: HTMLInputElement;
  @query("bt-item-table") private readonly table!: ItemTable | null;
  @query("bt-selection-bar") private readonly bar!: SelectionBar;
  @query("bt-undo-delete") private readonly undo!: UndoDelete;

  readonly found = new FoundItemsController(
    this,
    () => this.queries,
    () => this.#followsNewest,
  );
  readonly #letters = new StoredItemController(this, tableLetters);
  readonly #charts = new StoredItemController(this, chartsShown);
  readonly #columns = new StoredItemController(this, tableColumns);
  readonly #pause = new TypingPause(this, () => this.#find());
  readonly #mark = new LiveQueryController(this, {
    args: () => [this.collection.id] as const,
    query: ([collection]) => itemsMark(databases().research, collection),
  });
  #told: unknown;

  override focus(): void {
    this.table?.focus();
  }

  get selection(): ReadonlySet<number> {
    return this.selected;
  }

  /** The newest come first, and the first one is in sight. */
  get #followsNewest(): boolean {
    const { descending, order } = this.state;
    return descending && (order === "time" || order === "collected") && (this.table?.isAtTop ?? true);
  }

  #find(): void {
    // What is being typed is no place to go back to.
    tell(this, "bt-filter", { change: { text: this.search.value.trim() } });
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("state") && !sameQuestion(changed.get("state"), this.state)) {
      const { descending, filter, order } = this.state;
      this.found.ask({ filter, order, descending });
      this.selected = new Set();
      this.table?.toTop();
    }
    if (this.#mark.value !== undefined) this.found.marked(this.#mark.value);
  }

  override updated(): void {
    const { shown } = this.found;
    if (shown === this.#told) return;
    this.#told = shown;
    this.dispatchEvent(new CustomEvent("found", { detail: shown }));
  }

  readonly #onAct = (event: CustomEvent<unknown>): void => {
    if (event.detail === "help") this.#show("bt-table-help");
    else if (event.detail === "codes" && this.selected.size > 0) {
      event.stopPropagation();
      this.bar.askCode();
    }
  };

  #show(name: TableDialog): void {
    this.renderRoot.querySelector(name)?.show();
  }

  override render(): TemplateResult {
    const { found, state } = this;
    const label = t("research_search");
    // Where there is nothing, there is nothing to search or export.
    return html`<div class="line" ?hidden=${found.shown?.total === 0}>
        <div class="find" role="search">
          ${icon(Search)}
          <input
            type="search"
            autocomplete="off"
            maxlength="200"
            dir="auto"
            aria-label=${label}
            placeholder=${label}
            .value=${state.filter.text}
            @input=${this.#pause.typed}
          />
        </div>
        <button
          type="button"
          class="button primary"
          aria-haspopup="dialog"
          @click=${() => tell(this, "bt-act", "export")}
        >
          ${icon(Download, 14)} ${t("research_export")}
        </button>
      </div>
      <bt-filter-pills
        .collection=${this.collection}
        .filter=${state.filter}
        .facets=${found.shown?.facets}
      ></bt-filter-pills>
      ${this.#status()}
      <bt-selection-bar
        .collection=${this.collection}
        .selected=${this.selected}
        @bt-select=${this.#onSelect}
      ></bt-selection-bar>
      <bt-undo-delete .collection=${this.collection} @done=${() => void this.#onUndone()}></bt-undo-delete>
      ${this.#problem()} ${this.#table()}
      <bt-table-help></bt-table-help>
      <bt-table-columns></bt-table-columns>`;
  }

  /** These are there no more: the list goes on without them, and they can be had back. */
  deleted(what: readonly DeletedItems[]): void {
    this.selected = new Set();
    this.undo.keep(what);
    void this.found.again();
  }

  async #onUndone(): Promise<void> {
    await this.found.again();
    this.focus();
  }

  readonly #onSelect = (event: CustomEvent<ReadonlySet<number>>): void => {
    this.selected = event.detail;
  };

  #status(): TemplateResult {
    const { added, isAsking, newer, shown } = this.found;
    return html`<div class=${shown?.total === 0 ? "status sr-only" : "status"}>
      <p role="status" class="meta">${shown ? countWords(shown.seqs.length, shown.total) : t("loading")}</p>
      ${
        newer
          ? html`<button type="button" class="text-button new" @click=${() => this.#showNewer()}>
              ${icon(RefreshCw, 14)}
              ${added > 0 ? t("research_newer", { count: added }) : t("research_changed")}
            </button>`
          : nothing
      }
      ${shown?.total === 0 ? nothing : this.#tools()}
      ${isAsking ? html`<div class="progress"></div>` : nothing}
    </div>`;
  }

  #tools(): TemplateResult {
    const areShown = this.#charts.value ?? true;
    return html`<button type="button" class="text-button" @click=${() => void this.#charts.set(!areShown)}>
        ${t(areShown ? "research_charts_hide" : "research_charts_show")}
      </button>
      ${tableTools((dialog) => this.#show(dialog))}`;
  }

  #showNewer(): void {
    this.found.showNewer();
    this.focus();
  }

  #problem(): unknown {
    const { problem } = this.found;
    const error = this.#mark.error;
    if (!problem && error === undefined) return nothing;
    return html`<p class="note warn" role="alert">
      <span>${problem ? problemText(problem) : readingError(error)} ${t("research_not_found_words")}</span>
      <button type="button" class="link" @click=${() => (this.#mark.restart(), void this.found.again())}>
        ${t("retry")}
      </button>
    </p>`;
  }

  #table(): TemplateResult {
    const { shown } = this.found;
    if (!shown) return html`${nothing}`;
    if (shown.total === 0) return this.#nothingYet();
    if (shown.seqs.length === 0 && isNarrowed(this.state.filter)) return this.#noMatch();
    return html`<bt-item-table
      .seqs=${shown.seqs}
      .collection=${this.collection}
      .order=${this.state.order}
      .descending=${this.state.descending}
      .chosen=${this.state.item}
      .selected=${this.selected}
      .columns=${knownColumns(this.#columns.value)}
      .letters=${this.#letters.value ?? true}
      @bt-select=${this.#onSelect}
      @bt-act=${this.#onAct}
    ></bt-item-table>`;
  }

  #nothingYet(): TemplateResult {
    return html`<bt-first-steps missing="items">
      <button
        type="button"
        class="button"
        aria-haspopup="dialog"
        @click=${() => this.dispatchEvent(new CustomEvent("import"))}
      >
        ${t("research_import")}
      </button>
    </bt-first-steps>`;
  }

  #noMatch(): TemplateResult {
    return html`<div class="card none">
      <p>${t("research_no_match")}</p>
      <button
        type="button"
        class="button"
        @click=${() => {
          tell(this, "bt-filter", { change: everything(this.collection.id) });
        }}
      >
        ${t("research_clear_all")}
      </button>
    </div>`;
  }
}

function countWords(count: number, total: number): string {
  if (count === total) return t("research_count", { count });
  return t("research_count_of", { count, total: formatNumber(total) });
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-workspace-list": WorkspaceList;
  }
}
