import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { CircleCheck, Clock, Send, TriangleAlert, Undo2 } from "lucide";
import type { OutboxRow } from "../lib/db/personal-rows.ts";
import { formatAge, t } from "../lib/i18n.ts";
import { command } from "./commands.ts";
import { ClockController } from "./controllers/clock.ts";
import { OnlineController } from "./controllers/online.ts";
import { emit } from "./parts/emit.ts";
import { icon } from "./parts/icon.ts";
import { problemText } from "./parts/problem-text.ts";
import { shared } from "./styles/shared.ts";

/** One signed statement on its way: how far it is, and what can still be done about it. */
@customElement("bt-outbox-row")
export class OutboxLine extends LitElement {
  static override readonly styles = [
    shared,
    css`
      .box {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.25rem 0.5rem;
        padding: 0.375rem 0.5rem 0.375rem 0.75rem;
        border-radius: var(--bt-radius);
        background: var(--bt-accent-soft);
        font: var(--bt-label);
        font-weight: 400;
      }

      .box.refused {
        background: var(--bt-warn-soft);
      }

      .box.waiting {
        background: var(--bt-warn-soft);
      }

      .what {
        display: flex;
        gap: 0.5rem;
        flex: 1 1 9rem;
        min-inline-size: 0;
        font-variant-numeric: tabular-nums;
      }

      .what svg {
        margin-block-start: 0.0625rem;
      }

      .what div {
        min-inline-size: 0;
        overflow-wrap: anywhere;
      }

      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem;
      }

      .acts button {
        min-block-size: 1.75rem;
        padding: 0.125rem 0.5rem;
        border-radius: var(--bt-radius-small);
        font: 600 0.75rem/1rem var(--bt-font);
        color: var(--bt-accent);
        display: inline-flex;
        align-items: center;
        gap: 0.25rem;
      }

      .acts button:hover {
        background: color-mix(in srgb, currentColor 12%, transparent);
      }

      @media (forced-colors: active) {
        .box {
          border: 1px solid;
        }
      }
    `,
  ];

  @property({ attribute: false }) row!: OutboxRow;
  /** Name what it is about: where rows of several subjects stand together. */
  @property({ type: Boolean }) named = false;
  /** Saves what is being written beside this row: an undo joins the two, and must not miss the last words. */
  @property({ attribute: false }) beforeUndo: () => Promise<void> = () => Promise.resolve();
  @state() private failure = "";
  readonly #clock = new ClockController(this, 1000, () => this.row.state === "held");
  readonly #online = new OnlineController(this);

  async #do(what: "undoPost" | "sendNow"): Promise<void> {
    // An answered row may be gone from the page before its answer is here; what is around it stays.
    const { row } = this;
    const around = this.getRootNode();
    if (what === "undoPost") await this.beforeUndo();
    const result = await command(what, row.id);
    this.failure = result.ok ? "" : problemText(result.error);
    if (!result.ok) return;
    emit(around, "bt-announce", t(what === "undoPost" ? "undone" : "sending"));
    if (what === "undoPost" && row.draft) {
      emit(around, "bt-compose", { kind: "draft", subjectKey: row.draft.subjectKey });
    }
  }

  override render(): TemplateResult {
    const { row } = this;
    const tone =
      row.state === "refused"
        ? "refused"
        : row.state === "waiting" || row.state === "unclear"
          ? "waiting"
          : "";
    return html`<div class="box ${tone}">
      <div class="what">
        ${icon(row.state === "sent" ? CircleCheck : row.state === "refused" ? TriangleAlert : Clock)}
        <div>
          ${
            this.named
              ? html`<strong dir="auto"><bdi>${titleOf(row)}</bdi></strong
                  ><br />`
              : nothing
          }
          ${this.#status(row)}
          ${this.failure ? html`<p class="meta" role="alert">${this.failure}</p>` : nothing}
        </div>
      </div>
      ${this.#actions(row)}
    </div>`;
  }

  #status(row: OutboxRow): TemplateResult | string {
    const { state } = row;
    if (state === "held") return this.#countdown(row);
    if (state === "waiting") {
      return html`${row.problem ? problemText(row.problem) : t("outbox_offline")}
        <span class="meta">${t("next_try", { when: formatAge(row.sendAt, this.#clock.nowMs) })}</span>`;
    }
    if (state === "refused") {
      return html`${t("outbox_refused")} ${row.problem ? problemText(row.problem) : ""}
        <p class="meta">${t("outbox_refused_help")}</p>`;
    }
    if (state === "sent") return t("outbox_sent", { host: hostOf(row.server) });
    return t(state === "sending" ? "sending" : "outbox_unclear");
  }

  #countdown(row: OutboxRow): string {
    if (!this.#online.value) return t("outbox_offline");
    const count = Math.max(0, Math.ceil((row.sendAt - this.#clock.nowMs) / 1000));
    return t(countdowns[row.kind], { count });
  }

  #actions(row: OutboxRow): TemplateResult {
    const canUndo = row.state === "held" || row.state === "waiting" || row.state === "refused";
    const canSend = row.state === "held" || row.state === "waiting";
    const undo = t(row.state === "held" ? "undo" : row.draft ? "back_to_draft" : "discard");
    return html`<div class="acts">
      ${
        canUndo
          ? html`<button
              type="button"
              aria-label=${t("undo_label", { name: titleOf(row), visible: undo })}
              @click=${() => void this.#do("undoPost")}
            >
              ${icon(Undo2, 14)} ${undo}
            </button>`
          : nothing
      }
      ${
        canSend
          ? html`<button
              type="button"
              aria-label=${t("send_now_label", { name: titleOf(row) })}
              @click=${() => void this.#do("sendNow")}
            >
              ${icon(Send, 14)} ${t("send_now")}
            </button>`
          : nothing
      }
    </div>`;
  }
}

const countdowns = {
  delete: "delete_sends_in",
  edit: "sends_in",
  flag: "flag_sends_in",
  other: "sends_in",
  reply: "sends_in",
  review: "sends_in",
  vote: "vote_sends_in",
} as const;

function titleOf(row: OutboxRow): string {
  return row.title || t(`kind_${row.kind}`);
}

function hostOf(server: string | undefined): string {
  return (server && URL.parse(server)?.host) ?? t("the_server");
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-outbox-row": OutboxLine;
  }
}
