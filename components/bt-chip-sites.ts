import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { listCursors } from "../lib/db/sync-state.ts";
import { t } from "../lib/i18n.ts";
import { hasStopped } from "../lib/model/post-check.ts";
import { badgeEverywhere, chipSites, feeds, postChecks } from "../lib/settings.ts";
import { LiveQueryController } from "./controllers/live-query.ts";
import { StoredItemController } from "./controllers/stored-item.ts";
import { databases } from "./databases.ts";
import { sectionStyle } from "./styles/page-layout.ts";
import { shared } from "./styles/shared.ts";

/** A platform whose posts can have chips. */
export interface ChipSite {
  readonly id: string;
  readonly name: string;
  readonly group: "feeds" | "forums" | "blogs" | "search";
  /** Whether it has chips unless the person says otherwise. */
  readonly byDefault: boolean;
}

const groups = [
  ["feeds", "chips_feeds"],
  ["forums", "chips_forums"],
  ["blogs", "chips_blogs"],
  ["search", "chips_search"],
] as const;

/** On which platforms posts get chips, and where reading them goes wrong. */
@customElement("bt-chip-sites")
export class ChipSites extends LitElement {
  static override readonly styles = [
    shared,
    sectionStyle,
    css`
      fieldset {
        margin-block-start: 1rem;
      }

      legend {
        padding: 0;
        font: 600 0.875rem/1.25rem var(--bt-font);
      }

      .choices {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(11rem, 100%), 1fr));
        gap: 0 1rem;
        margin-block-start: 0.25rem;
      }
    `,
  ];

  /** Given by the page, because this layer knows no adapters. */
  @property({ attribute: false }) sites: readonly ChipSite[] = [];
  readonly #choices = new StoredItemController(this, chipSites);
  readonly #checks = new StoredItemController(this, postChecks);
  readonly #everywhere = new StoredItemController(this, badgeEverywhere);
  readonly #feeds = new StoredItemController(this, feeds);
  readonly #copies = new LiveQueryController(this, {
    args: () => [] as const,
    query: () => listCursors(databases().community),
  });

  #offByFeed(): ReadonlySet<string> {
    const listed = new Set(this.#feeds.value ?? []);
    const copies = (this.#copies.value ?? []).filter(({ id }) => listed.has(id));
    return new Set(copies.flatMap(({ sitesOff }) => sitesOff ?? []));
  }

  #switch(id: string, on: boolean): void {
    void this.#choices.set({ ...this.#choices.value, [id]: on });
  }

  override render(): TemplateResult {
    const offByFeed = this.#offByFeed();
    return html`<section id="chips">
      <h2>${t("options_chips")}</h2>
      <p class="hint">${t("options_chips_hint")}</p>
      ${this.#everywhere.value === false ? html`<p>${t("options_chips_everywhere")}</p>` : nothing}
      ${this.#stopped().map(({ name }) => html`<p class="note">${t("chips_stopped", { site: name })}</p>`)}
      ${groups.map(([group, label]) => {
        const sites = this.sites.filter((site) => site.group === group);
        if (sites.length === 0) return nothing;
        return html`<fieldset>
          <legend>${t(label)}</legend>
          ${group === "search" ? html`<p class="hint">${t("chips_search_hint")}</p>` : nothing}
          <div class="choices">${sites.map((site) => this.#toggle(site, offByFeed.has(site.id)))}</div>
        </fieldset>`;
      })}
    </section>`;
  }

  #stopped(): readonly ChipSite[] {
    const checks = this.#checks.value ?? {};
    return this.sites.filter(({ id }) => {
      const check = checks[id];
      return check !== undefined && hasStopped(check);
    });
  }

  #toggle({ byDefault, id, name }: ChipSite, isOff: boolean): TemplateResult {
    return html`<label class="check">
      <input
        type="checkbox"
        name=${id}
        .checked=${!isOff && (this.#choices.value?.[id] ?? byDefault)}
        ?disabled=${isOff || this.#choices.value === undefined}
        @change=${(event: Event) => this.#switch(id, (event.target as HTMLInputElement).checked)}
      />
      <span>${name}${isOff ? html` <span class="meta">${t("chips_off_by_feed")}</span>` : nothing}</span>
    </label>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-chip-sites": ChipSites;
  }
}
