import { html, nothing, type TemplateResult } from "lit";
import { codeKey, formatList, t } from "../../lib/i18n.ts";
import type { Collection } from "../../lib/model/research/collection.ts";
import type { ImportContent, ImportOutcome } from "../../lib/model/research/transfer.ts";
import { contentWords, refusalText } from "./import-words.ts";

/** What is in a file, before anything is written. */
export function contentView(content: ImportContent): TemplateResult {
  const { collection, first, kind } = content;
  return html`<div class="stack" role="status">
    <p>
      <strong>${t(codeKey("research_import_kind", kind))}</strong>
      ${collection ? html`<span class="anywhere">${t("research_import_from", { name: collection.name })}</span>` : nothing}
    </p>
    <p class="meta">${formatList(contentWords(content))}</p>
    ${
      first.length === 0
        ? nothing
        : html`<div class="scroll" tabindex="0" role="region" aria-label=${t("research_import_first")}>
            <table>
              <caption class="sr-only">
                ${t("research_import_first")}
              </caption>
              <tbody>
                ${first.map(
                  ({ author, site, text }) =>
                    html`<tr>
                      <td>${site}</td>
                      <td dir="auto">${author ?? ""}</td>
                      <td dir="auto">${text}</td>
                    </tr>`,
                )}
              </tbody>
            </table>
          </div>`
    }
  </div>`;
}

/** Where the items go. */
export interface ImportTarget {
  /** Id of a collection; empty: a new one. */
  readonly id: string;
  readonly newName: string;
  readonly coder: string;
  readonly isVouchedFor: boolean;
}

function text(event: Event): string {
  return (event.target as HTMLInputElement | HTMLSelectElement).value;
}

/** @param coder - Who coded what is in the file, as far as it says so. */
export function targetFields(
  target: ImportTarget,
  collections: readonly Collection[],
  coder: string,
  change: (target: ImportTarget) => void,
): TemplateResult {
  const chosen = collections.find(({ id }) => id === target.id);
  return html`<label class="field">
      <span class="label">${t("research_import_into")}</span>
      <select name="target" @change=${(event: Event) => change({ ...target, id: text(event) })}>
        ${collections.map(
          ({ id, name }) => html`<option value=${id} ?selected=${id === target.id}>${name}</option>`,
        )}
        <option value="" ?selected=${target.id === ""}>${t("research_import_new")}</option>
      </select>
    </label>
    ${chosen ? chosenNotes(target, chosen, change) : newFields(target, coder, change)}`;
}

function newFields(
  target: ImportTarget,
  coder: string,
  change: (target: ImportTarget) => void,
): TemplateResult {
  return html`<label class="field">
      ${t("research_import_new_name")}
      <input
        type="text"
        name="new-name"
        maxlength="200"
        dir="auto"
        required
        .value=${target.newName}
        @input=${(event: Event) => change({ ...target, newName: text(event) })}
      />
    </label>
    <label class="field">
      ${t("research_import_coder")}
      <input
        type="text"
        name="coder"
        maxlength="100"
        dir="auto"
        aria-describedby="coder_hint"
        .value=${target.coder}
        @input=${(event: Event) => change({ ...target, coder: text(event) })}
      />
      <span id="coder_hint" class="meta"
        >${coder ? t("research_import_coder_hint", { coder }) : nothing}</span
      >
    </label>`;
}

function chosenNotes(
  target: ImportTarget,
  { name, privacy }: Collection,
  change: (target: ImportTarget) => void,
): TemplateResult {
  const vouch = (event: Event): void =>
    change({ ...target, isVouchedFor: (event.target as HTMLInputElement).checked });
  return html`${privacy.pseudonymise ? html`<p class="note">${t("research_import_protects", { name })}</p>` : nothing}
  ${
    privacy.audience === "public-only"
      ? html`<label class="check">
          <input type="checkbox" name="vouch" .checked=${target.isVouchedFor} @change=${vouch} />
          <span>
            ${t("research_import_vouch")}
            <span class="meta">${t("research_import_vouch_hint", { name })}</span>
          </span>
        </label>`
      : nothing
  }`;
}

/** What an import did. */
export function outcomeView({ added, refused, refusals, same, updated }: ImportOutcome): TemplateResult {
  const words = [
    t("research_import_added", { count: added }),
    ...(updated > 0 ? [t("research_import_updated", { count: updated })] : []),
    ...(same > 0 ? [t("research_import_same", { count: same })] : []),
    ...(refused > 0 ? [t("research_import_refused", { count: refused })] : []),
  ];
  return html`<p>${formatList(words)}</p>
    ${
      refusals.length === 0
        ? nothing
        : html`<ul class="refusals meta" tabindex="0">
            ${refusals.map((row) => html`<li class="anywhere">${refusalText(row)}</li>`)}
            ${
              refused > refusals.length
                ? html`<li>${t("research_import_more", { count: refused - refusals.length })}</li>`
                : nothing
            }
          </ul>`
    }`;
}
