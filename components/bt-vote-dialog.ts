import { css, html, LitElement, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { currentKey } from "../lib/db/keys.ts";
import { t } from "../lib/i18n.ts";
import { command } from "./commands.ts";
import { databases } from "./databases.ts";
import { emit } from "./parts/emit.ts";
import { authorName } from "./parts/name.ts";
import { permanence } from "./parts/permanence.ts";
import { problemText } from "./parts/problem-text.ts";
import type { Statement } from "./parts/statement.ts";
import { shared } from "./styles/shared.ts";
import { dialogStyle } from "./styles/dialog.ts";

/** Signs a vote. Before the very first signed thing it says what signing means; afterwards it asks nothing. */
@customElement("bt-vote-dialog")
export class VoteDialog extends LitElement {
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
  @state() private asked: { readonly about: Statement; readonly confirm: boolean } | undefined;

  async vote(about: Statement, confirm: boolean): Promise<void> {
    this.asked = { about, confirm };
    if (await currentKey(databases().personal)) {
      await this.#send();
      return;
    }
    await this.updateComplete;
    this.dialog.showModal();
  }

  async #send(): Promise<void> {
    if (!this.asked) return;
    const { about, confirm } = this.asked;
    this.dialog.close();
    const result = await command("voteReview", { signature: about.signature, confirm });
    emit(this, "bt-announce", result.ok ? t("vote_held") : problemText(result.error));
  }

  override render(): TemplateResult {
    const name = this.asked ? authorName(this.asked.about) : "";
    return html`<dialog aria-labelledby="title">
      <h2 id="title">${t("vote_first_title", { name })}</h2>
      ${permanence()}
      <div class="row end">
        <button type="button" class="button" @click=${() => this.dialog.close()}>${t("cancel")}</button>
        <button type="button" class="button primary" @click=${() => void this.#send()}>
          ${t("vote_first_do")}
        </button>
      </div>
    </dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-vote-dialog": VoteDialog;
  }
}
