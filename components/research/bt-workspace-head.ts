import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { SlidersHorizontal } from "lucide";
import { t, type MessageKey } from "../../lib/i18n.ts";
import type { Collection } from "../../lib/model/research/collection.ts";
import { icon } from "../parts/icon.ts";
import { shared } from "../styles/shared.ts";
import "./bt-record-start.ts";
import type { NamedSite } from "./site-names.ts";

/** Dialogs of the workspace, by the elements that they are. */
export type WorkspaceDialog =
  | "bt-agreement"
  | "bt-codebook"
  | "bt-collection-new"
  | "bt-export"
  | "bt-import"
  | "bt-privacy"
  | "bt-redetect";

const tools: readonly (readonly [WorkspaceDialog, MessageKey])[] = [
  ["bt-codebook", "research_codebook"],
  ["bt-agreement", "research_agreement"],
  ["bt-import", "research_import"],
  ["bt-redetect", "research_redetect_open"],
  ["bt-privacy", "research_privacy"],
];

/** Which collection it is, and what can be done with the whole of it. Fires `show` with the dialog that is wanted, and `filters`. */
@customElement("bt-workspace-head")
export class WorkspaceHead extends LitElement {
  static override readonly styles = [
    shared,
    css`
      .row {
        gap: 0.375rem;
      }

      h1 {
        font: var(--bt-title);
        overflow-wrap: anywhere;
        min-inline-size: 0;
        margin-inline-end: auto;
      }
    `,
  ];

  @property({ attribute: false }) collection!: Collection;
  @property({ attribute: false }) sites: readonly NamedSite[] = [];
  /** Whether the filters stand in a drawer, which is opened here. */
  @property({ type: Boolean }) drawer = false;
  @query(".filters") private readonly filters!: HTMLElement | null;

  /** Where the drawer was opened from. */
  focusFilters(): void {
    this.filters?.focus();
  }

  #show(dialog: WorkspaceDialog): void {
    this.dispatchEvent(new CustomEvent("show", { detail: dialog }));
  }

  override render(): TemplateResult {
    return html`<div class="row">
      ${
        this.drawer
          ? html`<button
              type="button"
              class="button filters"
              aria-expanded="false"
              @click=${() => this.dispatchEvent(new CustomEvent("filters"))}
            >
              ${icon(SlidersHorizontal, 14)} ${t("research_filters_button")}
            </button>`
          : nothing
      }
      <h1 dir="auto">${this.collection.name}</h1>
      <bt-record-start .collection=${this.collection} .sites=${this.sites}></bt-record-start>
      ${tools.map(
        ([dialog, words]) =>
          html`<button type="button" class="button" aria-haspopup="dialog" @click=${() => this.#show(dialog)}>
            ${t(words)}
          </button>`,
      )}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-workspace-head": WorkspaceHead;
  }
}
