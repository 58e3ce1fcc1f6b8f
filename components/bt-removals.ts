import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { ChevronDown } from "lucide";
import type { RemovedRow } from "../lib/db/community-rows.ts";
import { listRemoved } from "../lib/db/removed.ts";
import { codeKey, t } from "../lib/i18n.ts";
import { removalCodes, type RemovalCode } from "../lib/model/removal.ts";
import { feeds, removalsOff } from "../lib/settings.ts";
import { LiveQueryController } from "./controllers/live-query.ts";
import { StoredItemController } from "./controllers/stored-item.ts";
import { databases } from "./databases.ts";
import { hostOf } from "./parts/host-of.ts";
import { icon } from "./parts/icon.ts";
import { sectionStyle } from "./styles/page-layout.ts";
import { shared } from "./styles/shared.ts";

/** Of each feed so many are listed; the counts are of all. */
const mostListed = 200;

/** What operators have taken out, by feed: how many, why, when, and by which hash one would know it. */
@customElement("bt-removals")
export class Removals extends LitElement {
  static override readonly styles = [
    shared,
    sectionStyle,
    css`
      table {
        inline-size: 100%;
        border-collapse: collapse;
        font: var(--bt-meta);
      }

      th,
      td {
        padding: 0.25rem 0.5rem 0.25rem 0;
        border-block-end: 1px solid var(--bt-line);
        text-align: start;
        vertical-align: top;
        overflow-wrap: anywhere;
      }

      td:last-child,
      th:last-child {
        white-space: nowrap;
      }

      .codes {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 0.75rem;
      }
    `,
  ];

  /** Reading a long list costs: it is read when somebody looks. */
  @state() private isOpen = false;
  readonly #feeds = new StoredItemController(this, feeds);
  readonly #off = new StoredItemController(this, removalsOff);
  readonly #removed = new LiveQueryController(this, {
    args: () => (this.isOpen ? ([] as const) : undefined),
    query: () => listRemoved(databases().community),
  });

  async #switch(feed: string, box: HTMLInputElement): Promise<void> {
    const others = (this.#off.value ?? []).filter((each) => each !== feed);
    await this.#off.set(box.checked ? others : [...others, feed]);
  }

  override render(): TemplateResult {
    return html`<section id="removals" aria-labelledby="title">
      <h2 id="title">${t("options_removals")}</h2>
      <p class="hint">${t("options_removals_hint")}</p>
      ${this.#feeds.value?.map((feed) => this.#choice(feed))}
      <details @toggle=${(event: Event) => (this.isOpen = (event.target as HTMLDetailsElement).open)}>
        <summary>${t("removals_inspect")} <span class="chevron">${icon(ChevronDown, 14)}</span></summary>
        ${this.#list()}
      </details>
    </section>`;
  }

  #choice(feed: string): TemplateResult {
    return html`<label class="check">
      <input
        type="checkbox"
        .checked=${!(this.#off.value ?? []).includes(feed)}
        ?disabled=${this.#off.value === undefined}
        @change=${(event: Event) => void this.#switch(feed, event.target as HTMLInputElement)}
      />
      <span>${t("removals_all", { host: hostOf(feed) })}</span>
    </label>`;
  }

  #list(): TemplateResult {
    const { error, value } = this.#removed;
    if (!value) return html`<p class="meta" role="status">${error ? t("error_read") : t("loading")}</p>`;
    if (value.total === 0) return html`<p class="meta">${t("removals_none")}</p>`;
    const { rows, total } = value;
    const byFeed = Map.groupBy(rows, ({ feed }) => feed ?? "");
    return html`${total > rows.length ? html`<p class="meta">${t("removals_more", { count: total })}</p>` : nothing}
    ${[...byFeed].map(([feed, some]) => this.#feed(feed, some))}`;
  }

  #feed(feed: string, rows: readonly RemovedRow[]): TemplateResult {
    const name = feed === "" ? t("removals_no_feed") : hostOf(feed);
    const newest = rows.toSorted((one, other) => (other.day ?? "").localeCompare(one.day ?? ""));
    return html`<h3 dir="auto"><bdi>${name}</bdi>: ${t("removals_count", { count: rows.length })}</h3>
      <ul class="codes meta">
        ${codeCounts(rows).map(([words, count]) => html`<li>${words}: ${count}</li>`)}
      </ul>
      <table>
        <caption class="sr-only">
          ${t("removals_caption", { host: name })}
        </caption>
        <thead>
          <tr>
            <th scope="col">${t("removals_hash")}</th>
            <th scope="col">${t("removals_why")}</th>
            <th scope="col">${t("removals_day")}</th>
          </tr>
        </thead>
        <tbody>
          ${newest.slice(0, mostListed).map(
            ({ code, day, id }) =>
              html`<tr>
                <td><code dir="ltr">${id}</code></td>
                <td>${codeWords(code)}</td>
                <td>${day ?? ""}</td>
              </tr>`,
          )}
        </tbody>
      </table>`;
  }
}

function codeCounts(rows: readonly RemovedRow[]): readonly (readonly [string, number])[] {
  const groups = Map.groupBy(rows, ({ code }) => codeWords(code));
  return [...groups].map(([words, some]) => [words, some.length] as const);
}

/** A code that is newer than this reader is shown as it stands. */
function codeWords(code: string | undefined): string {
  const known = removalCodes.find((each): each is RemovalCode => each === (code ?? "unstated"));
  return known ? t(codeKey("removal", known)) : (code ?? "");
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-removals": Removals;
  }
}
