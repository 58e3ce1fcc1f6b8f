import { css, html, LitElement, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { browser } from "wxt/browser";
import { t } from "../lib/i18n.ts";
import "./bt-answers.ts";
import "./bt-block-lists.ts";
import "./bt-chip-sites.ts";
import type { ChipSites } from "./bt-chip-sites.ts";
import "./bt-corrections.ts";
import "./bt-following.ts";
import "./bt-hidden.ts";
import "./bt-keys.ts";
import "./bt-ledger.ts";
import "./bt-on-pages.ts";
import "./bt-own-data.ts";
import "./bt-people.ts";
import type { CircleReaders } from "./bt-people.ts";
import "./bt-places.ts";
import type { OwnData } from "./bt-own-data.ts";
import "./bt-promises.ts";
import "./bt-removals.ts";
import "./bt-run-mode.ts";
import "./bt-servers.ts";
import "./bt-shortcuts.ts";
import "./bt-signals.ts";
import "./bt-use-slip.ts";
import "./research/bt-record-bar.ts";
import type { AuthorRequest } from "./parts/emit.ts";
import { authorPage, openOwnPage } from "./parts/own-pages.ts";
import { pageLayout, sectionStyle } from "./styles/page-layout.ts";
import { shared } from "./styles/shared.ts";

const sections = [
  ["mode", "options_mode"],
  ["sync", "options_sources"],
  ["places", "options_places"],
  ["following", "options_following"],
  ["people", "options_people"],
  ["answers", "options_answers"],
  ["hidden", "options_hidden"],
  ["lists", "options_lists"],
  ["removals", "options_removals"],
  ["keys", "options_keys"],
  ["slip", "options_slip"],
  ["pages", "options_pages"],
  ["signals", "options_signals"],
  ["corrections", "options_corrections"],
  ["chips", "options_chips"],
  ["research", "options_research"],
  ["ledger", "options_ledger"],
  ["forget", "options_forget"],
  ["data", "options_data"],
  ["shortcuts", "options_shortcuts"],
  ["about", "options_about"],
] as const;

/** Elements by section: anchors do not reach into shadow roots by themselves. */
const holders: Readonly<Record<string, string>> = {
  sync: "bt-servers",
  places: "bt-places",
  following: "bt-following",
  people: "bt-people",
  answers: "bt-answers",
  hidden: "bt-hidden",
  lists: "bt-block-lists",
  removals: "bt-removals",
  keys: "bt-keys",
  slip: "bt-use-slip",
  pages: "bt-on-pages",
  sites: "bt-on-pages",
  corrections: "bt-corrections",
  chips: "bt-chip-sites",
  ledger: "bt-ledger",
  forget: "bt-own-data",
  data: "bt-own-data",
  shortcuts: "bt-shortcuts",
};

/** All options on one page, each section with an address of its own. */
@customElement("bt-options")
export class Options extends LitElement {
  static override readonly styles = [
    shared,
    pageLayout,
    sectionStyle,
    css`
      bt-record-bar + header {
        padding-block-start: 0.5rem;
      }

      nav ul {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 1rem;
        margin-block: 0.75rem 0.5rem;
        padding-block-end: 0.75rem;
        border-block-end: 1px solid var(--bt-line);
      }

      nav a {
        display: inline-flex;
        align-items: center;
        min-block-size: 1.5rem;
        font: var(--bt-label);
      }

      main {
        display: grid;
        gap: 2.25rem;
        margin-block-start: 1.5rem;
        grid-template-columns: minmax(0, 1fr);
      }

      bt-on-pages,
      bt-own-data {
        display: grid;
        gap: 2.25rem;
      }
    `,
  ];

  /** Checks an exported file; see `bt-own-data`. */
  @property({ attribute: false }) readExport!: OwnData["readExport"];
  /** Check files of circles; see `bt-people`. */
  @property({ attribute: false }) circleReaders!: CircleReaders;
  /** Platforms whose posts can have chips; see `bt-chip-sites`. */
  @property({ attribute: false }) chipSites: ChipSites["sites"] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener("hashchange", this.#onHash);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("hashchange", this.#onHash);
  }

  protected override firstUpdated(): void {
    this.#onHash();
  }

  readonly #onHash = (): void => {
    const id = location.hash.slice(1);
    const holder = this.shadowRoot?.querySelector<LitElement>(holders[id] ?? `#${CSS.escape(id || "none")}`);
    void holder?.updateComplete?.then(() =>
      (holder.shadowRoot?.getElementById(id) ?? holder).scrollIntoView({ block: "start" }),
    );
    if (holder && !("updateComplete" in holder)) (holder as HTMLElement).scrollIntoView();
  };

  override render(): TemplateResult {
    return html`<bt-record-bar .sites=${this.chipSites}></bt-record-bar>
      <header>
        <h1>${t("options_title")}</h1>
        <nav aria-label=${t("options_title")}>
          <ul>
            ${sections.map(([id, label]) => html`<li><a href="#${id}">${t(label)}</a></li>`)}
          </ul>
        </nav>
      </header>
      <main>
        <section id="mode">
          <h2>${t("options_mode")}</h2>
          <p class="hint">${t("options_mode_hint")}</p>
          <bt-run-mode></bt-run-mode>
        </section>
        <bt-servers></bt-servers>
        <bt-places></bt-places>
        <bt-following></bt-following>
        <bt-people
          .readers=${this.circleReaders}
          @bt-author=${({ detail }: CustomEvent<AuthorRequest>) => openOwnPage(authorPage(detail.author))}
        ></bt-people>
        <bt-answers readonly></bt-answers>
        <bt-hidden></bt-hidden>
        <bt-block-lists></bt-block-lists>
        <bt-removals></bt-removals>
        <bt-keys></bt-keys>
        <bt-use-slip></bt-use-slip>
        <bt-on-pages></bt-on-pages>
        <section id="signals">
          <h2>${t("options_signals")}</h2>
          <p class="hint">${t("signals_hint")}</p>
          <bt-signals></bt-signals>
        </section>
        <bt-corrections></bt-corrections>
        <bt-chip-sites .sites=${this.chipSites}></bt-chip-sites>
        <section id="research">
          <h2>${t("options_research")}</h2>
          <p class="hint">${t("options_research_hint")}</p>
          <p><a href="research.html" target="_blank">${t("menu_research")}</a></p>
        </section>
        <bt-ledger></bt-ledger>
        <bt-own-data .readExport=${this.readExport}></bt-own-data>
        <bt-shortcuts></bt-shortcuts>
        <section id="about">
          <h2>${t("options_about")}</h2>
          <bt-promises></bt-promises>
          <p class="hint meta">${t("about_licences", { version: browser.runtime.getManifest().version })}</p>
        </section>
      </main>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-options": Options;
  }
}
