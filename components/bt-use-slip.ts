import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { FileUp, ScrollText } from "lucide";
import { outboxRow } from "../lib/db/outbox.ts";
import { t } from "../lib/i18n.ts";
import type { ReviewId } from "../lib/model/review.ts";
import "./bt-outbox-row.ts";
import { command } from "./commands.ts";
import { LiveQueryController } from "./controllers/live-query.ts";
import { databases } from "./databases.ts";
import { icon } from "./parts/icon.ts";
import { problemText } from "./parts/problem-text.ts";
import { sectionStyle } from "./styles/page-layout.ts";
import { shared } from "./styles/shared.ts";

/** No slip is longer; a file beyond it is something else and is not read into memory. */
const mostFileBytes = 64 * 1024;

/** Takes a review back by its withdrawal slip, whether or not its key is still here. */
@customElement("bt-use-slip")
export class UseSlip extends LitElement {
  static override readonly styles = [
    shared,
    sectionStyle,
    css`
      form {
        display: grid;
        gap: 0.5rem;
        margin-block-start: 0.75rem;
      }

      label {
        display: grid;
        gap: 0.25rem;
      }

      textarea {
        inline-size: 100%;
        font-family: var(--bt-mono);
      }

      bt-outbox-row {
        display: block;
        margin-block-start: 0.75rem;
      }
    `,
  ];

  @query("input[type=file]") private readonly file!: HTMLInputElement;
  @state() private text = "";
  @state() private failure = "";
  @state() private held: ReviewId | undefined;
  @state() private busy = false;
  readonly #row = new LiveQueryController(this, {
    args: () => (this.held === undefined ? undefined : ([this.held] as const)),
    query: async ([id]) => ({ row: await outboxRow(databases().personal, id) }),
  });

  async #readFile(): Promise<void> {
    const [file] = this.file.files ?? [];
    if (!file) return;
    const isShort = file.size <= mostFileBytes;
    this.failure = isShort ? "" : t("refused_slip_unreadable");
    if (isShort) this.text = await file.text();
    this.file.value = "";
  }

  async #use(event: Event): Promise<void> {
    event.preventDefault();
    const text = this.text.trim();
    if (text === "" || this.busy) return;
    this.busy = true;
    const result = await command("useSlip", text);
    this.busy = false;
    this.failure = result.ok ? "" : problemText(result.error);
    if (!result.ok) return;
    this.text = "";
    this.held = result.value;
  }

  override render(): TemplateResult {
    const row = this.#row.value?.row;
    return html`<section id="slip">
      <h2>${t("options_slip")}</h2>
      <p class="hint">${t("options_slip_hint")}</p>
      <form @submit=${(event: Event) => void this.#use(event)}>
        <label>
          <span>${t("slip_text")}</span>
          <textarea
            rows="3"
            dir="ltr"
            spellcheck="false"
            autocomplete="off"
            aria-invalid=${this.failure !== ""}
            aria-describedby="slip-failure"
            .value=${this.text}
            @input=${(event: Event) => (this.text = (event.target as HTMLTextAreaElement).value)}
          ></textarea>
        </label>
        <div class="row">
          <button type="button" class="button" @click=${() => this.file.click()}>
            ${icon(FileUp, 14)} ${t("slip_file")}
          </button>
          <input
            type="file"
            accept=".json,.txt,application/json"
            hidden
            @change=${() => void this.#readFile()}
          />
          <button type="submit" class="button" ?disabled=${this.text.trim() === "" || this.busy}>
            ${icon(ScrollText, 14)} ${t("slip_use")}
          </button>
        </div>
      </form>
      <p id="slip-failure" role="alert">${this.failure}</p>
      <p class="sr-only" role="status">${row ? t("delete_held") : ""}</p>
      ${row ? html`<bt-outbox-row named .row=${row}></bt-outbox-row>` : nothing}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-use-slip": UseSlip;
  }
}
