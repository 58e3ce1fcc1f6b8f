import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { ChevronDown, CircleAlert, RotateCw } from "lucide";
import type { AnswerRow } from "../lib/db/answers.ts";
import { formatAge, t } from "../lib/i18n.ts";
import { icon } from "./parts/icon.ts";
import { placeState, placeWords } from "./parts/place-state.ts";
import { shared } from "./styles/shared.ts";

/**
 * How each place is getting on, what can be done next beside it (slot). Fires `retry` with the id of a place that failed.
 */
@customElement("bt-talk-progress")
export class TalkProgress extends LitElement {
  static override readonly styles = [
    shared,
    css`
      progress {
        display: block;
        block-size: 0.125rem;
        margin-block-end: 0.25rem;
      }

      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 0.25rem 0.75rem;
      }

      ul {
        display: grid;
        grid-template-columns: fit-content(50%) minmax(0, 1fr) auto;
        gap: 0 0.75rem;
        margin-block: 0.125rem 0.25rem;
      }

      li {
        grid-column: 1 / -1;
        display: grid;
        grid-template-columns: subgrid;
        align-items: center;
        min-block-size: 1.5rem;
        font: var(--bt-meta);
        overflow-wrap: anywhere;
      }

      .ledger {
        margin-block-end: 0.25rem;
      }

      li > :nth-child(2) {
        color: var(--bt-muted);
      }

      .failed > :nth-child(2) {
        color: var(--bt-warn);
      }

      li .text-button {
        margin: 0;
      }

      .toggle {
        flex-wrap: wrap;
        gap: 0 0.375rem;
        padding-block: 0.375rem;
      }

      .toggle svg:last-child {
        transition: rotate var(--bt-quick);
      }

      [aria-expanded="true"] svg:last-child {
        rotate: 180deg;
      }

      .trouble {
        gap: 0.25rem;
        color: var(--bt-warn);
      }
    `,
  ];

  @property({ attribute: false }) answers: readonly AnswerRow[] = [];
  @property({ type: Number }) nowMs = Date.now();
  /** Inside a page nothing is asked again. */
  @property({ type: Boolean }) readonly = false;
  /** What the person chose; until then, open while nothing has been found: what has come is not pushed away. */
  @state() private open: boolean | undefined;

  override render(): TemplateResult {
    const { answers, nowMs } = this;
    const states = answers.map((row) => placeState(row, nowMs));
    const total = answers.length;
    const asked = states.filter((one) => one === "asked").length;
    const failed = states.filter((one) => one === "failed" || one === "silent").length;
    const open = this.open ?? !(asked + failed === 0 || states.includes("found"));
    return html`${
        asked > 0
          ? html`<progress max=${total} value=${total - asked} aria-label=${t("progress_label")}></progress>`
          : nothing
      }
      <div class="head">
        <button
          type="button"
          class="text-button toggle"
          aria-expanded=${open}
          @click=${() => (this.open = !open)}
        >
          <span
            >${asked > 0 ? t("progress_done", { done: total - asked, total }) : this.#asOf(total - failed)}</span
          >
          ${
            failed > 0
              ? html`<span class="row trouble"
                  >${icon(CircleAlert, 12)}${t("progress_failed", { count: failed })}</span
                >`
              : nothing
          }
          ${icon(ChevronDown, 12)}
        </button>
        <slot></slot>
      </div>
      ${open ? this.#places() : nothing}`;
  }

  /** What is shown is as old as its oldest answer. */
  #asOf(count: number): string {
    const answered = this.answers.filter(({ state }) => state === "answered");
    if (answered.length === 0) return t("progress_none");
    const oldest = Math.min(...answered.map(({ at }) => at));
    return t("progress_as_of", { age: formatAge(oldest, this.nowMs), count });
  }

  #places(): TemplateResult {
    return html`<ul>
        ${repeat(
          this.answers,
          ({ place }) => place,
          (row) => this.#place(row),
        )}
      </ul>
      ${
        this.readonly
          ? nothing
          : html`<p class="meta ledger">
              <a href="/options.html#ledger" target="_blank">${t("options_ledger")}</a>
            </p>`
      }`;
  }

  #place(row: AnswerRow): TemplateResult {
    const state = placeState(row, this.nowMs);
    const isFailed = state === "failed" || state === "silent";
    return html`<li class=${isFailed ? "failed" : nothing}>
      <bdi dir="auto">${row.name}</bdi>
      <span title=${formatAge(row.at, this.nowMs)}>${placeWords(row, this.nowMs)}</span>
      ${isFailed && !this.readonly ? this.#retry(row) : html`<span></span>`}
    </li>`;
  }

  #retry({ place, name }: AnswerRow): TemplateResult {
    return html`<button
      type="button"
      class="text-button"
      aria-label=${t("place_retry", { name })}
      @click=${() => this.dispatchEvent(new CustomEvent("retry", { detail: place }))}
    >
      ${icon(RotateCw, 12)} ${t("retry")}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-talk-progress": TalkProgress;
  }
}
