import { html, nothing, type TemplateResult } from "lit";
import { codeKey, t } from "../../lib/i18n.ts";
import type { ExportFormatId, ExportOrder } from "../../lib/model/research/transfer.ts";
import { itemColumns } from "../../lib/research/export/columns.ts";
import {
  type ExportChoices,
  type ExportScope,
  hasColumns,
  hasTables,
  withColumn,
  withFormat,
  withKind,
} from "./export-choices.ts";

interface Fields {
  readonly choices: ExportChoices;
  readonly change: (choices: ExportChoices) => void;
  /** How many items each scope has, as far as they are counted; a scope without is not offered. */
  readonly counts: Readonly<Partial<Record<ExportScope, number | undefined>>>;
  readonly offered: readonly ExportFormatId[];
}

const scopes: readonly ExportScope[] = ["all", "filtered", "selected"];
const kinds: readonly ExportOrder["kind"][] = ["folder", "file"];

/** What goes along, as what, in which formats and columns. */
export function exportFields(fields: Fields): TemplateResult {
  const { choices, change } = fields;
  return html`${scopeField(fields)} ${kindField(fields)} ${formatField(fields)}
  ${hasColumns(choices) ? columnField(fields) : nothing}
  ${
    hasTables(choices)
      ? html`<label class="check">
          <input
            type="checkbox"
            name="spreadsheets"
            .checked=${choices.forSpreadsheets}
            @change=${(event: Event) => change({ ...choices, forSpreadsheets: isOn(event) })}
          />
          <span>
            ${t("research_export_spreadsheets")}
            <span class="meta">${t("research_export_spreadsheets_hint")}</span>
          </span>
        </label>`
      : nothing
  }`;
}

function isOn(event: Event): boolean {
  return (event.target as HTMLInputElement).checked;
}

function scopeField({ change, choices, counts }: Fields): TemplateResult {
  return html`<fieldset>
    <legend>${t("research_export_what")}</legend>
    ${scopes
      .filter((scope) => scope in counts)
      .map((scope) => {
        const count = counts[scope];
        return html`<label class="check">
          <input
            type="radio"
            name="scope"
            value=${scope}
            .checked=${choices.scope === scope}
            @change=${() => change({ ...choices, scope })}
          />
          <span>
            ${count === undefined ? t("research_export_counting") : t(`research_export_${scope}`, { count })}
          </span>
        </label>`;
      })}
  </fieldset>`;
}

function kindField({ change, choices }: Fields): TemplateResult {
  return html`<fieldset>
    <legend>${t("research_export_as")}</legend>
    ${kinds.map(
      (kind) =>
        html`<label class="check">
          <input
            type="radio"
            name="kind"
            value=${kind}
            .checked=${choices.kind === kind}
            @change=${() => change(withKind(choices, kind))}
          />
          <span>
            ${t(`research_export_${kind}`)}
            <span class="meta">${t(`research_export_${kind}_hint`)}</span>
          </span>
        </label>`,
    )}
  </fieldset>`;
}

function formatField({ change, choices, offered }: Fields): TemplateResult {
  return html`<fieldset>
    <legend>${t("research_export_formats")}</legend>
    <div class="formats">
      ${offered.map((id) => {
        const key = codeKey("research_export_format", id);
        return html`<label class="check">
          <input
            type=${choices.kind === "file" ? "radio" : "checkbox"}
            name="format"
            value=${id}
            .checked=${choices.formats.includes(id)}
            @change=${(event: Event) => change(withFormat(choices, id, isOn(event)))}
          />
          <span>
            ${t(key)}
            <span class="meta">${t(`${key}_hint`)}</span>
          </span>
        </label>`;
      })}
    </div>
  </fieldset>`;
}

function columnField({ change, choices }: Fields): TemplateResult {
  const chosen = new Set(choices.columns ?? itemColumns.map(({ name }) => name));
  const needed = itemColumns.filter((column) => column.needed).map(({ name }) => name);
  return html`<details>
    <summary>${t("research_export_columns", { count: chosen.size, total: itemColumns.length })}</summary>
    <p class="meta">${t("research_export_columns_hint")}</p>
    <div class="row">
      <button type="button" class="link" @click=${() => change({ ...choices, columns: undefined })}>
        ${t("research_export_columns_all")}
      </button>
      <button type="button" class="link" @click=${() => change({ ...choices, columns: needed })}>
        ${t("research_export_columns_needed")}
      </button>
    </div>
    <div class="columns">
      ${itemColumns.map(
        ({ name, needed: isNeeded, personal }) =>
          html`<label class="check">
            <input
              type="checkbox"
              name="column"
              value=${name}
              .checked=${chosen.has(name)}
              @change=${(event: Event) => change(withColumn(choices, name, isOn(event)))}
            />
            <span>
              <code>${name}</code>
              ${isNeeded ? html`<span class="tag">${t("research_export_column_needed")}</span>` : nothing}
              ${personal ? html`<span class="tag warn">${t("research_export_column_personal")}</span>` : nothing}
            </span>
          </label>`,
      )}
    </div>
  </details>`;
}
