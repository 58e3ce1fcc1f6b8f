import { browser } from "wxt/browser";
import { forget, type ForgetWhat } from "../../lib/app/forget.ts";
import type { Gate } from "../../lib/app/gate.ts";
import { loadImage } from "../../lib/app/images.ts";
import { lookBehind, type LookBehindDependencies } from "../../lib/app/look-behind.ts";
import { forgetPageProofs } from "../../lib/app/page-proofs.ts";
import { lookAtOwnReviews, type OwnReviewsDependencies } from "../../lib/app/look-at-own-reviews.ts";
import type { Posting } from "../../lib/app/posting.ts";
import { createRecheck } from "../../lib/app/research/recheck.ts";
import { readDayAt } from "../../lib/app/read-day.ts";
import { readTab } from "../../lib/app/read-tab.ts";
import type { RunModeTools } from "../../lib/app/run-mode.ts";
import type { MessageSender, OwnIdentity } from "../../lib/app/senders.ts";
import { forgetTalk } from "../../lib/app/talk/forget-talk.ts";
import type { Talk } from "../../lib/app/talk/index.ts";
import { runUiCommand, type UiHandlers } from "../../lib/app/ui-commands.ts";
import type { Collecting } from "../../lib/app/research/collect.ts";
import { forgetCollected } from "../../lib/app/research/collect-notice.ts";
import { forgetIntent } from "../../lib/app/write-intent.ts";
import type { WeightKeeper } from "../../lib/app/weighing/keeper.ts";
import type { CommunityDatabase } from "../../lib/db/community.ts";
import { deleteEverything } from "../../lib/db/delete-everything.ts";
import { emptyRoom } from "../../lib/research/transfer/room.ts";
import type { PersonalDatabase } from "../../lib/db/personal.ts";
import type { ResearchDatabase } from "../../lib/db/research.ts";
import { inBackground } from "../../lib/log.ts";
import { uiMessaging, type UiMessages } from "../../lib/messages/ui.ts";
import { refused } from "../../lib/model/refusal.ts";
import { ok } from "../../lib/model/result.ts";
import { RawBehindSchema } from "../../lib/schema/raw-behind.ts";
import { RawOwnReviewsSchema } from "../../lib/schema/raw-own-reviews.ts";
import { runMode } from "../../lib/settings.ts";
import type { BlockLists } from "../../lib/sync/block-lists.ts";
import type { Jobs } from "../../lib/sync/job.ts";
import { blockListCommands } from "./block-list-services.ts";
import { collectCommands } from "./collect-services.ts";
import { bucketReader } from "./bucket-services.ts";
import { researchCommands, type ResearchServices } from "./research-services.ts";
import type { Network } from "./network.ts";
import type { PageServices } from "./page-services.ts";
import { forgetPostChecks } from "./post-services.ts";
import { hasSiteAccess } from "./run-mode-tools.ts";
import { forgettingOf, talkCommands } from "./talk-services.ts";
import { clearTab, collectBehind, collectOwnReviews, injectReader, openWelcome } from "./surface.ts";

export interface CommandDependencies {
  readonly gate: Gate;
  readonly personal: PersonalDatabase;
  readonly community: CommunityDatabase;
  readonly research: ResearchDatabase;
  readonly pages: PageServices;
  readonly recordings: ResearchServices;
  readonly network: Network;
  readonly posting: Posting;
  readonly collecting: Collecting;
  readonly weights: WeightKeeper;
  readonly blockLists: BlockLists;
  readonly talk: () => Promise<Talk>;
  readonly jobs: Jobs;
  readonly tools: RunModeTools;
  readonly keepRunMode: (freshly: boolean) => Promise<void>;
  /** Reviews may have changed. */
  readonly onStored: () => Promise<void>;
}

async function syncNow({ jobs, network, onStored }: CommandDependencies): Promise<void> {
  await network.sync.runNow();
  await onStored();
  await jobs.arm("sync");
}

/** How long a deletion waits for work under way, which no longer waits for any server. */
const patienceMs = 10_000;

/** Takes away everything that this extension has put anywhere. Only while nothing else runs. */
async function wipe({ community, personal, research, tools }: CommandDependencies): Promise<void> {
  await tools.unregister();
  await tools.leaveOpenTabs();
  await browser.alarms.clearAll();
  await deleteEverything([personal, community, research]);
  await emptyRoom();
  await browser.storage.session.clear();
  await browser.storage.local.clear();
}

/** Every trace of the last hour, or of one site, wherever it is kept. */
async function forgetTraces(what: ForgetWhat, needs: CommandDependencies): Promise<void> {
  const { community, pages, personal } = needs;
  const nowMs = Date.now();
  await forget(what, personal, pages.states, clearTab, nowMs);
  await forgetIntent(browser.storage.session, what, nowMs);
  await forgetCollected(browser.storage.session, what, nowMs);
  await forgetPostChecks(what, nowMs);
  await forgetTalk(what, await forgettingOf(needs), nowMs);
  await forgetPageProofs(what, community, nowMs);
  await pages.claims.forget();
  await needs.weights.forget();
  // What was corrected for a name, or for part of a site, may hold in tabs that stay.
  await pages.reports.refreshCorrections();
}

function behindIn({ placeKeys, states }: PageServices): LookBehindDependencies {
  return {
    collect: collectBehind,
    parse: (raw) => RawBehindSchema.safeParse(raw).data,
    stateOf: (tabId) => states.get(tabId),
    placeKeys,
  };
}

function ownReviewsIn({ states }: PageServices): OwnReviewsDependencies {
  return {
    collect: collectOwnReviews,
    parse: (raw) => RawOwnReviewsSchema.safeParse(raw).data,
    stateOf: (tabId) => states.get(tabId),
    readDay: readDayAt(Date.now()),
  };
}

function correctionCommands({
  corrections,
}: PageServices): Pick<UiHandlers, "correctBrand" | "searchBrands" | "uncorrectBrand"> {
  return {
    searchBrands: (text) => corrections.search(text),
    correctBrand: (said) => corrections.correct(said),
    uncorrectBrand: (what) => corrections.uncorrect(what),
  };
}

/** What extension pages may ask for. */
export function uiHandlers(needs: CommandDependencies): UiHandlers {
  const { community, gate, jobs, network, pages, posting } = needs;
  return {
    readTab: async (tabId) => {
      const known = await pages.states.get(tabId);
      return known ? ok(known) : readTab(tabId, pages.reports, injectReader, hasSiteAccess);
    },
    readBehind: (tabId) => lookBehind(tabId, behindIn(pages)),
    readOwnReviews: (tabId) => lookAtOwnReviews(tabId, ownReviewsIn(pages)),
    syncNow: async () => {
      inBackground(
        "sync now",
        gate.pass(
          () => syncNow(needs),
          () => undefined,
        ),
      );
      return ok(undefined);
    },
    postDraft: posting.post,
    deleteReview: posting.withdraw,
    voteReview: posting.vote,
    settleReview: posting.settle,
    flagReview: posting.flag,
    useSlip: posting.useSlip,
    undoPost: posting.undo,
    sendNow: posting.sendNow,
    loadImage: (url) => loadImage(url, network.netFor),
    setRunMode: async (mode) => {
      await runMode.setValue(mode);
      await needs.keepRunMode(true);
      await jobs.arm("sync");
      return ok(undefined);
    },
    forget: async (what) => {
      await forgetTraces(what, needs);
      return ok(undefined);
    },
    ...talkCommands(needs.talk, gate),
    ...blockListCommands(needs.blockLists, jobs),
    ...researchCommands(needs.recordings),
    ...collectCommands(needs.collecting),
    recheckItem: createRecheck({ research: needs.research, netFor: network.netFor, now: Date.now }),
    readBucket: bucketReader(community, network, needs.onStored),
    wantWeights: needs.weights.want,
    ...correctionCommands(pages),
    sitesChanged: async () => {
      await pages.reports.refreshQuiet();
      await pages.reports.refreshCorrections();
      return ok(undefined);
    },
    deleteEverything: async () => {
      await gate.alone(() => wipe(needs), patienceMs);
      // As on the first day: an empty database made ready, and the choice open.
      await jobs.arm("rebuild");
      inBackground("welcome", openWelcome({ active: false }));
      return ok(undefined);
    },
  };
}

const commandNames: Readonly<Record<keyof UiMessages, true>> = {
  addBlockList: true,
  collectPost: true,
  correctBrand: true,
  deleteEverything: true,
  deleteReview: true,
  flagReview: true,
  forget: true,
  keepCollected: true,
  listSources: true,
  loadImage: true,
  pauseRecording: true,
  planSearch: true,
  postDraft: true,
  readBehind: true,
  readBlockList: true,
  readBucket: true,
  readOwnReviews: true,
  readTab: true,
  readThread: true,
  recheckItem: true,
  removeBlockList: true,
  redetect: true,
  resumeRecording: true,
  search: true,
  searchBrands: true,
  searchMore: true,
  sendNow: true,
  sitesChanged: true,
  setRunMode: true,
  settleReview: true,
  startRecording: true,
  stopRecording: true,
  stopSearch: true,
  syncNow: true,
  uncorrectBrand: true,
  undoCollected: true,
  undoPost: true,
  useSlip: true,
  voteReview: true,
  wantWeights: true,
};

/** The `ui` map. Call it synchronously at start-up. While everything is being deleted, nothing else is done. */
export function listenToUi(handlers: UiHandlers, own: OwnIdentity, gate: Gate): void {
  const listen = <K extends keyof UiMessages>(name: K): void => {
    const answer = ({ data, sender }: { data: unknown; sender: MessageSender }): unknown => {
      const run = (): Promise<unknown> =>
        runUiCommand(handlers, name, data as Parameters<UiMessages[K]>[0], sender, own);
      // A deletion inside would wait for itself.
      return name === "deleteEverything" ? run() : gate.pass(run, () => refused("deleting"));
    };
    uiMessaging.onMessage(name, answer as Parameters<typeof uiMessaging.onMessage<K>>[1]);
  };
  for (const name in commandNames) listen(name as keyof UiMessages);
}
