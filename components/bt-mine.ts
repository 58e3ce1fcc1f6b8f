import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, query } from "lit/decorators.js";
import { Pencil, ScrollText, Share2, Trash2 } from "lucide";
import { deleteDraft, listDrafts } from "../lib/db/drafts.ts";
import { listFollows } from "../lib/db/follows.ts";
import { listOutbox } from "../lib/db/outbox.ts";
import { listOwnTokens } from "../lib/db/own-tokens.ts";
import { listPeople } from "../lib/db/people.ts";
import type { Draft, OutboxRow } from "../lib/db/personal-rows.ts";
import { formatAge, t } from "../lib/i18n.ts";
import { starsOfRating } from "../lib/model/review.ts";
import "./bt-answers.ts";
import "./bt-delete-dialog.ts";
import type { DeleteDialog } from "./bt-delete-dialog.ts";
import "./bt-following.ts";
import "./bt-outbox-row.ts";
import "./bt-people.ts";
import "./bt-slip.ts";
import type { Slip } from "./bt-slip.ts";
import { answersController } from "./controllers/answers.ts";
import { LiveQueryController } from "./controllers/live-query.ts";
import { databases } from "./databases.ts";
import { emit } from "./parts/emit.ts";
import { icon } from "./parts/icon.ts";
import { type OwnReview, ownReviewsOf } from "./parts/own-reviews.ts";
import { share, shareOfOwn } from "./parts/share.ts";
import { stars, starsStyle } from "./parts/stars.ts";
import { mineStyle } from "./styles/mine.ts";
import { authorLineStyle } from "./styles/author-line.ts";
import { shared } from "./styles/shared.ts";

interface Mine {
  readonly waiting: readonly OutboxRow[];
  readonly drafts: readonly Draft[];
  readonly reviews: readonly OwnReview[];
  /** How many brands are followed. */
  readonly follows: number;
  /** How many authors are followed or muted. */
  readonly people: number;
}

/** What the person has written: on its way, begun, and public. */
@customElement("bt-mine")
export class MineList extends LitElement {
  static override readonly styles = [shared, starsStyle, authorLineStyle, mineStyle];

  @query("bt-delete-dialog") private readonly deletion!: DeleteDialog;
  @query("bt-slip") private readonly slip!: Slip;
  readonly #nowMs = Date.now();
  readonly #answers = answersController(this);
  readonly #mine = new LiveQueryController(this, { args: () => [] as const, query: readMine });

  override render(): TemplateResult {
    const mine = this.#mine.value;
    if (!mine)
      return html`<p class="pad meta" role="status">${this.#mine.error ? t("error_read") : t("loading")}</p>`;
    const isAnswered = (this.#answers.value?.length ?? 0) > 0;
    return html`${isAnswered ? html`<bt-answers compact class="pad"></bt-answers>` : nothing}
      ${this.#waiting(mine.waiting)} ${this.#drafts(mine.drafts)} ${this.#reviews(mine.reviews)}
      ${mine.follows > 0 ? html`<bt-following compact class="pad"></bt-following>` : nothing}
      ${mine.people > 0 ? html`<bt-people compact class="pad"></bt-people>` : nothing}
      ${
        !isAnswered &&
        mine.follows + mine.people + mine.waiting.length + mine.drafts.length + mine.reviews.length === 0
          ? html`<p class="pad meta">${t("mine_empty")}</p>`
          : nothing
      }
      <bt-slip></bt-slip>
      <bt-delete-dialog></bt-delete-dialog>`;
  }

  #waiting(rows: readonly OutboxRow[]): TemplateResult {
    if (rows.length === 0) return html`${nothing}`;
    return html`<section aria-label=${t("mine_waiting")}>
      <h2>${t("mine_waiting")}</h2>
      <div class="stack rows">
        ${rows.map((row) => html`<bt-outbox-row named .row=${row}></bt-outbox-row>`)}
      </div>
    </section>`;
  }

  #drafts(drafts: readonly Draft[]): TemplateResult {
    if (drafts.length === 0) return html`${nothing}`;
    return html`<section aria-label=${t("mine_drafts")}>
      <h2>${t("mine_drafts")}</h2>
      <ul>
        ${drafts.map(
          (draft) =>
            html`<li>
              ${entryHead(draft.title, draft.stars, formatAge(draft.updatedAt, this.#nowMs))}
              <p class="text" dir="auto">${draft.text}</p>
              <div class="acts">
                <button
                  type="button"
                  class="text-button"
                  aria-label=${t("draft_open_label", { name: draft.title })}
                  @click=${() => emit(this, "bt-compose", { kind: "draft", subjectKey: draft.subjectKey })}
                >
                  ${icon(Pencil, 14)} ${t("draft_open")}
                </button>
                <button
                  type="button"
                  class="text-button"
                  aria-label=${t("draft_discard_label", { name: draft.title })}
                  @click=${() => void deleteDraft(databases().personal, draft.subjectKey)}
                >
                  ${icon(Trash2, 14)} ${t("discard")}
                </button>
              </div>
            </li>`,
        )}
      </ul>
    </section>`;
  }

  #reviews(reviews: readonly OwnReview[]): TemplateResult {
    if (reviews.length === 0) return html`${nothing}`;
    return html`<section aria-label=${t("mine_reviews")}>
      <h2>${t("mine_reviews")}</h2>
      <ul>
        ${reviews.map((review) => this.#review(review))}
      </ul>
    </section>`;
  }

  #review(review: OwnReview): TemplateResult {
    const { token, content, title } = review;
    const name = title || t(`kind_${token.kind}`);
    const given = content.rating === undefined ? undefined : starsOfRating(content.rating);
    return html`<li>
      ${entryHead(name, given, formatAge(token.createdAt, this.#nowMs))}
      <p class="text" dir="auto">${content.opinion}</p>
      <div class="acts">
        <button
          type="button"
          class="text-button"
          aria-label=${t("edit_label", { name })}
          @click=${() => emit(this, "bt-compose", { kind: "edit", signature: token.signature })}
        >
          ${icon(Pencil, 14)} ${t("edit")}
        </button>
        <button
          type="button"
          class="text-button"
          aria-label=${t("delete_label", { name })}
          @click=${() => void this.deletion.ask({ ...token, name: title, isReply: token.kind === "reply" })}
        >
          ${icon(Trash2, 14)} ${t("delete")}
        </button>
        <button
          type="button"
          class="text-button"
          aria-label=${t("slip_label", { name })}
          @click=${() => void this.slip.show(token)}
        >
          ${icon(ScrollText, 14)} ${t("slip")}
        </button>
        ${
          token.kind === "review"
            ? html`<button
                type="button"
                class="text-button"
                aria-label=${t("share_label", { name })}
                @click=${() => void share(shareOfOwn(review))}
              >
                ${icon(Share2, 14)} ${t("share")}
              </button>`
            : nothing
        }
      </div>
    </li>`;
  }
}

function entryHead(name: string, given: number | undefined, age: string): TemplateResult {
  return html`<div class="top">
    <span class="who" dir="auto"><bdi>${name}</bdi></span>
    ${given === undefined ? nothing : stars(given)}
    <span class="meta age">${age}</span>
  </div>`;
}

async function readMine(): Promise<Mine> {
  const { personal } = databases();
  const [waiting, drafts, tokens, follows, people] = await Promise.all([
    listOutbox(personal),
    listDrafts(personal),
    listOwnTokens(personal),
    listFollows(personal),
    listPeople(personal),
  ]);
  return {
    waiting: waiting.filter(({ state }) => state !== "sent"),
    drafts,
    reviews: ownReviewsOf(tokens),
    follows: follows.length,
    people: people.length,
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-mine": MineList;
  }
}
