import { html, type TemplateResult } from "lit";
import { Search, SlidersHorizontal } from "lucide";
import { t } from "../../lib/i18n.ts";
import { icon } from "./icon.ts";

/** One of several, chosen from a list. */
interface Choice {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, words: string])[];
  readonly choose: (value: string) => void;
}

export function select({ label, value, options, choose }: Choice): TemplateResult {
  return html`<select
    aria-label=${label}
    @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}
  >
    ${options.map(([one, words]) => html`<option value=${one} ?selected=${one === value}>${words}</option>`)}
  </select>`;
}

interface FilterLine {
  /** The field for words: what it is called, what stands in it, and what happens at every key. */
  readonly find: { readonly label: string; readonly words: string; readonly typed: () => void };
  readonly order: Omit<Choice, "label">;
  /** Whether the filters below the line are shown. */
  readonly isOpen: boolean;
  readonly toggle: () => void;
}

/** The first line above a list: a field for words, the order, and the press that shows the filters. */
export function filterLine({ find, isOpen, order, toggle }: FilterLine): TemplateResult {
  return html`<div class="line">
    <div class="find">
      ${icon(Search)}
      <input
        type="search"
        .value=${find.words}
        aria-label=${find.label}
        placeholder=${find.label}
        autocomplete="off"
        maxlength="80"
        dir="auto"
        @input=${find.typed}
      />
    </div>
    ${select({ label: t("sort_label"), ...order })}
    <button
      type="button"
      class="icon-button"
      aria-label=${t("filter_toggle")}
      aria-expanded=${isOpen}
      @click=${toggle}
    >
      ${icon(SlidersHorizontal)}
    </button>
  </div>`;
}
