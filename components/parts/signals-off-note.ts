import { html, nothing, type TemplateResult } from "lit";
import { formatNumber, formatScore, t } from "../../lib/i18n.ts";
import type { Figure } from "../../lib/model/summary.ts";
import { signalsOff } from "../../lib/settings.ts";

interface Note {
  /** How many signals are off. */
  readonly count: number;
  /** Whether the figure beside it is the one without them. */
  readonly state: "waiting" | "weighed" | "failed";
  /** Of badge and toolbar, which heed all signals. */
  readonly figure: Figure;
  readonly readonly: boolean;
}

/** Beside a figure that heeds fewer signals than badge and toolbar: that it does, and what these show. */
export function signalsOffNote({ count, state, figure, readonly }: Note): TemplateResult {
  if (state === "waiting") return html`<p class="meta">${t("signals_off_waiting", { count })}</p>`;
  if (state === "failed") return html`<p class="meta">${t("weighing_failed")}</p>`;
  return html`<div class="meta off">
    <p>${t("signals_off_note", { count })}</p>
    <p>${t("signals_off_badge", { figure: figureWords(figure) })}</p>
    ${
      readonly
        ? nothing
        : html`<button type="button" class="link" @click=${() => void signalsOff.setValue([])}>
            ${t("signals_all_on")}
          </button>`
    }
  </div>`;
}

function figureWords(figure: Figure): string {
  if (figure.kind === "score") return formatScore(figure.score);
  return formatNumber(figure.kind === "count" ? figure.count : 0);
}
