import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { BadgeCheck, CornerUpLeft, ExternalLink, Info, Share2, ThumbsUp } from "lucide";
import { formatAge, formatDate, formatNumber, t } from "../lib/i18n.ts";
import type { ReviewRow } from "../lib/db/community-rows.ts";
import type { HiddenBecause } from "../lib/model/hiding.ts";
import { starsOfRating } from "../lib/model/review.ts";
import type { LighterView } from "../lib/model/weighing-groups.ts";
import "./bt-image.ts";
import "./bt-menu.ts";
import "./bt-replies.ts";
import type { MenuItem } from "./bt-menu.ts";
import { namesController } from "./controllers/names.ts";
import { noVotes, type OwnVotes } from "./controllers/own-votes.ts";
import { authorButton } from "./parts/author-button.ts";
import { emit } from "./parts/emit.ts";
import { askToHide, hiddenTag, hideItems } from "./parts/hide-menu.ts";
import { icon } from "./parts/icon.ts";
import { lighterMark } from "./parts/lighter-mark.ts";
import { share, shareOfRow } from "./parts/share.ts";
import { publicPageOf } from "./parts/source.ts";
import { stars, starsStyle } from "./parts/stars.ts";
import { ask } from "./parts/statement.ts";
import { whyPanel } from "./parts/why-panel.ts";
import { sampleTag } from "./parts/sample-tag.ts";
import { settledTag } from "./parts/settled-tag.ts";
import { reviewStyle } from "./styles/review.ts";
import { authorLineStyle } from "./styles/author-line.ts";
import { shared } from "./styles/shared.ts";

/** Beyond this many characters a text is folded: five screens of one voice hide the others. */
const foldAbove = 420;

/** One review, with who, when, what it claims of itself and what one can do with it. Fires `StatementEvents`. */
@customElement("bt-review")
export class ReviewCard extends LitElement {
  static override readonly styles = [shared, starsStyle, authorLineStyle, reviewStyle];

  @property({ attribute: false }) review!: ReviewRow;
  /** Where it weighs less than others: how much, and why. */
  @property({ attribute: false }) lighter: LighterView | undefined;
  @property({ attribute: false }) votes: OwnVotes = noVotes;
  @property({ type: Boolean }) readonly = false;
  @property({ type: Boolean }) mine = false;
  /** An answer of the brand settled it, in the word of its writer. */
  @property({ type: Boolean }) settled = false;
  /** Say which subject it is about: where reviews of several stand together. */
  @property({ type: Boolean }) withSubject = false;
  /** Why it is hidden, where it is shown all the same. */
  @property({ attribute: false }) because: HiddenBecause | undefined;
  /** Its thread stands open, with this reply in front. */
  @property() highlight: string | undefined;
  /** Epoch ms that ages are counted from. */
  @property({ type: Number }) nowMs = Date.now();
  @state() private unfolded = false;
  @state() private whyOpen = false;
  @state() private threadOpen = false;
  readonly #names = namesController(this, () => [this.review]);
  @query("bt-menu") private readonly menu!: HTMLElementTagNameMap["bt-menu"] | null;

  override focus(): void {
    this.menu?.focus();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get("review");
    if (before && before.id !== this.review.id) {
      this.unfolded = false;
      this.whyOpen = false;
      this.threadOpen = false;
    }
    if (changed.has("highlight") && this.highlight !== undefined) this.threadOpen = true;
  }

  override render(): TemplateResult {
    const { review } = this;
    const { label: name } = this.#names.of(review);
    return html`<article aria-label=${t("review_by", { name })}>
      ${this.#top(review)} ${this.#tags(review)} ${this.#text(review)} ${this.#images(review)}
      ${this.#actions(review, name)} ${this.whyOpen ? whyPanel(review, this.lighter) : nothing}
      ${
        this.threadOpen
          ? html`<bt-replies
              id="replies"
              .signature=${review.signature}
              .signatureKey=${review.signatureKey}
              .name=${name}
              .nowMs=${this.nowMs}
              .mineBy=${this.mine ? review.author : ""}
              .highlight=${this.highlight}
              ?mine=${this.mine}
              ?readonly=${this.readonly}
            ></bt-replies>`
          : nothing
      }
    </article>`;
  }

  #top(review: ReviewRow): TemplateResult {
    const atMs = review.issuedAt * 1000;
    return html`<div class="top">
      ${authorButton(this, review, this.#names.of(review))}
      ${review.rating === undefined ? nothing : stars(starsOfRating(review.rating))}
      <time
        class="meta"
        datetime=${new Date(atMs).toISOString()}
        title=${formatDate(atMs, { dateStyle: "full" })}
        >${formatAge(atMs, this.nowMs)}${review.editedAt === undefined ? "" : ` · ${t("edited")}`}</time
      >
    </div>`;
  }

  #tags(review: ReviewRow): TemplateResult {
    const tags = [
      this.because ? html`<span class="tag">${hiddenTag(this.because)}</span>` : undefined,
      this.mine ? html`<span class="tag accent">${t("tag_yours")}</span>` : undefined,
      this.settled ? settledTag() : undefined,
      review.isSample ? sampleTag() : undefined,
      review.isPersonalExperience ? html`<span class="tag">${t("tag_own_experience")}</span>` : undefined,
      review.isAffiliated ? html`<span class="tag">${t("tag_affiliated")}</span>` : undefined,
      review.isGenerated ? html`<span class="tag">${t("tag_generated")}</span>` : undefined,
      this.lighter ? this.#weight(this.lighter) : undefined,
    ].filter((tag) => tag !== undefined);
    const subject = this.withSubject
      ? html`<p class="meta anywhere" dir="ltr"><bdi>${readableSubject(review.subject)}</bdi></p>`
      : nothing;
    return html`${tags.length > 0 ? html`<div class="tags">${tags}</div>` : nothing}${subject}`;
  }

  #weight(lighter: LighterView): TemplateResult {
    const toggle = (): void => void (this.whyOpen = !this.whyOpen);
    return lighterMark({ lighter, name: this.#names.of(this.review).label, isOpen: this.whyOpen, toggle });
  }

  #text(review: ReviewRow): TemplateResult {
    const text = review.opinion?.trim();
    if (!text) return html`<p class="meta none">${t("stars_only")}</p>`;
    const folded = text.length > foldAbove && !this.unfolded;
    const shown = folded ? `${text.slice(0, foldAbove - 60).trimEnd()}…` : text;
    return html`<p class="text" dir="auto" lang=${review.lang ?? nothing}>${shown}</p>
      ${
        text.length > foldAbove
          ? html`<button
              type="button"
              class="link more"
              aria-expanded=${!folded}
              @click=${() => (this.unfolded = !this.unfolded)}
            >
              ${t(folded ? "show_all" : "show_less")}
            </button>`
          : nothing
      }`;
  }

  #images(review: ReviewRow): TemplateResult {
    return html`${review.images
      .slice(0, 5)
      .map((image) => html`<bt-image .image=${image} ?readonly=${this.readonly}></bt-image>`)}`;
  }

  #actions(review: ReviewRow, name: string): TemplateResult {
    const confirmedCount = review.confirmed + this.votes.uncounted.confirmed;
    return html`<div class="actions">
      ${this.#helpful(review, name)}
      ${
        confirmedCount > 0
          ? html`<span class="meta counted"
              >${icon(BadgeCheck, 14)} ${t("confirmed_count", { count: confirmedCount })}</span
            >`
          : nothing
      }
      ${
        review.replies > 0 || !this.readonly
          ? html`<button
              type="button"
              class="text-button"
              aria-expanded=${this.threadOpen}
              aria-label=${t("reply_label", { name, visible: counted(t("reply"), review.replies) })}
              @click=${() => (this.threadOpen = !this.threadOpen)}
            >
              ${icon(CornerUpLeft, 14)} ${counted(t("reply"), review.replies)}
            </button>`
          : nothing
      }
      <span class="end"
        ><button
          type="button"
          class="text-button"
          aria-expanded=${this.whyOpen}
          aria-label=${t("why_label", { name })}
          title=${t("why_long")}
          @click=${() => (this.whyOpen = !this.whyOpen)}
        >
          ${icon(Info, 14)}
        </button>
        ${this.#more(this.#menu(review, name), name)}</span
      >
    </div>`;
  }

  /** Inside a page there may be nothing to choose from. */
  #more(items: readonly MenuItem[], name: string): TemplateResult {
    if (items.length === 0) return html`${nothing}`;
    return html`<bt-menu
      small
      .label=${t("more_label", { name })}
      .items=${items}
      @choose=${this.#onMenu}
    ></bt-menu>`;
  }

  #helpful(review: ReviewRow, name: string): TemplateResult {
    const count = review.helpful + this.votes.uncounted.helpful;
    const visible = counted(t("helpful"), count);
    if (this.readonly || this.mine) {
      if (count === 0) return html`${nothing}`;
      return html`<span class="meta counted">${icon(ThumbsUp, 14)} ${t("helpful_count", { count })}</span>`;
    }
    return html`<button
      type="button"
      class="text-button"
      aria-pressed=${this.votes.helpful}
      aria-label=${t("helpful_label", { name, visible })}
      @click=${() => this.#vote(false)}
    >
      ${icon(ThumbsUp, 14)} ${visible}
    </button>`;
  }

  #menu(review: ReviewRow, name: string): readonly MenuItem[] {
    const page = publicPageOf(review);
    return [
      ...(this.readonly || this.mine || this.votes.confirmed
        ? []
        : [{ id: "confirm", label: t("confirm_vote"), icon: BadgeCheck }]),
      ...(this.readonly ? [] : [{ id: "share", label: t("share_menu"), icon: Share2 }]),
      ...(page ? [{ id: "page", label: t("open_review_page"), icon: ExternalLink, href: page }] : []),
      ...(this.readonly || this.mine ? [] : hideItems(name, this.because)),
    ];
  }

  readonly #onMenu = async (event: CustomEvent<string>): Promise<void> => {
    if (event.detail === "confirm") this.#vote(true);
    if (event.detail === "share") await share(shareOfRow(this.review, this.mine));
    askToHide(this, event.detail, this.review);
  };

  #vote(confirm: boolean): void {
    const done = confirm ? this.votes.confirmed : this.votes.helpful;
    if (done) emit(this, "bt-announce", t("vote_already"));
    else ask(this, "vote", { about: this.review, confirm });
  }
}

/** A word with its count, as it stands on the button: `Helpful 12`. */
function counted(word: string, count: number): string {
  return count > 0 ? `${word} ${formatNumber(count)}` : word;
}

function readableSubject(subject: string): string {
  return subject.replace(/^https?:\/\/(www\.)?/, "");
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-review": ReviewCard;
  }
}
