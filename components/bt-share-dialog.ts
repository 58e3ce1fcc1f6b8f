import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { ExternalLink, Link } from "lucide";
import { t } from "../lib/i18n.ts";
import {
  needsServer,
  shareAddress,
  type ShareDraft,
  shareDraft,
  type ShareNetwork,
  shareNetworks,
  type ShareRequest,
} from "../lib/model/share.ts";
import { shareServers } from "../lib/settings.ts";
import { StoredItemController } from "./controllers/stored-item.ts";
import { icon } from "./parts/icon.ts";
import { instanceOrigin } from "./parts/instance-origin.ts";
import { dialogStyle } from "./styles/dialog.ts";
import { shared } from "./styles/shared.ts";
import { shareStyle } from "./styles/share.ts";

/**
 * Passes a review on: says what that ties together, shows what is filled in, and opens the network's own composer in a
 * new tab. Fetches nothing. Removes itself when it is closed.
 */
@customElement("bt-share-dialog")
export class ShareDialog extends LitElement {
  static override readonly styles = [shared, dialogStyle, shareStyle];

  @query("dialog") private readonly dialog!: HTMLDialogElement;
  @query(".server input") private readonly field!: HTMLInputElement | null;
  @state() private request: ShareRequest | undefined;
  @state() private network: ShareNetwork = "mastodon";
  /** What was typed as the person's own server, by network. */
  @state() private typed: Readonly<Record<string, string>> = {};
  @state() private message = "";
  @state() private isWrong = false;
  readonly #servers = new StoredItemController(this, shareServers);

  async show(request: ShareRequest): Promise<void> {
    this.request = request;
    await this.updateComplete;
    this.dialog.showModal();
  }

  get #server(): string {
    return this.typed[this.network] ?? hostOf(this.#servers.value?.[this.network]);
  }

  /** Of the person's server; `undefined` where that is not known. Also from a handle: `@me@fosstodon.org`. */
  get #origin(): string | undefined {
    return instanceOrigin(this.#server.replace(/^@?[\w.-]+@/, ""));
  }

  #choose(network: ShareNetwork): void {
    this.network = network;
    this.#say("");
  }

  #say(message: string, isWrong = false): void {
    this.message = message;
    this.isWrong = isWrong;
  }

  #askServer(): void {
    this.#say(t("share_server_wrong"), true);
    this.field?.focus();
  }

  /** The link itself opens the tab. */
  async #opened(): Promise<void> {
    const origin = this.#origin;
    if (needsServer(this.network) && origin !== undefined)
      await this.#servers.set({ ...this.#servers.value, [this.network]: origin });
    this.dialog.close();
  }

  async #copy(link: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(link);
      this.#say(t("share_copied"));
    } catch (error) {
      // Refused by the browser or the system: then the person copies by hand.
      console.warn("[share]", error);
      this.#say(t("share_copy_failed", { link }));
    }
  }

  override render(): TemplateResult {
    return html`<dialog aria-labelledby="title" @close=${() => this.remove()}>
      ${this.request ? this.#content(this.request) : nothing}
    </dialog>`;
  }

  #content({ words, licence }: ShareRequest): TemplateResult {
    const draft = shareDraft(this.network, words);
    const network = t(`share_network_${this.network}`);
    return html`<h2 id="title">${t("share_title")}</h2>
      ${
        licence === undefined
          ? html`<p class="note warn">${t("share_binds")}</p>`
          : html`<p class="note">
              ${t(words.link === undefined ? "share_others_unlinked" : "share_others", { licence })}
            </p>`
      }
      <fieldset>
        <legend>${t("share_where")}</legend>
        ${shareNetworks.map((each) => this.#choice(each))}
      </fieldset>
      ${needsServer(this.network) ? this.#serverField() : nothing}
      <div role="group" aria-label=${t("share_preview")} class="preview" tabindex="0" dir="auto">
        ${draft.title === undefined ? nothing : html`<strong dir="auto">${draft.title}</strong>`}
        <span class="words">${draft.text}</span>
      </div>
      ${draft.isCut ? html`<p class="meta">${t("share_cut", { network })}</p>` : nothing}
      ${words.link === undefined ? html`<p class="meta">${t("share_no_page")}</p>` : nothing}
      <p class="meta">${t("share_nothing_sent", { network })}</p>
      <p class="meta" role="status">${this.message}</p>
      ${this.#foot(draft, network, words.link)}`;
  }

  #choice(network: ShareNetwork): TemplateResult {
    return html`<label>
      <input
        type="radio"
        name="network"
        value=${network}
        .checked=${network === this.network}
        @change=${() => this.#choose(network)}
      />
      <span>${t(`share_network_${network}`)}</span>
    </label>`;
  }

  #serverField(): TemplateResult {
    return html`<label class="server">
      <span>${t("share_server")}</span>
      <input
        type="text"
        dir="ltr"
        inputmode="url"
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        placeholder=${t("share_server_hint")}
        aria-invalid=${this.isWrong}
        .value=${this.#server}
        @input=${(event: Event) => {
          this.typed = { ...this.typed, [this.network]: (event.target as HTMLInputElement).value };
          this.#say("");
        }}
      />
    </label>`;
  }

  #foot(draft: ShareDraft, network: string, link: string | undefined): TemplateResult {
    const origin = this.#origin;
    const label = html`${icon(ExternalLink, 14)} ${t("share_open", { network })}`;
    return html`<div class="foot">
      <button type="button" class="button" @click=${() => this.dialog.close()}>${t("cancel")}</button>
      ${
        link === undefined
          ? nothing
          : html`<button type="button" class="button" @click=${() => void this.#copy(link)}>
              ${icon(Link, 14)} ${t("share_copy_link")}
            </button>`
      }
      ${
        needsServer(this.network) && origin === undefined
          ? html`<button type="button" class="button primary" @click=${() => this.#askServer()}>
              ${label}
            </button>`
          : html`<a
              class="button primary"
              href=${shareAddress(this.network, draft, origin)}
              target="_blank"
              rel="noopener noreferrer"
              @click=${() => void this.#opened()}
              >${label}</a
            >`
      }
    </div>`;
  }
}

function hostOf(origin: string | undefined): string {
  return (origin !== undefined && URL.parse(origin)?.host) || "";
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-share-dialog": ShareDialog;
  }
}
