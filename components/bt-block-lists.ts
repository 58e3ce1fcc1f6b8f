import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { Plus, RefreshCw, Trash2 } from "lucide";
import { listBlockLists } from "../lib/db/block-lists.ts";
import { formatAge, t } from "../lib/i18n.ts";
import type { BlockListSubscription } from "../lib/model/person.ts";
import { command } from "./commands.ts";
import { ClockController } from "./controllers/clock.ts";
import { LiveQueryController } from "./controllers/live-query.ts";
import { databases } from "./databases.ts";
import { consentDialog } from "./parts/consent-dialog.ts";
import { hostOf } from "./parts/host-of.ts";
import { copyAddress } from "./parts/copy-address.ts";
import { icon } from "./parts/icon.ts";
import { problemText } from "./parts/problem-text.ts";
import { dialogStyle } from "./styles/dialog.ts";
import { sectionStyle } from "./styles/page-layout.ts";
import { shared } from "./styles/shared.ts";

/** Lists of authors and reviews that others publish: subscribed to by address, which is the consent to ask it. */
@customElement("bt-block-lists")
export class BlockLists extends LitElement {
  static override readonly styles = [shared, dialogStyle, sectionStyle];

  @query("dialog") private readonly dialog!: HTMLDialogElement;
  @query("input") private readonly field!: HTMLInputElement;
  @state() private adding = "";
  @state() private mistake = "";
  @state() private message = "";
  readonly #clock = new ClockController(this, 30_000);
  readonly #lists = new LiveQueryController(this, {
    args: () => [] as const,
    query: () => listBlockLists(databases().personal),
  });

  async #ask(event: Event): Promise<void> {
    event.preventDefault();
    const url = copyAddress(this.field.value);
    const isKnown = this.#lists.value?.some((list) => list.url === url) ?? false;
    this.mistake = url && !isKnown ? "" : t(isKnown ? "server_known" : "server_address_wrong");
    if (!url || isKnown) return;
    this.adding = url;
    await this.updateComplete;
    this.dialog.showModal();
  }

  async #add(): Promise<void> {
    const url = this.adding;
    this.dialog.close();
    this.message = t("block_list_reading", { host: hostOf(url) });
    const result = await command("addBlockList", url);
    this.message = result.ok ? t("block_list_added", { host: hostOf(url) }) : problemText(result.error);
    if (this.#lists.value?.some((list) => list.url === url)) this.field.value = "";
  }

  async #read({ url }: BlockListSubscription): Promise<void> {
    const result = await command("readBlockList", url);
    this.message = result.ok ? t("block_list_added", { host: hostOf(url) }) : problemText(result.error);
  }

  async #remove({ url }: BlockListSubscription): Promise<void> {
    const result = await command("removeBlockList", url);
    this.message = result.ok ? t("block_list_removed", { host: hostOf(url) }) : problemText(result.error);
    this.shadowRoot?.querySelector<HTMLElement>("h2")?.focus({ preventScroll: true });
  }

  override render(): TemplateResult {
    const lists = this.#lists.value ?? [];
    return html`<section id="lists" aria-labelledby="title">
      <h2 id="title" tabindex="-1">${t("options_lists")}</h2>
      <p class="hint">${t("options_lists_hint")}</p>
      <ul class="items">
        ${lists.map((list) => this.#entry(list))}
        ${lists.length === 0 ? html`<li class="meta">${t("block_lists_none")}</li>` : nothing}
      </ul>
      <form class="add" @submit=${(event: Event) => void this.#ask(event)} novalidate>
        <input
          type="url"
          required
          dir="ltr"
          placeholder="https://"
          aria-label=${t("block_list_address")}
          aria-invalid=${this.mistake !== ""}
          aria-describedby="mistake"
        />
        <button type="submit" class="button">${icon(Plus, 14)} ${t("block_list_add")}</button>
      </form>
      <p id="mistake" class="meta" role="status">${this.mistake}</p>
      <p class="meta" role="status">${this.message}</p>
      ${this.#consent(hostOf(this.adding))}
    </section>`;
  }

  #entry(list: BlockListSubscription): TemplateResult {
    const host = hostOf(list.url);
    return html`<li class="card item">
      <div>
        <strong dir="auto"><bdi>${list.title ?? host}</bdi></strong>
        <p class="meta"><bdi dir="ltr">${list.url}</bdi></p>
        <p class="meta">${this.#stateText(list)}</p>
      </div>
      <div class="row">
        <button
          type="button"
          class="text-button"
          aria-label=${t("block_list_read_label", { host })}
          @click=${() => void this.#read(list)}
        >
          ${icon(RefreshCw, 14)} ${t("block_list_read")}
        </button>
        <button
          type="button"
          class="text-button"
          aria-label=${t("server_remove_label", { host })}
          @click=${() => void this.#remove(list)}
        >
          ${icon(Trash2, 14)} ${t("remove")}
        </button>
      </div>
    </li>`;
  }

  #stateText({ count = 0, problem, readAt }: BlockListSubscription): string {
    const read =
      readAt === undefined
        ? t("block_list_never")
        : t("block_list_state", { count, age: formatAge(readAt, this.#clock.nowMs) });
    return problem ? `${read} ${t("block_list_problem", { problem: problemText(problem) })}` : read;
  }

  #consent(host: string): TemplateResult {
    return consentDialog({
      host,
      what: t("consent_list", { host }),
      never: t("consent_list_never", { host }),
      onCancel: () => this.dialog.close(),
      onAgree: () => void this.#add(),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-block-lists": BlockLists;
  }
}
