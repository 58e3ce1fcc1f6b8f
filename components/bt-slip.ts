import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { Download } from "lucide";
import type { OwnToken } from "../lib/db/personal-rows.ts";
import { t } from "../lib/i18n.ts";
import { icon } from "./parts/icon.ts";
import { type QrCode, qrCodeOf, qrImage } from "./parts/qr-code.ts";
import { saveAsFile } from "./parts/save-as-file.ts";
import { shared } from "./styles/shared.ts";
import { dialogStyle } from "./styles/dialog.ts";
import { slipStyle } from "./styles/slip.ts";

/** The withdrawal slip of an own review, as a file and as a QR code: it takes the review back without its key. */
@customElement("bt-slip")
export class Slip extends LitElement {
  static override readonly styles = [shared, dialogStyle, slipStyle];

  @property({ attribute: false }) token: OwnToken | undefined;
  @query("dialog") private readonly dialog!: HTMLDialogElement;
  @state() private code: QrCode | undefined;
  @state() private file = "";

  async show(token: OwnToken): Promise<void> {
    this.token = token;
    this.code = undefined;
    this.file = "";
    await this.updateComplete;
    this.dialog.showModal();
    if (!token.slipJwt) return;
    const [code, { slipText }] = await Promise.all([
      qrCodeOf(token.slipJwt),
      import("../lib/reviews/slip.ts"),
    ]);
    this.code = code;
    const { slipJwt: jwt, signatureKey: original, subject } = token;
    // Ready before anybody presses: browsers may refuse a file that comes some time after the press.
    this.file = slipText({ jwt, original, subject }, `${t("slip_explanation")} ${t("slip_where")}`);
  }

  #save(token: OwnToken): void {
    saveAsFile(this.file, `backtalk-withdrawal-${token.signatureKey.slice(0, 8)}.json`);
  }

  override render(): TemplateResult {
    const { token } = this;
    return html`<dialog aria-labelledby="title">
      <h2 id="title">${t("slip_title")}</h2>
      <p>${t("slip_explanation")}</p>
      <p>${t("slip_where")}</p>
      ${
        token?.slipJwt
          ? html`<div class="code">
                ${
                  this.code
                    ? qrImage(this.code, t("slip_code_label"))
                    : html`<p class="meta">${t("loading")}</p>`
                }
              </div>
              <div class="row end">
                <button type="button" class="button" @click=${() => this.dialog.close()}>
                  ${t("close")}
                </button>
                <button
                  type="button"
                  class="button primary"
                  ?disabled=${this.file === ""}
                  @click=${() => this.#save(token)}
                >
                  ${icon(Download, 14)} ${t("slip_save")}
                </button>
              </div>`
          : html`<p class="meta">${t("slip_none")}</p>
              <button type="button" class="button" @click=${() => this.dialog.close()}>${t("close")}</button>
              ${nothing}`
      }
    </dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-slip": Slip;
  }
}
