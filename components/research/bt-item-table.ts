import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { t } from "../../lib/i18n.ts";
import type { Collection } from "../../lib/model/research/collection.ts";
import type { ItemOrder } from "../../lib/model/research/query.ts";
import { LiveQueryController } from "../controllers/live-query.ts";
import { databases } from "../databases.ts";
import { shared } from "../styles/shared.ts";
import { codeHueStyle } from "../styles/code-hues.ts";
import { itemTableStyle } from "../styles/item-table.ts";
import { cardsRem, type ColumnId, firstColumns, fittingColumns, tracksOf } from "./item-columns.ts";
import { ItemRows, rowReader } from "./item-rows.ts";
import { actOf, type TableAct } from "./item-table-keys.ts";
import { tableHead, tableRow } from "./item-table-row.ts";
import { readFailure } from "./read-failure.ts";
import { Selection } from "./selection.ts";
import { TableScroll } from "./table-scroll.ts";
import { tell } from "./workspace-events.ts";

/**
 * The items of a list of any length. The whole is one stop of the Tab key: arrow keys move the active row, which
 * `aria-activedescendant` names, so that scrolling never loses the focus. Fires `bt-open`, `bt-order`, `bt-select`, `bt-act`.
 */
@customElement("bt-item-table")
export class ItemTable extends LitElement {
  static override readonly styles = [shared, codeHueStyle, itemTableStyle];

  /** `ResearchItem.seq` of every row, in order. */
  @property({ attribute: false }) seqs: Uint32Array = new Uint32Array();
  @property({ attribute: false }) collection!: Collection;
  @property() order: ItemOrder = "time";
  @property({ type: Boolean }) descending = true;
  /** The item that stands open. */
  @property({ type: Number }) chosen: number | undefined;
  @property({ attribute: false }) selected: ReadonlySet<number> = new Set();
  @property({ attribute: false }) columns: readonly ColumnId[] = firstColumns;
  /** Whether single letters do something. */
  @property({ type: Boolean }) letters = true;
  /** Place of the row that keys act on. */
  @state() private active = 0;
  @query(".scroller") private readonly scroller!: HTMLElement;

  readonly #rows = new ItemRows(this);
  readonly #scroll = new TableScroll(this);
  readonly #selection = new Selection();
  /** What is in view once scrolling rests is followed: codes change, items are edited and deleted. */
  readonly #live = new LiveQueryController(this, {
    args: () => (this.collection ? ([this.#resting, this.collection.coder] as const) : undefined),
    query: async ([seqs, coder]) => {
      const rows = await rowReader(databases().research, coder)(seqs);
      return new Map(seqs.map((seq, index) => [seq, rows[index]]));
    },
  });
  #resting: readonly number[] = [];
  #followed: unknown;

  override focus(): void {
    this.scroller.focus();
  }

  /** The first row stands at the top, as after a new question. */
  toTop(): void {
    this.active = 0;
    this.#scroll.reveal(0);
  }

  get isAtTop(): boolean {
    return this.#scroll.isAtTop;
  }

  /** The item that keys act on. */
  get activeSeq(): number | undefined {
    return this.seqs[this.active];
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("collection") && this.collection.coder !== changed.get("collection")?.coder) {
      this.#rows.from(rowReader(databases().research, this.collection.coder));
    }
    if (changed.has("seqs")) this.#keepActive(changed.get("seqs"));
    if (this.#live.value && this.#live.value !== this.#followed) this.#rows.keep(this.#live.value);
    this.#followed = this.#live.value;
    this.#scroll.count = this.seqs.length;
    const [from, to] = this.#scroll.range;
    const inView = [...this.seqs.subarray(from, to)];
    this.#rows.want(inView);
    if (!this.#scroll.isMoving) this.#resting = inView;
    this.toggleAttribute("cards", this.#scroll.widthRem < cardsRem);
  }

  /** The same list with some rows more or less: the active row stays the active one. */
  #keepActive(before: Uint32Array | undefined): void {
    const seq = before?.[this.active];
    const found = seq === undefined ? -1 : this.seqs.indexOf(seq);
    this.active = Math.max(0, found >= 0 ? found : Math.min(this.active, this.seqs.length - 1));
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    // Inside a heading or a box, keys are theirs.
    if (event.target !== this.scroller) return;
    const act = actOf(event, this.letters);
    if (act === undefined || (this.seqs.length === 0 && act !== "help")) return;
    if (act === "clear" && this.selected.size === 0) return;
    event.preventDefault();
    event.stopPropagation();
    this.#do(act);
  };

  #do(act: TableAct): void {
    const { pageRows } = this.#scroll;
    const last = this.seqs.length - 1;
    const goal: Partial<Record<TableAct, number>> = {
      next: this.active + 1,
      previous: this.active - 1,
      first: 0,
      last,
      "page-down": this.active + pageRows,
      "page-up": this.active - pageRows,
    };
    const index = goal[act];
    if (index !== undefined) return this.#activate(Math.max(0, Math.min(index, last)), true);
    if (act === "open") return this.#open(false);
    if (act === "select" || act === "select-range") return this.#select(this.active, act === "select-range");
    if (act === "select-all") return this.#selectAll();
    if (act === "clear") return tell(this, "bt-select", new Set());
    if (act === "codes" || act === "note") this.#open(false);
    if (act === "codes" || act === "note" || act === "export" || act === "help") tell(this, "bt-act", act);
  }

  #activate(index: number, byMoving: boolean): void {
    this.active = index;
    this.#scroll.reveal(index);
    if (byMoving && this.chosen !== undefined) this.#open(true);
  }

  #open(byMoving: boolean): void {
    const seq = this.activeSeq;
    if (seq !== undefined) tell(this, "bt-open", { seq, byMoving });
  }

  #select(index: number, isRange: boolean): void {
    tell(this, "bt-select", this.#selection.press(this.seqs, this.selected, index, isRange));
  }

  #selectAll(): void {
    tell(this, "bt-select", this.selected.size >= this.seqs.length ? new Set() : new Set(this.seqs));
  }

  #sort(order: ItemOrder): void {
    tell(this, "bt-order", { order, descending: order === this.order ? !this.descending : true });
  }

  readonly #onClick = (event: MouseEvent): void => {
    const target = event.target as HTMLElement;
    const row = target.closest<HTMLElement>("[data-index]");
    if (!row) return;
    const index = Number(row.dataset["index"]);
    this.scroller.focus({ preventScroll: true });
    if (target.closest(".box")) {
      // A label passes a press on to its box: that second one is the one that counts.
      if (!(target instanceof HTMLInputElement)) return;
      this.active = index;
      this.#select(index, event.shiftKey);
    } else if (getSelection()?.isCollapsed !== false) {
      this.active = index;
      this.#open(false);
    }
  };

  override render(): TemplateResult {
    const shown = fittingColumns(this.columns, this.#scroll.widthRem);
    const activeSeq = this.activeSeq;
    const [from, to] = this.#scroll.range;
    const isActiveDrawn = activeSeq !== undefined && this.active >= from && this.active < to;
    return html`${this.#problem()}
      <div
        class="scroller"
        role="grid"
        tabindex="0"
        style="--tracks: ${tracksOf(shown)}"
        aria-label=${t("research_table")}
        aria-rowcount=${this.seqs.length + 1}
        aria-colcount=${shown.length + 1}
        aria-multiselectable="true"
        aria-activedescendant=${isActiveDrawn ? `r${activeSeq}` : nothing}
        @scroll=${this.#scroll.onScroll}
        @scrollend=${this.#scroll.onScrollEnd}
        @keydown=${this.#onKey}
      >
        <div role="rowgroup" class="head">
          ${tableHead({
            columns: shown,
            order: this.order,
            descending: this.descending,
            count: this.seqs.length,
            areAllSelected: this.#areAllSelected,
            sort: (order) => this.#sort(order),
            selectAll: () => this.#selectAll(),
          })}
        </div>
        <div
          role="rowgroup"
          class="body"
          style="block-size: ${this.#scroll.heightPx}px"
          @click=${this.#onClick}
        >
          <div class="rows" style="transform: translateY(${this.#scroll.placePx(from)}px)">
            ${this.#drawn(from, to, shown)}
          </div>
        </div>
      </div>
      <div class="ring" aria-hidden="true"></div>
      <div class="probe" aria-hidden="true"></div>`;
  }

  get #areAllSelected(): boolean | undefined {
    if (this.selected.size === 0) return false;
    return this.selected.size >= this.seqs.length ? true : undefined;
  }

  #drawn(from: number, to: number, shown: ReturnType<typeof fittingColumns>): unknown {
    return repeat(
      this.seqs.subarray(from, to),
      (seq) => seq,
      (seq, nth) =>
        tableRow({
          seq,
          index: from + nth,
          row: this.#rows.row(seq),
          columns: shown,
          codebook: this.collection.codebook,
          isActive: from + nth === this.active,
          isChosen: seq === this.chosen,
          isSelected: this.selected.has(seq),
        }),
    );
  }

  #problem(): unknown {
    const error = this.#rows.error ?? this.#live.error;
    if (error === undefined) return nothing;
    return readFailure(error, () => {
      this.#rows.retry();
      this.#live.restart();
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-item-table": ItemTable;
  }
}
