import type { ReactiveControllerHost } from "lit";
import type { Session } from "../../lib/model/research/session.ts";
import { endTold, recording } from "../../lib/settings.ts";
import { databases } from "../databases.ts";
import { LiveQueryController } from "./live-query.ts";
import { StoredItemController } from "./stored-item.ts";

/** A recording that ended without the person, and into what it recorded. */
export interface TroubledEnd {
  readonly session: Session;
  readonly collectionName: string;
}

/** How long the end of a recording is worth telling of; milliseconds. */
const tellMs = 3 * 86_400_000;

/** The recording under way with its counters, and the last one where it ended by itself and nobody was told. */
export class RecordingController {
  readonly #recording: StoredItemController<Awaited<ReturnType<typeof recording.getValue>>>;
  readonly #told: StoredItemController<string>;
  readonly #session: LiveQueryController<readonly [string], Session | undefined>;
  readonly #ended: LiveQueryController<readonly [string], TroubledEnd | undefined>;
  #isRead = false;

  constructor(host: ReactiveControllerHost) {
    this.#recording = new StoredItemController(host, {
      ...recording,
      getValue: async () => {
        const value = await recording.getValue();
        this.#isRead = true;
        return value;
      },
    });
    this.#told = new StoredItemController(host, endTold);
    this.#session = new LiveQueryController(host, {
      args: () => (this.current ? ([this.current.session] as const) : undefined),
      query: ([id]) => databases().research.sessions.get(id),
    });
    this.#ended = new LiveQueryController(host, {
      // Asked again when one recording gives way to another.
      args: () => (this.#isRead && !this.current ? ([this.#told.value ?? ""] as const) : undefined),
      query: ([told]) => lastEnd(told),
    });
  }

  /** Whether it is known by now that something, or nothing, is recorded. */
  get isRead(): boolean {
    return this.#isRead;
  }

  get current(): Awaited<ReturnType<typeof recording.getValue>> {
    return this.#recording.value;
  }

  get session(): Session | undefined {
    return this.#session.value;
  }

  get troubledEnd(): TroubledEnd | undefined {
    const end = this.#ended.value;
    return end?.session.id === this.#told.value ? undefined : end;
  }

  async tellNoMore(session: string): Promise<void> {
    await this.#told.set(session);
  }
}

async function lastEnd(told: string): Promise<TroubledEnd | undefined> {
  const { research } = databases();
  const session = await research.sessions.orderBy("startedAt").last();
  if (!session?.ended || session.id === told) return undefined;
  const { at, why } = session.ended;
  if (why === "person" || at < Date.now() - tellMs) return undefined;
  const collection = await research.collections.get(session.collection);
  return collection && { session, collectionName: collection.name };
}
