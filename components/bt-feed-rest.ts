import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { Layers } from "lucide";
import { isEmpty } from "../lib/db/feed-words.ts";
import { formatAge, formatList, t } from "../lib/i18n.ts";
import type { Problem } from "../lib/model/result.ts";
import { feeds } from "../lib/settings.ts";
import { command } from "./commands.ts";
import { type FeedRest, feedRestController } from "./controllers/feed-rest.ts";
import { StoredItemController } from "./controllers/stored-item.ts";
import { emit } from "./parts/emit.ts";
import { icon } from "./parts/icon.ts";
import { problemText } from "./parts/problem-text.ts";
import { shared } from "./styles/shared.ts";

/**
 * One quiet button where feeds may know more of a brand than the file for everybody holds: it says whom it asks, and for
 * which group. What it brings comes into the local copy, and is shown by whoever shows that.
 */
@customElement("bt-feed-rest")
export class FeedRestPress extends LitElement {
  static override readonly styles = [
    shared,
    css`
      section {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        justify-items: start;
        gap: 0.375rem;
        margin: 1rem 1rem 0;
        overflow-wrap: anywhere;
      }

      .state {
        inline-size: 100%;
      }

      .state:focus {
        outline: none;
      }

      .progress {
        block-size: 0.125rem;
        inline-size: 35%;
        margin-block-end: 0.25rem;
        background: var(--bt-accent);
      }
    `,
  ];

  @property() brandId = "";
  @property() name = "";
  /** Inside a page, and in private windows, nothing is asked. */
  @property({ type: Boolean }) readonly = false;
  @property({ type: Boolean }) isPrivate = false;
  @state() private busy = false;
  @state() private problem: Problem | undefined;
  @query(".state") private readonly standing!: HTMLElement | null;
  @query("button") private readonly button!: HTMLElement | null;
  readonly #feeds = new StoredItemController(this, feeds);
  readonly #rest = feedRestController(
    this,
    () => this.brandId,
    () => this.#feeds.value,
  );

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.get("brandId") === undefined) return;
    this.busy = false;
    this.problem = undefined;
  }

  async #look(open: readonly string[]): Promise<void> {
    const { brandId } = this;
    this.problem = undefined;
    this.busy = true;
    await this.updateComplete;
    // The button that was pressed is gone; the focus must not be lost with it.
    this.standing?.focus();
    const result = await command("readBucket", { brandId, feeds: open });
    if (brandId !== this.brandId) return;
    this.busy = false;
    this.problem = result.ok ? undefined : result.error;
    if (result.ok) return emit(this, "bt-announce", t("rest_announced"));
    await this.updateComplete;
    if (this.shadowRoot?.activeElement === this.standing) this.button?.focus();
  }

  override render(): TemplateResult {
    const rest = this.#rest.value;
    // Where it cannot be read, whoever shows what is here says so.
    if (!rest) return html`${nothing}`;
    const mayAsk = !this.readonly && !this.isPrivate;
    const isOffered = mayAsk && !this.busy && rest.open.length > 0;
    if (!isOffered && !this.busy && rest.read.length === 0) return html`${nothing}`;
    return html`<section aria-label=${t("rest_label")}>
      <div class="state" tabindex="-1" role="group" aria-label=${t("rest_label")}>
        ${this.busy ? this.#underWay() : this.#outcome(rest)}
      </div>
      ${this.problem && !this.busy ? html`<p class="note warn" role="alert">${problemText(this.problem)}</p>` : nothing}
      ${isOffered ? this.#offer(rest) : nothing}
    </section>`;
  }

  #underWay(): TemplateResult {
    return html`<div class="progress" role="progressbar" aria-label=${t("rest_reading")}></div>
      <p class="meta">${t("rest_reading")}</p>`;
  }

  /** What earlier presses have brought. */
  #outcome({ group, read }: FeedRest): TemplateResult {
    if (read.length === 0) return html`${nothing}`;
    const isFound = read.some((row) => !isEmpty(row));
    const statements = read.reduce((sum, row) => sum + (row.statements ?? 0), 0);
    const age = formatAge(Math.min(...read.map(({ readAt }) => readAt)), Date.now());
    return html`<p class="meta">
      ${t(isFound ? "rest_found" : "rest_nothing", { name: this.name, group, age })}
      ${statements > 0 ? t("rest_statements", { count: statements }) : nothing}
    </p>`;
  }

  #offer({ group, open }: FeedRest): TemplateResult {
    const hosts = [...new Set(open.map((feed) => URL.parse(feed)?.host ?? feed))];
    return html`<button
        type="button"
        class="button"
        aria-describedby="sends"
        @click=${() => void this.#look(open)}
      >
        ${icon(Layers, 14)} ${t(this.problem ? "retry" : "rest_look")}
      </button>
      <p class="meta" id="sends">${t("rest_sends", { hosts: formatList(hosts), group })}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-feed-rest": FeedRestPress;
  }
}
