import { html, LitElement, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { Download, Gift, Upload } from "lucide";
import { exportCircles, exportForFriend, importCircles } from "../lib/db/circle-file.ts";
import { t } from "../lib/i18n.ts";
import { dayOf } from "../lib/model/day.ts";
import { friendsOfFriends } from "../lib/settings.ts";
import { StoredItemController } from "./controllers/stored-item.ts";
import { databases } from "./databases.ts";
import { fileProblem } from "./parts/file-problem.ts";
import { icon } from "./parts/icon.ts";
import { saveAsFile } from "./parts/save-as-file.ts";
import { sectionStyle } from "./styles/page-layout.ts";
import { shared } from "./styles/shared.ts";

/** Circles as files: to another device of one's own, and to friends. */
@customElement("bt-circle-files")
export class CircleFiles extends LitElement {
  static override readonly styles = [shared, sectionStyle];

  /** Checks a file of one's own circles. Given by the page, because this layer knows no schemas. */
  @property({ attribute: false }) readOwn!: Parameters<typeof importCircles>[2];
  @query("input[type=file]") private readonly file!: HTMLInputElement;
  @state() private message = "";
  readonly #withFriends = new StoredItemController(this, friendsOfFriends);

  async #save(): Promise<void> {
    const nowMs = Date.now();
    saveAsFile(await exportCircles(databases().personal, nowMs), `backtalk-circles-${dayOf(nowMs)}.json`);
    this.message = t("circles_saved");
  }

  async #saveForFriend(): Promise<void> {
    const nowMs = Date.now();
    saveAsFile(
      await exportForFriend(databases().personal, nowMs),
      `backtalk-for-a-friend-${dayOf(nowMs)}.json`,
    );
    this.message = t("circle_given");
  }

  async #import(): Promise<void> {
    const [file] = this.file.files ?? [];
    if (!file) return;
    const result = await importCircles(databases().personal, await file.text(), this.readOwn);
    this.file.value = "";
    this.message = result.ok ? t("circles_read", { count: result.value }) : fileProblem(result.error);
  }

  override render(): TemplateResult {
    return html`<h3>${t("circles_files")}</h3>
      <p class="hint">${t("circles_files_hint")}</p>
      <div class="row">
        <button type="button" class="button" @click=${() => void this.#save()}>
          ${icon(Download, 14)} ${t("circles_save")}
        </button>
        <button type="button" class="button" @click=${() => this.file.click()}>
          ${icon(Upload, 14)} ${t("circles_import")}
        </button>
        <input type="file" accept=".json,application/json" hidden @change=${() => void this.#import()} />
      </div>
      <h3>${t("friends_of_friends")}</h3>
      <p class="hint">${t("friends_of_friends_hint")}</p>
      <label class="check">
        <input
          type="checkbox"
          .checked=${this.#withFriends.value ?? false}
          @change=${(event: Event) => void friendsOfFriends.setValue((event.target as HTMLInputElement).checked)}
        />
        <span>${t("friends_of_friends_use")}</span>
      </label>
      <div class="row">
        <button type="button" class="button" @click=${() => void this.#saveForFriend()}>
          ${icon(Gift, 14)} ${t("circle_give")}
        </button>
      </div>
      <p class="meta" role="status">${this.message}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-circle-files": CircleFiles;
  }
}
