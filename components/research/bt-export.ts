import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { t } from "../../lib/i18n.ts";
import type { Collection } from "../../lib/model/research/collection.ts";
import type { ItemFilter } from "../../lib/model/research/query.ts";
import {
  type ExportedFile,
  type ExportFormatId,
  exportFormats,
  type TransferProgress,
} from "../../lib/model/research/transfer.ts";
import { unansweredOf } from "../../lib/research/export/collection-file.ts";
import { fileInRoom, removeFromRoom } from "../../lib/research/transfer/room.ts";
import { problemText } from "../parts/problem-text.ts";
import { saveAsFile } from "../parts/save-as-file.ts";
import { dialogStyle } from "../styles/dialog.ts";
import { shared } from "../styles/shared.ts";
import { transferStyle } from "../styles/transfer.ts";
import "./bt-export-preview.ts";
import {
  everythingIn,
  type ExportChoices,
  type ExportScope,
  faultOf,
  firstChoices,
  isNarrowing,
} from "./export-choices.ts";
import { exportFields } from "./export-fields.ts";
import { passphraseField, privacyNotes, sentimentNote } from "./export-notes.ts";
import { doneText, failureText } from "./export-words.ts";
import type { ResearchQueries } from "./queries.ts";
import { Transfers } from "./transfers.ts";

type Seqs = Uint32Array<ArrayBuffer>;

/** Asks what of a collection to take out, as what, shows how it will look, and saves it as a file. */
@customElement("bt-export")
export class Export extends LitElement {
  static override readonly styles = [shared, dialogStyle, transferStyle];

  @property({ attribute: false }) collection!: Collection;
  @property({ attribute: false }) filter!: ItemFilter;
  @property({ attribute: false }) queries!: Pick<ResearchQueries, "find" | "hold">;
  @property({ attribute: false }) selected: ReadonlySet<number> = new Set();
  @property({ attribute: false }) transfers = new Transfers();
  @property({ attribute: false }) offered: readonly ExportFormatId[] = exportFormats;

  @query("dialog") private readonly dialog!: HTMLDialogElement;
  @state() private choices: ExportChoices = firstChoices;
  @state() private seqs: Readonly<Partial<Record<ExportScope, Seqs | undefined>>> = {};
  @state() private isTried = false;
  @state() private progress: TransferProgress | undefined;
  @state() private done: ExportedFile | undefined;
  @state() private message = "";
  #running: AbortController | undefined;
  #open: AbortController | undefined;
  #release = (): void => {};

  async show(): Promise<void> {
    const isFiltered = isNarrowing(this.filter);
    const scope = this.selected.size > 0 ? "selected" : isFiltered ? "filtered" : "all";
    this.choices = { ...this.choices, scope, isEncrypted: false, passphrase: "" };
    this.seqs = {
      all: undefined,
      ...(isFiltered ? { filtered: undefined } : {}),
      ...(this.selected.size > 0
        ? { selected: Uint32Array.from([...this.selected].toSorted((a, b) => a - b)) }
        : {}),
    };
    this.isTried = false;
    this.message = "";
    await this.#takeAway();
    this.#open = new AbortController();
    this.#release = this.queries.hold();
    await this.updateComplete;
    this.dialog.showModal();
    const { signal } = this.#open;
    await Promise.all([
      this.#count("all", everythingIn(this.collection.id), signal),
      ...(isFiltered ? [this.#count("filtered", this.filter, signal)] : []),
    ]);
  }

  async #count(scope: ExportScope, filter: ItemFilter, signal: AbortSignal): Promise<void> {
    const found = await this.queries.find({ filter, order: "time", descending: false }, signal);
    if (found.ok) this.seqs = { ...this.seqs, [scope]: found.value.seqs };
    else this.message = problemText(found.error);
  }

  async #export(event: Event): Promise<void> {
    event.preventDefault();
    this.isTried = true;
    this.message = "";
    const seqs = this.seqs[this.choices.scope];
    if (this.#running || !seqs) return;
    if (faultOf(this.choices)) return this.#toFault();
    await this.#takeAway();
    const { columns, formats, forSpreadsheets, isEncrypted, kind, passphrase, scope } = this.choices;
    this.#running = new AbortController();
    this.progress = { rows: 0, share: 0 };
    const result = await this.transfers.export(
      {
        collection: this.collection.id,
        filter: scope === "filtered" ? this.filter : everythingIn(this.collection.id),
        seqs,
        kind,
        // As the dialog offers them, whatever was pressed first.
        formats: exportFormats.filter((id) => formats.includes(id)),
        ...(columns ? { columns } : {}),
        forSpreadsheets,
        ...(isEncrypted ? { passphrase } : {}),
      },
      (progress) => (this.progress = progress),
      this.#running.signal,
    );
    this.#end();
    if (!result.ok) {
      this.message = failureText(result.error);
      return;
    }
    this.done = result.value;
    // A passphrase is not kept a moment longer than it is needed.
    this.choices = { ...this.choices, passphrase: "", isEncrypted: false };
    this.isTried = false;
    await this.#save();
  }

  async #save(): Promise<void> {
    if (this.done) saveAsFile(await fileInRoom(this.done.scratch), this.done.name);
  }

  #stop(): void {
    if (!this.#running) return;
    this.#running.abort();
    this.#end();
    this.message = t("research_export_stopped");
  }

  #end(): void {
    this.#running = undefined;
    this.progress = undefined;
  }

  async #takeAway(): Promise<void> {
    const { done } = this;
    this.done = undefined;
    if (done) await removeFromRoom(done.scratch);
  }

  #onClose(): void {
    this.#stop();
    this.#open?.abort();
    this.#release();
    this.choices = { ...this.choices, passphrase: "" };
  }

  async #toFault(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#running?.abort();
    this.#open?.abort();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const isOther = changed.get("collection") && changed.get("collection")?.id !== this.collection.id;
    if (isOther) this.choices = firstChoices;
  }

  override render(): TemplateResult {
    return html`<dialog aria-labelledby="title" @close=${() => this.#onClose()}>
      <form class="stack" novalidate @submit=${(event: Event) => void this.#export(event)}>
        <h2 id="title">${t("research_export_title", { name: this.collection.name })}</h2>
        <fieldset class="stack" ?disabled=${this.progress !== undefined}>${this.#fields()}</fieldset>
        ${this.#state()}
      </form>
    </dialog>`;
  }

  #fields(): TemplateResult {
    const { choices, collection } = this;
    const fault = this.isTried ? faultOf(choices) : undefined;
    const counts = Object.fromEntries(
      Object.entries(this.seqs).map(([scope, seqs]) => [scope, seqs?.length]),
    );
    const change = (changed: ExportChoices): void => void (this.choices = changed);
    return html`${exportFields({ choices, change, counts, offered: this.offered })}
      <p class="note" role="alert" ?hidden=${fault !== "format"}>${t("research_export_no_format")}</p>
      ${privacyNotes(collection.privacy, unansweredOf(collection.statement), () => this.#toStatement())}
      ${sentimentNote(collection, choices, () => this.dialog.close())}
      <details open>
        <summary>${t("research_export_preview")}</summary>
        <bt-export-preview
          .collection=${collection}
          .seqs=${this.seqs[choices.scope]}
          .columns=${choices.columns}
        ></bt-export-preview>
      </details>
      ${passphraseField(choices, change, fault === "passphrase")}`;
  }

  #toStatement(): void {
    this.dialog.close();
    this.dispatchEvent(new CustomEvent("bt-statement", { bubbles: true, composed: true }));
  }

  #state(): TemplateResult {
    const { done, progress } = this;
    return html`<p class="note danger" role="alert">${this.message}</p>
      <p role="status" class="anywhere">
        ${done && !progress ? doneText(done) : nothing}
        ${progress ? t("research_export_running_rows", { count: progress.rows }) : nothing}
      </p>
      ${
        progress
          ? html`<progress
              max="1"
              .value=${progress.share ?? 0}
              aria-label=${t("research_export_running")}
            ></progress>`
          : nothing
      }
      <div class="row end">
        ${
          done && !progress
            ? html`<button type="button" class="link" @click=${() => void this.#save()}>
                ${t("research_export_again")}
              </button>`
            : nothing
        }
        <button type="button" class="button" @click=${() => (progress ? this.#stop() : this.dialog.close())}>
          ${t(progress || !done ? "cancel" : "close")}
        </button>
        <button
          type="submit"
          class="button primary"
          ?disabled=${progress !== undefined || !this.seqs[this.choices.scope]}
        >
          ${t("research_export_do")}
        </button>
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-export": Export;
  }
}
