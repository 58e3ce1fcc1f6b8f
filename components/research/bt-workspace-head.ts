import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { BookOpenText, Import, Scale, ScanSearch, ShieldUser, SlidersHorizontal } from "lucide";
import { t } from "../../lib/i18n.ts";
import type { Collection } from "../../lib/model/research/collection.ts";
import "../bt-menu.ts";
import type { MenuItem } from "../bt-menu.ts";
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

/** What is wanted now and then. Recording, the codebook and exports are wanted all the time and stand in sight. */
const tools = (): readonly (MenuItem & { readonly id: WorkspaceDialog })[] => [
  { id: "bt-agreement", label: t("research_agreement_open"), icon: Scale },
  { id: "bt-redetect", label: t("research_redetect_open"), icon: ScanSearch },
  { id: "bt-import", label: t("research_import"), icon: Import },
  { id: "bt-privacy", label: t("research_privacy"), icon: ShieldUser },
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
      <button type="button" class="button" aria-haspopup="dialog" @click=${() => this.#show("bt-codebook")}>
        ${icon(BookOpenText, 14)} ${t("research_codebook")}
      </button>
      <bt-menu
        .label=${t("research_more", { name: this.collection.name })}
        .items=${tools()}
        @choose=${(event: CustomEvent<WorkspaceDialog>) => this.#show(event.detail)}
      ></bt-menu>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-workspace-head": WorkspaceHead;
  }
}
