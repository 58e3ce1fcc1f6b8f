import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { ChevronDown } from "lucide";
import { type MessageKey, t } from "../../lib/i18n.ts";
import type { Collection } from "../../lib/model/research/collection.ts";
import { LiveQueryController } from "../controllers/live-query.ts";
import { databases } from "../databases.ts";
import { icon } from "../parts/icon.ts";
import { dialogStyle } from "../styles/dialog.ts";
import { privacyStyle } from "../styles/privacy.ts";
import { shared } from "../styles/shared.ts";
import "./bt-privacy-delete.ts";
import "./bt-privacy-now.ts";
import "./bt-privacy-people.ts";
import "./bt-privacy-recheck.ts";
import "./bt-privacy-statement.ts";

/** Everything about the people in a collection: how they are protected, taking one out, what is said of it. */
@customElement("bt-privacy")
export class Privacy extends LitElement {
  static override readonly styles = [shared, dialogStyle, privacyStyle];

  @property({ attribute: false }) collection: Collection | undefined;
  @query("dialog") private readonly dialog!: HTMLDialogElement;
  /** As it stands now: what is given may be a moment old. */
  readonly #fresh = new LiveQueryController(this, {
    args: () => (this.collection ? ([this.collection.id] as const) : undefined),
    query: ([id]) => databases().research.collections.get(id),
  });

  async show(): Promise<void> {
    await this.updateComplete;
    this.dialog.showModal();
  }

  override render(): TemplateResult {
    const collection = this.#fresh.value ?? this.collection;
    if (!collection) return html`${nothing}`;
    return html`<dialog aria-labelledby="title" @bt-deleted=${() => this.dialog.close()}>
      <div class="row">
        <h2 id="title">${t("research_privacy_title", { name: collection.name })}</h2>
      </div>
      <div>
        ${section("research_privacy_now", true, html`<bt-privacy-now .collection=${collection}></bt-privacy-now>`)}
        ${section(
          "research_privacy_people",
          false,
          html`<bt-privacy-people .collection=${collection}></bt-privacy-people>`,
        )}
        ${section(
          "research_privacy_recheck",
          false,
          html`<bt-privacy-recheck .collection=${collection}></bt-privacy-recheck>`,
        )}
        ${section(
          "research_privacy_statement",
          false,
          html`<bt-privacy-statement .collection=${collection}></bt-privacy-statement>`,
        )}
        ${section(
          "research_privacy_delete_title",
          false,
          html`<bt-privacy-delete .collection=${collection}></bt-privacy-delete>`,
        )}
      </div>
      <div class="row end">
        <button type="button" class="button" @click=${() => this.dialog.close()}>${t("close")}</button>
      </div>
    </dialog>`;
  }
}

function section(title: MessageKey, isOpen: boolean, body: TemplateResult): TemplateResult {
  return html`<details class="section" ?open=${isOpen}>
    <summary>
      ${t(title)}
      <span class="chevron">${icon(ChevronDown, 16)}</span>
    </summary>
    ${body}
  </details>`;
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-privacy": Privacy;
  }
}
