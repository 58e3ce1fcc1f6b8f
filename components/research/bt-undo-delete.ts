import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { Undo2, X } from "lucide";
import type { DeletedItems } from "../../lib/db/research-items.ts";
import { t } from "../../lib/i18n.ts";
import type { Collection } from "../../lib/model/research/collection.ts";
import { bringBack } from "../../lib/research/privacy/bring-back.ts";
import { databases } from "../databases.ts";
import { databaseFailure } from "../parts/database-failure.ts";
import { icon } from "../parts/icon.ts";
import { shared } from "../styles/shared.ts";

/**
 * Says how many items were deleted, and brings them back by a press. They are kept in this page alone, until it is
 * closed, shows another collection, or the line is put away. Fires `done` once they are back.
 */
@customElement("bt-undo-delete")
export class UndoDelete extends LitElement {
  static override readonly styles = [
    shared,
    css`
      .note {
        align-items: center;
        font: var(--bt-label);
      }

      .words {
        flex: 1;
        min-inline-size: 0;
      }
    `,
  ];

  @property({ attribute: false }) collection!: Collection;
  @query(".undo") private readonly button!: HTMLElement | null;
  @state() private deleted: readonly DeletedItems[] = [];
  /** The collection as it was when they were deleted. */
  #before: Collection | undefined;
  @state() private message = "";
  @state() private isBusy = false;

  get #count(): number {
    return this.deleted.reduce((sum, { items }) => sum + items.length, 0);
  }

  /** These were deleted just now. What was deleted before them is given up. */
  keep(deleted: readonly DeletedItems[]): void {
    this.deleted = deleted;
    this.#before = this.collection;
    this.message = this.#count > 0 ? t("research_deleted", { count: this.#count }) : "";
  }

  /** Nothing of it can be brought back any more. */
  #forget(message = ""): void {
    this.deleted = [];
    this.#before = undefined;
    this.message = message;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get("collection");
    if (before && before.id !== this.collection.id) this.#forget();
  }

  override focus(): void {
    this.button?.focus();
  }

  async #undo(): Promise<void> {
    const [before, deleted, count] = [this.#before, this.deleted, this.#count];
    if (!before || this.isBusy) return;
    this.isBusy = true;
    const failure = await databaseFailure(async () => {
      const isBack = await bringBack(databases().research, before, deleted);
      this.#forget(isBack ? t("research_restored", { count }) : t("research_restore_refused"));
    });
    this.isBusy = false;
    if (failure) this.message = failure;
    else this.dispatchEvent(new CustomEvent("done"));
  }

  override render(): TemplateResult {
    // The region stands there before it says something: only then is it read out.
    return html`<div class=${this.message ? "note" : "sr-only"}>
      <span class="words" role="status">${this.message}</span>
      ${
        this.deleted.length > 0
          ? html`<button
              type="button"
              class="button undo"
              ?disabled=${this.isBusy}
              @click=${() => void this.#undo()}
            >
              ${icon(Undo2, 14)} ${t("research_undo")}
            </button>`
          : nothing
      }
      ${
        this.message
          ? html`<button
              type="button"
              class="icon-button"
              aria-label=${t("research_dismiss")}
              @click=${() => this.#dismiss()}
            >
              ${icon(X)}
            </button>`
          : nothing
      }
    </div>`;
  }

  #dismiss(): void {
    this.#forget();
    this.dispatchEvent(new CustomEvent("done"));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-undo-delete": UndoDelete;
  }
}
