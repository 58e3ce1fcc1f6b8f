import { browser } from "wxt/browser";
import { keptSetting } from "../../lib/app/kept-setting.ts";
import { createKeeper, type KeepPosts } from "../../lib/app/research/keeper.ts";
import { createRecording, type RecordingSwitch } from "../../lib/app/research/recording.ts";
import { createRedetections, type Redetections } from "../../lib/app/research/redetection.ts";
import type { UiHandlers } from "../../lib/app/ui-commands.ts";
import type { Directory } from "../../lib/brands/directory.ts";
import type { CommunityDatabase } from "../../lib/db/community.ts";
import type { ResearchDatabase } from "../../lib/db/research.ts";
import { sitesOffByFeeds } from "../../lib/db/sync-state.ts";
import type { MentionFinder } from "../../lib/mentions/mention-finder.ts";
import type { DetectorStamp } from "../../lib/model/research/session.ts";
import type { CaptureTools } from "../../lib/research/capture/tools.ts";
import { feeds, recording, recordingEnd, redetecting } from "../../lib/settings.ts";
import { feedOf, threadOf } from "../../lib/sites/feed-of.ts";
import { siteOf } from "../../lib/sites/index.ts";
import type { Job } from "../../lib/sync/job.ts";

export interface ResearchServices {
  readonly recording: RecordingSwitch;
  readonly redetections: Redetections;
  readonly keep: KeepPosts;
  readonly jobs: readonly Job[];
  /** For what is kept by hand, which is made like what is recorded. */
  readonly tools: CaptureTools;
  readonly stamp: () => Promise<DetectorStamp>;
}

export interface ResearchServiceDependencies {
  readonly research: ResearchDatabase;
  readonly community: CommunityDatabase;
  readonly tools: Omit<CaptureTools, "languageOf">;
  readonly directory: () => Promise<Directory>;
  readonly finder: () => Promise<MentionFinder>;
  readonly arm: (jobId: string) => Promise<void>;
}

/** Texts shorter than that say nothing of their language, in UTF-16 units. */
const shortest = 20;

/** What the browser takes a text for, where it is sure. */
async function languageOf(text: string): Promise<string | undefined> {
  if (text.length < shortest) return undefined;
  const { isReliable, languages } = await browser.i18n.detectLanguage(text);
  const language = languages[0]?.language;
  return isReliable && language && language !== "und" ? language : undefined;
}

/** What happens with posts while a researcher records, wired to the real browser and the database of research. */
export function createResearchServices({
  arm,
  community,
  directory,
  finder,
  research: db,
  tools,
}: ResearchServiceDependencies): ResearchServices {
  const copied = keptSetting(feeds);
  const stamp = async (): Promise<DetectorStamp> => ({
    extension: browser.runtime.getManifest().version,
    directory: (await directory()).version,
  });
  const allTools = { ...tools, languageOf };
  const switched = createRecording({
    db,
    recording,
    recordingEnd,
    kindOf: (id) => siteOf(id)?.kind,
    offByFeeds: async () => sitesOffByFeeds(community, await copied()),
    stamp,
    arm: () => arm("recording"),
    now: Date.now,
  });
  const redetections = createRedetections({
    db,
    underWay: redetecting,
    finder,
    stamp,
    arm: () => arm("redetect"),
    now: Date.now,
  });
  const keep = createKeeper({
    db,
    recording: switched,
    tools: allTools,
    feedOf,
    threadOf: (id, url, pageUrl) => threadOf(id, siteOf(id)?.isEmbedded ? pageUrl : url),
    isOneLanguage: (id) => siteOf(id)?.hosts.length === 0,
    now: Date.now,
  });
  return {
    recording: switched,
    redetections,
    keep,
    jobs: [switched.job, redetections.job],
    tools: allTools,
    stamp,
  };
}

/** What the workspace and the sidebar may ask of a recording. */
export function researchCommands({
  recording: { pause, resume, start, stop },
  redetections,
}: ResearchServices): Pick<
  UiHandlers,
  "startRecording" | "pauseRecording" | "redetect" | "resumeRecording" | "stopRecording"
> {
  return {
    startRecording: start,
    pauseRecording: pause,
    resumeRecording: resume,
    stopRecording: stop,
    redetect: redetections.begin,
  };
}
