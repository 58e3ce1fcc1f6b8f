import { html, type TemplateResult } from "lit";
import { t } from "../../lib/i18n.ts";
import type { HandSentiment } from "../../lib/model/research/coding.ts";
import { handSentiments, handWord } from "./sentiment-words.ts";

/** A sentiment by hand: one of three, or `none`, in the words given. */
export function sentimentField(
  chosen: HandSentiment | undefined,
  none: string,
  isReady: boolean,
  choose: (sentiment: HandSentiment | null) => void,
): TemplateResult {
  const choice = (value: HandSentiment | null, words: string): TemplateResult =>
    html`<label>
      <input
        type="radio"
        name="sentiment"
        value=${value ?? "none"}
        .checked=${(chosen ?? null) === value}
        @change=${() => choose(value)}
      />
      <span>${words}</span>
    </label>`;
  return html`<fieldset ?disabled=${!isReady}>
    <legend>${t("research_sentiment_by_hand")}</legend>
    <div class="choices">
      ${handSentiments.map((value) => choice(value, handWord(value)))} ${choice(null, none)}
    </div>
  </fieldset>`;
}
