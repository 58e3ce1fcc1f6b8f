import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { X } from "lucide";
import { codeKey, formatList, t } from "../../lib/i18n.ts";
import type { CollectNotice, CollectOutcome } from "../../lib/model/research/collect.ts";
import type { Result } from "../../lib/model/result.ts";
import { command } from "../commands.ts";
import { CollectNoticeController } from "../controllers/collect-notice.ts";
import { emit } from "../parts/emit.ts";
import { icon } from "../parts/icon.ts";
import { problemText } from "../parts/problem-text.ts";
import { collectedStyle } from "../styles/collected.ts";
import { shared } from "../styles/shared.ts";
import "./bt-collect-into.ts";
import "./bt-collect-judge.ts";

type Kept = Extract<CollectOutcome, { kind: "kept" }>;
type Refused = Extract<CollectOutcome, { kind: "refused" }>;

/** What became of a press on "Collect" in this tab: kept where, with undo; or what is still to be said; or why not. */
@customElement("bt-collected")
export class Collected extends LitElement {
  static override readonly styles = [shared, collectedStyle];

  @property({ type: Number }) tabId: number | undefined;
  /** The person wants it elsewhere. */
  @state() private isChoosing = false;
  @state() private failure = "";
  readonly #notice = new CollectNoticeController(this, () => this.tabId);
  #shownAt: number | undefined;

  override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const notice = this.#notice.value;
    if (notice?.at === this.#shownAt) return;
    this.#shownAt = notice?.at;
    this.isChoosing = false;
    this.failure = "";
    const outcome = notice?.outcome;
    if (outcome) emit(this, "bt-announce", announced(outcome));
  }

  async #do(work: Promise<Result<void>>): Promise<boolean> {
    this.failure = "";
    const result = await work;
    if (!result.ok) this.failure = problemText(result.error);
    return result.ok;
  }

  async #undo(): Promise<void> {
    if (await this.#do(command("undoCollected"))) emit(this, "bt-announce", t("research_undone"));
  }

  async #keep({
    detail,
  }: CustomEvent<{ readonly collection: string; readonly note?: string }>): Promise<void> {
    await this.#do(command("keepCollected", detail));
  }

  override render(): TemplateResult {
    const notice = this.#notice.value;
    if (!notice) return html`${nothing}`;
    const { outcome } = notice;
    return html`<section
      class=${outcome.kind}
      aria-label=${t("research_collected_label")}
      @bt-keep=${(event: CustomEvent<{ collection: string; note?: string }>) => void this.#keep(event)}
      @bt-drop=${() => void this.#notice.dismiss()}
    >
      <div class="head">
        ${heading(outcome, this.isChoosing)}
        <button
          type="button"
          class="icon-button"
          aria-label=${t("research_dismiss")}
          @click=${() => void this.#notice.dismiss()}
        >
          ${icon(X, 14)}
        </button>
      </div>
      ${this.#body(notice)}
      ${this.failure ? html`<p class="note danger" role="alert">${this.failure}</p>` : nothing}
    </section>`;
  }

  #body(notice: CollectNotice): TemplateResult {
    const { found, outcome } = notice;
    const text = found?.text ?? found?.post?.text;
    const quote = text
      ? html`<blockquote dir="auto" lang=${found?.lang ?? nothing}>${text}</blockquote>`
      : nothing;
    if (outcome.kind === "refused") return html`${quote}${whyNot(outcome)}`;
    if (outcome.kind === "choose" || this.isChoosing)
      return html`${quote}<bt-collect-into></bt-collect-into>`;
    if (outcome.kind === "judge") {
      const { collection, collectionName } = outcome;
      return html`${quote}<bt-collect-judge
          .collection=${collection}
          .collectionName=${collectionName}
        ></bt-collect-judge>`;
    }
    return html`${quote}${this.#kept(outcome)}`;
  }

  #kept(outcome: Kept): TemplateResult {
    const workspace = `research.html#collection=${encodeURIComponent(outcome.collection)}`;
    return html`<p class="meta">
        ${
          outcome.brands.length > 0
            ? t("research_collected_brands", { brands: formatList(outcome.brands) })
            : t("research_collected_no_brand")
        }
      </p>
      ${outcome.note ? html`<p class="meta">${t("research_collected_judged", { note: outcome.note })}</p>` : nothing}
      <div class="acts">
        ${
          outcome.isNew
            ? html`<button type="button" class="link" @click=${() => void this.#undo()}>
                  ${t("research_undo")}
                </button>
                <button type="button" class="link" @click=${() => (this.isChoosing = true)}>
                  ${t("research_elsewhere")}
                </button>`
            : nothing
        }
        <a class="link" href="${workspace}&item=${outcome.seq}" target="_blank">${t("research_add_code")}</a>
        <a class="link" href=${workspace} target="_blank">${t("research_open")}</a>
      </div>`;
  }
}

function heading(outcome: CollectOutcome, isChoosing: boolean): TemplateResult {
  const words = isChoosing ? t("research_choose_title") : announced(outcome);
  const isQuestion = isChoosing || outcome.kind === "choose" || outcome.kind === "judge";
  return isQuestion ? html`<h2>${words}</h2>` : html`<p>${words}</p>`;
}

function whyNot({ problem }: Refused): TemplateResult | typeof nothing {
  return problem ? html`<p>${problemText(problem)}</p>` : nothing;
}

function announced(outcome: CollectOutcome): string {
  if (outcome.kind === "choose") return t("research_choose_title");
  if (outcome.kind === "judge") return t("research_judge_title");
  const name = outcome.collectionName ?? "";
  if (outcome.kind === "refused") return t(codeKey("research_refused", outcome.reason), { name });
  return t(outcome.isNew ? "research_collected" : "research_collected_before", { name });
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-collected": Collected;
  }
}
