import type { Collection, CollectionPrivacy } from "../../lib/model/research/collection.ts";
import type { ResearchItem } from "../../lib/model/research/item.ts";
import type {
  FeedView,
  Recording,
  RecordingEnd,
  RecordingPlan,
  Session,
  Tally,
} from "../../lib/model/research/session.ts";
import type { Extension } from "./extension.ts";
import type { Journey } from "./journey.ts";

/** What a researcher records in these tests unless they say otherwise. */
export const recordEverything: RecordingPlan = {
  collection: "returns-study",
  keep: { kind: "everything" },
  sites: ["microformats", "schema-org"],
  sampleRate: 0,
  minutes: 60,
};

/** Nothing of the sample pages says who may read them: the researcher decides and notes why. */
const open: CollectionPrivacy = {
  pseudonymise: false,
  keepMedia: false,
  audience: "any",
  audienceNote: "The sample world is ours.",
};

/** Stores a collection, as the dialog for a new one does. */
export async function storeCollection(extension: Extension, privacy = open): Promise<void> {
  // The background makes the database; a page that came first would make an empty one.
  await extension.command("startRecording", recordEverything);
  const page = await extension.page();
  await page.evaluate(putCollection, privacy);
}

/** A researcher's recording in a real browser, through what extension pages may ask and the database. */
export class RecordingJourney {
  readonly #journey: Journey;

  constructor(journey: Journey) {
    this.#journey = journey;
  }

  collect(privacy?: CollectionPrivacy): Promise<void> {
    return storeCollection(this.#journey.extension, privacy);
  }

  start(plan: Partial<RecordingPlan> = {}): Promise<unknown> {
    return this.#journey.extension.command("startRecording", { ...recordEverything, ...plan });
  }

  command(type: "pauseRecording" | "resumeRecording" | "stopRecording"): Promise<unknown> {
    return this.#journey.extension.command(type);
  }

  async items(): Promise<readonly ResearchItem[]> {
    return this.#journey.allRows<ResearchItem>("research", "items");
  }

  async session(): Promise<Session | undefined> {
    const sessions = await this.#journey.allRows<Session>("research", "sessions");
    return sessions.toSorted((a, b) => b.startedAt - a.startedAt)[0];
  }

  views(): Promise<readonly FeedView[]> {
    return this.#journey.allRows<FeedView>("research", "views");
  }

  tallies(): Promise<readonly Tally[]> {
    return this.#journey.allRows<Tally>("research", "tallies");
  }

  /** What pages of the extension are told. */
  async told(): Promise<{ readonly recording?: Recording; readonly recordingEnd?: RecordingEnd }> {
    const { recording, recordingEnd } = await this.#journey.extension.stored("local");
    return {
      ...(recording ? { recording: recording as Recording } : {}),
      ...(recordingEnd ? { recordingEnd: recordingEnd as RecordingEnd } : {}),
    };
  }
}

/** Runs in an extension page. */
async function putCollection(privacy: CollectionPrivacy): Promise<void> {
  const opened = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open("research");
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error!));
  });
  const hashKey = await crypto.subtle.generateKey({ name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  const collection: Collection = {
    id: "returns-study",
    name: "Returns study",
    createdAt: 0,
    privacy,
    statement: {
      purpose: "",
      whoCollects: "",
      whoIsStudied: "",
      legalBasis: "",
      howItIsShared: "",
      limits: "",
    },
    codebook: { version: 1, codes: [], createdAt: 0, note: "" },
    hashKey,
    coder: "me",
  };
  const transaction = opened.transaction("collections", "readwrite");
  transaction.objectStore("collections").put(collection);
  await new Promise((resolve) => transaction.addEventListener("complete", resolve));
  opened.close();
}
