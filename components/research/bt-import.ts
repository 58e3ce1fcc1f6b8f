import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { listCollections } from "../../lib/db/list-collections.ts";
import { t } from "../../lib/i18n.ts";
import type { Collection } from "../../lib/model/research/collection.ts";
import type { ImportContent, ImportOutcome, TransferProgress } from "../../lib/model/research/transfer.ts";
import { LiveQueryController } from "../controllers/live-query.ts";
import { databases } from "../databases.ts";
import { dialogStyle } from "../styles/dialog.ts";
import { shared } from "../styles/shared.ts";
import { transferStyle } from "../styles/transfer.ts";
import "./bt-import-file.ts";
import { contentView, type ImportTarget, outcomeView, targetFields } from "./import-views.ts";
import { coderNamed } from "./coder-name.ts";
import { importProblem, isLocked } from "./import-words.ts";
import { Transfers } from "./transfers.ts";

/** Looks into a file, says what is in it, and brings it into a collection. Event `bt-imported`, detail {collection}. */
@customElement("bt-import")
export class Import extends LitElement {
  static override readonly styles = [shared, dialogStyle, transferStyle];

  /** The one that is open: proposed as the target. */
  @property({ attribute: false }) collection: Collection | undefined;
  @property({ attribute: false }) transfers = new Transfers();

  @query("dialog") private readonly dialog!: HTMLDialogElement;
  @state() private file: File | undefined;
  @state() private passphrase = "";
  @state() private isLocked = false;
  @state() private isLooking = false;
  @state() private content: ImportContent | undefined;
  @state() private target: ImportTarget = { id: "", newName: "", coder: "", isVouchedFor: false };
  @state() private progress: TransferProgress | undefined;
  @state() private outcome: ImportOutcome | undefined;
  @state() private message = "";
  #running: AbortController | undefined;

  readonly #collections = new LiveQueryController(this, {
    args: () => [] as const,
    query: () => listCollections(databases().research),
  });

  async show(): Promise<void> {
    this.#forget();
    this.file = undefined;
    await this.updateComplete;
    this.dialog.showModal();
  }

  #forget(): void {
    this.content = undefined;
    this.outcome = undefined;
    this.isLocked = false;
    this.passphrase = "";
    this.message = "";
  }

  async #onFile({ detail: file }: CustomEvent<File>): Promise<void> {
    this.#stop();
    this.#forget();
    this.file = file;
    await this.#look();
  }

  async #look(): Promise<void> {
    const { file, passphrase } = this;
    if (!file) return;
    this.message = "";
    this.isLooking = true;
    this.#running = new AbortController();
    const source = { file, name: file.name, ...(passphrase ? { passphrase } : {}) };
    const result = await this.transfers.inspect(source, this.#running.signal);
    this.isLooking = false;
    this.#running = undefined;
    if (result.ok) {
      this.isLocked = false;
      this.content = result.value;
      this.#propose(result.value);
      return;
    }
    this.isLocked = isLocked(result.error);
    // Nobody has given a passphrase yet: that there has to be one is no failure.
    if (!this.isLocked || passphrase) this.message = importProblem(result.error);
  }

  #propose({ collection: from }: ImportContent): void {
    const known = this.#collections.value ?? [];
    const own = known.find(({ id }) => id === from?.id) ?? (from ? undefined : this.collection);
    this.target = {
      id: own?.id ?? "",
      newName: from?.name ?? this.file?.name.replace(/\.[^.]+$/, "") ?? "",
      // Whoever goes on elsewhere finds the codes as their own.
      coder: from?.coder || (this.collection?.coder ?? ""),
      isVouchedFor: false,
    };
  }

  async #import(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isLocked) return this.#look();
    const { content, file, passphrase, target } = this;
    if (!file || !content || this.#running) return;
    this.message = "";
    this.outcome = undefined;
    this.#running = new AbortController();
    this.progress = { rows: 0 };
    const result = await this.transfers.import(
      {
        file,
        name: file.name,
        ...(passphrase ? { passphrase } : {}),
        target: target.id
          ? { id: target.id }
          : { newName: target.newName.trim(), coder: coderNamed(target.coder) },
        isVouchedFor: target.isVouchedFor,
      },
      (progress) => (this.progress = { ...this.progress, ...progress }),
      this.#running.signal,
    );
    this.#end();
    if (!result.ok) {
      this.message = importProblem(result.error);
      return;
    }
    this.outcome = result.value;
    this.target = { ...target, id: result.value.collection };
    this.#tell(result.value.collection);
  }

  #tell(collection: string): void {
    this.dispatchEvent(
      new CustomEvent("bt-imported", { detail: { collection }, bubbles: true, composed: true }),
    );
  }

  #stop(): void {
    if (!this.#running) return;
    const wasImporting = this.progress !== undefined;
    this.#running.abort();
    this.#end();
    this.isLooking = false;
    if (wasImporting) this.message = t("research_import_stopped");
  }

  #end(): void {
    this.#running = undefined;
    this.progress = undefined;
  }

  #onClose(): void {
    this.#stop();
    this.passphrase = "";
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#running?.abort();
  }

  override render(): TemplateResult {
    const { content, isLocked: locked, progress, target } = this;
    const isNameless = target.id === "" && target.newName.trim() === "";
    const isReady = locked ? this.passphrase !== "" : content !== undefined && !isNameless;
    return html`<dialog aria-labelledby="title" @close=${() => this.#onClose()}>
      <form class="stack" novalidate @submit=${(event: Event) => void this.#import(event)}>
        <h2 id="title">${t("research_import_title")}</h2>
        <fieldset class="stack" ?disabled=${progress !== undefined}>
          <bt-import-file
            .name=${this.file?.name ?? ""}
            @bt-file=${(event: CustomEvent<File>) => void this.#onFile(event)}
          ></bt-import-file>
          ${locked ? this.#lock() : nothing} ${content ? contentView(content) : nothing}
          ${content ? this.#target(content) : nothing}
        </fieldset>
        ${this.#state()}
        <div class="row end">
          <button
            type="button"
            class="button"
            @click=${() => (progress ? this.#stop() : this.dialog.close())}
          >
            ${t(progress || !this.outcome ? "cancel" : "close")}
          </button>
          <button type="submit" class="button primary" ?disabled=${!isReady || progress !== undefined}>
            ${t(locked ? "research_import_open" : "research_import_do")}
          </button>
        </div>
      </form>
    </dialog>`;
  }

  #target({ collection }: ImportContent): TemplateResult {
    const known = this.#collections.value ?? [];
    return targetFields(this.target, known, collection?.coder ?? "", (changed) => (this.target = changed));
  }

  #lock(): TemplateResult {
    return html`<p>${t("research_import_locked")}</p>
      <label class="field">
        ${t("research_export_passphrase")}
        <input
          type="password"
          name="passphrase"
          autocomplete="off"
          .value=${this.passphrase}
          @input=${(event: Event) => (this.passphrase = (event.target as HTMLInputElement).value)}
        />
      </label>`;
  }

  #state(): TemplateResult {
    const { outcome, progress } = this;
    return html`<p class="note danger" role="alert">${this.message}</p>
      <div role="status">
        ${this.isLooking ? html`<p>${t("research_import_looking")}</p>` : nothing}
        ${progress ? html`<p>${t("research_import_running", { count: progress.rows })}</p>` : nothing}
        ${outcome ? outcomeView(outcome) : nothing}
      </div>
      ${
        progress
          ? html`<progress
              max="1"
              .value=${progress.share ?? 0}
              aria-label=${t("research_import_title")}
            ></progress>`
          : nothing
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-import": Import;
  }
}
