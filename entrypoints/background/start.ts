import { browser } from "wxt/browser";
import { findAnswerNews } from "../../lib/app/answer-news.ts";
import { findFollowNews } from "../../lib/app/follow-news.ts";
import { createGate, type Gate } from "../../lib/app/gate.ts";
import { housekeepingJob, rebuildJob } from "../../lib/app/housekeeping.ts";
import { createPosting, type Posting } from "../../lib/app/posting.ts";
import { readTab } from "../../lib/app/read-tab.ts";
import { choresJob } from "../../lib/app/research/chores-job.ts";
import { runModeKeeper } from "../../lib/app/run-mode.ts";
import type { OwnIdentity } from "../../lib/app/senders.ts";
import { createWeightKeeper, type WeightKeeper } from "../../lib/app/weighing/keeper.ts";
import { normVersion } from "../../lib/brands/subjects.ts";
import { type CommunityDatabase, openCommunity } from "../../lib/db/community.ts";
import { bucketLifetimeMs, expireBucketBrands } from "../../lib/db/bucket-brands.ts";
import { dailyBrandsOf } from "../../lib/db/daily-brands.ts";
import { expireTraces, traceLifetimeMs } from "../../lib/db/forget.ts";
import { shownOfficialAnswers } from "../../lib/db/official-answers.ts";
import { expirePageKeys } from "../../lib/db/page-keys.ts";
import { openPersonal, type PersonalDatabase } from "../../lib/db/personal.ts";
import { needsRebuild, rebuildDerived } from "../../lib/db/rebuild.ts";
import { openResearch, type ResearchDatabase } from "../../lib/db/research.ts";
import { expireTalk } from "../../lib/db/talk-cache.ts";
import { tokenBySignature } from "../../lib/db/tokens.ts";
import { expireWeighed } from "../../lib/db/weighed.ts";
import { inBackground } from "../../lib/log.ts";
import { beginExpiry } from "../../lib/research/privacy/expire-items.ts";
import { tidyRoom } from "../../lib/research/transfer/room.ts";
import {
  badgeEverywhere,
  badgeInPrivate,
  chipSites,
  expiredAt,
  feeds,
  recording,
  removalsOff,
  runMode,
  servers,
} from "../../lib/settings.ts";
import type { BlockLists } from "../../lib/sync/block-lists.ts";
import { registerJobs, type Job, type Jobs } from "../../lib/sync/job.ts";
import { blockListServices } from "./block-list-services.ts";
import { createCollectServices } from "./collect-services.ts";
import { listenToUi, uiHandlers } from "./commands.ts";
import { listenToCollecting } from "./listen-to-collecting.ts";
import { listenToPages } from "./listen-to-pages.ts";
import { createMenus, listenToPresses } from "./listen-to-presses.ts";
import { createNetwork, placeOf, type Network } from "./network.ts";
import { listenToNotices, notifyOfAnswers, notifyOfNews } from "./notices.ts";
import { createPageServices, type PageServices } from "./page-services.ts";
import { captureTools } from "./capture-tools.ts";
import { createResearchServices, type ResearchServices } from "./research-services.ts";
import { hasSiteAccess, runModeTools } from "./run-mode-tools.ts";
import { injectReader, openWelcome, toolbar } from "./surface.ts";
import { lazyTalk } from "./talk-services.ts";

/** Wires everything. Synchronous: an event that starts the worker must find its listener. */
export function startBackground(own: OwnIdentity): void {
  const personal = openPersonal();
  const community = openCommunity();
  const research = openResearch();
  const weights = createWeightKeeper({
    community,
    now: Date.now,
    arm: () => jobs.arm("weights"),
    onWeighed: () => pages.reports.refreshFigures(),
  });
  const recordings: ResearchServices = createResearchServices({
    research,
    community,
    tools: captureTools,
    directory: () => pages.directory(),
    finder: () => pages.finder(),
    arm: (id) => jobs.arm(id),
  });
  const pages = createPageServices(personal, community, weights, recordings);
  const onStored = (): Promise<void> => showStored(pages, personal, community);
  const gate = createGate();
  const { host } = new URL(own.baseUrl);
  const network = createNetwork(personal, community, host, gate, onStored, weights.moved);
  const blockLists = blockListServices(personal, community, network);
  const others = { research, weights, blockLists, recordings, onStored };
  const jobs = startJobs(personal, community, network, gate, others);
  const tools = runModeTools(pages.states);
  const keepRunMode = runModeKeeper(() => runMode.getValue(), tools);
  const collecting = createCollectServices(research, pages, recordings);

  listenToPages(pages, own, gate);
  listenToNotices();
  listenToPresses((tabId) => readTab(tabId, pages.reports, injectReader, hasSiteAccess), pages.posts.select);
  listenToCollecting(collecting, gate);
  listenToUi(
    uiHandlers({
      gate,
      personal,
      community,
      research,
      recordings,
      pages,
      network,
      posting: postingOf(personal, community, network, () => jobs.arm("outbox")),
      collecting,
      weights,
      blockLists,
      talk: lazyTalk(community, network, pages),
      jobs,
      tools,
      keepRunMode,
      onStored,
    }),
    own,
    gate,
  );
  watchSettings(pages, network, jobs, onStored);
  inBackground("origin rule", network.prepare());
  onFirstStart(keepRunMode, () => takeUpRecording(gate, recordings, pages));
}

async function takeUpRecording(
  gate: Gate,
  { recording: { afterRestart } }: ResearchServices,
  { states }: PageServices,
): Promise<void> {
  await gate.pass(afterRestart, () => undefined);
  // The browser has forgotten what the icon showed.
  if (await recording.getValue()) await toolbar.refresh(states);
}

function postingOf(
  personal: PersonalDatabase,
  community: CommunityDatabase,
  { outbox }: Network,
  armOutbox: () => Promise<void>,
): Posting {
  return createPosting({ personal, community, outbox, tokenBySignature, armOutbox, now: Date.now });
}

/** What the person changes in the options holds at once, in pages that stand open too. */
function watchSettings(
  pages: PageServices,
  { sync }: Network,
  jobs: Jobs,
  onStored: () => Promise<void>,
): void {
  badgeEverywhere.watch(() => inBackground("quiet", pages.reports.refreshQuiet()));
  badgeInPrivate.watch(() => inBackground("quiet", pages.reports.refreshQuiet()));
  chipSites.watch(() => inBackground("chips", pages.reports.refreshPosts()));
  recording.watch(() =>
    inBackground("recording", Promise.all([pages.reports.refreshPosts(), toolbar.refresh(pages.states)])),
  );
  // A server that was added is copied now, not when the others are due.
  servers.watch(() => inBackground("servers", jobs.arm("sync")));
  feeds.watch(() =>
    inBackground("feeds", Promise.all([sync.dropOtherFeeds().then(onStored), jobs.arm("sync")])),
  );
  removalsOff.watch(() =>
    inBackground(
      "removals",
      sync.reheed().then(() => jobs.arm("sync")),
    ),
  );
}

/** What came is shown, and told where it is news. */
async function showStored(
  { reports }: PageServices,
  personal: PersonalDatabase,
  community: CommunityDatabase,
): Promise<void> {
  await reports.refreshFigures();
  await tellNews(personal, community);
}

async function tellNews(personal: PersonalDatabase, community: CommunityDatabase): Promise<void> {
  await findFollowNews({
    personal,
    dailyOf: (brandId) => dailyBrandsOf(community, brandId),
    answersOf: (brandId, sinceMs) =>
      shownOfficialAnswers({ community, personal }, brandId, sinceMs, Date.now()),
    notify: notifyOfNews,
    now: Date.now,
  });
  await findAnswerNews({ personal, community, notify: notifyOfAnswers, now: Date.now });
}

interface OtherJobs {
  readonly research: ResearchDatabase;
  readonly weights: WeightKeeper;
  readonly blockLists: BlockLists;
  readonly recordings: ResearchServices;
  readonly onStored: () => Promise<void>;
}

function startJobs(
  personal: PersonalDatabase,
  community: CommunityDatabase,
  { outbox, sync }: Network,
  gate: Gate,
  { research, weights, blockLists, recordings, onStored }: OtherJobs,
): Jobs {
  const thenShow = (job: Job): Job => ({ ...job, run: () => job.run().then(onStored) });
  const jobs = [
    housekeepingJob({
      expire: async (nowMs) => {
        await expireTraces(personal, nowMs);
        await expireTalk(community, nowMs - traceLifetimeMs);
        await expireBucketBrands(community, nowMs - bucketLifetimeMs);
        await expirePageKeys(community, nowMs);
        await expireWeighed(community, nowMs - traceLifetimeMs);
        await beginExpiry(research, nowMs);
        await tidyRoom(nowMs);
        await registered.arm("research-chores");
      },
      lastRunAt: () => expiredAt.getValue(),
      saveLastRunAt: (nowMs) => expiredAt.setValue(nowMs),
      now: Date.now,
    }),
    outbox.job,
    thenShow(
      rebuildJob({
        isNeeded: () => needsRebuild(community, normVersion),
        rebuild: () => rebuildDerived(community, placeOf, () => undefined, { normVersion }),
        now: Date.now,
      }),
    ),
    thenShow(sync.job),
    weights.job,
    blockLists.job,
    ...recordings.jobs,
    choresJob(research, Date.now),
  ];
  const registered = registerJobs(jobs.map((job) => gate.job(job)));
  return registered;
}

/** Marks, in memory that an update or a restart clears, that open tabs and the run mode are in step. */
const startedKey = "started";

/** What an install, an update or the start of the browser needs once, whichever event woke the worker. */
function onFirstStart(
  keepRunMode: (freshly: boolean) => Promise<void>,
  pauseRecording: () => Promise<void>,
): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === "install") inBackground("welcome", openWelcome({ active: true }));
  });
  // Registered so that the browser starts the worker at all.
  browser.runtime.onStartup.addListener(() => undefined);
  const begin = async (): Promise<void> => {
    const { session } = browser.storage;
    if ((await session.get(startedKey))[startedKey]) return;
    await session.set({ [startedKey]: true });
    // Before pages are read: nothing is recorded that the person has not seen begin.
    await pauseRecording();
    await createMenus();
    await keepRunMode(true);
  };
  inBackground("first start", begin());
}
