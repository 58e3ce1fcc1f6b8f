import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { X } from "lucide";
import { formatDate, formatShare, t } from "../../lib/i18n.ts";
import type { Collection } from "../../lib/model/research/collection.ts";
import type { FoundItems, ItemFilter } from "../../lib/model/research/query.ts";
import { LiveQueryController } from "../controllers/live-query.ts";
import { databases } from "../databases.ts";
import { icon } from "../parts/icon.ts";
import { shared } from "../styles/shared.ts";
import { facetHeadings, facetWords } from "./facet-words.ts";
import { everything, filterLists, isNarrowed, toggled } from "./item-filter.ts";
import { sessionTime } from "./session-words.ts";
import { tell } from "./workspace-events.ts";

interface Pill {
  readonly what: string;
  readonly words: string;
  readonly change: Partial<ItemFilter>;
}

const dayMs = 86_400_000;

/** What narrows the list, each to be taken away, and all of it at once. Fires `bt-filter`. */
@customElement("bt-filter-pills")
export class FilterPills extends LitElement {
  static override readonly styles = [
    shared,
    css`
      ul {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.375rem;
      }

      li {
        max-inline-size: 100%;
      }

      .pill {
        display: inline-flex;
        align-items: center;
        gap: 0.25rem;
        max-inline-size: 100%;
        min-block-size: 1.5rem;
        padding: 0.125rem 0.5rem;
        border: 1px solid var(--bt-accent);
        border-radius: 99rem;
        background: var(--bt-accent-soft);
        color: var(--bt-accent);
        font: 500 0.75rem/1rem var(--bt-font);
      }

      .pill:hover {
        background: var(--bt-surface);
      }

      .pill span {
        min-inline-size: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
    `,
  ];

  @property({ attribute: false }) collection!: Collection;
  @property({ attribute: false }) filter!: ItemFilter;
  @property({ attribute: false }) facets: FoundItems["facets"] | undefined;

  readonly #sessions = new LiveQueryController(this, {
    args: () => (this.filter.sessions.length > 0 ? ([this.filter.sessions] as const) : undefined),
    query: async ([ids]) => databases().research.sessions.bulkGet([...ids]),
  });

  #pills(): readonly Pill[] {
    const { collection, filter } = this;
    const { confidence, from, to, together } = filter;
    const lists = filterLists.flatMap((list) => {
      const counts = list === "authors" ? [] : (this.facets?.[list] ?? []);
      return filter[list].map((value) => ({
        what: t(facetHeadings[list]),
        words: list === "sessions" ? this.#session(value) : facetWords(list, value, { collection, counts }),
        change: { [list]: toggled(filter, list, value)[list] },
      }));
    });
    const named = together?.map((brand) =>
      facetWords("brands", brand, { collection, counts: this.facets?.brands ?? [] }),
    );
    return [
      ...lists,
      ...(named
        ? [
            {
              what: t("research_chart_pair"),
              words: named.join(" + "),
              change: { together: undefined },
            },
          ]
        : []),
      ...(from === undefined
        ? []
        : [{ what: t("research_pill_from"), words: day(from), change: { from: undefined } }]),
      ...(to === undefined
        ? []
        : [{ what: t("research_pill_to"), words: day(to - dayMs), change: { to: undefined } }]),
      ...(confidence === undefined
        ? []
        : [
            {
              what: t("research_confidence_least"),
              words: formatShare(confidence),
              change: { confidence: undefined },
            },
          ]),
    ];
  }

  #session(id: string): string {
    const session = this.#sessions.value?.find((one) => one?.id === id);
    return session
      ? sessionTime(session)
      : facetWords("sessions", id, { collection: this.collection, counts: [] });
  }

  override render(): TemplateResult {
    // What is empty takes no gap of the column either.
    this.hidden = !isNarrowed(this.filter);
    if (this.hidden) return html`${nothing}`;
    return html`<ul aria-label=${t("research_pills")}>
      ${this.#pills().map((pill) => this.#pill(pill))}
      <li>
        <button
          type="button"
          class="text-button"
          @click=${() => tell(this, "bt-filter", { change: everything(this.collection.id) })}
        >
          ${t("research_clear_all")}
        </button>
      </li>
    </ul>`;
  }

  #pill({ change, what, words }: Pill): TemplateResult {
    return html`<li>
      <button
        type="button"
        class="pill"
        aria-label=${t("research_pill_remove", { what, words })}
        @click=${() => tell(this, "bt-filter", { change })}
      >
        <span>${what}: <bdi>${words}</bdi></span
        >${icon(X, 14)}
      </button>
    </li>`;
  }
}

/** Days of a filter are UTC. */
function day(at: number): string {
  return formatDate(at, { dateStyle: "medium", timeZone: "UTC" });
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-filter-pills": FilterPills;
  }
}
