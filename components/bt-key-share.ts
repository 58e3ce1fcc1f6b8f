import { css, html, LitElement, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { Copy } from "lucide";
import { t } from "../lib/i18n.ts";
import { keyLink } from "../lib/reviews/key-link.ts";
import { icon } from "./parts/icon.ts";
import { type QrCode, qrCodeOf, qrImage } from "./parts/qr-code.ts";
import { dialogStyle } from "./styles/dialog.ts";
import { slipStyle } from "./styles/slip.ts";
import { shared } from "./styles/shared.ts";

/** A key to pass on, as a text and as a QR code: whoever has it can follow its author. */
@customElement("bt-key-share")
export class KeyShare extends LitElement {
  static override readonly styles = [
    shared,
    dialogStyle,
    slipStyle,
    css`
      textarea {
        inline-size: 100%;
        font: 0.75rem/1.125rem var(--bt-mono);
        resize: vertical;
      }

      pre {
        margin: 0.25rem 0 0;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        font: 0.6875rem/1rem var(--bt-mono);
      }
    `,
  ];

  @query("dialog") private readonly dialog!: HTMLDialogElement;
  @query("textarea") private readonly text!: HTMLTextAreaElement;
  @state() private link = "";
  @state() private code: QrCode | undefined;
  @state() private message = "";

  async show({ kid, name }: { readonly kid: string; readonly name?: string }): Promise<void> {
    this.link = keyLink(kid, name) ?? "";
    this.code = undefined;
    this.message = "";
    await this.updateComplete;
    this.dialog.showModal();
    this.code = await qrCodeOf(this.link);
  }

  async #copy(): Promise<void> {
    this.text.select();
    try {
      await navigator.clipboard.writeText(this.link);
      this.message = t("key_link_copied");
    } catch {
      // The browser keeps the clipboard to itself; the text stands selected.
      this.message = t("key_link_copy_yourself");
    }
  }

  override render(): TemplateResult {
    return html`<dialog aria-labelledby="title">
      <h2 id="title">${t("key_share_title")}</h2>
      <p>${t("key_share_text")}</p>
      <div class="code">
        ${this.code ? qrImage(this.code, t("key_share_code_label")) : html`<p class="meta">${t("loading")}</p>`}
      </div>
      <textarea
        readonly
        rows="4"
        dir="ltr"
        spellcheck="false"
        aria-label=${t("key_link")}
        .value=${this.link}
      ></textarea>
      <details>
        <summary>${t("key_share_own_page")}</summary>
        <p class="meta">${t("key_share_own_page_text")}</p>
        <pre dir="ltr">&lt;link rel="me" href="${this.link}"&gt;</pre>
      </details>
      <p class="meta" role="status">${this.message}</p>
      <div class="row end">
        <button type="button" class="button" @click=${() => this.dialog.close()}>${t("close")}</button>
        <button type="button" class="button primary" @click=${() => void this.#copy()}>
          ${icon(Copy, 14)} ${t("key_link_copy")}
        </button>
      </div>
    </dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-key-share": KeyShare;
  }
}
