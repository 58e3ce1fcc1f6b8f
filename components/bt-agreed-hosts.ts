import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { Undo2 } from "lucide";
import { t } from "../lib/i18n.ts";
import { searchHosts } from "../lib/settings.ts";
import { StoredItemController } from "./controllers/stored-item.ts";
import { icon } from "./parts/icon.ts";
import { sectionStyle } from "./styles/page-layout.ts";
import { shared } from "./styles/shared.ts";

/** Hosts that a press on Search has agreed to ask; each can be taken back. */
@customElement("bt-agreed-hosts")
export class AgreedHosts extends LitElement {
  static override readonly styles = [
    shared,
    sectionStyle,
    css`
      h3:focus {
        outline: none;
      }

      .items {
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr));
        gap: 0 2rem;
      }

      .item > :first-child {
        flex-basis: 8rem;
      }
    `,
  ];

  @state() private message = "";
  readonly #hosts = new StoredItemController(this, searchHosts);

  async #withdraw(host: string): Promise<void> {
    await this.#hosts.set((this.#hosts.value ?? []).filter((other) => other !== host));
    this.message = t("host_withdrawn", { host });
    // The button that was pressed is gone.
    this.shadowRoot?.querySelector<HTMLElement>("h3")?.focus();
  }

  override render(): TemplateResult {
    const hosts = (this.#hosts.value ?? []).toSorted();
    return html`<h3 tabindex="-1">${t("hosts_title")}</h3>
      <p class="hint">${t("hosts_hint")}</p>
      <ul class="items">
        ${hosts.map(
          (host) =>
            html`<li class="item">
              <bdi dir="ltr">${host}</bdi>
              <button
                type="button"
                class="text-button"
                aria-label=${t("host_withdraw_label", { host })}
                @click=${() => void this.#withdraw(host)}
              >
                ${icon(Undo2, 14)} ${t("host_withdraw")}
              </button>
            </li>`,
        )}
        ${hosts.length === 0 && this.#hosts.value ? html`<li class="meta">${t("hosts_none")}</li>` : nothing}
      </ul>
      <p class="meta" role="status">${this.message}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-agreed-hosts": AgreedHosts;
  }
}
