import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { ChevronDown, Download, Upload } from "lucide";
import { codebookVersions, codeUses, saveCodebook } from "../../lib/db/research-codebook.ts";
import { formatDate, t } from "../../lib/i18n.ts";
import { dayOf } from "../../lib/model/day.ts";
import type { Code, Codebook } from "../../lib/model/research/coding.ts";
import type { Collection } from "../../lib/model/research/collection.ts";
import type { Result } from "../../lib/model/result.ts";
import { codebookFile, mergedCodes, readCodebookFile } from "../../lib/research/codebook/codebook-file.ts";
import {
  changesBetween,
  type CodebookChanges,
  isUnchanged,
} from "../../lib/research/codebook/compare-codebooks.ts";
import { LiveQueryController } from "../controllers/live-query.ts";
import { databases } from "../databases.ts";
import { databaseFailure } from "../parts/database-failure.ts";
import { fileProblem } from "../parts/file-problem.ts";
import { icon } from "../parts/icon.ts";
import { problemText } from "../parts/problem-text.ts";
import { saveAsFile } from "../parts/save-as-file.ts";
import { codebookStyle } from "../styles/codebook.ts";
import { dialogStyle } from "../styles/dialog.ts";
import { shared } from "../styles/shared.ts";
import "./bt-codebook-list.ts";
import type { CodebookList } from "./bt-codebook-list.ts";
import { changeLines } from "./codebook-words.ts";

/** The codebook of a collection: its codes, a next version of them, and those before. Opened by `show()`. */
@customElement("bt-codebook")
export class BtCodebook extends LitElement {
  static override readonly styles = [shared, dialogStyle, codebookStyle];

  @property({ attribute: false }) collection: Collection | undefined;
  @query("dialog") private readonly dialog!: HTMLDialogElement;
  @query("input[type=file]") private readonly file!: HTMLInputElement;
  @query("bt-codebook-list") private readonly list!: CodebookList | null;
  /** The version that the draft began with. */
  @state() private book: Codebook | undefined;
  @state() private codes: readonly Code[] = [];
  @state() private note = "";
  @state() private message = "";
  @state() private failure = "";
  /** The person wants to leave, and something is not saved. */
  @state() private isLeaving = false;
  /** How many codings name codes that the draft leaves out. */
  @state() private uses: ReadonlyMap<string, number> = new Map();
  readonly #versions = new LiveQueryController(this, {
    args: () => (this.collection && this.book ? ([this.collection.id] as const) : undefined),
    query: async ([id]) => codebookVersions(databases().research, id),
  });

  async show(): Promise<void> {
    if (!this.collection) return;
    this.#begin(this.collection.codebook);
    await this.updateComplete;
    this.dialog.showModal();
  }

  #begin(book: Codebook): void {
    this.book = book;
    this.codes = book.codes;
    this.note = "";
    this.failure = "";
    this.message = "";
    this.isLeaving = false;
    this.uses = new Map();
  }

  get #changes(): CodebookChanges {
    return changesBetween(this.book?.codes ?? [], this.codes);
  }

  async #draft(codes: readonly Code[]): Promise<void> {
    this.codes = codes;
    this.message = "";
    const removed = this.#changes.removed.map(({ id }) => id);
    const unknown = removed.filter((id) => !this.uses.has(id));
    if (!this.collection || unknown.length === 0) return;
    const found = await codeUses(databases().research, this.collection.id, unknown);
    this.uses = new Map([...this.uses, ...found]);
  }

  async #save(): Promise<void> {
    const { collection, book, codes, note } = this;
    if (!collection || !book) return;
    const change = { collection: collection.id, from: book.version, codes, note: note.trim() };
    let saved: Result<Codebook> | undefined;
    this.failure = await databaseFailure(async () => {
      saved = await saveCodebook(databases().research, change, Date.now());
    });
    if (!saved) return;
    if (saved.ok) {
      this.#begin(saved.value);
      this.message = t("research_codebook_saved", { version: saved.value.version });
    } else this.failure = problemText(saved.error);
  }

  async #export(): Promise<void> {
    if (!this.collection || !this.book) return;
    const nowMs = Date.now();
    const book = { ...this.book, codes: this.codes };
    saveAsFile(await codebookFile(book, nowMs), `backtalk-codebook-${dayOf(nowMs)}.json`);
  }

  async #import(): Promise<void> {
    const [file] = this.file.files ?? [];
    if (!file) return;
    const read = await readCodebookFile(await file.text());
    this.file.value = "";
    this.failure = read.ok ? "" : fileProblem(read.error);
    if (!read.ok) return;
    await this.#draft(mergedCodes(this.codes, read.value.codes));
    this.message = t("research_codebook_read", { count: read.value.codes.length });
  }

  readonly #leave = (event?: Event): void => {
    const isUnsaved = !isUnchanged(this.#changes) || this.list?.isEditing === true;
    if (isUnsaved && !this.isLeaving) {
      event?.preventDefault();
      this.isLeaving = true;
      // It stands at the end of what may be a long list.
      void this.updateComplete.then(() => this.dialog.querySelector("[role=alert]")?.scrollIntoView());
      return;
    }
    if (!event) this.dialog.close();
  };

  override render(): TemplateResult {
    return html`<dialog
      aria-labelledby="title"
      @cancel=${this.#leave}
      @close=${() => (this.book = undefined)}
    >
      ${this.collection && this.book ? this.#content(this.collection, this.book) : nothing}
    </dialog>`;
  }

  #content({ name }: Collection, { version }: Codebook): TemplateResult {
    const changes = this.#changes;
    const versions = this.#versions.value ?? [];
    const taken = new Set(versions.flatMap(({ codes }) => codes.map(({ id }) => id)));
    return html`<h2 id="title">${t("research_codebook_title", { name })}</h2>
      <p class="meta">${t("research_codebook_version", { version })} ${t("research_codebook_hint")}</p>
      <bt-codebook-list
        .codes=${this.codes}
        .taken=${taken}
        @bt-codes=${({ detail }: CustomEvent<readonly Code[]>) => void this.#draft(detail)}
      ></bt-codebook-list>
      ${isUnchanged(changes) ? nothing : this.#nextVersion(changes, version + 1)}
      <p class="meta" role="status">${this.message}</p>
      ${this.failure ? html`<p class="note danger" role="alert">${this.failure}</p>` : nothing}
      ${this.isLeaving ? html`<p class="note warn" role="alert">${t("research_codebook_unsaved")}</p>` : nothing}
      ${this.#history(versions)} ${this.#foot(changes)}`;
  }

  #nextVersion(changes: CodebookChanges, version: number): TemplateResult {
    return html`<div class="note">
        <ul>
          ${changeLines(changes, this.uses).map((line) => html`<li>${line}</li>`)}
        </ul>
      </div>
      <label class="field">
        <span>${t("research_codebook_note", { version })}</span>
        <textarea
          rows="2"
          dir="auto"
          maxlength="5000"
          .value=${this.note}
          @input=${(event: Event) => (this.note = (event.target as HTMLTextAreaElement).value)}
        ></textarea>
      </label>`;
  }

  #history(versions: readonly Codebook[]): TemplateResult | typeof nothing {
    if (versions.length < 2) return nothing;
    return html`<details>
      <summary>
        ${t("research_codebook_history")} <span class="chevron">${icon(ChevronDown, 14)}</span>
      </summary>
      <ol class="versions">
        ${versions.map(
          (book, place) =>
            html`<li>
              <strong>${t("research_codebook_version", { version: book.version })}</strong>
              <span class="meta"
                >${formatDate(book.createdAt)} ·
                ${t("research_codes_count", { count: book.codes.length })}</span
              >
              ${book.note ? html`<p dir="auto">${book.note}</p>` : nothing}
              ${
                place === 0
                  ? nothing
                  : html`<button type="button" class="link" @click=${() => void this.#draft(book.codes)}>
                      ${t("research_codebook_take", { version: book.version })}
                    </button>`
              }
            </li>`,
        )}
      </ol>
    </details>`;
  }

  #foot(changes: CodebookChanges): TemplateResult {
    return html`<div class="row end">
      <button type="button" class="button" @click=${() => this.file.click()}>
        ${icon(Upload, 14)} ${t("research_codebook_import")}
      </button>
      <input type="file" accept=".json,application/json" hidden @change=${() => void this.#import()} />
      <button type="button" class="button" @click=${() => void this.#export()}>
        ${icon(Download, 14)} ${t("research_codebook_export")}
      </button>
      <button type="button" class="button" @click=${() => this.#leave()}>
        ${t(this.isLeaving ? "research_codebook_discard" : "close")}
      </button>
      <button
        type="button"
        class="button primary"
        ?disabled=${isUnchanged(changes)}
        @click=${() => void this.#save()}
      >
        ${t("research_codebook_save")}
      </button>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-codebook": BtCodebook;
  }
}
