import { html, nothing, type TemplateResult } from "lit";
import { t } from "../../lib/i18n.ts";
import type { Codebook } from "../../lib/model/research/coding.ts";
import type { AnswerController } from "../controllers/answer.ts";
import "./bt-coding-codes.ts";

/** The codes of one item, and that nothing fits as long as nothing was said. `descriptions`: each code's stands below it. */
export function answerCodes(
  controller: AnswerController,
  codebook: Codebook,
  descriptions: boolean,
): TemplateResult {
  const { answer, isAnswered, isReady } = controller;
  return html`<bt-coding-codes
      ?descriptions=${descriptions}
      .codebook=${codebook}
      .chosen=${answer.codes}
      .ready=${isReady}
      @bt-codes=${({ detail }: CustomEvent<readonly string[]>) => void controller.change({ codes: detail })}
    ></bt-coding-codes>
    ${
      isAnswered
        ? nothing
        : html`<button
            type="button"
            class="button"
            ?disabled=${!isReady}
            @click=${() => void controller.change({ codes: [] })}
          >
            ${t("research_nothing_fits")}
          </button>`
    }`;
}
