import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { MessageSquareReply } from "lucide";
import { newAnswerers } from "../lib/db/own-answers.ts";
import { t } from "../lib/i18n.ts";
import { answersController } from "./controllers/answers.ts";
import { noticeLine } from "./parts/notice-line.ts";
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
    return noticeLine(this, {
      icon: MessageSquareReply,
      words: t("answered_you", { count }),
      see: t("answered_you_see", { count }),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-answers-line": AnswersLine;
  }
}
