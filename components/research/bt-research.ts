import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { listCollections } from "../../lib/db/list-collections.ts";
import { t } from "../../lib/i18n.ts";
import { LiveQueryController } from "../controllers/live-query.ts";
import { databases } from "../databases.ts";
import { readingError } from "../parts/reading-error.ts";
import { shared } from "../styles/shared.ts";
import "./bt-record-bar.ts";
import type { NamedSite } from "./bt-record-bar.ts";
import "./bt-record-start.ts";

/** The research workspace: a page of its own. */
@customElement("bt-research")
export class BtResearch extends LitElement {
  static override readonly styles = shared;

  /** Platforms by their names. */
  @property({ attribute: false }) sites: readonly NamedSite[] = [];
  readonly #collections = new LiveQueryController(this, {
    args: () => [] as const,
    query: () => listCollections(databases().research),
  });

  override render(): TemplateResult {
    const { error, value: collections = [] } = this.#collections;
    return html`<bt-record-bar .sites=${this.sites}></bt-record-bar>
      <h1>${t("research_title")}</h1>
      ${error ? html`<p role="alert">${readingError(error)}</p>` : nothing}
      <ul>
        ${collections.map(
          (collection) =>
            html`<li>
              <bdi>${collection.name}</bdi>
              <bt-record-start .collection=${collection} .sites=${this.sites}></bt-record-start>
            </li>`,
        )}
      </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-research": BtResearch;
  }
}
