import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { ChevronDown, RotateCw } from "lucide";
import { formatNumber, formatScore, formatShare, t } from "../lib/i18n.ts";
import type { OwnExample, OwnFacts, OwnFinding, OwnReviewsCheck } from "../lib/model/own-reviews-check.ts";
import { ownThresholds } from "../lib/trust/own-reviews/thresholds.ts";
import { emit } from "./parts/emit.ts";
import { icon } from "./parts/icon.ts";
import { findingText, formatDay } from "./parts/own-reviews-words.ts";
import { stars, starsStyle } from "./parts/stars.ts";
import { ownReviewsStyle } from "./styles/own-reviews.ts";
import { shared } from "./styles/shared.ts";

/**
 * The reviews that the page itself shows, looked at on this device: how many, what is unusual with some to read, plain
 * counts, and by what measure. Fires `bt-own-again`.
 */
@customElement("bt-own-reviews")
export class OwnReviewsCard extends LitElement {
  static override readonly styles = [shared, starsStyle, ownReviewsStyle];

  @property({ attribute: false }) check!: OwnReviewsCheck;
  @query("h2") private readonly heading!: HTMLElement | null;

  /** Comes into view and takes the focus. */
  async show(): Promise<void> {
    await this.updateComplete;
    this.heading?.scrollIntoView({ block: "center" });
    this.heading?.focus({ preventScroll: true });
  }

  override render(): TemplateResult {
    const { claimed, facts, findings, shown } = this.check;
    // A page that shows none and claims none has nothing to be told of.
    if (shown === 0 && claimed?.count === undefined) return html`${nothing}`;
    return html`<section class="card" aria-label=${t("own_title")}>
      <div class="head">
        <h2 tabindex="-1">${t("own_title")}</h2>
        <button type="button" class="link meta" @click=${() => emit(this, "bt-own-again", undefined)}>
          ${icon(RotateCw, 12)} ${t("own_again")}
        </button>
      </div>
      <p role="status">${countText(this.check)}</p>
      ${facts ? html`${foundList(findings)} ${plainCounts(this.check, facts)} ${howWeLook()}` : nothing}
    </section>`;
  }
}

function countText({ claimed, facts, isCut, shown }: OwnReviewsCheck): string {
  const total = claimed?.count;
  if (shown === 0) return t("own_none_shown", { count: total ?? 0 });
  const counted =
    total === undefined
      ? t("own_shown", { count: shown })
      : t("own_shown_of", { count: shown, total: formatNumber(total) });
  if (isCut) return `${counted} ${t("own_cut")}`;
  return facts ? counted : `${counted} ${t("own_too_few", { count: ownThresholds.fewest })}`;
}

function foundList(findings: readonly OwnFinding[]): TemplateResult {
  if (findings.length === 0) return html`<p>${t("own_nothing_unusual")}</p>`;
  return html`<ul class="found" aria-label=${t("own_unusual")}>
    ${findings.map(
      (finding) =>
        html`<li>
          ${
            finding.examples.length === 0
              ? html`<p>${findingText(finding)}</p>`
              : html`<details>
                  <summary>
                    <span class="words">${findingText(finding)}</span>
                    <span class="chevron">${icon(ChevronDown, 14)}</span>
                  </summary>
                  ${finding.examples.map(
                    (group) =>
                      html`<ul class="examples">
                        ${group.map(example)}
                      </ul>`,
                  )}
                </details>`
          }
        </li>`,
    )}
  </ul>`;
}

function example({ author, day, stars: given, text }: OwnExample): TemplateResult {
  return html`<li>
    <blockquote><p dir="auto">${text}</p></blockquote>
    <p class="by meta">
      ${given === undefined ? nothing : html`<span>${stars(given, 12)}</span>`}
      ${author === undefined ? nothing : html`<bdi dir="auto">${author}</bdi>`}
      ${day === undefined ? nothing : html`<span>${formatDay(day)}</span>`}
    </p>
  </li>`;
}

function plainCounts({ claimed, shown }: OwnReviewsCheck, facts: OwnFacts): TemplateResult {
  const { dated, fives, mean, ones, rated, spreadMean, verified, withoutText } = facts;
  const lines = [
    mean !== undefined && t("own_mean", { mean: formatScore(mean), count: rated }),
    mean !== undefined &&
      claimed &&
      t("own_claims", { value: formatScore((5 * claimed.value) / claimed.best) }),
    spreadMean !== undefined && t("own_spread", { mean: formatScore(spreadMean) }),
    rated > 0 && t("own_extremes", { fives: formatShare(fives / rated), ones: formatShare(ones / rated) }),
    withoutText > 0 && t("own_without_text", { count: withoutText }),
    verified > 0 && t("own_verified", { count: verified }),
    dated < shown && t("own_undated", { count: shown - dated }),
  ];
  return html`<ul class="plain">
    ${lines.map((line) => (line ? html`<li>${line}</li>` : nothing))}
  </ul>`;
}

function howWeLook(): TemplateResult {
  const { chance, meanFewest, meanStars, oneDayShare, spreadStars, usualExtremes } = ownThresholds;
  return html`<details class="made">
    <summary>
      ${t("own_only_shown")}
      <span class="chevron">${icon(ChevronDown, 14)}</span>
    </summary>
    <div class="stack">
      <p>${t("own_unusual_is_not_false")}</p>
      <p>
        ${t("own_thresholds", {
          oneDay: formatShare(oneDayShare),
          extremes: formatShare(usualExtremes),
          chance: formatShare(chance),
          stars: formatNumber(meanStars),
          count: meanFewest,
          spread: formatNumber(spreadStars),
        })}
      </p>
      <p>${t("own_stays_here")}</p>
    </div>
  </details>`;
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-own-reviews": OwnReviewsCard;
  }
}
