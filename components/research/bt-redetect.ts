import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { formatNumber, formatShare, t } from "../../lib/i18n.ts";
import type { Collection } from "../../lib/model/research/collection.ts";
import type { Redetection } from "../../lib/model/research/redetection.ts";
import { command } from "../commands.ts";
import { LiveQueryController } from "../controllers/live-query.ts";
import { databases } from "../databases.ts";
import { problemText } from "../parts/problem-text.ts";
import { dialogStyle } from "../styles/dialog.ts";
import { shared } from "../styles/shared.ts";

/** Brands found only now that are shown; the rest is in the filters. */
const mostShown = 12;
/** Where the slider begins, in steps of a twentieth: mentions that are rather right than wrong. */
const usual = 0.6;

/** Looks for brands in a whole collection anew, with today's directory or another threshold. Opened by `show()`. */
@customElement("bt-redetect")
export class Redetect extends LitElement {
  static override readonly styles = [
    shared,
    dialogStyle,
    css`
      :host {
        display: contents;
      }

      label,
      .found {
        display: grid;
        gap: 0.25rem;
      }

      .found {
        margin-block-start: 0.5rem;
      }

      h3 {
        font: var(--bt-label);
        font-weight: 600;
      }

      input,
      progress {
        inline-size: 100%;
        accent-color: var(--bt-accent);
      }

      h2,
      li {
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) collection: Collection | undefined;
  @query("dialog") private readonly dialog!: HTMLDialogElement;
  @state() private confidence = usual;
  @state() private failure = "";
  readonly #row = new LiveQueryController(this, {
    args: () => (this.collection ? ([this.collection.id] as const) : undefined),
    query: ([id]) => databases().research.redetections.get(id),
  });

  async show(): Promise<void> {
    this.failure = "";
    await this.updateComplete;
    this.dialog.showModal();
  }

  async #begin({ id }: Collection): Promise<void> {
    const begun = await command("redetect", { collection: id, confidence: this.confidence });
    this.failure = begun.ok ? "" : problemText(begun.error);
  }

  override render(): TemplateResult {
    const { collection, failure } = this;
    if (!collection) return html`${nothing}`;
    const row = this.#row.value;
    const isRunning = row !== undefined && row.endedAt === undefined;
    return html`<dialog aria-labelledby="title">
      <h2 id="title">${t("research_redetect_title", { name: collection.name })}</h2>
      <p>${t("research_redetect_explanation")}</p>
      <label>
        ${t("research_redetect_confidence", { share: formatShare(this.confidence) })}
        <input
          type="range"
          min="0.1"
          max="0.95"
          step="0.05"
          aria-valuetext=${formatShare(this.confidence)}
          .value=${String(this.confidence)}
          ?disabled=${isRunning}
          @input=${(event: Event) => (this.confidence = Number((event.target as HTMLInputElement).value))}
        />
      </label>
      ${isRunning ? progress(row) : nothing}
      <div role="status">${row && !isRunning ? outcome(row) : nothing}</div>
      ${failure ? html`<p class="note danger" role="alert">${failure}</p>` : nothing}
      <div class="row end">
        <button type="button" class="button" @click=${() => this.dialog.close()}>${t("close")}</button>
        <button
          type="button"
          class="button primary"
          ?disabled=${isRunning}
          @click=${() => void this.#begin(collection)}
        >
          ${t("research_redetect_begin")}
        </button>
      </div>
    </dialog>`;
  }
}

function progress({ share }: Redetection): TemplateResult {
  return html`<label>
    ${t("research_redetect_running", { share: formatShare(share) })}
    <progress max="1" .value=${share}></progress>
  </label>`;
}

function outcome({ changed, done, found }: Redetection): TemplateResult {
  return html`<p>${t("research_redetect_done", { count: done, changed: formatNumber(changed) })}</p>
    ${
      found.length === 0
        ? html`<p class="meta">${t("research_redetect_none")}</p>`
        : html`<div class="found">
            <h3>${t("research_redetect_found")}</h3>
            <ul>
              ${found
                .slice(0, mostShown)
                .map(
                  ({ count, name }) =>
                    html`<li>
                      <bdi>${name}</bdi> <span class="meta">${t("research_redetect_items", { count })}</span>
                    </li>`,
                )}
            </ul>
          </div>`
    }`;
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-redetect": Redetect;
  }
}
