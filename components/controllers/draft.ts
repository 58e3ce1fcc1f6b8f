import type { ReactiveController, ReactiveControllerHost } from "lit";
import { type Draft, deleteDraft, draftOf, saveDraft } from "../../lib/db/drafts.ts";
import { nickname } from "../../lib/settings.ts";
import { databases } from "../databases.ts";
import { type DraftTarget, isEmptyDraft, newDraft } from "../parts/draft-target.ts";

const typingPauseMs = 250;

/** The draft of one target: loaded when the target is set, saved as it changes, gone when emptied. */
export class DraftController implements ReactiveController {
  draft: Draft | undefined;
  error: unknown;
  readonly #host: ReactiveControllerHost;
  #target: DraftTarget | undefined;
  #unsaved = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<void> = Promise.resolve();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener("visibilitychange", this.#onLeave);
    addEventListener("pagehide", this.#onLeave);
  }

  hostDisconnected(): void {
    document.removeEventListener("visibilitychange", this.#onLeave);
    removeEventListener("pagehide", this.#onLeave);
    void this.flush();
  }

  readonly #onLeave = (): void => void this.flush();

  /** Turns to another target. What was written about the one before is saved first. */
  async open(target: DraftTarget, beginning?: Partial<Draft>): Promise<void> {
    if (this.draft && target.subjectKey === this.#target?.subjectKey) return;
    this.#target = target;
    const saved = this.flush();
    // Nobody may type into what the database is about to replace.
    this.draft = undefined;
    await saved;
    const { personal } = databases();
    try {
      const saved = await draftOf(personal, target.subjectKey);
      if (this.#target !== target) return;
      this.draft = saved ?? { ...newDraft(target, await nickname.getValue()), ...beginning };
      this.error = undefined;
    } catch (error) {
      this.error = error;
    }
    this.#host.requestUpdate();
  }

  /** Takes what was written along to another target, unless that has a draft of its own. */
  async moveTo(target: DraftTarget): Promise<void> {
    const moving = this.draft;
    const { personal } = databases();
    if (!moving || isEmptyDraft(moving) || (await draftOf(personal, target.subjectKey))) {
      await this.open(target);
      return;
    }
    await this.discard();
    this.#target = target;
    this.draft = newDraft(target, moving.nickname);
    this.change(moved(moving));
  }

  change(change: Partial<Draft>): void {
    if (!this.draft) return;
    this.draft = { ...this.draft, ...change, updatedAt: Date.now() };
    this.#unsaved = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), typingPauseMs);
    this.#host.requestUpdate();
  }

  /** Saves now what has not been saved. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    const { draft } = this;
    if (this.#unsaved && draft) {
      this.#unsaved = false;
      // One after the other: a slow write must not overtake a later one.
      this.#saving = this.#saving.then(() => this.#write(draft));
    }
    await this.#saving;
  }

  async #write(draft: Draft): Promise<void> {
    const { personal } = databases();
    try {
      await (isEmptyDraft(draft) ? deleteDraft(personal, draft.subjectKey) : saveDraft(personal, draft));
      this.error = undefined;
    } catch (error) {
      // What was typed stays on screen, and the next change tries again.
      this.error = error;
      this.#unsaved = true;
    }
    this.#host.requestUpdate();
  }

  /**
   * Saves what has not been saved and keeps nothing in mind: the next `open` reads what the database has then. A
   * post moves the draft away and an undo puts it back, and neither happens here. What cannot be saved is kept.
   */
  async release(): Promise<void> {
    await this.flush();
    if (this.#unsaved) return;
    this.draft = undefined;
    this.#target = undefined;
    this.#host.requestUpdate();
  }

  /** Forgets the draft, here and in the database. */
  async discard(): Promise<void> {
    clearTimeout(this.#timer);
    this.#unsaved = false;
    const { draft } = this;
    this.draft = undefined;
    this.#target = undefined;
    await this.#saving;
    if (draft) await deleteDraft(databases().personal, draft.subjectKey);
    this.#host.requestUpdate();
  }
}

function moved({ stars, text, ownExperience, affiliated }: Draft): Partial<Draft> {
  return { ...(stars === undefined ? {} : { stars }), text, ownExperience, affiliated };
}
