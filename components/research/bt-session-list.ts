import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Info } from "lucide";
import { formatNumber, t } from "../../lib/i18n.ts";
import type { CollectionId } from "../../lib/model/research/collection.ts";
import type { FacetCounts } from "../../lib/model/research/query.ts";
import type { Session, SessionId } from "../../lib/model/research/session.ts";
import { LiveQueryController } from "../controllers/live-query.ts";
import { databases } from "../databases.ts";
import { icon } from "../parts/icon.ts";
import { facetStyle } from "../styles/facet.ts";
import { shared } from "../styles/shared.ts";
import { sessionDetails } from "./session-details.ts";
import { sessionTime } from "./session-words.ts";

/** So many without being asked for. */
const few = 8;

/** The recordings of a collection: each is a filter, and tells what came by, what was kept of it, and how one looked. Fires `toggle`. */
@customElement("bt-session-list")
export class SessionList extends LitElement {
  static override readonly styles = [
    shared,
    facetStyle,
    css`
      .line {
        display: flex;
        align-items: flex-start;
      }

      .line .icon-button {
        inline-size: 1.75rem;
        block-size: 1.75rem;
      }

      dl {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0.125rem 0.5rem;
        padding: 0.25rem 0.5rem 0.5rem;
        font: var(--bt-meta);
        overflow-wrap: anywhere;
      }

      dt {
        color: var(--bt-muted);
      }

      dd {
        text-align: end;
        font-variant-numeric: tabular-nums;
      }

      .how {
        font-style: italic;
      }

      .wide {
        grid-column: 1 / -1;
        text-align: start;
      }
    `,
  ];

  @property() collection: CollectionId = "";
  @property({ attribute: false }) counts: FacetCounts = [];
  @property({ attribute: false }) chosen: readonly string[] = [];
  @state() private open = false;
  @state() private told: SessionId | undefined;

  readonly #sessions = new LiveQueryController(this, {
    args: () => [this.collection] as const,
    query: async ([collection]) => {
      const sessions = await databases().research.sessions.where({ collection }).toArray();
      return sessions.toSorted((a, b) => b.startedAt - a.startedAt);
    },
  });
  readonly #views = new LiveQueryController(this, {
    args: () => (this.told === undefined ? undefined : ([this.told] as const)),
    query: async ([session]) => databases().research.views.where({ session }).toArray(),
  });

  override render(): TemplateResult {
    const sessions = this.#sessions.value ?? [];
    // What is empty takes no gap of the column either.
    this.hidden = sessions.length === 0;
    if (sessions.length === 0) return html`${nothing}`;
    const shown = sessions.filter(({ id }, index) => this.open || index < few || this.chosen.includes(id));
    return html`<section aria-labelledby="heading">
      <h2 id="heading">${t("research_sessions")}</h2>
      <ul>
        ${shown.map((session) => this.#one(session))}
      </ul>
      ${
        sessions.length > few
          ? html`<button
              type="button"
              class="text-button more"
              aria-expanded=${this.open}
              @click=${() => (this.open = !this.open)}
            >
              ${this.open ? t("research_facet_less") : t("research_facet_more", { count: sessions.length - few })}
            </button>`
          : nothing
      }
    </section>`;
  }

  #one(session: Session): TemplateResult {
    const { id } = session;
    const count = this.counts.find(({ value }) => value === id)?.count ?? 0;
    const time = sessionTime(session);
    const isTold = this.told === id;
    return html`<li>
      <div class="line">
        <button
          type="button"
          class="value"
          aria-pressed=${this.chosen.includes(id)}
          @click=${() => this.dispatchEvent(new CustomEvent("toggle", { detail: id }))}
        >
          <bdi>${time}</bdi> <span class="count">${formatNumber(count)}</span>
        </button>
        <button
          type="button"
          class="icon-button"
          aria-expanded=${isTold}
          aria-label=${t("research_session_tell", { time })}
          @click=${() => (this.told = isTold ? undefined : id)}
        >
          ${icon(Info, 14)}
        </button>
      </div>
      ${isTold ? sessionDetails(session, this.#views.value ?? []) : nothing}
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-session-list": SessionList;
  }
}
