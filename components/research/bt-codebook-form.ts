import { html, LitElement, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { t } from "../../lib/i18n.ts";
import type { Code } from "../../lib/model/research/coding.ts";
import { idsUnder, listed } from "../../lib/research/codebook/code-tree.ts";
import type { CodeDraft } from "../../lib/research/codebook/edit-codes.ts";
import { codebookStyle } from "../styles/codebook.ts";
import { codeHueStyle } from "../styles/code-hues.ts";
import { shared } from "../styles/shared.ts";
import { swatch } from "./code-tag.ts";

/** As many as `codeHues` has. */
const hues = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** What is said of one code. Fires `bt-code` with it, or `bt-cancel`. */
@customElement("bt-codebook-form")
export class CodebookForm extends LitElement {
  static override readonly styles = [shared, codeHueStyle, codebookStyle];

  /** The code to change; none: a new one. */
  @property({ attribute: false }) code: Code | undefined;
  @property({ attribute: false }) codes: readonly Code[] = [];
  @query("input[name=name]") private readonly nameField!: HTMLInputElement;
  @state() private draft: CodeDraft = { name: "", description: "", colour: 0 };
  @state() private isTried = false;

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("code") && this.hasUpdated) return;
    this.draft = this.code ?? { name: "", description: "", colour: this.codes.length % hues.length };
  }

  override firstUpdated(): void {
    this.nameField.focus();
  }

  #change(change: Partial<CodeDraft>): void {
    this.draft = { ...this.draft, ...change };
  }

  #moveUnder(parent: string): void {
    const { name, description, colour } = this.draft;
    this.draft = { name, description, colour, ...(parent !== "" && { parent }) };
  }

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    this.isTried = true;
    const name = this.draft.name.trim();
    if (name === "") {
      this.nameField.focus();
      return;
    }
    const { description, colour, parent } = this.draft;
    const detail: CodeDraft = {
      name,
      description: description.trim(),
      colour,
      ...(parent !== undefined && { parent }),
    };
    this.dispatchEvent(new CustomEvent("bt-code", { detail }));
  };

  override render(): TemplateResult {
    const isNameless = this.isTried && this.draft.name.trim() === "";
    return html`<form novalidate @submit=${this.#submit}>
      <label class="field">
        <span>${t("research_code_name")}</span>
        <input
          type="text"
          name="name"
          dir="auto"
          maxlength="200"
          autocomplete="off"
          aria-invalid=${isNameless}
          aria-describedby="fault"
          .value=${this.draft.name}
          @input=${(event: Event) => this.#change({ name: (event.target as HTMLInputElement).value })}
        />
        <span id="fault" class="meta" role="status">${isNameless ? t("research_code_nameless") : ""}</span>
      </label>
      <label class="field">
        <span>${t("research_code_description")}</span>
        <textarea
          rows="3"
          dir="auto"
          maxlength="5000"
          .value=${this.draft.description}
          @input=${(event: Event) => this.#change({ description: (event.target as HTMLTextAreaElement).value })}
        ></textarea>
      </label>
      ${this.#hueField()} ${this.#parentField()}
      <div class="row end">
        <button type="button" class="button" @click=${() => this.dispatchEvent(new CustomEvent("bt-cancel"))}>
          ${t("cancel")}
        </button>
        <button type="submit" class="button primary">
          ${t(this.code ? "research_code_change_do" : "research_code_add_do")}
        </button>
      </div>
    </form>`;
  }

  #hueField(): TemplateResult {
    return html`<fieldset>
      <legend>${t("research_code_colour")}</legend>
      <div class="hues">
        ${hues.map(
          (hue) =>
            html`<label>
              <input
                type="radio"
                name="colour"
                value=${hue}
                .checked=${this.draft.colour === hue}
                @change=${() => this.#change({ colour: hue })}
              />
              ${swatch(hue)} <span>${t(`research_hue_${hue}`)}</span>
            </label>`,
        )}
      </div>
    </fieldset>`;
  }

  /** Under any code that is not under this one. */
  #parentField(): TemplateResult {
    const under = this.code ? idsUnder(this.codes, this.code.id) : new Set();
    const others = listed(this.codes).filter(({ code: { id } }) => !under.has(id));
    return html`<label class="field">
      <span>${t("research_code_parent")}</span>
      <select @change=${(event: Event) => this.#moveUnder((event.target as HTMLSelectElement).value)}>
        <option value="" ?selected=${this.draft.parent === undefined}>${t("research_code_no_parent")}</option>
        ${others.map(
          ({ code: { id, name }, depth }) =>
            html`<option value=${id} ?selected=${this.draft.parent === id}>
              ${"  ".repeat(depth)}${name}
            </option>`,
        )}
      </select>
    </label>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-codebook-form": CodebookForm;
  }
}
