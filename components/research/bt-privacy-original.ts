import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { t } from "../../lib/i18n.ts";
import type { Collection } from "../../lib/model/research/collection.ts";
import type { ResearchItem } from "../../lib/model/research/item.ts";
import { openSealed } from "../../lib/research/privacy/seal-key.ts";
import { privacyStyle } from "../styles/privacy.ts";
import { shared } from "../styles/shared.ts";
import "./bt-privacy-key.ts";
import { OpenedKeysController } from "./opened-keys.ts";

type Originals = NonNullable<Awaited<ReturnType<typeof openSealed>>>;

/** The sealed address and author of one item, once the researcher has opened the key. Nothing of it is stored. */
@customElement("bt-privacy-original")
export class PrivacyOriginal extends LitElement {
  static override readonly styles = [shared, privacyStyle];

  @property({ attribute: false }) item: ResearchItem | undefined;
  @property({ attribute: false }) collection: Collection | undefined;
  readonly #keys = new OpenedKeysController(this);
  @state() private originals: Originals | undefined;
  /** The sealed text that was opened last, or could not be. */
  @state() private opened = "";

  override willUpdate(_changed: PropertyValues<this>): void {
    const sealed = this.item?.sealed ?? "";
    if (sealed !== this.opened) this.originals = undefined;
  }

  async #show(): Promise<void> {
    const { collection, item } = this;
    const key = collection && this.#keys.for(collection.privacy);
    const sealed = item?.sealed;
    if (!key || sealed === undefined) return;
    const originals = await openSealed(sealed, key);
    if (this.item?.sealed !== sealed) return;
    this.originals = originals;
    this.opened = sealed;
  }

  override render(): TemplateResult {
    const { collection, item, originals } = this;
    if (!collection || item?.sealed === undefined) return html`${nothing}`;
    if (!this.#keys.for(collection.privacy)) {
      return html`<details>
        <summary class="meta">${t("research_privacy_original_sealed")}</summary>
        <bt-privacy-key .collection=${collection}></bt-privacy-key>
      </details>`;
    }
    if (originals) return this.#table(originals);
    const isClosed = this.opened === item.sealed;
    return html`${isClosed ? html`<p class="meta" role="status">${t("research_privacy_key_foreign")}</p>` : nothing}
      <button type="button" class="text-button" @click=${() => void this.#show()}>
        ${t("research_privacy_original_show")}
      </button>`;
  }

  #table({ author, url }: Originals): TemplateResult {
    const who = [author?.name, author?.handle && `@${author.handle}`].filter(Boolean).join(" · ");
    const isWeb = url !== undefined && URL.parse(url)?.protocol === "https:";
    return html`<dl role="status">
      ${
        who
          ? html`<dt class="meta">${t("research_privacy_original_author")}</dt>
              <dd><bdi>${who}</bdi></dd>`
          : nothing
      }
      ${
        url === undefined
          ? nothing
          : html`<dt class="meta">${t("research_privacy_original_address")}</dt>
              <dd>
                ${isWeb ? html`<a href=${url} target="_blank" rel="noreferrer"><bdi dir="ltr">${url}</bdi></a>` : html`<bdi dir="ltr">${url}</bdi>`}
              </dd>`
      }
    </dl>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-privacy-original": PrivacyOriginal;
  }
}
