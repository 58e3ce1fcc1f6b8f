import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { ChevronDown, Info } from "lucide";
import { formatScore, t } from "../lib/i18n.ts";
import type { SubjectKey } from "../lib/model/subject.ts";
import type { TrustScore } from "../lib/model/trust-score.ts";
import { burstsIn, type ReasonGroup, reasonGroups } from "../lib/model/weighing-groups.ts";
import type { Weighing } from "../lib/model/weighing.ts";
import "./bt-review-times.ts";
import "./bt-signals.ts";
import { emit } from "./parts/emit.ts";
import { icon } from "./parts/icon.ts";
import { groupWords, sureWords, voicesOf } from "./parts/weighs.ts";
import { shared } from "./styles/shared.ts";
import { weighingStyle } from "./styles/weighing.ts";

/** Reasons that are told at once; the rest behind one press. */
const fewReasons = 1;
/** From so many reviews on signals have something to look at: room is kept, so that little moves when they have spoken. */
const likelyFrom = 5;

/**
 * Which reviews weigh less and why, each reason with a press that shows them; and behind one more press how sure the
 * score is, how it is made (from the slot), when reviews came, and what was looked for. Fires `bt-filter-lighter` with the key of a reason.
 */
@customElement("bt-weighing")
export class WeighingPanel extends LitElement {
  static override readonly styles = [shared, weighingStyle];

  /** `undefined` until it was worked out, or where it cannot be. */
  @property({ attribute: false }) weighing: Weighing | undefined;
  @property({ type: Boolean }) failed = false;
  @property({ attribute: false }) keys: readonly SubjectKey[] = [];
  /** How many reviews there are, generated ones left out. */
  @property({ type: Number }) count = 0;
  @property({ type: Boolean }) readonly = false;
  @state() private showsAll = false;
  @state() private isOpen = false;

  override render(): TemplateResult {
    const { weighing } = this;
    return html`${weighing ? this.#reasons(reasonGroups(weighing)) : this.#room()}
      <details
        class="evidence"
        @toggle=${(event: Event) => (this.isOpen = (event.target as HTMLDetailsElement).open)}
      >
        <summary>${t("weighing_details")} <span class="chevron">${icon(ChevronDown, 14)}</span></summary>
        ${this.isOpen ? this.#panel() : nothing}
      </details>`;
  }

  #room(): TemplateResult {
    if (this.failed || this.count < likelyFrom) return html`${nothing}`;
    return html`<div class="room" aria-hidden="true"></div>`;
  }

  #reasons(groups: readonly ReasonGroup[]): TemplateResult {
    if (groups.length === 0)
      return html`${this.count < likelyFrom ? nothing : html`<p class="none">${t("weighing_none")}</p>`}`;
    const shown = this.showsAll ? groups : groups.slice(0, fewReasons);
    return html`<ul class="reasons">
      ${shown.map((group, index) => this.#reason(group, index === shown.length - 1 ? groups.length - shown.length : 0))}
    </ul>`;
  }

  /** @param more - How many further reasons are offered behind it. */
  #reason(group: ReasonGroup, more: number): TemplateResult {
    const words = groupWords(group);
    return html`<li class="reason">
      ${icon(Info, 14)}
      <p>
        ${words}
        <span class="presses"
          ><button
            type="button"
            class="link"
            aria-label=${t("weighing_see_label", { reason: words })}
            @click=${() => emit(this, "bt-filter-lighter", group.key)}
          >
            ${t("weighing_see")}
          </button>
          ${
            more > 0
              ? html`·
                  <button type="button" class="link more" @click=${() => void this.#showAll()}>
                    ${t("weighing_more_reasons", { count: more })}
                  </button>`
              : nothing
          }</span
        >
      </p>
    </li>`;
  }

  async #showAll(): Promise<void> {
    this.showsAll = true;
    await this.updateComplete;
    // The button that was pressed is gone; the focus goes to the first that it brought.
    this.shadowRoot?.querySelectorAll<HTMLElement>(".reason .link")[fewReasons]?.focus();
  }

  #panel(): TemplateResult {
    const { weighing } = this;
    return html`<div class="panel">
      ${weighing ? sure(weighing, this.count) : nothing}
      ${this.failed ? html`<p>${t("weighing_failed")}</p>` : nothing}
      <slot></slot>
      <bt-review-times
        .keys=${this.keys}
        .count=${this.count}
        .bursts=${weighing ? burstsIn(weighing) : []}
      ></bt-review-times>
      <section class="signals" aria-labelledby="signals">
        <h2 id="signals">${t("signals_title")}</h2>
        <p>${t("signals_hint")}</p>
        <bt-signals folded ?readonly=${this.readonly}></bt-signals>
        ${
          this.readonly
            ? html`<p><a href="/options.html#signals" target="_blank">${t("signals_options")}</a></p>`
            : nothing
        }
      </section>
    </div>`;
  }
}

/** How sure the score is, in words, and how many weigh less. */
function sure({ plain, weighed, lighter }: Weighing, total: number): TemplateResult {
  const count = lighter.length;
  return html`<div>
    ${weighed.kind === "score" ? html`<p>${intervalWords(weighed, plain)}</p>` : nothing}
    ${count === 0 ? nothing : html`<p>${t("weighing_lighter", { count, total })}</p>`}
  </div>`;
}

function intervalWords(weighed: Extract<TrustScore, { kind: "score" }>, plain: TrustScore): string {
  const words = {
    score: formatScore(weighed.score),
    low: formatScore(weighed.low),
    high: formatScore(weighed.high),
    sure: sureWords(weighed),
    voices: t("voices", { count: voicesOf(weighed) }),
  };
  return plain.kind === "score"
    ? t("weighing_numbers_both", { ...words, plain: formatScore(plain.score) })
    : t("weighing_numbers", words);
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-weighing": WeighingPanel;
  }
}
