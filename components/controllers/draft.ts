import type { ReactiveController, ReactiveControllerHost } from "lit";
import { type Draft, deleteDraft, draftOf, saveDraft } from "../../lib/db/drafts.ts";
import type { SubjectKey } from "../../lib/model/subject.ts";
import { nickname } from "../../lib/settings.ts";
import { databases } from "../databases.ts";
import { type DraftTarget, isEmptyDraft, newDraft } from "../parts/draft-target.ts";

/** Somebody who goes on typing is saved so often, and the first change at once. */
const savedEveryMs = 250;

/** Drafts of private tabs, by subject: in the memory of this page alone, gone when the window goes. */
const privateDrafts = new Map<SubjectKey, Draft>();

/**
 * The draft of one target: loaded when the target is set, saved as it changes, gone when emptied. In a private
 * tab nothing of it reaches the disk before `publish`.
 */
export class DraftController implements ReactiveController {
  draft: Draft | undefined;
  error: unknown;
  readonly #host: ReactiveControllerHost;
  readonly #isPrivate: () => boolean;
  /** Whether the draft that stands open was begun in a private tab; it stays so wherever the sidebar goes. */
  #inMemory = false;
  #target: DraftTarget | undefined;
  /** Set while the target's draft is being read. */
  #opening: Promise<void> | undefined;
  #unsaved = false;
  #savedAt = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<void> = Promise.resolve();
  /** How many writes are under way. */
  #writes = 0;

  constructor(host: ReactiveControllerHost, isPrivate: () => boolean = () => false) {
    this.#host = host;
    this.#isPrivate = isPrivate;
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

  /** Whether all that was typed stands where it is kept. */
  get isSaved(): boolean {
    return this.draft !== undefined && !this.#unsaved && this.#writes === 0;
  }

  readonly #onLeave = (): void => void this.flush();

  /** Turns to another target. What was written about the one before is saved first. */
  async open(target: DraftTarget, beginning?: Partial<Draft>): Promise<void> {
    if (target.subjectKey === this.#target?.subjectKey) {
      // Whoever asks while it is read wants the same draft, and finds it once this is over.
      if (this.#opening) return this.#opening;
      if (this.draft) return;
    }
    this.#target = target;
    const opening = this.#read(target, beginning);
    this.#opening = opening;
    await opening;
    if (this.#opening === opening) this.#opening = undefined;
  }

  async #read(target: DraftTarget, beginning?: Partial<Draft>): Promise<void> {
    const saved = this.flush();
    // Nobody may type into what the database is about to replace.
    this.draft = undefined;
    await saved;
    try {
      const saved = await this.#known(target.subjectKey);
      if (this.#target !== target) return;
      this.#inMemory = this.#isPrivate();
      this.draft = saved ?? { ...newDraft(target, await nickname.getValue()), ...beginning };
      this.error = undefined;
    } catch (error) {
      this.error = error;
    }
    this.#host.requestUpdate();
  }

  async #known(subjectKey: SubjectKey): Promise<Draft | undefined> {
    return this.kept(subjectKey) ?? draftOf(databases().personal, subjectKey);
  }

  /** Takes what was written along to another target, unless that has a draft of its own. */
  async moveTo(target: DraftTarget): Promise<void> {
    const moving = this.draft;
    if (!moving || isEmptyDraft(moving) || (await this.#known(target.subjectKey))) {
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
    const waitMs = Math.max(0, this.#savedAt + savedEveryMs - performance.now());
    this.#timer = setTimeout(() => void this.flush(), waitMs);
    this.#host.requestUpdate();
  }

  /** Saves now what has not been saved. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    const { draft } = this;
    if (this.#unsaved && draft) {
      this.#unsaved = false;
      this.#savedAt = performance.now();
      // One after the other: a slow write must not overtake a later one.
      this.#writes += 1;
      this.#saving = this.#saving.then(() => this.#write(draft));
    }
    await this.#saving;
  }

  async #write(draft: Draft): Promise<void> {
    if (!this.#inMemory) await this.#writeToDisk(draft);
    else if (isEmptyDraft(draft)) privateDrafts.delete(draft.subjectKey);
    else privateDrafts.set(draft.subjectKey, draft);
    this.#writes -= 1;
    this.#host.requestUpdate();
  }

  /** A draft that says nothing is deleted. */
  async #writeToDisk(draft: Draft): Promise<void> {
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

  /** Puts the draft where the background reads it to sign it. @returns Whether it stands there. */
  async publish(): Promise<boolean> {
    await this.flush();
    if (this.#inMemory && this.draft) await this.#writeToDisk(this.draft);
    return this.error === undefined;
  }

  /** After `publish`: signed, the memory lets go of a private draft; not signed, the disk does. */
  async settle(isSigned: boolean): Promise<void> {
    const { draft } = this;
    if (!draft || !this.#inMemory) return;
    if (isSigned) privateDrafts.delete(draft.subjectKey);
    else await this.#writeToDisk({ ...draft, ...nothingSaid });
  }

  /** What is kept in memory about a subject, in a private tab. */
  kept(subjectKey: SubjectKey): Draft | undefined {
    return this.#isPrivate() ? privateDrafts.get(subjectKey) : undefined;
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
    if (draft && this.#inMemory) privateDrafts.delete(draft.subjectKey);
    else if (draft) await deleteDraft(databases().personal, draft.subjectKey);
    this.#host.requestUpdate();
  }
}

const nothingSaid = { stars: undefined, text: "" };

function moved({ stars, text, ownExperience, affiliated }: Draft): Partial<Draft> {
  return { ...(stars === undefined ? {} : { stars }), text, ownExperience, affiliated };
}
