import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { BadgeCheck, CornerUpLeft, Pencil, ThumbsUp, Trash2 } from "lucide";
import type { ReplyRow } from "../lib/db/community-rows.ts";
import { formatAge, formatNumber, t } from "../lib/i18n.ts";
import type { HiddenBecause } from "../lib/model/hiding.ts";
import "./bt-menu.ts";
import "./bt-settle.ts";
import type { MenuItem } from "./bt-menu.ts";
import { namesController } from "./controllers/names.ts";
import type { WaitingChange } from "./controllers/own-replies.ts";
import { noVotes, type OwnVotes } from "./controllers/own-votes.ts";
import { authorButton } from "./parts/author-button.ts";
import { emit } from "./parts/emit.ts";
import { askToHide, hiddenTag, hideItems } from "./parts/hide-menu.ts";
import { icon } from "./parts/icon.ts";
import { withProvenName } from "./parts/name.ts";
import { officialTag } from "./parts/official-tag.ts";
import { sampleTag } from "./parts/sample-tag.ts";
import { settledTag } from "./parts/settled-tag.ts";
import { ask } from "./parts/statement.ts";
import { authorLineStyle } from "./styles/author-line.ts";
import { repliesStyle } from "./styles/replies.ts";
import { shared } from "./styles/shared.ts";

/** One reply, with what one can do with it. What answers it stands inside. Fires `StatementEvents`. */
@customElement("bt-reply")
export class ReplyCard extends LitElement {
  static override readonly styles = [shared, authorLineStyle, repliesStyle];

  @property({ attribute: false }) reply!: ReplyRow;
  @property({ attribute: false }) votes: OwnVotes = noVotes;
  @property({ attribute: false }) because: HiddenBecause | undefined;
  /** What the person has changed of it and no server knows yet. */
  @property({ attribute: false }) change: WaitingChange | undefined;
  @property({ type: Number }) nowMs = Date.now();
  @property({ type: Boolean }) mine = false;
  @property({ type: Boolean }) readonly = false;
  /** The one that the person came for. */
  @property({ type: Boolean }) front = false;
  /** Whose key signed the review that is answered, where it is the person's own: they may say that this settled it. */
  @property() settledBy = "";
  readonly #names = namesController(this, () => [withProvenName(this.reply)]);
  @query("bt-menu") private readonly menu!: HTMLElementTagNameMap["bt-menu"] | null;

  override focus(): void {
    this.menu?.focus();
  }

  override render(): TemplateResult {
    const { reply } = this;
    const shown = this.#names.of(withProvenName(reply));
    const name = shown.label;
    const atMs = reply.issuedAt * 1000;
    const edited = reply.editedAt === undefined ? "" : ` · ${t("edited")}`;
    return html`<article class=${this.front ? "front" : ""} aria-label=${t("reply_by", { name })}>
      <div class="top">
        ${authorButton(this, reply, shown)} ${this.#tags(reply)}
        <time class="meta" datetime=${new Date(atMs).toISOString()}
          >${formatAge(atMs, this.nowMs)}${edited}</time
        >
      </div>
      <p dir="auto">${this.change?.kind === "edit" ? this.change.text : reply.opinion}</p>
      ${
        reply.official && this.settledBy && !this.readonly
          ? html`<bt-settle
              .signature=${reply.signature}
              .author=${this.settledBy}
              .name=${name}
            ></bt-settle>`
          : nothing
      }
      ${this.readonly ? this.#counts(reply) : this.#actions(reply, name)}
      <slot></slot>
    </article>`;
  }

  #tags(reply: ReplyRow): TemplateResult {
    const { change } = this;
    return html`${this.because ? html`<span class="tag">${hiddenTag(this.because)}</span>` : nothing}
    ${this.mine ? html`<span class="tag accent">${t("tag_yours")}</span>` : nothing}
    ${change ? html`<span class="tag">${t(`reply_waits_${change.kind}`)}</span>` : nothing}
    ${reply.official ? officialTag(reply.official) : nothing} ${reply.isSettled ? settledTag() : nothing}
    ${reply.isAffiliated && !reply.official ? html`<span class="tag">${t("tag_affiliated")}</span>` : nothing}
    ${reply.isSample ? sampleTag() : nothing}`;
  }

  #counts({ helpful }: ReplyRow): TemplateResult {
    const count = helpful + this.votes.uncounted.helpful;
    if (count === 0) return html`${nothing}`;
    return html`<div class="acts">
      <span class="meta">${icon(ThumbsUp, 14)} ${t("helpful_count", { count })}</span>
    </div>`;
  }

  #actions(reply: ReplyRow, name: string): TemplateResult {
    return html`<div class="acts">
      ${this.mine ? this.#counts(reply) : this.#helpful(reply, name)}
      <button
        type="button"
        class="text-button"
        aria-label=${t("reply_to_reply", { name })}
        @click=${() => emit(this, "bt-compose", { kind: "reply", signature: reply.signature, name })}
      >
        ${icon(CornerUpLeft, 14)} ${t("reply")}
      </button>
      <bt-menu
        small
        .label=${t("more_label_reply", { name })}
        .items=${this.#menu(name)}
        @choose=${this.#onMenu}
      ></bt-menu>
    </div>`;
  }

  #helpful(reply: ReplyRow, name: string): TemplateResult {
    const count = reply.helpful + this.votes.uncounted.helpful;
    const visible = count > 0 ? `${t("helpful")} ${formatNumber(count)}` : t("helpful");
    return html`<button
      type="button"
      class="text-button helpful"
      aria-pressed=${this.votes.helpful}
      aria-label=${t("helpful_label_reply", { name, visible })}
      @click=${() => this.#vote(false)}
    >
      ${icon(ThumbsUp, 14)} ${visible}
    </button>`;
  }

  #menu(name: string): readonly MenuItem[] {
    if (this.mine) {
      return [
        { id: "edit", label: t("edit"), icon: Pencil },
        { id: "delete", label: t("delete"), icon: Trash2 },
      ];
    }
    const confirm = { id: "confirm", label: t("confirm_vote"), icon: BadgeCheck };
    return [...(this.votes.confirmed ? [] : [confirm]), ...hideItems(name, this.because)];
  }

  readonly #onMenu = ({ detail }: CustomEvent<string>): void => {
    const { author, signature, signatureKey } = this.reply;
    if (detail === "confirm") this.#vote(true);
    else if (detail === "edit") emit(this, "bt-compose", { kind: "edit", signature });
    else if (detail === "delete") ask(this, "delete", { author, signatureKey, name: "", isReply: true });
    else askToHide(this, detail, this.reply);
  };

  #vote(confirm: boolean): void {
    const isDone = confirm ? this.votes.confirmed : this.votes.helpful;
    if (isDone) emit(this, "bt-announce", t("vote_already"));
    else ask(this, "vote", { about: this.reply, confirm });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-reply": ReplyCard;
  }
}
