import { html, type TemplateResult } from "lit";
import { ArrowRight, type IconNode } from "lucide";
import { t } from "../../lib/i18n.ts";
import { emit } from "./emit.ts";
import { icon } from "./icon.ts";

interface Notice {
  readonly icon: IconNode;
  readonly words: string;
  /** What the press is called, for those who do not see the line. */
  readonly see: string;
}

/** One quiet line about something new of the person's own, and the way to it. Styles: `noticeLineStyle`. */
export function noticeLine(host: EventTarget, { icon: shape, words, see }: Notice): TemplateResult {
  return html`<div>
    ${icon(shape, 14)} <span>${words}</span>
    <button type="button" class="link" aria-label=${see} @click=${() => emit(host, "bt-go", "mine")}>
      ${t("see")} ${icon(ArrowRight, 14)}
    </button>
  </div>`;
}
