import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { CircleCheck } from "lucide";
import { t } from "../lib/i18n.ts";
import { defaultServers } from "../lib/settings.ts";
import "./bt-promises.ts";
import "./bt-run-mode.ts";
import { icon } from "./parts/icon.ts";
import { logo } from "./parts/logo.ts";
import { pageLayout } from "./styles/page-layout.ts";
import { shared } from "./styles/shared.ts";

/** The first page: one choice, and what follows from it. Nothing runs before it is made. */
@customElement("bt-welcome")
export class Welcome extends LitElement {
  static override readonly styles = [
    shared,
    pageLayout,
    css`
      .brand {
        display: flex;
        align-items: center;
        gap: 0.625rem;
        margin-block-end: 1.5rem;
        font: var(--bt-title);
      }

      h2 {
        font: 600 1.0625rem/1.5rem var(--bt-font);
        margin-block: 2rem 0.5rem;
      }

      .done {
        display: flex;
        gap: 0.75rem;
        margin-block-start: 1rem;
        padding: 1rem;
        border-radius: var(--bt-radius);
        background: var(--bt-accent-soft);
      }

      .brand svg {
        inline-size: 2rem;
        block-size: 2rem;
      }

      .done svg {
        color: var(--bt-accent);
      }

      .small {
        margin-block-start: 1.5rem;
      }
    `,
  ];

  @state() private chosen: "all-sites" | "on-click" | undefined;

  override render(): TemplateResult {
    const hosts = defaultServers.map((url) => URL.parse(url)?.host ?? url).join(", ");
    return html`<main>
      <p class="brand">${logo}Backtalk</p>
      <h1>${t("welcome_title")}</h1>
      <p class="lead">${t("welcome_lead")}</p>
      <h2>${t("welcome_choice")}</h2>
      <bt-run-mode
        @chosen=${(event: CustomEvent<"all-sites" | "on-click">) => (this.chosen = event.detail)}
      ></bt-run-mode>
      <div role="status">${this.chosen ? this.#done(this.chosen) : nothing}</div>
      <h2>${t("welcome_promises")}</h2>
      <bt-promises></bt-promises>
      <p class="meta small">${t("welcome_network", { hosts })}</p>
      <p class="meta">${t("welcome_later")} <a href="/options.html">${t("menu_options")}</a></p>
    </main>`;
  }

  #done(mode: "all-sites" | "on-click"): TemplateResult {
    return html`<div class="done">
      ${icon(CircleCheck, 20)}
      <div>
        <strong>${t("done_title")}</strong>
        <p>${t(mode === "all-sites" ? "done_all" : "done_click")}</p>
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-welcome": Welcome;
  }
}
