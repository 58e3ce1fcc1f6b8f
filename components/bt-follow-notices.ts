import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { browser } from "wxt/browser";
import { t } from "../lib/i18n.ts";
import { followNotices } from "../lib/settings.ts";
import { StoredItemController } from "./controllers/stored-item.ts";
import { shared } from "./styles/shared.ts";

const permission = { permissions: ["notifications" as const] };

/** Whether news of followed brands also come as notifications; the browser is asked by the press itself. */
@customElement("bt-follow-notices")
export class FollowNotices extends LitElement {
  static override readonly styles = [shared];

  @state() private isRefused = false;
  readonly #wanted = new StoredItemController(this, followNotices);

  async #switch(box: HTMLInputElement): Promise<void> {
    if (!box.checked) {
      await this.#wanted.set(false);
      await browser.permissions.remove(permission);
      return;
    }
    // First of all: after an `await` it would be no answer to the press any more.
    const isGranted = await browser.permissions.request(permission);
    this.isRefused = !isGranted;
    box.checked = isGranted;
    await this.#wanted.set(isGranted);
  }

  override render(): TemplateResult {
    return html`<label class="check">
        <input
          type="checkbox"
          aria-describedby="words"
          .checked=${this.#wanted.value ?? false}
          ?disabled=${this.#wanted.value === undefined}
          @change=${(event: Event) => void this.#switch(event.target as HTMLInputElement)}
        />
        <span>${t("follow_notices")}</span>
      </label>
      <p id="words" class="meta">${t("follow_notices_hint")}</p>
      <p role="status" class="meta">${this.isRefused ? t("follow_notices_refused") : nothing}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-follow-notices": FollowNotices;
  }
}
