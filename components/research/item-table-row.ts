import { html, nothing, type TemplateResult } from "lit";
import { ArrowDown, ArrowUp } from "lucide";
import { t } from "../../lib/i18n.ts";
import type { Codebook } from "../../lib/model/research/coding.ts";
import type { ItemOrder } from "../../lib/model/research/query.ts";
import { icon } from "../parts/icon.ts";
import type { Column } from "./item-columns.ts";
import type { ItemRow } from "./item-rows.ts";
import { timeLine } from "./item-words.ts";

interface RowView {
  readonly seq: number;
  /** Place in the whole list, from 0. */
  readonly index: number;
  readonly row: ItemRow | "gone" | undefined;
  readonly columns: readonly Column[];
  readonly codebook: Codebook;
  readonly isActive: boolean;
  readonly isChosen: boolean;
  readonly isSelected: boolean;
}

/** One row. The heading is the first row of all for assistive technology, hence the two. */
export function tableRow(view: RowView): TemplateResult {
  const { seq, index, row, isActive, isChosen, isSelected } = view;
  const state = `${isActive ? " active" : ""}${isChosen ? " chosen" : ""}${isSelected ? " selected" : ""}`;
  return html`<div
    role="row"
    id="r${seq}"
    class="row${state}"
    data-index=${index}
    aria-rowindex=${index + 2}
    aria-selected=${isSelected}
    aria-current=${isChosen ? "true" : nothing}
  >
    ${row === undefined || row === "gone" ? emptyCells(row, view.columns.length) : cells(row, view)}
  </div>`;
}

function emptyCells(row: "gone" | undefined, count: number): TemplateResult {
  return html`<div
    role="gridcell"
    class="cell empty ${row === "gone" ? "pale" : "coming"}"
    aria-colindex="1"
    aria-colspan=${count + 1}
  >
    ${row === "gone" ? t("research_row_gone") : html`<span class="sr-only">${t("loading")}</span>`}
  </div>`;
}

function cells(row: ItemRow, { codebook, columns, isSelected }: RowView): TemplateResult {
  const { publishedAt, publishedAtPrecision, collectedAt, author } = row.item;
  const time = timeLine(
    publishedAt ?? collectedAt,
    publishedAt === undefined ? undefined : publishedAtPrecision,
  );
  return html`<div role="gridcell" class="cell box" aria-colindex="1">
      <label>
        <input
          type="checkbox"
          tabindex="-1"
          .checked=${isSelected}
          aria-label=${t("research_select_row", { author: author ?? "", time })}
        />
      </label>
    </div>
    ${columns.map(
      (column, index) =>
        html`<div role="gridcell" class="cell ${column.id}" aria-colindex=${index + 2}>
          ${column.cell(row, codebook)}
        </div>`,
    )}`;
}

interface HeadView {
  readonly columns: readonly Column[];
  readonly order: ItemOrder;
  readonly descending: boolean;
  /** `undefined`: some. */
  readonly areAllSelected: boolean | undefined;
  readonly count: number;
  readonly sort: (order: ItemOrder) => void;
  readonly selectAll: () => void;
}

export function tableHead(view: HeadView): TemplateResult {
  const { areAllSelected, columns, count } = view;
  return html`<div role="row" class="row heading" aria-rowindex="1">
    <div role="columnheader" class="cell box" aria-colindex="1">
      <label>
        <input
          type="checkbox"
          .checked=${areAllSelected === true}
          .indeterminate=${areAllSelected === undefined}
          ?disabled=${count === 0}
          aria-label=${t("research_select_all", { count })}
          @change=${view.selectAll}
        />
      </label>
    </div>
    ${columns.map((column, index) => heading(column, index, view))}
  </div>`;
}

function heading(column: Column, index: number, { descending, order, sort }: HeadView): TemplateResult {
  const { order: own } = column;
  if (own === undefined) {
    return html`<div role="columnheader" class="cell ${column.id}" aria-colindex=${index + 2}>
      ${t(column.label)}
    </div>`;
  }
  const isSorted = own === order;
  return html`<div
    role="columnheader"
    class="cell ${column.id}"
    aria-colindex=${index + 2}
    aria-sort=${isSorted ? (descending ? "descending" : "ascending") : "none"}
  >
    <button type="button" class="sort" @click=${() => sort(own)}>
      ${t(column.label)}${isSorted ? icon(descending ? ArrowDown : ArrowUp, 14) : nothing}
    </button>
  </div>`;
}
