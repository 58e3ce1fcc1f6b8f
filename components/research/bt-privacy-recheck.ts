import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { t } from "../../lib/i18n.ts";
import type { Collection } from "../../lib/model/research/collection.ts";
import type { RecheckFound } from "../../lib/model/research/recheck.ts";
import { deleteGone } from "../../lib/research/privacy/delete-gone.ts";
import { planRecheck, type RecheckPlan } from "../../lib/research/privacy/recheck-plan.ts";
import { databases } from "../databases.ts";
import { privacyStyle } from "../styles/privacy.ts";
import { shared } from "../styles/shared.ts";
import "./bt-privacy-key.ts";
import { OpenedKeysController } from "./opened-keys.ts";
import { recheckHost } from "./recheck-host.ts";

interface Outcome {
  readonly there: number;
  readonly gone: number;
  readonly unclear: number;
}
const nothingYet: Outcome = { there: 0, gone: 0, unclear: 0 };

/** Looks whether posts are still there: says first which hosts would be asked how often, and asks at the second press. */
@customElement("bt-privacy-recheck")
export class PrivacyRecheck extends LitElement {
  static override readonly styles = [shared, privacyStyle];

  @property({ attribute: false }) collection: Collection | undefined;
  readonly #keys = new OpenedKeysController(this);
  @state() private plan: RecheckPlan | undefined;
  @state() private off: ReadonlySet<string> = new Set();
  @state() private outcome = nothingYet;
  /** By host, in words. */
  @state() private failures: ReadonlyMap<string, string> = new Map();
  @state() private state: "idle" | "planning" | "asking" | "asked" = "idle";
  @state() private message = "";
  #asking: AbortController | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#asking?.abort();
  }

  async #plan(): Promise<void> {
    const { collection } = this;
    if (!collection) return;
    this.state = "planning";
    this.message = "";
    this.outcome = nothingYet;
    this.failures = new Map();
    this.plan = await planRecheck(databases().research, collection.id, this.#keys.for(collection.privacy));
    this.off = new Set();
    this.state = "idle";
  }

  async #ask(plan: RecheckPlan): Promise<void> {
    const { collection } = this;
    if (!collection) return;
    const asking = (this.#asking = new AbortController());
    this.state = "asking";
    const chosen = [...plan.hosts].filter(([host]) => !this.off.has(host));
    await Promise.all(
      chosen.map(async ([host, items]) => {
        const failure = await recheckHost(collection.id, items, asking.signal, (found) => this.#count(found));
        if (failure) this.failures = new Map([...this.failures, [host, failure]]);
      }),
    );
    this.state = "asked";
    this.plan = undefined;
    this.message = this.#outcomeText();
  }

  #count(found: RecheckFound): void {
    this.outcome = { ...this.outcome, [found]: this.outcome[found] + 1 };
  }

  #outcomeText(): string {
    const { gone, there, unclear } = this.outcome;
    return t("research_privacy_rechecked", { there, gone, unclear });
  }

  async #deleteGone({ id }: Collection): Promise<void> {
    const count = await deleteGone(databases().research, id);
    this.outcome = { ...this.outcome, gone: 0 };
    this.message = t("research_privacy_gone_deleted", { count });
  }

  override render(): TemplateResult {
    const { collection, plan, state } = this;
    if (!collection) return html`${nothing}`;
    const isBusy = state === "planning" || state === "asking";
    return html`<div class="part">
      <p class="meta">${t("research_privacy_recheck_hint")}</p>
      ${collection.privacy.sealTo ? html`<bt-privacy-key .collection=${collection}></bt-privacy-key>` : nothing}
      ${
        plan && state !== "asking"
          ? this.#list(plan)
          : html`<div class="row">
              <button type="button" class="button" ?disabled=${isBusy} @click=${() => void this.#plan()}>
                ${t("research_privacy_recheck_plan")}
              </button>
            </div>`
      }
      ${state === "asking" ? this.#progress() : nothing}
      <p role="status">${this.message}</p>
      ${
        this.failures.size > 0
          ? html`<ul class="lines meta">
              ${[...this.failures].map(([host, words]) => html`<li><bdi dir="ltr">${host}</bdi>: ${words}</li>`)}
            </ul>`
          : nothing
      }
      ${state === "asked" && this.outcome.gone > 0 ? this.#goneButton(collection) : nothing}
    </div>`;
  }

  #list(plan: RecheckPlan): TemplateResult {
    const chosen = [...plan.hosts.keys()].filter((host) => !this.off.has(host));
    return html`<fieldset>
        <legend>${t("research_privacy_recheck_hosts")}</legend>
        ${[...plan.hosts].map(([host, items]) => this.#host(host, items.length))}
        ${plan.hosts.size === 0 ? html`<p class="meta">${t("research_privacy_recheck_none")}</p>` : nothing}
      </fieldset>
      ${plan.sealed > 0 ? html`<p class="meta">${t("research_privacy_recheck_sealed", { count: plan.sealed })}</p>` : nothing}
      ${plan.without > 0 ? html`<p class="meta">${t("research_privacy_recheck_without", { count: plan.without })}</p>` : nothing}
      <p class="meta">${t("research_privacy_recheck_says")}</p>
      <div class="row">
        <button
          type="button"
          class="button primary"
          ?disabled=${chosen.length === 0}
          @click=${() => void this.#ask(plan)}
        >
          ${t("research_privacy_recheck_ask", { count: chosen.length })}
        </button>
        <button type="button" class="button" @click=${() => (this.plan = undefined)}>${t("cancel")}</button>
      </div>`;
  }

  #host(host: string, count: number): TemplateResult {
    const toggle = (event: Event): void => {
      const off = new Set(this.off);
      if ((event.target as HTMLInputElement).checked) off.delete(host);
      else off.add(host);
      this.off = off;
    };
    return html`<label class="check">
      <input type="checkbox" name="host" value=${host} .checked=${!this.off.has(host)} @change=${toggle} />
      <span
        ><bdi dir="ltr">${host}</bdi>
        <span class="meta">${t("research_privacy_recheck_count", { count })}</span></span
      >
    </label>`;
  }

  #progress(): TemplateResult {
    const { there, gone, unclear } = this.outcome;
    const total = [...(this.plan?.hosts ?? [])]
      .filter(([host]) => !this.off.has(host))
      .reduce((sum, [, items]) => sum + items.length, 0);
    return html`<label class="field">
        ${t("research_privacy_rechecking")}
        <progress .value=${there + gone + unclear} max=${total}></progress>
      </label>
      <div class="row">
        <button type="button" class="button" @click=${() => this.#asking?.abort()}>
          ${t("research_privacy_recheck_stop")}
        </button>
      </div>`;
  }

  #goneButton(collection: Collection): TemplateResult {
    return html`<p class="meta">${t("research_privacy_gone_hint")}</p>
      <div class="row">
        <button type="button" class="button danger" @click=${() => void this.#deleteGone(collection)}>
          ${t("research_privacy_gone_delete", { count: this.outcome.gone })}
        </button>
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-privacy-recheck": PrivacyRecheck;
  }
}
