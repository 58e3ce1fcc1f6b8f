import { html, LitElement, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { Handshake } from "lucide";
import { listOutbox } from "../lib/db/outbox.ts";
import { listOwnTokens } from "../lib/db/own-tokens.ts";
import { t } from "../lib/i18n.ts";
import { confirmationOf } from "../lib/reviews/confirmations.ts";
import { command } from "./commands.ts";
import { LiveQueryController } from "./controllers/live-query.ts";
import { databases } from "./databases.ts";
import { emit } from "./parts/emit.ts";
import { icon } from "./parts/icon.ts";
import { problemText } from "./parts/problem-text.ts";
import { shared } from "./styles/shared.ts";

/** Under a brand's answer to the person's own review: whether it settled it. One press, held like any vote. */
@customElement("bt-settle")
export class Settle extends LitElement {
  static override readonly styles = [shared];

  /** Of the answer, as it travelled. */
  @property() signature = "";
  /** Whose key signed the review. */
  @property() author = "";
  /** Who answered. */
  @property() name = "";

  readonly #said = new LiveQueryController(this, {
    args: () => [this.author, this.signature] as const,
    query: async ([author, signature]) => {
      const { personal } = databases();
      const [rows, tokens] = await Promise.all([listOutbox(personal), listOwnTokens(personal)]);
      return confirmationOf({ author, signature }, rows, tokens);
    },
  });

  get #isSettled(): boolean {
    const kind = this.#said.value?.kind;
    return kind === "waiting" || kind === "sent";
  }

  override render(): TemplateResult {
    const isSettled = this.#isSettled;
    const visible = t(isSettled ? "settle_undo" : "settle");
    return html`<button
      type="button"
      class="text-button"
      ?disabled=${this.#said.value === undefined}
      aria-label=${t("settle_label", { name: this.name, visible })}
      @click=${() => void this.#say(!isSettled)}
    >
      ${icon(Handshake, 14)} ${visible}
    </button>`;
  }

  async #say(settled: boolean): Promise<void> {
    const result = await command("settleReview", { signature: this.signature, settled });
    const words = settled ? t("settle_held") : t("settle_undone");
    emit(this, "bt-announce", result.ok ? words : problemText(result.error));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-settle": Settle;
  }
}
