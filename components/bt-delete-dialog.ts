import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { listKeys } from "../lib/db/keys.ts";
import type { OwnToken } from "../lib/db/personal-rows.ts";
import { t } from "../lib/i18n.ts";
import { command } from "./commands.ts";
import { LiveQueryController } from "./controllers/live-query.ts";
import { databases } from "./databases.ts";
import { emit } from "./parts/emit.ts";
import { problemText } from "./parts/problem-text.ts";
import { dialogStyle } from "./styles/dialog.ts";
import { shared } from "./styles/shared.ts";

/** Something of the person's own that they may take back. */
export interface Deletable extends Pick<OwnToken, "author" | "signatureKey"> {
  /** Of what it is about; empty where that has none. */
  readonly name: string;
  readonly isReply: boolean;
}

/** Asks before a review or reply of one's own is deleted, and says what that can and cannot do. */
@customElement("bt-delete-dialog")
export class DeleteDialog extends LitElement {
  static override readonly styles = [
    shared,
    dialogStyle,
    css`
      :host {
        display: contents;
      }
    `,
  ];

  @query("dialog") private readonly dialog!: HTMLDialogElement;
  @state() private own: Deletable | undefined;
  @state() private failure = "";

  readonly #keys = new LiveQueryController(this, {
    args: () => [] as const,
    query: () => listKeys(databases().personal),
  });

  async ask(own: Deletable): Promise<void> {
    this.own = own;
    this.failure = "";
    await this.updateComplete;
    this.dialog.showModal();
  }

  async #delete(): Promise<void> {
    if (!this.own) return;
    const result = await command("deleteReview", this.own.signatureKey);
    if (!result.ok) {
      this.failure = problemText(result.error);
      return;
    }
    this.dialog.close();
    emit(this, "bt-announce", t("delete_held"));
  }

  override render(): TemplateResult {
    return html`<dialog aria-labelledby="title" @close=${() => (this.own = undefined)}>
      ${this.own ? this.#question(this.own) : nothing}
    </dialog>`;
  }

  #question({ author, isReply, name }: Deletable): TemplateResult {
    const keys = this.#keys.value;
    const isKeyGone = keys !== undefined && keys.every((key) => key.author !== author);
    const title = isReply ? t("delete_title_reply") : t("delete_title", { name: name || t("this_review") });
    return html`<h2 id="title">${title}</h2>
      <p>${t("delete_explanation")}</p>
      ${isKeyGone ? html`<p>${t("delete_by_slip")}</p>` : nothing}
      ${this.failure ? html`<p class="note danger" role="alert">${this.failure}</p>` : nothing}
      <div class="row end">
        <button type="button" class="button" @click=${() => this.dialog.close()}>${t("cancel")}</button>
        <button type="button" class="button danger" @click=${() => void this.#delete()}>
          ${t("delete_do")}
        </button>
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-delete-dialog": DeleteDialog;
  }
}
