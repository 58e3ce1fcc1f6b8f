import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { X } from "lucide";
import { t } from "../lib/i18n.ts";
import { TypingPause } from "./controllers/typing-pause.ts";
import { filterLine, select } from "./parts/filter-line.ts";
import { icon } from "./parts/icon.ts";
import { languageName } from "./parts/language.ts";
import { filterBarStyle } from "./styles/filter-bar.ts";
import { shared } from "./styles/shared.ts";

const orders = ["newest", "discussed"] as const;
const times = ["any", "day", "week", "month", "year"] as const;

export interface TalkFilter {
  readonly order: (typeof orders)[number];
  /** `placeOf` threads. */
  readonly places: readonly string[];
  readonly time: (typeof times)[number];
  readonly language: string;
  readonly words: string;
}

export const emptyTalkFilter: TalkFilter = {
  order: "newest",
  places: [],
  time: "any",
  language: "",
  words: "",
};

/** Order, filters and search of conversations. Fires `change` with the whole filter. */
@customElement("bt-talk-filter")
export class TalkFilterBar extends LitElement {
  static override readonly styles = [shared, filterBarStyle];

  @property({ attribute: false }) filter: TalkFilter = emptyTalkFilter;
  /** Places by `placeOf`, with the names that people know. */
  @property({ attribute: false }) places: ReadonlyMap<string, string> = new Map();
  @property({ attribute: false }) languages: readonly string[] = [];
  @state() private open = false;
  @query("input") private readonly field!: HTMLInputElement;
  readonly #pause = new TypingPause(this, () => this.#set({ words: this.field.value.trim() }));

  #set(change: Partial<TalkFilter>): void {
    this.dispatchEvent(new CustomEvent("change", { detail: { ...this.filter, ...change } }));
  }

  #togglePlace(place: string): void {
    const chosen = this.filter.places;
    this.#set({
      places: chosen.includes(place) ? chosen.filter((one) => one !== place) : [...chosen, place],
    });
  }

  override render(): TemplateResult {
    const { places, time, language, words, order } = this.filter;
    const active = places.length + Number(time !== "any") + Number(language !== "");
    const open = this.open || active > 0;
    return html`<search aria-label=${t("talk_filter_label")}>
      ${filterLine({
        find: { label: t("talk_find"), words, typed: this.#pause.typed },
        order: {
          value: order,
          options: orders.map((one) => [one, t(`sort_${one}`)]),
          choose: (value) => this.#set({ order: value as TalkFilter["order"] }),
        },
        isOpen: open,
        toggle: () => (this.open = !open),
      })}
      ${open ? this.#more(active) : nothing}
    </search>`;
  }

  #more(active: number): TemplateResult {
    const { filter, languages } = this;
    return html`<div class="chips" role="group" aria-label=${t("talk_filter_places")}>
        ${[...this.places].map(
          ([place, name]) =>
            html`<button
              type="button"
              class="toggle"
              aria-pressed=${filter.places.includes(place)}
              @click=${() => this.#togglePlace(place)}
            >
              <bdi dir="auto">${name}</bdi>
            </button>`,
        )}
      </div>
      <div class="line">
        ${select({
          label: t("talk_filter_time"),
          value: filter.time,
          options: times.map((one) => [one, t(`talk_time_${one}`)]),
          choose: (value) => this.#set({ time: value as TalkFilter["time"] }),
        })}
        ${
          languages.length > 1
            ? select({
                label: t("talk_filter_language"),
                value: filter.language,
                options: [
                  ["", t("talk_any_language")],
                  ...languages.map((one) => [one, languageName(one)] as const),
                ],
                choose: (value) => this.#set({ language: value }),
              })
            : nothing
        }
        ${
          active > 0
            ? html`<button
                type="button"
                class="text-button"
                @click=${() => this.#set({ places: [], time: "any", language: "" })}
              >
                ${icon(X, 14)} ${t("filter_clear")}
              </button>`
            : nothing
        }
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-talk-filter": TalkFilterBar;
  }
}
