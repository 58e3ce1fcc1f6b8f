import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import {
  ArrowDown,
  ArrowUp,
  type IconNode,
  IndentDecrease,
  IndentIncrease,
  Pencil,
  Plus,
  Trash,
} from "lucide";
import { t } from "../../lib/i18n.ts";
import type { Code } from "../../lib/model/research/coding.ts";
import { listed, type ListedCode } from "../../lib/research/codebook/code-tree.ts";
import {
  addCode,
  changeCode,
  type CodeDraft,
  type Move,
  moveCode,
  newCodeId,
  removeCode,
} from "../../lib/research/codebook/edit-codes.ts";
import { icon } from "../parts/icon.ts";
import { codebookStyle } from "../styles/codebook.ts";
import { codeHueStyle } from "../styles/code-hues.ts";
import { shared } from "../styles/shared.ts";
import "./bt-codebook-form.ts";
import { swatch } from "./code-tag.ts";

/** Deeper codes stand no further in: there is little room. */
const deepest = 3;

const moves = [
  ["up", ArrowUp, "ArrowUp"],
  ["down", ArrowDown, "ArrowDown"],
  ["out", IndentDecrease, "ArrowLeft"],
  ["in", IndentIncrease, "ArrowRight"],
] as const satisfies readonly (readonly [Move, unknown, string])[];

/** Further in is to the left where text runs to the left. */
const mirrored: ReadonlyMap<string, string> = new Map([
  ["ArrowLeft", "ArrowRight"],
  ["ArrowRight", "ArrowLeft"],
]);

/** Codes to be written, changed, moved (buttons, or Alt and arrows) and taken out. Fires `bt-codes` with all of them. */
@customElement("bt-codebook-list")
export class CodebookList extends LitElement {
  static override readonly styles = [shared, codeHueStyle, codebookStyle];

  @property({ attribute: false }) codes: readonly Code[] = [];
  /** Ids that no new code may have: of all versions. */
  @property({ attribute: false }) taken: ReadonlySet<string> = new Set();
  /** Id of the code that is being changed; empty: a new one. */
  @state() private editing: string | undefined;
  @state() private said = "";

  /** Whether a form stands open, with what was typed into it. */
  get isEditing(): boolean {
    return this.editing !== undefined;
  }

  #change(codes: readonly Code[]): void {
    this.codes = codes;
    this.dispatchEvent(new CustomEvent("bt-codes", { detail: codes }));
  }

  async #taken(detail: CodeDraft): Promise<void> {
    const { editing } = this;
    const id =
      editing || newCodeId(detail.name, new Set([...this.taken, ...this.codes.map((code) => code.id)]));
    this.#change(editing ? changeCode(this.codes, id, detail) : addCode(this.codes, id, detail));
    await this.#closeForm(id);
  }

  /** Focus goes back to where it came from. */
  async #closeForm(id: string | undefined): Promise<void> {
    this.editing = undefined;
    await this.updateComplete;
    if (!this.#focus(`li[data-id="${CSS.escape(id ?? "")}"] [data-act="edit"]`))
      this.#focus("[data-act=add]");
  }

  #focus(selector: string): boolean {
    const goal = this.renderRoot.querySelector<HTMLElement>(selector);
    goal?.focus();
    return goal !== null;
  }

  async #move(id: string, move: Move, act: string): Promise<void> {
    const before = this.codes;
    this.#change(moveCode(before, id, move));
    const name = this.codes.find((code) => code.id === id)?.name ?? "";
    this.said = t(`research_code_moved_${move}`, { name });
    await this.updateComplete;
    this.#focus(`li[data-id="${CSS.escape(id)}"] [data-act="${act}"]`);
  }

  async #remove(id: string): Promise<void> {
    const place = listed(this.codes).findIndex(({ code }) => code.id === id);
    this.#change(removeCode(this.codes, id));
    await this.updateComplete;
    const next = listed(this.codes)[Math.max(0, place - 1)]?.code.id;
    if (!next || !this.#focus(`li[data-id="${CSS.escape(next)}"] [data-act="edit"]`))
      this.#focus("[data-act=add]");
  }

  #onKey(event: KeyboardEvent, id: string): void {
    const isRtl = getComputedStyle(this).direction === "rtl";
    const pressed = isRtl ? (mirrored.get(event.key) ?? event.key) : event.key;
    const move = moves.find(([, , key]) => key === pressed)?.[0];
    const act = (event.target as HTMLElement).closest<HTMLElement>("[data-act]")?.dataset["act"];
    if (!event.altKey || !move || !act) return;
    event.preventDefault();
    void this.#move(id, move, act);
  }

  override render(): TemplateResult {
    return html`<ol class="codes">
        ${repeat(
          listed(this.codes),
          ({ code }) => code.id,
          (row) => this.#row(row),
        )}
      </ol>
      ${this.codes.length === 0 && this.editing === undefined ? html`<p class="meta">${t("research_codebook_empty")}</p>` : nothing}
      ${
        this.editing === ""
          ? this.#form(undefined)
          : html`<button type="button" class="button" data-act="add" @click=${() => (this.editing = "")}>
              ${icon(Plus, 14)} ${t("research_code_add")}
            </button>`
      }
      <p class="sr-only" role="status">${this.said}</p>`;
  }

  #row({ code, depth }: ListedCode): TemplateResult {
    return html`<li
      class="deep-${Math.min(depth, deepest)}"
      data-id=${code.id}
      @keydown=${(event: KeyboardEvent) => this.#onKey(event, code.id)}
    >
      ${this.editing === code.id ? this.#form(code) : this.#line(code)}
    </li>`;
  }

  #line({ id, name, description, colour }: Code): TemplateResult {
    return html`<div class="line">
        ${swatch(colour)}<bdi class="name">${name}</bdi>
        <div class="acts">
          ${moves.map(([move, shape]) =>
            actButton(
              move,
              t(`research_code_move_${move}`, { name }),
              shape,
              () => void this.#move(id, move, move),
            ),
          )}
          ${actButton("edit", t("research_code_edit", { name }), Pencil, () => (this.editing = id))}
          ${actButton("remove", t("research_code_remove", { name }), Trash, () => void this.#remove(id))}
        </div>
      </div>
      ${description ? html`<p class="description meta" dir="auto">${description}</p>` : nothing}`;
  }

  #form(code: Code | undefined): TemplateResult {
    return html`<bt-codebook-form
      .code=${code}
      .codes=${this.codes}
      @bt-code=${({ detail }: CustomEvent<CodeDraft>) => void this.#taken(detail)}
      @bt-cancel=${() => void this.#closeForm(code?.id)}
    ></bt-codebook-form>`;
  }
}

function actButton(act: string, words: string, shape: IconNode, press: () => void): TemplateResult {
  return html`<button
    type="button"
    class="icon-button"
    data-act=${act}
    aria-label=${words}
    title=${words}
    @click=${press}
  >
    ${icon(shape)}
  </button>`;
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-codebook-list": CodebookList;
  }
}
