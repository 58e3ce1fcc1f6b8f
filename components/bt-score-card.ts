import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { formatNumber, formatScore, formatShare, t } from "../lib/i18n.ts";
import type { OwnReviewsCheck } from "../lib/model/own-reviews-check.ts";
import type { ClaimedRating } from "../lib/model/page.ts";
import { figureOf, type Summary } from "../lib/model/summary.ts";
import type { SubjectKey } from "../lib/model/subject.ts";
import "./bt-weighing.ts";
import type { Weighed } from "./controllers/weighing.ts";
import { fewestVoices, type WeightedVotes } from "../lib/model/trust-score.ts";
import { emit } from "./parts/emit.ts";
import { ownReviewsInShort } from "./parts/own-reviews-words.ts";
import { stars, starsStyle } from "./parts/stars.ts";
import { sampleTag } from "./parts/sample-tag.ts";
import { type ShownFigure, shownFigure } from "./parts/shown-figure.ts";
import { signalsOffNote } from "./parts/signals-off-note.ts";
import { halfOf, sureWords, voicesOf } from "./parts/weighs.ts";
import { scoreCardStyle } from "./styles/score-card.ts";
import { shared } from "./styles/shared.ts";

/** The figure with its evidence: how many, how sure, how recent, how spread, and what the site claims. */
@customElement("bt-score-card")
export class ScoreCard extends LitElement {
  static override readonly styles = [shared, starsStyle, scoreCardStyle];

  @property({ attribute: false }) summary: Summary | undefined;
  /** What signals made of the reviews, as badge and chip show it; without, every voice counts fully. */
  @property({ attribute: false }) votes: WeightedVotes | undefined;
  /** Distinct keys, where counted; the summary's count is an upper bound. */
  @property({ attribute: false }) keys: number | undefined;
  /** Share of reviews from the last twelve months, 0–1, where known. */
  @property({ attribute: false }) recentShare: number | undefined;
  @property({ attribute: false }) claimed: readonly ClaimedRating[] = [];
  /** Whose figure it is. */
  @property({ attribute: false }) subjectKeys: readonly SubjectKey[] = [];
  /** How the reviews weigh, once it is known; `unweighed`: it cannot be. */
  @property({ attribute: false }) weighed: Weighed | undefined;
  @property({ type: Boolean }) unweighed = false;
  /** Signals that the person has switched off. */
  @property({ attribute: false }) off: readonly string[] = [];
  @property({ type: Boolean }) readonly = false;
  /** What can be told of the reviews that the page itself shows. Fires `own-reviews` when somebody wants to read it. */
  @property({ attribute: false }) ownReviews: OwnReviewsCheck | undefined;

  protected override updated(changed: PropertyValues<this>): void {
    const before = changed.get("weighed");
    const { summary, weighed } = this;
    if (!before || !summary || !weighed || String(before.off) === String(weighed.off)) return;
    // A switch far below has changed the number up here.
    const shown = shownFigure(summary, this.votes, { weighed, off: this.off });
    if (shown.kind === "score")
      emit(this, "bt-announce", t("score_announced", { score: formatScore(shown.score) }));
  }

  override render(): TemplateResult {
    const { summary } = this;
    if (!summary || summary.count + summary.generated === 0) return html`${this.#claims()}`;
    return html`<section class="card" aria-label=${t("score_label")}>
      <div class="score">${this.#figure(summary)} ${summary.rated > 0 ? this.#bars(summary) : nothing}</div>
      ${
        summary.rated > 0 || this.claimed.length > 0
          ? html`<div class="claims">
              ${this.#plainAverage(summary)} ${this.#claims()} ${this.#lookedAt()}
            </div>`
          : this.#lookedAt()
      }
      <bt-weighing
        .weighing=${this.weighed?.weighing}
        ?failed=${this.unweighed}
        .keys=${this.subjectKeys}
        .count=${summary.count}
        ?readonly=${this.readonly}
        >${this.#made(summary)}</bt-weighing
      >
    </section>`;
  }

  #figure(summary: Summary): TemplateResult {
    const shown = shownFigure(summary, this.votes, { weighed: this.weighed, off: this.off });
    return html`<div class="figure">
      ${shown.kind === "score" ? this.#score(summary, shown) : this.#few(summary, shown)}
      ${this.recentShare === undefined ? nothing : html`<p class="meta">${recentText(this.recentShare)}</p>`}
      ${
        this.off.length === 0
          ? nothing
          : signalsOffNote({
              count: this.off.length,
              state: shown.heedsOff ? "weighed" : this.unweighed ? "failed" : "waiting",
              figure: figureOf(summary, this.votes),
              readonly: this.readonly,
            })
      }
    </div>`;
  }

  /** Keys and voices are told where they are not as many as the reviews and ratings: the same number twice says nothing. */
  #score({ count, rated, samples }: Summary, shown: Extract<ShownFigure, { kind: "score" }>): TemplateResult {
    const voices = voicesOf(shown);
    return html`${big(formatScore(shown.score), samples)}
      <p>${stars(shown.score, 14)}</p>
      <p class="meta">
        <span title=${t("interval_hint")}>±${formatScore(halfOf(shown))}</span> · ${sureWords(shown)}<br />${t("reviews", { count })}
        ${this.keys === count ? "" : this.#keys()}${voices === rated ? nothing : html`<br />${t("voices", { count: voices })}`}
      </p>`;
  }

  /** A count; and where that may surprise, how few voices it is worth. */
  #few({ count, rated, samples }: Summary, shown: ShownFigure): TemplateResult {
    return html`${big(formatNumber(count), samples)}
      <p class="meta">
        ${t("too_few_for_score")}${
          rated >= fewestVoices ? html`<br />${t("too_few_voices", { count: voicesOf(shown) })}` : nothing
        }<br />${this.#keys()}
      </p>`;
  }

  #keys(): string {
    return this.keys === undefined ? "" : t("from_keys", { count: this.keys });
  }

  #bars(summary: Summary): TemplateResult {
    const most = Math.max(...summary.stars, 1);
    return html`<ul class="bars" aria-label=${t("star_distribution")}>
      ${[5, 4, 3, 2, 1].map((star) => {
        const count = summary.stars[star - 1] ?? 0;
        const share = formatShare(count / summary.rated);
        // The button lies over figures and bar, so that its name is a sentence and not "5 58".
        return html`<li>
          <span aria-hidden="true">${formatNumber(star)}</span>
          <span class="bar" aria-hidden="true"><i style="inline-size:${(100 * count) / most}%"></i></span>
          <span class="count" aria-hidden="true">${formatNumber(count)}</span>
          <button type="button" ?disabled=${count === 0} @click=${() => emit(this, "bt-filter-stars", star)}>
            <span class="sr-only">
              ${t("bar_label", { stars: t("star_value", { count: star }), reviews: t("reviews", { count }), share })}
            </span>
          </button>
        </li>`;
      })}
    </ul>`;
  }

  #plainAverage(summary: Summary): TemplateResult {
    if (summary.rated === 0) return html`${nothing}`;
    const mean = 1 + summary.ratingSum / summary.rated / 25;
    const average = formatNumber(mean, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    const ratings = t("ratings", { count: summary.rated });
    return html`<p>
      ${summary.rated === summary.count ? t("plain_average", { average }) : t("plain_average_of", { average, ratings })}
    </p>`;
  }

  #claims(): TemplateResult {
    return html`${this.claimed.map(
      ({ value, best, count, about }) =>
        html`<p class="claim">
          ${t(about === "product" ? "site_shows_product" : "site_shows")}
          <strong>${formatScore(value)}</strong>${best === 5 ? nothing : html` / ${formatNumber(best)}`}
          <span class="muted">
            (${count === undefined ? t("its_own_figure") : t("its_own_figure_of", { count })})
          </span>
        </p>`,
    )}`;
  }

  /** Of fewer than five nothing can be told. */
  #lookedAt(): TemplateResult {
    const check = this.ownReviews;
    if (!check?.facts) return html`${nothing}`;
    return html`<button
      type="button"
      class="link looked"
      @click=${() => this.dispatchEvent(new CustomEvent("own-reviews"))}
    >
      ${ownReviewsInShort(check)}
    </button>`;
  }

  /** Stands in the evidence. */
  #made(summary: Summary): TemplateResult {
    return html`<div class="made stack">
      <p>${t("nobody_checked")}</p>
      <p>${t("how_score_is_made")}</p>
      <p>${t("how_keys_count")}</p>
      ${summary.affiliated > 0 ? html`<p>${t("affiliated_counted", { count: summary.affiliated })}</p>` : nothing}
      ${summary.generated > 0 ? html`<p>${t("generated_left_out", { count: summary.generated })}</p>` : nothing}
      ${summary.samples > 0 ? html`<p>${t("samples_counted", { count: summary.samples })}</p>` : nothing}
    </div>`;
  }
}

function big(number: string, samples: number): TemplateResult {
  return html`<div class="row">
    <p class="big">${number}</p>
    ${samples > 0 ? sampleTag("sample_data") : nothing}
  </div>`;
}

function recentText(share: number): string {
  if (share >= 0.5) return t("most_recent");
  return t("some_recent", { share: formatShare(share) });
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-score-card": ScoreCard;
  }
}
