import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { ChevronDown } from "lucide";
import { codeKey, t } from "../lib/i18n.ts";
import { signalsOff } from "../lib/settings.ts";
import { signals } from "../lib/trust/index.ts";
import { StoredItemController } from "./controllers/stored-item.ts";
import { icon } from "./parts/icon.ts";
import { thresholdWords } from "./parts/weighs.ts";
import { signalsStyle } from "./styles/signals.ts";
import { shared } from "./styles/shared.ts";

type ListedSignal = (typeof signals)[number];

/** Every signal in words, with its thresholds and version, and a switch for each. */
@customElement("bt-signals")
export class SignalList extends LitElement {
  static override readonly styles = [shared, signalsStyle];

  /** Told, but not switched: inside a page nothing is changed. */
  @property({ type: Boolean, reflect: true }) readonly = false;
  /** What each sees stands behind the press, too: where the list is not what one came for. */
  @property({ type: Boolean }) folded = false;
  readonly #off = new StoredItemController(this, signalsOff);

  async #switch(id: string, isOn: boolean): Promise<void> {
    // Read anew: another page may have switched one meanwhile.
    const off = new Set(await signalsOff.getValue());
    if (isOn) off.delete(id);
    else off.add(id);
    await this.#off.set([...off].toSorted());
  }

  override render(): TemplateResult {
    return html`<ul class="signals">
        ${signals.map((signal) => this.#signal(signal))}
      </ul>
      <p class="docs">${t("signal_docs", { file: "docs/trust.md" })}</p>`;
  }

  #signal({ id, thresholds, version }: ListedSignal): TemplateResult {
    const isOff = this.#off.value?.includes(id) ?? false;
    const name = t(codeKey("signal", id));
    const visible = t(this.folded ? "signal_more" : "signal_thresholds", { version });
    const text = html`<p class="text" id="text-${id}">${t(`${codeKey("signal", id)}_text`)}</p>`;
    const label = html`<span class="name">${name}</span>`;
    return html`<li class=${isOff ? "off" : ""}>
      ${
        this.readonly
          ? label
          : html`<label class="check"
              ><input
                type="checkbox"
                .checked=${!isOff}
                aria-describedby="text-${id}"
                @change=${(event: Event) => void this.#switch(id, (event.target as HTMLInputElement).checked)}
              />${label}</label
            >`
      }
      ${this.folded ? nothing : text}
      <details>
        <summary aria-label=${t("signal_thresholds_label", { name, visible })}>
          ${visible} <span class="chevron">${icon(ChevronDown, 14)}</span>
        </summary>
        ${this.folded ? text : nothing}
        <ul class="thresholds">
          ${Object.entries(thresholds)
            .filter(([threshold]) => threshold !== "version")
            .map(([threshold, value]) => html`<li>${thresholdWords(threshold, value)}</li>`)}
        </ul>
      </details>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-signals": SignalList;
  }
}
