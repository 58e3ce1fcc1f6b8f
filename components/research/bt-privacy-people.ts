import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { databaseErrorOf } from "../../lib/db/database-error.ts";
import { formatDate, formatList, t } from "../../lib/i18n.ts";
import type { Collection, Erasure } from "../../lib/model/research/collection.ts";
import { beginErasure } from "../../lib/research/privacy/erase-person.ts";
import { findPerson, type FoundPerson } from "../../lib/research/privacy/find-person.ts";
import { databases } from "../databases.ts";
import { problemText } from "../parts/problem-text.ts";
import { saveAsFile } from "../parts/save-as-file.ts";
import { privacyStyle } from "../styles/privacy.ts";
import { shared } from "../styles/shared.ts";
import { ChoreController } from "./chore-controller.ts";
import { fileName } from "./save-key-file.ts";

/** What a collection has of one person, and taking it out. What was typed is kept nowhere. */
@customElement("bt-privacy-people")
export class PrivacyPeople extends LitElement {
  static override readonly styles = [shared, privacyStyle];

  @property({ attribute: false }) collection: Collection | undefined;
  @query("input") private readonly field!: HTMLInputElement;
  @state() private found: FoundPerson | undefined;
  @state() private looked: number | undefined;
  @state() private message = "";
  readonly #chore = new ChoreController(this, "erase", () => this.collection?.id);
  #looking: AbortController | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#looking?.abort();
  }

  async #look(event: Event): Promise<void> {
    event.preventDefault();
    const { collection } = this;
    const typed = this.field.value;
    if (!collection || typed.trim() === "") return this.field.focus();
    this.#looking?.abort();
    const looking = (this.#looking = new AbortController());
    this.found = undefined;
    this.message = "";
    this.looked = 0;
    try {
      const found = await findPerson(databases().research, collection, typed, {
        signal: looking.signal,
        onProgress: (done) => (this.looked = done),
      });
      if (looking.signal.aborted) return;
      this.found = found;
      this.message = this.#outcome(found);
    } catch (cause) {
      this.message = this.#problem(cause);
    } finally {
      if (this.#looking === looking) this.looked = undefined;
    }
  }

  #outcome({ by, naming, pseudonyms }: FoundPerson): string {
    if (pseudonyms.length === 0 || by + naming === 0) return t("research_privacy_nobody");
    return `${t("research_privacy_by", { count: by })} ${t("research_privacy_naming", { count: naming })}`;
  }

  #problem(cause: unknown): string {
    const fault = databaseErrorOf(cause);
    if (!fault) throw cause;
    return problemText(fault.problem);
  }

  async #erase({ pseudonyms }: FoundPerson): Promise<void> {
    const { collection } = this;
    if (!collection) return;
    this.found = undefined;
    try {
      await beginErasure(databases().research, collection.id, pseudonyms, Date.now());
    } catch (cause) {
      this.message = this.#problem(cause);
      return;
    }
    this.field.value = "";
    this.message = (await this.#chore.run()) ? t("research_privacy_erased") : "";
    this.field.focus();
  }

  override render(): TemplateResult {
    const { collection, found, looked } = this;
    if (!collection) return html`${nothing}`;
    const has = found !== undefined && found.pseudonyms.length > 0;
    return html`<div class="part">
      <p class="meta">${t("research_privacy_people_hint")}</p>
      <form novalidate @submit=${(event: Event) => void this.#look(event)}>
        <label class="field">
          ${t("research_privacy_person")}
          <input
            type="search"
            name="person"
            dir="auto"
            autocomplete="off"
            spellcheck="false"
            placeholder="@anna@social.example"
            @input=${() => (this.found = undefined)}
          />
        </label>
        <div class="row"><button type="submit" class="button">${t("research_privacy_look")}</button></div>
      </form>
      ${looked === undefined ? nothing : html`<p class="meta" role="status">${t("research_privacy_looked", { count: looked })}</p>`}
      <p role="status">${this.#chore.failure || this.message}</p>
      ${
        has
          ? html`<p class="meta">${t("research_privacy_erase_hint")}</p>
              <div class="row">
                <button type="button" class="button danger" @click=${() => void this.#erase(found)}>
                  ${t(found.by + found.naming > 0 ? "research_privacy_erase" : "research_privacy_keep_out")}
                </button>
              </div>`
          : nothing
      }
      ${this.#chore.progress(t("research_privacy_erasing"))} ${this.#receipts(collection)}
    </div>`;
  }

  #receipts({ log, name }: Collection): TemplateResult | typeof nothing {
    const erased = log?.erased ?? [];
    if (erased.length === 0) return nothing;
    const lines = erased.map(receiptText);
    const save = (): void =>
      saveAsFile(
        new Blob([`${[t("research_privacy_receipts_of", { name }), ...lines].join("\n")}\n`], {
          type: "text/plain",
        }),
        `${fileName(name)}-erasures.txt`,
      );
    return html`<h3>${t("research_privacy_receipts")}</h3>
      <ul class="lines meta">
        ${lines.map((line) => html`<li>${line}</li>`)}
      </ul>
      <div class="row">
        <button type="button" class="text-button" @click=${save}>
          ${t("research_privacy_receipts_save")}
        </button>
      </div>`;
  }
}

/** When and how much; not whom. */
function receiptText({ at, deleted, masked }: Erasure): string {
  const date = formatDate(at, { dateStyle: "medium", timeStyle: "short" });
  const parts = [
    t("research_privacy_receipt_deleted", { count: deleted }),
    t("research_privacy_receipt_masked", { count: masked }),
  ];
  return `${date}: ${formatList(parts)}`;
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-privacy-people": PrivacyPeople;
  }
}
