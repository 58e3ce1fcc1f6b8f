import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { RotateCcw } from "lucide";
import { sitesOff } from "../lib/db/sites.ts";
import { t } from "../lib/i18n.ts";
import { badgeEverywhere, badgeInPrivate, nickname } from "../lib/settings.ts";
import { LiveQueryController } from "./controllers/live-query.ts";
import { StoredItemController } from "./controllers/stored-item.ts";
import { databases } from "./databases.ts";
import { switchSite } from "./parts/change-site.ts";
import { icon } from "./parts/icon.ts";
import { sectionStyle } from "./styles/page-layout.ts";
import { shared } from "./styles/shared.ts";

/** What is drawn on pages, sites that are switched off, and the name under new reviews. */
@customElement("bt-on-pages")
export class OnPages extends LitElement {
  static override readonly styles = [shared, sectionStyle];

  readonly #everywhere = new StoredItemController(this, badgeEverywhere);
  readonly #inPrivate = new StoredItemController(this, badgeInPrivate);
  readonly #nickname = new StoredItemController(this, nickname);
  readonly #sites = new LiveQueryController(this, {
    args: () => [] as const,
    query: () => sitesOff(databases().personal),
  });

  override render(): TemplateResult {
    const sites = this.#sites.value ?? [];
    return html`<section id="pages">
        <h2>${t("options_pages")}</h2>
        ${this.#toggle(this.#everywhere, t("setting_badge"))}
        ${this.#toggle(this.#inPrivate, t("setting_private"))}
        <label class="item">
          <span>${t("setting_nickname")}</span>
          <input
            type="text"
            dir="auto"
            maxlength="20"
            autocomplete="off"
            .value=${this.#nickname.value ?? ""}
            @change=${(event: Event) => void this.#nickname.set((event.target as HTMLInputElement).value.trim())}
          />
        </label>
      </section>
      <section id="sites">
        <h2>${t("options_sites")}</h2>
        <p class="hint">${t("options_sites_hint")}</p>
        <ul class="items">
          ${sites.map(
            ({ siteKey }) =>
              html`<li class="card item">
                <bdi dir="ltr">${siteKey}</bdi>
                <button
                  type="button"
                  class="text-button"
                  aria-label=${t("site_on_label", { site: siteKey })}
                  @click=${() => void switchSite(siteKey, false)}
                >
                  ${icon(RotateCcw, 14)} ${t("site_on")}
                </button>
              </li>`,
          )}
          ${sites.length === 0 ? html`<li class="meta">${t("sites_none")}</li>` : nothing}
        </ul>
      </section>`;
  }

  #toggle(item: StoredItemController<boolean>, label: string): TemplateResult {
    return html`<label class="check">
      <input
        type="checkbox"
        .checked=${item.value ?? false}
        @change=${(event: Event) => void item.set((event.target as HTMLInputElement).checked)}
      />
      <span>${label}</span>
    </label>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-on-pages": OnPages;
  }
}
