import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { listCollections } from "../../lib/db/list-collections.ts";
import { t } from "../../lib/i18n.ts";
import { newCollection } from "../../lib/research/collections.ts";
import { LiveQueryController } from "../controllers/live-query.ts";
import { databases } from "../databases.ts";
import { readingError } from "../parts/reading-error.ts";
import { collectedStyle } from "../styles/collected.ts";
import { shared } from "../styles/shared.ts";
import { coderNamed } from "./coder-name.ts";

/** Asks into which collection something goes: one that there is, newest first, or a new one. Fires `bt-keep`. */
@customElement("bt-collect-into")
export class CollectInto extends LitElement {
  static override readonly styles = [
    shared,
    collectedStyle,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 0.75rem;
      }
    `,
  ];

  @query("input") private readonly input!: HTMLInputElement;
  @state() private isTried = false;
  @state() private failure: unknown;
  readonly #collections = new LiveQueryController(this, {
    args: () => [] as const,
    query: () => listCollections(databases().research),
  });

  #choose(collection: string): void {
    this.dispatchEvent(new CustomEvent("bt-keep", { detail: { collection }, bubbles: true, composed: true }));
  }

  async #create(event: Event): Promise<void> {
    event.preventDefault();
    const name = this.input.value.trim();
    this.isTried = name === "";
    if (name === "") return this.input.focus();
    try {
      const collection = await newCollection(name, coderNamed(""));
      await databases().research.collections.add(collection);
      this.#choose(collection.id);
    } catch (error) {
      this.failure = error;
    }
  }

  override render(): TemplateResult {
    const { error, value: collections = [] } = this.#collections;
    const fault = this.failure ?? error;
    return html`${fault ? html`<p role="alert">${readingError(fault)}</p>` : nothing}
      ${
        collections.length > 0
          ? html`<ul class="choices">
              ${collections.map(
                ({ id, name }) =>
                  html`<li>
                    <button type="button" class="button" @click=${() => this.#choose(id)}>
                      <bdi>${name}</bdi>
                    </button>
                  </li>`,
              )}
            </ul>`
          : nothing
      }
      <form novalidate @submit=${(event: Event) => void this.#create(event)}>
        <label>
          <span>${t("research_choose_new")}</span>
          <input
            type="text"
            dir="auto"
            maxlength="120"
            placeholder=${t("research_choose_name")}
            aria-describedby="safe fault"
            aria-invalid=${this.isTried}
          />
        </label>
        <p class="fault" id="fault" role="alert">${this.isTried ? t("research_choose_unnamed") : nothing}</p>
        <p class="meta" id="safe">${t("research_choose_safe")}</p>
        <div class="row">
          <button type="submit" class="button">${t("research_choose_create")}</button>
        </div>
      </form>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-collect-into": CollectInto;
  }
}
