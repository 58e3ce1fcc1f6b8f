import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { BookOpen, ChevronDown, Globe, Lock, MousePointerClick } from "lucide";
import { t } from "../lib/i18n.ts";
import type { TabState } from "../lib/model/tab-state.ts";
import { runMode } from "../lib/settings.ts";
import "./bt-sync-line.ts";
import { command } from "./commands.ts";
import type { TabReading } from "./controllers/active-tab.ts";
import { StoredItemController } from "./controllers/stored-item.ts";
import { correctedText } from "./parts/correction-words.ts";
import { icon } from "./parts/icon.ts";
import { profileHow, profileLine } from "./parts/profile-line.ts";
import { problemText } from "./parts/problem-text.ts";
import { profileStyle } from "./styles/profile.ts";
import { shared } from "./styles/shared.ts";

/** What stands in the sidebar where there is no brand to show: why, and what can be done. */
@customElement("bt-place-notice")
export class PlaceNotice extends LitElement {
  static override readonly styles = [
    shared,
    profileStyle,
    css`
      section {
        display: grid;
        justify-items: start;
        gap: 0.5rem;
        padding: 2rem 1.25rem 1rem;
      }

      .mark {
        display: grid;
        place-items: center;
        inline-size: 2.5rem;
        block-size: 2.5rem;
        margin-block-end: 0.25rem;
        border-radius: var(--bt-radius);
        background: var(--bt-accent-soft);
        color: var(--bt-accent);
      }

      h1 {
        font: var(--bt-title);
      }

      .button {
        margin-block-start: 0.25rem;
      }
    `,
  ];

  @property({ attribute: false }) reading: TabReading = { status: "starting" };
  @property({ type: Boolean }) framed = false;
  /** Whether the person may say what the page is about: fires `correct`. */
  @property({ type: Boolean }) correctable = false;
  @state() private failure = "";
  @state() private busy = false;
  readonly #runMode = new StoredItemController(this, runMode);
  /** The tab that was read by itself once: a state that is lost again is not asked for for ever. */
  #triedTabId: number | undefined;

  protected override updated(changed: PropertyValues<this>): void {
    const { reading } = this;
    if (changed.has("reading")) this.failure = "";
    const isLost = reading.status === "unread" && this.#runMode.value === "all-sites";
    if (isLost && this.#triedTabId !== reading.tabId) {
      this.#triedTabId = reading.tabId;
      void this.#read(reading.tabId, true);
    }
  }

  /** Reads a page on this device; nothing is sent anywhere. */
  async #read(tabId: number, quietly: boolean): Promise<void> {
    this.busy = true;
    const result = await command("readTab", tabId);
    this.busy = false;
    if (!result.ok && !quietly) {
      this.failure = result.error.code === "permission" ? t("read_needs_click") : problemText(result.error);
    }
  }

  override render(): TemplateResult {
    const { reading } = this;
    const mode = this.#runMode.value;
    if (reading.status === "starting" || mode === undefined) return html`${nothing}`;
    if (mode === "unset") return this.#choiceFirst();
    if (reading.status === "read") return this.#nothingToSay(reading.state);
    if (reading.status === "restricted" || (reading.status === "hidden" && mode === "all-sites")) {
      return html`<section>
        <div class="mark">${icon(Lock, 20)}</div>
        <h1>${t("restricted_title")}</h1>
        <p>${t("restricted_text")}</p>
      </section>`;
    }
    return this.#unread(reading.tabId, mode === "on-click");
  }

  #choiceFirst(): TemplateResult {
    return html`<section>
      <div class="mark">${icon(BookOpen, 20)}</div>
      <h1>${t("choose_first_title")}</h1>
      <p>${t("choose_first_text")}</p>
      <a class="button primary" href="/welcome.html" target="_blank">${t("choose_first_do")}</a>
    </section>`;
  }

  #nothingToSay({ url, profile, site, corrections = [] }: TabState): TemplateResult {
    return html`<section>
      <div class="mark">${icon(Globe, 20)}</div>
      <h1>${t("no_brand_title")}</h1>
      ${
        corrections.length > 0
          ? corrections.map((correction) => html`<p dir="auto">${correctedText(correction)}</p>`)
          : html`<p>${t("no_brand_text", { host: URL.parse(url)?.hostname ?? url })}</p>`
      }
      ${
        profile
          ? html`${profileLine(profile)}
              <details class="meta">
                <summary>
                  ${t("profile_how_open")} <span class="chevron">${icon(ChevronDown, 14)}</span>
                </summary>
                ${profileHow(profile)}
              </details>`
          : nothing
      }
      ${
        this.correctable && (corrections.length > 0 || profile)
          ? html`<button
              type="button"
              class="button"
              @click=${() => this.dispatchEvent(new CustomEvent("correct"))}
            >
              ${t(corrections.length > 0 ? "menu_wrong_brand" : "say_which_brand")}
            </button>`
          : nothing
      }
      ${site && !this.framed ? html`<p class="meta">${t("no_brand_site")}</p>` : nothing}
      <bt-sync-line></bt-sync-line>
    </section>`;
  }

  #unread(tabId: number, onClick: boolean): TemplateResult {
    return html`<section>
      <div class="mark">${icon(MousePointerClick, 20)}</div>
      <h1>${t("unread_title")}</h1>
      <p>${t(onClick ? "unread_on_click" : "unread_text")}</p>
      <button
        type="button"
        class="button primary"
        ?disabled=${this.busy}
        @click=${() => void this.#read(tabId, false)}
      >
        ${t("read_page")}
      </button>
      <p class="meta" role="status">${this.failure || (this.busy ? t("loading") : "")}</p>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-place-notice": PlaceNotice;
  }
}
