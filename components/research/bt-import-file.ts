import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { Upload } from "lucide";
import { t } from "../../lib/i18n.ts";
import { icon } from "../parts/icon.ts";
import { shared } from "../styles/shared.ts";
import { transferStyle } from "../styles/transfer.ts";

/** A place to drop a file, and a button for those who do not drag. Event `bt-file`, detail: the file. */
@customElement("bt-import-file")
export class ImportFileField extends LitElement {
  static override readonly styles = [shared, transferStyle];

  /** Of the file that was chosen. */
  @property() name = "";
  @state() private isOver = false;
  @query("input") private readonly input!: HTMLInputElement;

  #take(files: FileList | null | undefined): void {
    const file = files?.[0];
    if (file) this.dispatchEvent(new CustomEvent("bt-file", { detail: file }));
    // The same file may be chosen again.
    this.input.value = "";
  }

  #drop(event: DragEvent): void {
    event.preventDefault();
    this.isOver = false;
    this.#take(event.dataTransfer?.files);
  }

  #over(event: DragEvent): void {
    event.preventDefault();
    this.isOver = true;
  }

  override render(): TemplateResult {
    return html`<div
      class=${this.isOver ? "drop over" : "drop"}
      @dragover=${(event: DragEvent) => this.#over(event)}
      @dragleave=${() => (this.isOver = false)}
      @drop=${(event: DragEvent) => this.#drop(event)}
    >
      ${this.name ? html`<bdi class="anywhere">${this.name}</bdi>` : html`<span>${t("research_import_drop")}</span>`}
      <button type="button" class="button" @click=${() => this.input.click()}>
        ${icon(Upload, 14)} ${t("research_import_choose")}
      </button>
      ${this.name ? nothing : html`<p class="meta">${t("research_import_hint")}</p>`}
      <input type="file" hidden @change=${() => this.#take(this.input.files)} />
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-import-file": ImportFileField;
  }
}
