import { html, type LitElement, type ReactiveController, type TemplateResult } from "lit";
import { hideItem, unhideItem } from "../../lib/db/hidden.ts";
import { choicesAmong, choosePerson, forgetPerson } from "../../lib/db/people.ts";
import { t } from "../../lib/i18n.ts";
import type { HiddenBecause } from "../../lib/model/hiding.ts";
import type { ReviewId } from "../../lib/model/review.ts";
import { command } from "../commands.ts";
import "../bt-hidden-line.ts";
import type { HiddenLine } from "../bt-hidden-line.ts";
import { databases } from "../databases.ts";
import { emit } from "../parts/emit.ts";
import { authorName } from "../parts/name.ts";
import { problemText } from "../parts/problem-text.ts";
import type { HideRequest, HideWhat, Statement } from "../parts/statement.ts";

/** What stands in the place of something that was hidden here, until the list is read again. */
interface Line {
  readonly text: string;
  /** Takes it back. Missing where it could not be done at all. */
  readonly undo?: () => Promise<void>;
  /** What it stands for is known to be hidden by now. */
  isHidden?: boolean;
}

type Undo = NonNullable<Line["undo"]>;

/**
 * Hides, mutes and reports what stands in a list, at once and with a way back in its place. Answers `hide` events; the
 * list draws `lineFor` where there is one, with `data-id` on the cards that the focus returns to.
 */
export class HideHere implements ReactiveController {
  readonly #host: LitElement;
  readonly #lines = new Map<string, Line>();
  /** Whose line, or card, gets the focus as soon as it stands. */
  #focus: { readonly id: string; readonly on: "line" | "card" } | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    const { id, on } = this.#focus ?? {};
    if (id === undefined) return;
    const selector = on === "line" ? "bt-hidden-line" : "bt-review, bt-reply";
    const all = this.#host.renderRoot.querySelectorAll<HTMLElement>(selector);
    const element = [...all].find((each) => each.dataset["id"] === id);
    if (!element) return;
    this.#focus = undefined;
    void (element as HiddenLine).updateComplete.then(() => element.focus());
  }

  readonly onHide = (event: CustomEvent<HideRequest>): void => {
    event.stopPropagation();
    void this.#do(event.detail);
  };

  /**
   * Whether a card gives way to its line: as long as it is hidden, for what was said here can be taken back elsewhere.
   *
   * @param because - Why it is hidden, as far as that is known already.
   */
  isGone(id: string, because: HiddenBecause | undefined): boolean {
    const line = this.#lines.get(id);
    if (because && line) line.isHidden = true;
    if (!because && line?.isHidden) this.#lines.delete(id);
    return this.#lines.get(id)?.undo !== undefined;
  }

  lineFor(id: string): TemplateResult | undefined {
    const line = this.#lines.get(id);
    if (!line) return undefined;
    return html`<bt-hidden-line
      data-id=${id}
      .text=${line.text}
      ?failed=${line.undo === undefined}
      @undo=${() => void this.#undo(id, line)}
    ></bt-hidden-line>`;
  }

  async #do(request: HideRequest): Promise<void> {
    const { about, what } = request;
    if (what === "show") return this.#show(about);
    const done = what === "reported" ? takingBack(about.id, request.row) : await hideNow(about, what);
    const isDone = typeof done === "function";
    const text = isDone ? t(doneKeys[what], { name: authorName(about) }) : done;
    this.#lines.set(about.id, { text, ...(isDone && { undo: done }) });
    if (isDone) this.#focus = { id: about.id, on: "line" };
    this.#say(text);
  }

  async #undo(id: string, { undo }: Line): Promise<void> {
    await undo?.();
    this.#lines.delete(id);
    this.#focus = { id, on: "card" };
    this.#say(t("hidden_undone"));
  }

  async #show({ author, id }: Statement): Promise<void> {
    const { personal } = databases();
    const choice = (await choicesAmong(personal, [author])).get(author)?.choice;
    if (choice === "muted") await forgetPerson(personal, author);
    await unhideItem(personal, id);
    this.#focus = { id, on: "card" };
    this.#say(t("hidden_undone"));
  }

  #say(words: string): void {
    emit(this.#host, "bt-announce", words);
    this.#host.requestUpdate();
  }
}

const doneKeys = {
  hidden: "hidden_done",
  muted: "muted_done",
  terms: "reported_done",
  quality: "reported_done",
  reported: "reported_done",
} as const;

/** @returns What takes it back, or why it could not be done, in words. */
async function hideNow(about: Statement, what: Exclude<HideWhat, "show">): Promise<Undo | string> {
  const { personal } = databases();
  const { author, id, kid, nickname, signature } = about;
  const at = Date.now();
  if (what === "hidden") {
    await hideItem(personal, { id, why: "hidden", at });
    return () => unhideItem(personal, id);
  }
  if (what === "muted") {
    const before = (await choicesAmong(personal, [author])).get(author);
    const name = nickname?.trim();
    await choosePerson(personal, { author, kid, choice: "muted", ...(name && { name }), at });
    return () => (before ? choosePerson(personal, before) : forgetPerson(personal, author));
  }
  const flagged = await command("flagReview", { signature, reason: what, words: "" });
  if (!flagged.ok) return problemText(flagged.error);
  return takingBack(id, flagged.value);
}

/** One that has left already is a report that stands; the person sees the text again all the same. */
function takingBack(id: string, row: ReviewId): Undo {
  return async () => {
    const undone = await command("undoPost", row);
    if (!undone.ok) await unhideItem(databases().personal, id);
  };
}
