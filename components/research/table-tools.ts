import { html, type TemplateResult } from "lit";
import { CircleHelp, Columns3, type IconNode } from "lucide";
import { t } from "../../lib/i18n.ts";
import { icon } from "../parts/icon.ts";

/** Dialogs about the table as a whole, by the elements that they are. */
export type TableDialog = "bt-table-columns" | "bt-table-help";

/** The buttons above the table: which columns it has, and by which keys it is moved. */
export function tableTools(show: (dialog: TableDialog) => void): TemplateResult {
  const tool = (dialog: TableDialog, label: string, picture: IconNode): TemplateResult =>
    html`<button
      type="button"
      class="icon-button"
      aria-label=${label}
      aria-haspopup="dialog"
      @click=${() => show(dialog)}
    >
      ${icon(picture)}
    </button>`;
  return html`${tool("bt-table-columns", t("research_columns"), Columns3)}
  ${tool("bt-table-help", t("research_keys"), CircleHelp)}`;
}
