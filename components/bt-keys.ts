import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { Download, KeyRound, Plus, Share2, Upload } from "lucide";
import { chooseKey, listKeys, saveKey, setBackupState } from "../lib/db/keys.ts";
import type { KeyRow } from "../lib/db/personal-rows.ts";
import { codeKey, formatDate, t } from "../lib/i18n.ts";
import {
  exportBackup,
  generateSigningKey,
  importBackup,
  lockKey,
  type SigningKey,
} from "../lib/reviews/keys.ts";
import "./bt-speak-for.ts";
import "./bt-key-share.ts";
import type { KeyShare } from "./bt-key-share.ts";
import { LiveQueryController } from "./controllers/live-query.ts";
import { databases } from "./databases.ts";
import { icon } from "./parts/icon.ts";
import { shortAuthor } from "./parts/name.ts";
import { saveAsFile } from "./parts/save-as-file.ts";
import { signingKeyOf } from "./parts/signing-key.ts";
import { dialogStyle } from "./styles/dialog.ts";
import { sectionStyle } from "./styles/page-layout.ts";
import { shared } from "./styles/shared.ts";

/** The person's keys: which one signs, whether each is backed up, fresh ones and ones from elsewhere. */
@customElement("bt-keys")
export class Keys extends LitElement {
  static override readonly styles = [
    shared,
    dialogStyle,
    sectionStyle,
    css`
      .key {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.375rem;
      }
    `,
  ];

  @query("dialog") private readonly dialog!: HTMLDialogElement;
  @query("bt-key-share") private readonly share!: KeyShare;
  @query("input[type=file]") private readonly file!: HTMLInputElement;
  @state() private declining: KeyRow | undefined;
  /** A file was offered for this key; the person has yet to say that it is safe. */
  @state() private saving: string | undefined;
  @state() private understood = false;
  @state() private message = "";
  readonly #keys = new LiveQueryController(this, {
    args: () => [] as const,
    query: () => listKeys(databases().personal),
  });

  async #fresh(): Promise<void> {
    await this.#store(await generateSigningKey(), "none");
    this.message = t("key_made");
  }

  async #store(key: SigningKey, backup: KeyRow["backup"]): Promise<void> {
    const now = Date.now();
    const publicJwk = { ...key.publicJwk, key_ops: [...key.publicJwk.key_ops] };
    await saveKey(databases().personal, { ...key, publicJwk, backup, createdAt: now, chosenAt: now });
  }

  async #saveBackup(row: KeyRow): Promise<void> {
    saveAsFile(await exportBackup(signingKeyOf(row)), `backtalk-key-${row.author.slice(0, 8)}.json`);
    this.saving = row.author;
  }

  /** From here on nobody can read the private key out of this browser, not even Backtalk. */
  async #lock(row: KeyRow, backup: "saved" | "declined"): Promise<void> {
    const { privateKey } = await lockKey(signingKeyOf(row));
    await setBackupState(databases().personal, row.author, backup, privateKey);
    this.saving = undefined;
    this.message = t(codeKey("key_backup", backup));
  }

  async #decline(): Promise<void> {
    if (!this.declining || !this.understood) return;
    await this.#lock(this.declining, "declined");
    this.dialog.close();
  }

  async #import(): Promise<void> {
    const [file] = this.file.files ?? [];
    if (!file) return;
    const result = await importBackup(await file.text());
    this.file.value = "";
    if (!result.ok) {
      this.message = t(codeKey("key_import", result.error));
      return;
    }
    const known = (await listKeys(databases().personal)).find(({ author }) => author === result.value.author);
    if (known) await chooseKey(databases().personal, known.author, Date.now());
    // It came out of a file, so a backup exists.
    else await this.#store(await lockKey(result.value), "saved");
    this.message = t("key_imported", { key: shortAuthor(result.value.author) });
  }

  async #askDecline(row: KeyRow): Promise<void> {
    this.declining = row;
    this.understood = false;
    await this.updateComplete;
    this.dialog.showModal();
  }

  override render(): TemplateResult {
    const keys = this.#keys.value ?? [];
    return html`<section id="keys">
      <h2>${t("options_keys")}</h2>
      <p class="hint">${t("options_keys_hint")}</p>
      <ul class="items">
        ${keys.map((row, index) => this.#key(row, index === 0))}
        ${keys.length === 0 ? html`<li class="meta">${t("keys_none")}</li>` : nothing}
      </ul>
      <div class="row">
        <button type="button" class="button" @click=${() => void this.#fresh()}>
          ${icon(Plus, 14)} ${t("key_fresh")}
        </button>
        <button type="button" class="button" @click=${() => this.file.click()}>
          ${icon(Upload, 14)} ${t("key_import")}
        </button>
        <input type="file" accept=".json,application/json" hidden @change=${() => void this.#import()} />
      </div>
      <p class="hint">${t("key_fresh_hint")}</p>
      <p class="meta" role="status">${this.message}</p>
      ${keys[0] ? html`<bt-speak-for .row=${keys[0]}></bt-speak-for>` : nothing} ${this.#refusal()}
      <bt-key-share></bt-key-share>
    </section>`;
  }

  #key(row: KeyRow, isCurrent: boolean): TemplateResult {
    const name = shortAuthor(row.author);
    return html`<li class="card item">
      <div>
        <div class="key">
          ${icon(KeyRound, 14)} <code>${name}</code>
          ${isCurrent ? html`<span class="tag accent">${t("key_current")}</span>` : nothing}
        </div>
        <p class="meta">
          ${t("key_since", { date: formatDate(row.createdAt) })} · ${t(codeKey("key_backup", row.backup))}
        </p>
      </div>
      <div class="row">
        ${
          isCurrent
            ? nothing
            : html`<button
                type="button"
                class="button"
                aria-label=${t("key_choose_label", { key: name })}
                @click=${() => void chooseKey(databases().personal, row.author, Date.now())}
              >
                ${t("key_choose")}
              </button>`
        }
        ${row.privateKey.extractable ? this.#backup(row, name) : nothing}
        <button
          type="button"
          class="button"
          aria-label=${t("act_on_person", { act: t("key_share"), name })}
          @click=${() => void this.share.show({ kid: row.kid })}
        >
          ${icon(Share2, 14)} ${t("key_share")}
        </button>
      </div>
    </li>`;
  }

  #backup(row: KeyRow, name: string): TemplateResult {
    if (this.saving === row.author) {
      return html`<button type="button" class="button primary" @click=${() => void this.#lock(row, "saved")}>
          ${t("key_saved_do")}
        </button>
        <button type="button" class="button" @click=${() => void this.#saveBackup(row)}>
          ${t("key_save_again")}
        </button>`;
    }
    return html`<button
        type="button"
        class="button primary"
        aria-label=${t("key_save_label", { key: name })}
        @click=${() => void this.#saveBackup(row)}
      >
        ${icon(Download, 14)} ${t("key_save")}
      </button>
      <button
        type="button"
        class="button"
        aria-label=${t("key_decline_label", { key: name })}
        @click=${() => void this.#askDecline(row)}
      >
        ${t("key_decline")}
      </button>`;
  }

  #refusal(): TemplateResult {
    return html`<dialog aria-labelledby="title">
      <h2 id="title">${t("decline_title")}</h2>
      <p>${t("decline_text")}</p>
      <label class="check">
        <input
          type="checkbox"
          .checked=${this.understood}
          @change=${(event: Event) => (this.understood = (event.target as HTMLInputElement).checked)}
        />
        <span>${t("decline_words")}</span>
      </label>
      <div class="row end">
        <button type="button" class="button" @click=${() => this.dialog.close()}>${t("cancel")}</button>
        <button
          type="button"
          class="button danger"
          ?disabled=${!this.understood}
          @click=${() => void this.#decline()}
        >
          ${t("key_decline")}
        </button>
      </div>
    </dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-keys": Keys;
  }
}
