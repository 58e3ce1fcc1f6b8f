import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { Plus, Trash2 } from "lucide";
import type { SyncState } from "../lib/db/community-rows.ts";
import { listCursors } from "../lib/db/sync-state.ts";
import { formatAge, t } from "../lib/i18n.ts";
import { feeds, servers } from "../lib/settings.ts";
import { command } from "./commands.ts";
import { ClockController } from "./controllers/clock.ts";
import { LiveQueryController } from "./controllers/live-query.ts";
import { StoredItemController } from "./controllers/stored-item.ts";
import { databases } from "./databases.ts";
import { consentDialog } from "./parts/consent-dialog.ts";
import { hostOf } from "./parts/host-of.ts";
import { icon } from "./parts/icon.ts";
import { problemText } from "./parts/problem-text.ts";
import { copyAddress } from "./parts/copy-address.ts";
import { copyProgress, phaseText } from "./parts/sync-words.ts";
import { dialogStyle } from "./styles/dialog.ts";
import { sectionStyle } from "./styles/page-layout.ts";
import { shared } from "./styles/shared.ts";

type Kind = "server" | "feed";

/** Where reviews are copied from and posted to, how far each copy has come, and the consent to each host. */
@customElement("bt-servers")
export class Servers extends LitElement {
  static override readonly styles = [shared, dialogStyle, sectionStyle];

  @query("dialog") private readonly dialog!: HTMLDialogElement;
  @state() private adding: { readonly kind: Kind; readonly url: string } | undefined;
  @state() private mistake: { readonly kind: Kind; readonly text: string } | undefined;
  @state() private message = "";
  readonly #clock = new ClockController(this, 30_000);
  readonly #lists = {
    server: new StoredItemController(this, servers),
    feed: new StoredItemController(this, feeds),
  };
  readonly #states = new LiveQueryController(this, {
    args: () => [] as const,
    query: () => listCursors(databases().community),
  });

  async #ask(event: Event, kind: Kind): Promise<void> {
    event.preventDefault();
    const field = (event.target as HTMLFormElement).elements.namedItem("address") as HTMLInputElement;
    const url = copyAddress(field.value);
    const isKnown = url !== undefined && this.#lists[kind].value?.includes(url);
    this.mistake =
      url && !isKnown ? undefined : { kind, text: t(isKnown ? "server_known" : "server_address_wrong") };
    if (!url || isKnown) return;
    this.adding = { kind, url };
    await this.updateComplete;
    this.dialog.showModal();
  }

  async #add(): Promise<void> {
    if (!this.adding) return;
    const { kind, url } = this.adding;
    const list = this.#lists[kind];
    this.dialog.close();
    await list.set([...(list.value ?? []), url]);
    for (const form of this.shadowRoot?.querySelectorAll("form") ?? []) form.reset();
    this.message = t("server_added", { host: hostOf(url) });
  }

  async #remove(kind: Kind, url: string): Promise<void> {
    const list = this.#lists[kind];
    await list.set((list.value ?? []).filter((other) => other !== url));
    this.message = t("server_removed", { host: hostOf(url) });
  }

  async #sync(): Promise<void> {
    const result = await command("syncNow");
    this.message = result.ok ? t("sync_started") : problemText(result.error);
  }

  override render(): TemplateResult {
    const progress = copyProgress(this.#states.value ?? []);
    return html`<section id="sync">
      <h2>${t("options_sources")}</h2>
      <p class="hint">${t("options_sources_hint")}</p>
      ${this.#list("server")} ${this.#list("feed")}
      ${
        progress === undefined
          ? nothing
          : html`<progress aria-label=${t("sync_first_copy_label")} max="1" .value=${progress}></progress>`
      }
      <div class="row">
        <button type="button" class="button" @click=${() => void this.#sync()}>${t("sync_now")}</button>
        <span class="meta" role="status">${this.message}</span>
      </div>
      ${this.#consent()}
    </section>`;
  }

  #list(kind: Kind): TemplateResult {
    const urls = this.#lists[kind].value ?? [];
    const mistake = this.mistake?.kind === kind ? this.mistake.text : "";
    return html`<h3>${t(kind === "server" ? "servers_title" : "feeds_title")}</h3>
      <ul class="items">
        ${urls.map((url, index) => this.#entry(kind, url, index === 0))}
        ${urls.length === 0 ? html`<li class="meta">${t(kind === "server" ? "servers_none" : "feeds_none")}</li>` : nothing}
      </ul>
      <form class="add" @submit=${(event: Event) => void this.#ask(event, kind)} novalidate>
        <input
          type="url"
          name="address"
          required
          dir="ltr"
          placeholder="https://"
          aria-label=${t(kind === "server" ? "server_address" : "feed_address")}
          aria-invalid=${mistake !== ""}
          aria-describedby="mistake-${kind}"
        />
        <button type="submit" class="button">
          ${icon(Plus, 14)} ${t(kind === "server" ? "server_add" : "feed_add")}
        </button>
      </form>
      <p id="mistake-${kind}" class="meta" role="status">${mistake}</p>`;
  }

  #entry(kind: Kind, url: string, isFirst: boolean): TemplateResult {
    const state = this.#states.value?.find((copy) => copy.kind === kind && copy.id === url);
    return html`<li class="card item">
      <div>
        <strong dir="ltr">${hostOf(url)}</strong>
        ${kind === "server" && isFirst ? html`<span class="tag accent">${t("server_posts_here")}</span>` : nothing}
        <p class="meta">${state ? this.#stateText(state) : t("sync_phase_never")}</p>
      </div>
      <button
        type="button"
        class="text-button"
        aria-label=${t("server_remove_label", { host: hostOf(url) })}
        @click=${() => void this.#remove(kind, url)}
      >
        ${icon(Trash2, 14)} ${t("remove")}
      </button>
    </li>`;
  }

  #stateText(state: SyncState): string {
    const now = this.#clock.nowMs;
    const next =
      state.nextRunAt === undefined ? "" : t("sync_next", { when: formatAge(state.nextRunAt, now) });
    return `${phaseText(state, now)} ${next}`;
  }

  #consent(): TemplateResult {
    const { kind = "server", url = "" } = this.adding ?? {};
    const host = hostOf(url);
    return consentDialog({
      host,
      what: t(kind === "server" ? "consent_server" : "consent_feed", { host }),
      never: t("consent_never", { host }),
      onCancel: () => this.dialog.close(),
      onAgree: () => void this.#add(),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-servers": Servers;
  }
}
