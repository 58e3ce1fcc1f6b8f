import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { HandSentiment } from "../../lib/model/research/coding.ts";
import type { Answer } from "../../lib/model/research/task.ts";
import { databaseFailure } from "../parts/database-failure.ts";
import { readingError } from "../parts/reading-error.ts";
import { LiveQueryController } from "./live-query.ts";

/** Where what a coder says of one item is kept. */
export interface AnswerPlace {
  /** Equal ids are the same place. */
  readonly id: string;
  read(): Promise<Answer | undefined>;
  write(answer: Answer): Promise<void>;
}

export interface AnswerChange {
  readonly codes?: readonly string[];
  readonly note?: string;
  /** `null`: none by hand. */
  readonly sentiment?: HandSentiment | null;
}

/** Somebody who goes on typing is saved so often. */
const savedEveryMs = 250;

const nothing: Answer = { codes: [], note: "", at: 0 };

/**
 * What a coder says of the item that the host shows: follows what is stored, and stores what is said, in order. What was
 * typed is stored as well when the host turns to another item, is taken out, or the page is left.
 */
export class AnswerController implements ReactiveController {
  failure = "";
  readonly #host: ReactiveControllerHost;
  readonly #placeNow: () => AnswerPlace | undefined;
  readonly #stored: LiveQueryController<readonly [string], Answer | null>;
  #place: AnswerPlace | undefined;
  /** Said, and perhaps not stored yet. */
  #said: Answer | undefined;
  #unsaved = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(host: ReactiveControllerHost, place: () => AnswerPlace | undefined) {
    this.#host = host;
    this.#placeNow = place;
    // Before the query: it reads the place that this one sets.
    host.addController(this);
    this.#stored = new LiveQueryController(host, {
      args: () => (this.#place === undefined ? undefined : ([this.#place.id] as const)),
      query: async () => (await this.#place?.read()) ?? null,
    });
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

  hostUpdate(): void {
    const place = this.#placeNow();
    if (place?.id === this.#place?.id) {
      // The same item, perhaps as the next version of its collection has it.
      this.#place = place;
      return;
    }
    void this.flush();
    this.#place = place;
    this.#said = undefined;
    this.failure = "";
  }

  /** Nobody may say anything before it is there. */
  get isReady(): boolean {
    return this.#said !== undefined || this.#stored.value !== undefined;
  }

  get isAnswered(): boolean {
    return this.#said !== undefined || Boolean(this.#stored.value);
  }

  /** What was said last, here or elsewhere: the table codes many items at once. */
  get answer(): Answer {
    const stored = this.#stored.value ?? undefined;
    const said = this.#said;
    if (!said || !stored) return said ?? stored ?? nothing;
    return !this.#unsaved && stored.at >= said.at ? stored : said;
  }

  get readFailure(): string {
    return this.#stored.error ? readingError(this.#stored.error) : "";
  }

  readonly #onLeave = (): void => void this.flush();

  /** Stores a choice at once. */
  async change(change: AnswerChange): Promise<void> {
    if (!this.isReady) return;
    this.#say(change);
    await this.flush();
  }

  /** Stores what is being typed in a moment. */
  readonly typed = (change: AnswerChange): void => {
    if (!this.isReady) return;
    this.#say(change);
    this.#timer ??= setTimeout(() => void this.flush(), savedEveryMs);
  };

  #say({ sentiment, ...change }: AnswerChange): void {
    const { sentiment: before, at: last, ...rest } = this.answer;
    const after = sentiment === undefined ? before : (sentiment ?? undefined);
    const at = Math.max(Date.now(), last + 1);
    this.#said = { ...rest, ...change, ...(after !== undefined && { sentiment: after }), at };
    this.#unsaved = true;
    this.#host.requestUpdate();
  }

  /** Forgets what was said here, after it was taken back elsewhere. */
  async forget(takeBack: () => Promise<void>): Promise<void> {
    await this.flush();
    this.failure = await databaseFailure(async () => {
      await takeBack();
      this.#said = undefined;
    });
    this.#host.requestUpdate();
  }

  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const place = this.#place;
    const answer = this.#said;
    if (place && answer && this.#unsaved) {
      this.#unsaved = false;
      this.#writing = this.#writing.then(async () => this.#write(place, answer));
    }
    return this.#writing;
  }

  async #write(place: AnswerPlace, answer: Answer): Promise<void> {
    const failure = await databaseFailure(async () => place.write(answer));
    // It stays on the screen, and goes with whatever is said next.
    if (failure !== "" && this.#said === answer) this.#unsaved = true;
    if (this.#place?.id === place.id) this.failure = failure;
    this.#host.requestUpdate();
  }
}
