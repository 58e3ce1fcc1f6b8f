import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { browser } from "wxt/browser";
import { t } from "../lib/i18n.ts";
import { answerNotices, followNotices } from "../lib/settings.ts";
import { StoredItemController } from "./controllers/stored-item.ts";
import { shared } from "./styles/shared.ts";

const permission = { permissions: ["notifications" as const] };

const words = {
  answer: { label: "answer_notices", hint: "answer_notices_hint" },
  follow: { label: "follow_notices", hint: "follow_notices_hint" },
} as const;
const settings = { answer: answerNotices, follow: followNotices } as const;

/** Whether something new also comes as a notification; the browser is asked by the press itself. */
@customElement("bt-notices")
export class Notices extends LitElement {
  static override readonly styles = [shared];

  /** What is told of: news of followed brands, or answers to what the person wrote. */
  @property() about: keyof typeof settings = "follow";
  @state() private isRefused = false;
  readonly #wanted = {
    answer: new StoredItemController(this, answerNotices),
    follow: new StoredItemController(this, followNotices),
  } as const;

  async #switch(box: HTMLInputElement): Promise<void> {
    if (!box.checked) {
      await this.#wanted[this.about].set(false);
      const others = await Promise.all(Object.values(settings).map((item) => item.getValue()));
      if (!others.includes(true)) await browser.permissions.remove(permission);
      return;
    }
    // First of all: after an `await` it would be no answer to the press any more.
    const isGranted = await browser.permissions.request(permission);
    this.isRefused = !isGranted;
    box.checked = isGranted;
    await this.#wanted[this.about].set(isGranted);
  }

  override render(): TemplateResult {
    const { value } = this.#wanted[this.about];
    return html`<label class="check">
        <input
          type="checkbox"
          aria-describedby="words"
          .checked=${value ?? false}
          ?disabled=${value === undefined}
          @change=${(event: Event) => void this.#switch(event.target as HTMLInputElement)}
        />
        <span>${t(words[this.about].label)}</span>
      </label>
      <p id="words" class="meta">${t(words[this.about].hint)}</p>
      <p role="status" class="meta">${this.isRefused ? t("notices_refused") : nothing}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-notices": Notices;
  }
}
