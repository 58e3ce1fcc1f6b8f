import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { Bell } from "lucide";
import { t } from "../lib/i18n.ts";
import { unseenNews } from "../lib/model/follow.ts";
import { followsController } from "./controllers/follows.ts";
import { noticeLine } from "./parts/notice-line.ts";
import { noticeLineStyle } from "./styles/notice-line.ts";
import { shared } from "./styles/shared.ts";

/** One quiet line while there is unseen news about brands that the person follows. */
@customElement("bt-follow-line")
export class FollowLine extends LitElement {
  static override readonly styles = [shared, noticeLineStyle];

  readonly #follows = followsController(this);

  override render(): TemplateResult {
    const count = unseenNews(this.#follows.value ?? []);
    if (count === 0) return html`${nothing}`;
    return noticeLine(this, {
      icon: Bell,
      words: t("follow_news", { count }),
      see: t("follow_news_see", { count }),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-follow-line": FollowLine;
  }
}
