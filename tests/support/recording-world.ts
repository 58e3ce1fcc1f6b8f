import { aCollection, sampleNoon } from "../../components/testing/research.ts";
import { createKeeper, type KeepPosts } from "../../lib/app/research/keeper.ts";
import { createRecording, type Kept, type RecordingSwitch } from "../../lib/app/research/recording.ts";
import { openResearch, type ResearchDatabase } from "../../lib/db/research.ts";
import type { Mention } from "../../lib/model/mention.ts";
import type { Collection } from "../../lib/model/research/collection.ts";
import type { ResearchItem } from "../../lib/model/research/item.ts";
import type { Recording, RecordingEnd, RecordingPlan } from "../../lib/model/research/session.ts";
import type { PostBatch, SeenPost } from "../../lib/model/seen-post.ts";
import type { CaptureTools } from "../../lib/research/capture/tools.ts";
import { feedOf, threadOf } from "../../lib/sites/feed-of.ts";

/** A setting in memory, whose watchers are told of each change. */
export function settingInMemory<T>(fallback: T): Kept<T> {
  const watchers = new Set<(value: T) => void>();
  let value = fallback;
  return {
    getValue: async () => value,
    setValue: async (next) => {
      value = next;
      for (const told of watchers) told(next);
    },
    watch: (told) => {
      watchers.add(told);
      return () => watchers.delete(told);
    },
  };
}

const recordedPage = "https://social.example/home";

/** Whoever is named `Anna`, is `p-anna` where a collection pseudonymises; `erased` was taken out. */
const tools: CaptureTools = {
  mayKeep: ({ audience }, { privacy }) => audience === "public" || privacy.audience === "any",
  isErased: ({ author }) => author === "erased",
  async protect({ mentions, post, thread }, { privacy }) {
    const { author, links, media, replyTo, text, url } = post;
    const name = author?.handle ?? author?.name;
    return {
      ...(name && { author: privacy.pseudonymise && name !== "erased" ? `p-${name}` : name }),
      ...(url && { url }),
      ...(replyTo && { replyTo }),
      ...(thread && { thread }),
      text: privacy.pseudonymise ? text.replaceAll("@anna", "@p-anna") : text,
      links,
      media,
      mentions,
    };
  },
  sentimentOf: (text, lang) =>
    lang === "en" ? { score: text.includes("broke") ? -0.5 : 0, method: "test-1" } : undefined,
  languageOf: async (text) => (text.includes("und") ? "de" : undefined),
};

export const detector = { extension: "1.0.0", directory: "0123456789abcdef" } as const;

/** A post with what a recording needs. */
export function recordedPost(
  index: number,
  text: string,
  changes: Partial<SeenPost["details"]> = {},
): SeenPost {
  const url = `https://social.example/@anna/${index}`;
  return {
    url,
    author: { name: "Anna", handle: "anna" },
    text,
    links: [],
    details: {
      audience: "public",
      media: [],
      metrics: { likes: index },
      publishedAt: sampleNoon - index * 86_400_000,
      publishedAtPrecision: "second",
      truncated: false,
      lang: "en",
      ...changes,
    },
  };
}

/** Every `Kite` of a text, for sure; `Kite?` hardly. */
export function kitesIn({ text }: SeenPost): readonly Mention[] {
  const start = text.indexOf("Kite");
  if (start < 0) return [];
  const confidence = text.includes("Kite?") ? 0.3 : 0.9;
  const span = { start, end: start + 4 };
  return [{ brandId: "kite.example", name: "Kite", confidence, reasons: ["name"], span }];
}

export interface RecordingWorld {
  readonly db: ResearchDatabase;
  readonly collection: Collection;
  readonly clock: { at: number };
  readonly setting: Kept<Recording | undefined>;
  readonly ending: Kept<RecordingEnd | undefined>;
  /** The background; killed and started again it finds what is on disk. */
  readonly background: () => { readonly recording: RecordingSwitch; readonly keep: KeepPosts };
  /** Reports posts of the sample page as content code does. */
  readonly report: (
    keep: KeepPosts,
    posts: readonly SeenPost[],
    changes?: Partial<PostBatch>,
  ) => Promise<void>;
  readonly items: () => Promise<readonly ResearchItem[]>;
}

export const everything: RecordingPlan = {
  collection: "returns-study",
  keep: { kind: "everything" },
  sites: ["mastodon"],
  sampleRate: 0,
  minutes: 60,
};

let worlds = 0;

/** Everything behind a recording but the browser. */
export async function recordingWorld(
  changes: Partial<Collection> = {},
  otherTools: Partial<CaptureTools> = {},
): Promise<RecordingWorld> {
  const db = openResearch(`recording-${worlds++}`);
  const collection = await aCollection(changes);
  await db.collections.add(collection);
  const clock = { at: sampleNoon };
  const setting = settingInMemory<Recording | undefined>(undefined);
  const ending = settingInMemory<RecordingEnd | undefined>(undefined);
  const now = (): number => clock.at;
  return {
    db,
    collection,
    clock,
    setting,
    ending,
    background() {
      const recording = createRecording({
        db,
        recording: setting,
        recordingEnd: ending,
        kindOf: (id) => (id === "google" ? "search" : id === "nowhere" ? undefined : "posts"),
        offByFeeds: async () => new Set(["lemmy"]),
        stamp: async () => detector,
        arm: async () => undefined,
        now,
      });
      const keep = createKeeper({
        db,
        recording,
        tools: { ...tools, ...otherTools },
        feedOf,
        threadOf,
        isOneLanguage: (id) => id === "wordpress",
        now,
      });
      return { recording, keep };
    },
    async report(keep, posts, more = {}) {
      const batch = { site: "mastodon", url: recordedPage, lang: "en", depth: 0, posts, ...more };
      await keep(batch, posts.map(kitesIn), batch.url);
    },
    items: () => db.items.toArray(),
  };
}
