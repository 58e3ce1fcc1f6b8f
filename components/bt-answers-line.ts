import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { ArrowRight, MessageSquareReply } from "lucide";
import { newAnswerers } from "../lib/db/own-answers.ts";
import { t } from "../lib/i18n.ts";
import { answersController } from "./controllers/answers.ts";
import { emit } from "./parts/emit.ts";
import { icon } from "./parts/icon.ts";
import { noticeLineStyle } from "./styles/notice-line.ts";
import { shared } from "./styles/shared.ts";

/** One quiet line while people have answered whom the person has not read. Never on a page, never in the toolbar. */
@customElement("bt-answers-line")
export class AnswersLine extends LitElement {
  static override readonly styles = [shared, noticeLineStyle];

  readonly #answers = answersController(this);

  override render(): TemplateResult {
    const count = newAnswerers(this.#answers.value ?? []);
    if (count === 0) return html`${nothing}`;
    return html`<div>
      ${icon(MessageSquareReply, 14)} <span>${t("answered_you", { count })}</span>
      <button
        type="button"
        class="link"
        aria-label=${t("answered_you_see", { count })}
        @click=${() => emit(this, "bt-go", "mine")}
      >
        ${t("see")} ${icon(ArrowRight, 14)}
      </button>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-answers-line": AnswersLine;
  }
}
