import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { t } from "../../lib/i18n.ts";
import type { Collection } from "../../lib/model/research/collection.ts";
import { cellOf } from "../../lib/research/export/cell.ts";
import { chosenColumns } from "../../lib/research/export/columns.ts";
import type { ExportRow } from "../../lib/research/export/export-row.ts";
import { ownCoding } from "../../lib/research/export/own-coding.ts";
import { readRows } from "../../lib/research/export/read-rows.ts";
import { LiveQueryController } from "../controllers/live-query.ts";
import { databases } from "../databases.ts";
import { shared } from "../styles/shared.ts";
import { transferStyle } from "../styles/transfer.ts";

const shownRows = 10;
/** Of a cell. UTF-16 units. */
const shownText = 120;

/** The first ten items of an export, in the columns that were chosen. */
@customElement("bt-export-preview")
export class ExportPreview extends LitElement {
  static override readonly styles = [shared, transferStyle];

  @property({ attribute: false }) collection!: Collection;
  /** Numbers of what goes along; none while they are being counted. */
  @property({ attribute: false }) seqs: Uint32Array | undefined;
  @property({ attribute: false }) columns: readonly string[] | undefined;

  readonly #rows = new LiveQueryController(this, {
    args: () => this.seqs && ([this.collection.id, this.seqs] as const),
    query: ([id, seqs]) => firstRows(id, seqs.subarray(0, shownRows)),
  });

  override render(): TemplateResult | typeof nothing {
    const rows = this.#rows.value;
    if (!rows) return nothing;
    if (rows.length === 0) return html`<p class="meta">${t("research_export_preview_none")}</p>`;
    const columns = chosenColumns(this.columns);
    // Reached by keyboard, or nobody without a mouse could see its end.
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${t("research_export_preview")}>
      <table>
        <thead>
          <tr>
            ${columns.map(({ name }) => html`<th scope="col">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map((row) => {
            const own = ownCoding(row, this.collection.coder);
            return html`<tr>
              ${columns.map((column) => {
                const text = cellOf(column, column.of(row.item, own, row.codings), false);
                return html`<td dir="auto">${text.slice(0, shownText)}</td>`;
              })}
            </tr>`;
          })}
        </tbody>
      </table>
    </div>`;
  }
}

async function firstRows(id: string, seqs: Uint32Array): Promise<readonly ExportRow[]> {
  const rows: ExportRow[] = [];
  for await (const batch of readRows(databases().research, id, seqs, new AbortController().signal)) {
    rows.push(...batch);
  }
  return rows;
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-export-preview": ExportPreview;
  }
}
