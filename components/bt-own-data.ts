import { html, LitElement, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { Download, Eraser, Trash2, Upload } from "lucide";
import { exportPersonal, importPersonal } from "../lib/db/export.ts";
import { t } from "../lib/i18n.ts";
import { dayOf } from "../lib/model/day.ts";
import {
  badgeEverywhere,
  badgeInPrivate,
  chipSites,
  friendsOfFriends,
  nickname,
  searchChoices,
  settings,
  signalsOff,
} from "../lib/settings.ts";
import { signals } from "../lib/trust/index.ts";
import { command } from "./commands.ts";
import { databases } from "./databases.ts";
import { icon } from "./parts/icon.ts";
import { problemText } from "./parts/problem-text.ts";
import { saveAsFile } from "./parts/save-as-file.ts";
import { dialogStyle } from "./styles/dialog.ts";
import { sectionStyle } from "./styles/page-layout.ts";
import { shared } from "./styles/shared.ts";

type ReadExport = Parameters<typeof importPersonal>[2];

/** Forgetting, taking along and deleting what belongs to the person. */
@customElement("bt-own-data")
export class OwnData extends LitElement {
  static override readonly styles = [shared, dialogStyle, sectionStyle];

  /** Checks an exported file. Given by the page, because this layer knows no schemas. */
  @property({ attribute: false }) readExport!: ReadExport;
  @query("dialog") private readonly dialog!: HTMLDialogElement;
  @query("input[type=file]") private readonly file!: HTMLInputElement;
  @state() private typed = "";
  @state() private message = "";

  async #forget(what: { readonly lastHour: true } | { readonly site: string }): Promise<void> {
    const result = await command("forget", what);
    this.message = result.ok ? t("forgotten") : problemText(result.error);
  }

  #forgetSite(event: Event): void {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const field = form.elements.namedItem("site") as HTMLInputElement;
    const site = siteOf(field.value);
    if (!site) return;
    form.reset();
    void this.#forget({ site });
  }

  async #export(): Promise<void> {
    const values = await Promise.all(
      Object.entries(settings).map(async ([name, item]) => [name, await item.getValue()] as const),
    );
    const text = await exportPersonal(databases().personal, Date.now(), Object.fromEntries(values));
    saveAsFile(text, `backtalk-data-${dayOf(Date.now())}.json`);
    this.message = t("data_exported");
  }

  async #import(): Promise<void> {
    const [file] = this.file.files ?? [];
    if (!file) return;
    const result = await importPersonal(databases().personal, await file.text(), this.readExport);
    this.file.value = "";
    if (!result.ok) {
      this.message = result.error.params?.["reason"] === "newer" ? t("error_newer") : t("data_not_read");
      return;
    }
    await restoreSettings(result.value.settings ?? {});
    await command("sitesChanged");
    this.message = t("data_imported", { count: result.value.added + result.value.merged });
  }

  async #deleteAll(): Promise<void> {
    if (this.typed.trim().toLocaleLowerCase() !== t("delete_all_word").toLocaleLowerCase()) return;
    this.dialog.close();
    const result = await command("deleteEverything");
    this.message = result.ok ? t("deleted_all") : problemText(result.error);
  }

  override render(): TemplateResult {
    return html`<section id="forget">
        <h2>${t("options_forget")}</h2>
        <p class="hint">${t("options_forget_hint")}</p>
        <div class="row">
          <button type="button" class="button" @click=${() => void this.#forget({ lastHour: true })}>
            ${icon(Eraser, 14)} ${t("forget_hour")}
          </button>
        </div>
        <form class="add items" @submit=${(event: Event) => this.#forgetSite(event)}>
          <input
            type="text"
            name="site"
            dir="ltr"
            placeholder="example.com"
            aria-label=${t("forget_site_field")}
          />
          <button type="submit" class="button">${t("forget_site")}</button>
        </form>
      </section>
      <section id="data">
        <h2>${t("options_data")}</h2>
        <p class="hint">${t("options_data_hint")}</p>
        <div class="row">
          <button type="button" class="button" @click=${() => void this.#export()}>
            ${icon(Download, 14)} ${t("data_export")}
          </button>
          <button type="button" class="button" @click=${() => this.file.click()}>
            ${icon(Upload, 14)} ${t("data_import")}
          </button>
          <input type="file" accept=".json,application/json" hidden @change=${() => void this.#import()} />
          <button type="button" class="button danger" @click=${() => this.dialog.showModal()}>
            ${icon(Trash2, 14)} ${t("delete_all")}
          </button>
        </div>
        <p class="meta" role="status">${this.message}</p>
      </section>
      ${this.#confirmation()}`;
  }

  #confirmation(): TemplateResult {
    const word = t("delete_all_word");
    return html`<dialog aria-labelledby="title">
      <h2 id="title">${t("delete_all_title")}</h2>
      <p>${t("delete_all_text")}</p>
      <label>
        ${t("delete_all_type", { word })}
        <input
          type="text"
          autocomplete="off"
          .value=${this.typed}
          @input=${(event: Event) => (this.typed = (event.target as HTMLInputElement).value)}
        />
      </label>
      <div class="row end">
        <button type="button" class="button" @click=${() => this.dialog.close()}>${t("cancel")}</button>
        <button
          type="button"
          class="button danger"
          ?disabled=${this.typed.trim().toLocaleLowerCase() !== word.toLocaleLowerCase()}
          @click=${() => void this.#deleteAll()}
        >
          ${t("delete_all")}
        </button>
      </div>
    </dialog>`;
  }
}

/** Servers and feeds are not taken over: listing one is a consent, and a file gives none. */
async function restoreSettings(values: Readonly<Record<string, unknown>>): Promise<void> {
  const name = values["nickname"];
  if (typeof name === "string") await nickname.setValue(name.slice(0, 40));
  for (const [key, item] of Object.entries({ badgeEverywhere, badgeInPrivate, friendsOfFriends })) {
    const value = values[key];
    if (typeof value === "boolean") await item.setValue(value);
  }
  const off: unknown = values["signalsOff"];
  if (Array.isArray(off)) {
    // A signal that is unknown here is none that could be switched on again.
    await signalsOff.setValue(signals.map(({ id }) => id).filter((id) => off.includes(id)));
  }
  for (const [key, item] of Object.entries({ chipSites, searchChoices })) {
    const chosen: unknown = values[key];
    if (typeof chosen !== "object" || chosen === null) continue;
    const switched = Object.entries(chosen as Readonly<Record<string, unknown>>).filter(
      (choice): choice is [string, boolean] => typeof choice[1] === "boolean",
    );
    await item.setValue(Object.fromEntries(switched));
  }
}

/** A host from what a person types: an address, or a bare name. */
function siteOf(text: string): string | undefined {
  const written = text.trim();
  if (!written) return undefined;
  const url = URL.parse(written.includes("://") ? written : `https://${written}`);
  return url?.hostname.replace(/^www\./, "");
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-own-data": OwnData;
  }
}
