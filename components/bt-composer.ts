import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { Pencil, Share2 } from "lucide";
import { draftOf } from "../lib/db/drafts.ts";
import { currentKey } from "../lib/db/keys.ts";
import { listOutbox } from "../lib/db/outbox.ts";
import { ownTokensOf } from "../lib/db/own-tokens.ts";
import type { Draft } from "../lib/db/personal-rows.ts";
import { codeKey, formatAge, t } from "../lib/i18n.ts";
import { starsOfRating } from "../lib/model/review.ts";
import type { Lens, PageSubject } from "../lib/model/subject.ts";
import { byteLength, limits } from "../lib/reviews/limits.ts";
import { withQuote } from "../lib/reviews/quote.ts";
import "./bt-composer-form.ts";
import type { ComposerForm, ComposerTarget } from "./bt-composer-form.ts";
import "./bt-outbox-row.ts";
import { command } from "./commands.ts";
import { DraftController } from "./controllers/draft.ts";
import { LiveQueryController } from "./controllers/live-query.ts";
import { OnlineController } from "./controllers/online.ts";
import { databases } from "./databases.ts";
import { type DraftTarget, editTarget, isEmptyDraft, replyTarget, targetOf } from "./parts/draft-target.ts";
import { emit, type ComposeRequest } from "./parts/emit.ts";
import { icon } from "./parts/icon.ts";
import { newestContent, type OwnReview, ownReviewOf } from "./parts/own-reviews.ts";
import { problemText } from "./parts/problem-text.ts";
import { share, shareOfOwn } from "./parts/share.ts";
import { stars, starsStyle } from "./parts/stars.ts";
import { composerLineStyle } from "./styles/composer-line.ts";
import { shared } from "./styles/shared.ts";

/** Always there: one line that opens into the composer, and what became of the last thing written here. */
@customElement("bt-composer")
export class Composer extends LitElement {
  static override readonly styles = [shared, starsStyle, composerLineStyle];

  /** What the page is about, and which lens is in front. */
  @property({ attribute: false }) subjects: readonly PageSubject[] = [];
  @property() lens: Lens | undefined;
  /** The tab is private: nothing written here reaches the disk before it is posted. */
  @property({ type: Boolean }) isPrivate = false;
  @state() private open = false;
  @state() private sending = false;
  @state() private failure = "";
  /** What became of a selection that was to be quoted. */
  @state() private notice = "";
  @query("bt-composer-form") private readonly form!: ComposerForm | null;
  @query(".line") private readonly line!: HTMLElement | null;
  /** Set while an edit, a reply or a draft of another page is written: then the page does not choose the target. */
  #special: DraftTarget | undefined;
  readonly #drafting = new DraftController(this, () => this.isPrivate);
  readonly #online = new OnlineController(this);
  readonly #known = new LiveQueryController(this, {
    args: () => [this.#pageTarget()?.subjectKey] as const,
    query: ([subjectKey]) => readKnown(subjectKey),
  });

  /** Whether the person would lose their place if the sidebar turned to another page. */
  get busy(): boolean {
    return this.open && this.#drafting.draft !== undefined && !isEmptyDraft(this.#drafting.draft);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if ((changed.has("subjects") || changed.has("lens")) && this.open && !this.#special && !this.busy) {
      const target = this.#pageTarget();
      if (target) void this.#drafting.open(target);
      else this.open = false;
    }
  }

  /** The lens in front if it can be written about, else the first that can. */
  #pageTarget(): DraftTarget | undefined {
    const inFront = this.subjects.find(({ lens }) => lens === this.lens);
    const candidates = inFront ? [inFront, ...this.subjects] : this.subjects;
    return candidates.map(targetOf).find((target) => target !== undefined);
  }

  /** Opens the composer and puts the focus into it. */
  async start(request: ComposeRequest): Promise<void> {
    this.failure = "";
    const { target, beginning } = await this.#requested(request);
    if (!target) return;
    this.#special = request.kind === "new" ? undefined : target;
    // An undo may have put something under what stands open here.
    if (request.kind === "draft") await this.#drafting.release();
    await this.#drafting.open(target, beginning);
    this.notice = request.kind === "new" ? this.#quote(request) : "";
    this.open = true;
    await this.updateComplete;
    await this.form?.updateComplete;
    this.form?.focus();
  }

  /** Puts what was selected into the draft, behind what stands there. @returns What to say of it. */
  #quote({ selection, isSelectionDropped }: Extract<ComposeRequest, { kind: "new" }>): string {
    if (isSelectionDropped) return t("selection_dropped");
    const { draft } = this.#drafting;
    if (!draft || selection === undefined) return "";
    const { text, isCut } = withQuote(draft.text, selection);
    if (text !== draft.text) this.#drafting.change({ text });
    // The press is over, and nobody else has what was selected.
    void this.#drafting.flush();
    return isCut ? t("selection_cut") : "";
  }

  async #requested(request: ComposeRequest): Promise<{ target?: DraftTarget; beginning?: Partial<Draft> }> {
    const { personal } = databases();
    if (request.kind === "reply") return { target: replyTarget(request.signature, request.name) };
    if (request.kind === "edit") {
      const content = await newestContent(personal, request.signature);
      if (!content) return {};
      return {
        target: editTarget(request.signature, content.title, content.replyTo),
        beginning: content.beginning,
      };
    }
    const target =
      request.kind === "draft" ? await draftOf(personal, request.subjectKey) : this.#pageTarget();
    return target ? { target } : {};
  }

  async #close(): Promise<void> {
    // First, or the next update would open an empty draft in the place of the one let go.
    this.open = false;
    this.#special = undefined;
    this.failure = "";
    this.notice = "";
    await this.#drafting.release();
    await this.updateComplete;
    this.#focusLine();
  }

  /** A line that stays at the window's edge is in view, but `focus` alone scrolls to where it would otherwise be. */
  #focusLine(): void {
    this.line?.focus({ preventScroll: true });
    const bottom = this.line?.getBoundingClientRect().bottom ?? 0;
    if (bottom > innerHeight) this.line?.scrollIntoView({ block: "nearest" });
  }

  readonly #saveFirst = (): Promise<void> => this.#drafting.flush();

  readonly #onTarget = (event: CustomEvent<string>): void => {
    const subject = this.subjects.find(({ keys }) => keys[0] === event.detail);
    const target = subject && targetOf(subject);
    if (target) void this.#drafting.moveTo(target);
  };

  async #post(): Promise<void> {
    const { draft } = this.#drafting;
    if (!draft || this.sending) return;
    this.failure = obstacleOf(draft);
    if (this.failure) return;
    this.sending = true;
    const isSaved = await this.#drafting.publish();
    const result = isSaved ? await command("postDraft", draft.subjectKey) : undefined;
    await this.#drafting.settle(result?.ok === true);
    this.sending = false;
    if (!result?.ok) {
      this.failure = result ? problemText(result.error) : t("error_save");
      return;
    }
    emit(this, "bt-announce", t("held_announced"));
    await this.#close();
  }

  override render(): TemplateResult {
    const known = this.#known.value;
    return html`${known?.rows.map((row) => html`<bt-outbox-row .row=${row} .beforeUndo=${this.#saveFirst}></bt-outbox-row>`)}
    ${this.open && this.#drafting.draft ? this.#form(this.#drafting.draft) : this.#collapsed()}`;
  }

  #form(draft: Draft): TemplateResult {
    return html`<bt-composer-form
      .draft=${draft}
      .targets=${this.#special ? [] : this.subjects.map(choiceOf)}
      ?first=${this.#known.value ? !this.#known.value.hasKey : false}
      ?offline=${!this.#online.value}
      ?sending=${this.sending}
      ?inMemory=${this.isPrivate}
      ?saved=${this.#drafting.isSaved}
      .notice=${this.notice}
      .failure=${this.failure || (this.#drafting.error ? t("error_save") : "")}
      @change=${(event: CustomEvent<Partial<Draft>>) => this.#drafting.change(event.detail)}
      @target=${this.#onTarget}
      @post=${() => void this.#post()}
      @close=${() => void this.#close()}
    ></bt-composer-form>`;
  }

  #collapsed(): TemplateResult {
    const target = this.#pageTarget();
    if (!target) return html`${nothing}`;
    const known = this.#known.value;
    const draft = this.#drafting.kept(target.subjectKey) ?? known?.draft;
    if (known?.own && !draft) return this.#ownLine(known.own);
    const draftText = draft?.text.trim();
    return html`<button type="button" class="line" @click=${() => void this.start({ kind: "new" })}>
      <span dir="auto"
        >${draftText ? t("continue_draft", { text: draftText.slice(0, 80) }) : t("say_something", { name: target.title })}</span
      >
      <span class="pale" aria-hidden="true">${stars(draft?.stars ?? 0, 16)}</span>
    </button>`;
  }

  #ownLine(own: OwnReview): TemplateResult {
    const { content, title, token } = own;
    return html`<div class="own">
      <button
        type="button"
        class="line"
        @click=${() => void this.start({ kind: "edit", signature: token.signature })}
      >
        <span>${t("you_reviewed", { age: formatAge(token.createdAt, Date.now()) })}</span>
        ${content.rating === undefined ? icon(Pencil, 14) : stars(starsOfRating(content.rating), 14)}
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label=${t("share_label", { name: title })}
        title=${t("share")}
        @click=${() => void share(shareOfOwn(own))}
      >
        ${icon(Share2, 16)}
      </button>
    </div>`;
  }
}

async function readKnown(subjectKey: string | undefined): Promise<Known> {
  const { personal } = databases();
  const [key, outbox, draft, tokens] = await Promise.all([
    currentKey(personal),
    listOutbox(personal),
    subjectKey === undefined ? undefined : draftOf(personal, subjectKey),
    subjectKey === undefined ? [] : ownTokensOf(personal, [subjectKey]),
  ]);
  const own = tokens.find(({ kind, state }) => kind === "review" && state !== "deleted");
  const review = own && (await ownReviewOf(personal, own.signature));
  return {
    hasKey: key !== undefined,
    // Refusals elsewhere wait under "Yours"; here only what was just written, or is about this subject.
    rows: outbox.filter(
      (row) =>
        row.state === "held" ||
        row.state === "sending" ||
        (row.subjectKey === subjectKey && row.state !== "sent"),
    ),
    ...(draft ? { draft } : {}),
    ...(review ? { own: review } : {}),
  };
}

interface Known {
  readonly hasKey: boolean;
  readonly rows: Awaited<ReturnType<typeof listOutbox>>;
  readonly draft?: Draft;
  readonly own?: OwnReview;
}

function choiceOf(subject: PageSubject): ComposerTarget {
  const key = subject.keys[0] ?? subject.lens;
  const label = t(`target_${subject.lens}`, { name: subject.name });
  if (subject.subject !== undefined) return { key, label };
  const reason = subject.lens === "product" ? (subject.unaddressable ?? "no-address") : "no-address";
  return { key, label, obstacle: t(codeKey("unaddressable", reason)) };
}

/** Why a draft cannot be posted, in words; empty where it can. */
function obstacleOf(draft: Draft): string {
  const over = byteLength(draft.text) - limits.opinion;
  if (over > 0) return t("counter_over", { count: over });
  const nameOver = byteLength(draft.nickname) - limits.nickname;
  if (nameOver > 0) return t("nickname_over", { count: nameOver });
  if (draft.replyTo && draft.text.trim() === "") return t("reply_needs_text");
  // Clients in use take the lowest rating for none at all, so it counts only with words.
  if (draft.stars === 1 && draft.text.trim() === "") return t("refused_one_star_needs_words");
  return isEmptyDraft(draft) ? t("post_needs_something") : "";
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-composer": Composer;
  }
}
