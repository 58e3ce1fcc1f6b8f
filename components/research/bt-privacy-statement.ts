import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { changeStatement } from "../../lib/db/collection-writes.ts";
import { codeKey, t } from "../../lib/i18n.ts";
import type { Collection, DataStatement } from "../../lib/model/research/collection.ts";
import { LiveQueryController } from "../controllers/live-query.ts";
import { databases } from "../databases.ts";
import { problemText } from "../parts/problem-text.ts";
import { saveAsFile } from "../parts/save-as-file.ts";
import { privacyStyle } from "../styles/privacy.ts";
import { shared } from "../styles/shared.ts";
import { ethicsText } from "./ethics-text.ts";
import { fileName } from "./save-key-file.ts";

const fields = {
  purpose: "purpose",
  whoCollects: "who-collects",
  whoIsStudied: "who-is-studied",
  legalBasis: "legal-basis",
  howItIsShared: "how-it-is-shared",
  limits: "limits",
} as const satisfies Record<keyof DataStatement, string>;
const names = Object.keys(fields) as (keyof DataStatement)[];

/** What a researcher says of a collection, stored as it is typed, and the text for an ethics board made from it. */
@customElement("bt-privacy-statement")
export class PrivacyStatement extends LitElement {
  static override readonly styles = [shared, privacyStyle];

  @property({ attribute: false }) collection: Collection | undefined;
  @state() private message = "";
  /** Writes one after another, so that the last letter typed is the last one stored. */
  #writing: Promise<void> = Promise.resolve();
  readonly #sessions = new LiveQueryController(this, {
    args: () => (this.collection ? ([this.collection.id] as const) : undefined),
    query: ([id]) => databases().research.sessions.where("collection").equals(id).toArray(),
  });

  #typed(id: string, name: keyof DataStatement, value: string): void {
    const before = this.#writing;
    const write = async (): Promise<void> => {
      await before;
      const result = await changeStatement(databases().research, id, { [name]: value });
      this.message = result.ok ? t("research_privacy_saved") : problemText(result.error);
    };
    this.#writing = write();
  }

  override render(): TemplateResult {
    const { collection } = this;
    if (!collection) return html`${nothing}`;
    return html`<div class="part">
      <p class="meta">${t("research_privacy_statement_hint")}</p>
      ${names.map((name) => this.#field(collection, name))}
      <p class="meta" role="status">${this.message}</p>
      ${this.#board(collection)}
    </div>`;
  }

  #field({ id, statement }: Collection, name: keyof DataStatement): TemplateResult {
    const key = codeKey("research_privacy_statement", fields[name]);
    return html`<label class="field">
      ${t(key)}
      <textarea
        name=${name}
        rows="2"
        dir="auto"
        maxlength="10000"
        aria-describedby="${name}_hint"
        .defaultValue=${statement[name]}
        @input=${(event: Event) => this.#typed(id, name, (event.target as HTMLTextAreaElement).value)}
      ></textarea>
      <span id="${name}_hint" class="meta">${t(`${key}_hint`)}</span>
    </label>`;
  }

  #board(collection: Collection): TemplateResult {
    const text = ethicsText(collection, this.#sessions.value ?? []);
    const save = (): void =>
      saveAsFile(new Blob([text], { type: "text/markdown" }), `${fileName(collection.name)}-ethics.md`);
    return html`<h3>${t("research_privacy_board")}</h3>
      <p class="meta">${t("research_privacy_board_hint")}</p>
      <details>
        <summary>${t("research_privacy_board_show")}</summary>
        <pre dir="auto" tabindex="0" aria-label=${t("research_privacy_board")}>${text}</pre>
      </details>
      <div class="row">
        <button type="button" class="button" @click=${save}>${t("research_privacy_board_save")}</button>
        <button type="button" class="button" @click=${() => void this.#copy(text)}>${t("copy")}</button>
      </div>`;
  }

  async #copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.message = t("copied");
    } catch {
      // The browser keeps the clipboard to itself; the file is the other way.
      this.message = t("copy_failed");
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-privacy-statement": PrivacyStatement;
  }
}
