import { css, html, LitElement, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { ImageDown } from "lucide";
import { t } from "../lib/i18n.ts";
import type { ReviewImage } from "../lib/model/review.ts";
import type { Problem } from "../lib/model/result.ts";
import { command } from "./commands.ts";
import { icon } from "./parts/icon.ts";
import { problemText } from "./parts/problem-text.ts";
import { shared } from "./styles/shared.ts";

/** A picture in a review. It lies on someone's server, so it is fetched only after a press that names the host. */
@customElement("bt-image")
export class Image extends LitElement {
  static override readonly styles = [
    shared,
    css`
      img {
        display: block;
        max-inline-size: 100%;
        max-block-size: 20rem;
        border-radius: 0.5rem;
        border: 1px solid var(--bt-line);
      }

      .button {
        font: var(--bt-meta);
        border-style: dashed;
      }
    `,
  ];

  @property({ attribute: false }) image!: ReviewImage;
  @property({ type: Boolean }) readonly = false;
  @state() private loaded: string | undefined;
  @state() private failed: Problem | undefined;
  @state() private loading = false;

  async #load(): Promise<void> {
    this.loading = true;
    const result = await command("loadImage", this.image.src);
    this.loading = false;
    if (result.ok) this.loaded = result.value;
    else this.failed = result.error;
  }

  override render(): TemplateResult {
    const label = this.image.label?.trim() || t("image_without_label");
    if (this.loaded) return html`<img src=${this.loaded} alt=${label} />`;
    return html`<button
        type="button"
        class="button"
        ?disabled=${this.loading || this.readonly}
        @click=${() => void this.#load()}
      >
        ${icon(ImageDown, 14)} ${t("image_load", { host: hostOf(this.image.src) })}
      </button>
      <p class="meta" role="status">
        ${this.failed ? problemText(this.failed) : this.loading ? t("loading") : ""}
      </p>`;
  }
}

function hostOf(url: string): string {
  return URL.parse(url)?.hostname ?? t("image_no_host");
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-image": Image;
  }
}
