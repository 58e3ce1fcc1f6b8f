import type { ReactiveControllerHost } from "lit";
import type { Recording, RecordingEnd, Session } from "../../lib/model/research/session.ts";
import { recording, recordingEnd } from "../../lib/settings.ts";
import { databases } from "../databases.ts";
import { LiveQueryController } from "./live-query.ts";
import { StoredItemController } from "./stored-item.ts";

/** How long the end of a recording is worth telling of; milliseconds. */
const tellMs = 3 * 86_400_000;

/** The recording under way, or the last one where it ended by itself and nobody was told; with its counters. */
export class RecordingController {
  readonly #recording: StoredItemController<Recording | undefined>;
  readonly #end: StoredItemController<RecordingEnd | undefined>;
  readonly #session: LiveQueryController<readonly [string], Session | undefined>;
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
    this.#end = new StoredItemController(host, recordingEnd);
    this.#session = new LiveQueryController(host, {
      args: () => {
        const id = this.current?.session ?? this.untoldEnd?.session;
        return id === undefined ? undefined : ([id] as const);
      },
      query: ([id]) => databases().research.sessions.get(id),
    });
  }

  /** Whether it is known by now that something, or nothing, is recorded. */
  get isRead(): boolean {
    return this.#isRead;
  }

  get current(): Recording | undefined {
    return this.#recording.value ?? undefined;
  }

  /** The row with the counters of what is told of. */
  get session(): Session | undefined {
    return this.#session.value;
  }

  /** Of a recording that nobody stopped. */
  get untoldEnd(): RecordingEnd | undefined {
    const end = this.#end.value;
    if (!end || end.isTold || end.why === "person" || this.current) return undefined;
    return end.at < Date.now() - tellMs ? undefined : end;
  }

  async tellNoMore(): Promise<void> {
    // As it stands now: the background may have added to it.
    const end = await recordingEnd.getValue();
    if (end) await this.#end.set({ ...end, isTold: true });
  }
}
