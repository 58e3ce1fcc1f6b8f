import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { RotateCcw } from "lucide";
import { listCorrections } from "../lib/db/corrections.ts";
import { formatAge, t } from "../lib/i18n.ts";
import type { Correction } from "../lib/model/correction.ts";
import { command } from "./commands.ts";
import { LiveQueryController } from "./controllers/live-query.ts";
import { databases } from "./databases.ts";
import { correctedText } from "./parts/correction-words.ts";
import { icon } from "./parts/icon.ts";
import { problemText } from "./parts/problem-text.ts";
import { sectionStyle } from "./styles/page-layout.ts";
import { shared } from "./styles/shared.ts";

/** What the person said against what we recognise, each to be taken back. */
@customElement("bt-corrections")
export class Corrections extends LitElement {
  static override readonly styles = [shared, sectionStyle];

  @state() private message = "";
  readonly #corrections = new LiveQueryController(this, {
    args: () => [] as const,
    query: () => listCorrections(databases().personal),
  });

  async #remove({ id }: Correction): Promise<void> {
    const result = await command("uncorrectBrand", { id, isPrivate: false });
    this.message = result.ok ? t("correction_removed") : problemText(result.error);
  }

  override render(): TemplateResult {
    const corrections = this.#corrections.value ?? [];
    return html`<section id="corrections">
      <h2>${t("options_corrections")}</h2>
      <p class="hint">${t("options_corrections_hint")}</p>
      <ul class="items">
        ${corrections.map((correction) => this.#row(correction))}
        ${corrections.length === 0 ? html`<li class="meta">${t("corrections_none")}</li>` : nothing}
      </ul>
      <p class="meta" role="status">${this.message}</p>
    </section>`;
  }

  #row(correction: Correction): TemplateResult {
    const words = correctedText(correction);
    return html`<li class="card item">
      <span dir="auto">${words} <span class="meta">${formatAge(correction.at, Date.now())}</span></span>
      <button
        type="button"
        class="text-button"
        aria-label=${t("correction_remove_label", { correction: words })}
        @click=${() => void this.#remove(correction)}
      >
        ${icon(RotateCcw, 14)} ${t("correction_remove")}
      </button>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-corrections": Corrections;
  }
}
