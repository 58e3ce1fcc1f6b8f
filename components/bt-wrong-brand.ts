import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { Undo2 } from "lucide";
import { t } from "../lib/i18n.ts";
import type { Corrected, CorrectBrand } from "../lib/messages/ui.ts";
import {
  type BrandChoice,
  type BrandScope,
  type Correction,
  correctionScope,
} from "../lib/model/correction.ts";
import type { Lens, PageSubject } from "../lib/model/subject.ts";
import type { TabState } from "../lib/model/tab-state.ts";
import "./bt-brand-search.ts";
import { command } from "./commands.ts";
import { correctedText, scopeText } from "./parts/correction-words.ts";
import { evidenceText } from "./parts/evidence-text.ts";
import { icon } from "./parts/icon.ts";
import { problemText } from "./parts/problem-text.ts";
import { dialogStyle } from "./styles/dialog.ts";
import { shared } from "./styles/shared.ts";
import { wrongBrandStyle } from "./styles/wrong-brand.ts";

interface Asked {
  readonly scope: BrandScope;
  /** What we took it for by ourselves. */
  readonly recognised: PageSubject | undefined;
  /** What the person has said of it already. */
  readonly said: Correction | undefined;
  readonly isPrivate: boolean;
}

/**
 * "Wrong brand?": what we took the page for, another choice, or none; and afterwards a line with "Undo" for as long as
 * the page is in front. Fires `corrected` before the page changes by the person's word.
 */
@customElement("bt-wrong-brand")
export class WrongBrand extends LitElement {
  static override readonly styles = [shared, dialogStyle, wrongBrandStyle];

  /** Tab and address of the page in front; the line about another page goes. */
  @property() place = "";
  @query("dialog") private readonly dialog!: HTMLDialogElement;
  @query("bt-brand-search") private readonly search!: HTMLElementTagNameMap["bt-brand-search"] | null;
  @state() private asked: Asked | undefined;
  @state() private done: (Corrected & { readonly isPrivate: boolean }) | undefined;
  @state() private failure = "";
  @state() private busy = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("place")) {
      this.done = undefined;
      this.failure = "";
    }
  }

  async ask(tab: TabState, lens: Lens | undefined): Promise<void> {
    const scope = correctionScope(tab, lens);
    if (!scope) return;
    const { recognised = tab.resolution, corrections = [] } = tab;
    this.asked = {
      scope,
      recognised: lens === "shop" ? recognised.shop : (recognised.brand ?? recognised.shop),
      said: corrections.find((correction) => correction.scope.kind === scope.kind),
      isPrivate: tab.isPrivate === true,
    };
    this.failure = "";
    await this.updateComplete;
    this.dialog.showModal();
    this.search?.reset();
  }

  async #say(to: CorrectBrand["to"], scope: BrandScope, isPrivate: boolean): Promise<void> {
    const result = await this.#send(() => command("correctBrand", { scope, to, isPrivate }));
    if (result) this.done = { ...result, isPrivate };
  }

  async #takeBack({ correction: { id }, before, isPrivate }: NonNullable<typeof this.done>): Promise<void> {
    if (before) await this.#send(() => command("correctBrand", { ...before, isPrivate }));
    else await this.#send(() => command("uncorrectBrand", { id, isPrivate }));
    if (!this.failure) this.done = undefined;
  }

  /** One command at a time; `undefined` where it failed, which is said. */
  async #send<T>(
    send: () => Promise<
      | { readonly ok: true; readonly value: T }
      | { readonly ok: false; readonly error: Parameters<typeof problemText>[0] }
    >,
  ): Promise<T | undefined> {
    if (this.busy) return undefined;
    this.busy = true;
    this.dispatchEvent(new CustomEvent("corrected"));
    const result = await send();
    this.busy = false;
    this.failure = result.ok ? "" : problemText(result.error);
    if (!result.ok) return undefined;
    this.dialog.close();
    return result.value;
  }

  override render(): TemplateResult {
    const { done } = this;
    return html`<div role="status">
        ${
          done
            ? html`<p class="line">
                <span>${correctedText(done.correction)}</span>
                <button type="button" class="link" @click=${() => void this.#takeBack(done)}>
                  ${icon(Undo2, 14)} ${t("undo")}
                </button>
              </p>`
            : nothing
        }
      </div>
      <dialog aria-labelledby="title" @close=${() => (this.asked = undefined)}>
        ${this.asked ? this.#form(this.asked) : nothing}
      </dialog>`;
  }

  #form(asked: Asked): TemplateResult {
    const { scope, isPrivate } = asked;
    const say = (to: CorrectBrand["to"]): void => void this.#say(to, scope, isPrivate);
    return html`<h2 id="title">${t("wrong_brand_title")}</h2>
      ${this.#taken(asked)}
      <bt-brand-search
        @choose=${({ detail }: CustomEvent<BrandChoice>) => say({ kind: "brand", ...brandOf(detail) })}
        @text=${({ detail }: CustomEvent<string>) => say({ kind: "text", text: detail })}
      ></bt-brand-search>
      <p class="meta" dir="auto">
        ${scopeText(scope)} ${isPrivate ? t("correction_private") : t("correction_kept")}
      </p>
      ${this.failure ? html`<p class="note danger" role="alert">${this.failure}</p>` : nothing}
      <div class="row end">
        <button type="button" class="button" @click=${() => this.dialog.close()}>${t("cancel")}</button>
        <button type="button" class="button" ?disabled=${this.busy} @click=${() => say({ kind: "none" })}>
          ${t(scope.kind === "name" ? "wrong_brand_no_name" : "wrong_brand_none")}
        </button>
      </div>`;
  }

  #taken({ recognised, said, isPrivate }: Asked): TemplateResult {
    return html`${
      recognised
        ? html`<p dir="auto">${t("wrong_brand_taken", { name: recognised.name })}</p>
            <ul class="meta">
              ${recognised.evidence
                .slice(0, 4)
                .map(
                  (evidence) =>
                    html`<li>
                      ${evidenceText(evidence)}${evidence.detail ? html`: <bdi>${evidence.detail}</bdi>` : nothing}
                    </li>`,
                )}
            </ul>`
        : html`<p>${t("wrong_brand_taken_none")}</p>`
    }
    ${
      said
        ? html`<p class="said">
            <span dir="auto">${correctedText(said)}</span>
            <button
              type="button"
              class="button"
              ?disabled=${this.busy}
              @click=${() => void this.#takeBack({ correction: said, isPrivate })}
            >
              ${icon(Undo2, 14)} ${t("correction_remove")}
            </button>
          </p>`
        : nothing
    }`;
  }
}

function brandOf({ brandId, name, domain }: BrandChoice): {
  readonly brandId: string;
  readonly name: string;
  readonly domain?: string;
} {
  return { brandId, name, ...(domain !== undefined && { domain }) };
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-wrong-brand": WrongBrand;
  }
}
