import { storage } from "wxt/utils/storage";
import type { PostChecks } from "./model/post-check.ts";
import type { CollectionId } from "./model/research/collection.ts";
import type { Recording, RecordingEnd, RecordingPlan } from "./model/research/session.ts";

/** When Backtalk looks at pages. `unset` until the first-run choice: nothing runs before it. */
export type RunMode = "unset" | "all-sites" | "on-click";

const builtIn = (import.meta.env ?? {}) as {
  /** Address of the server a test or demonstration build talks to. */
  readonly BACKTALK_SERVER?: string;
  readonly BACKTALK_FEED?: string;
  /** Where a demonstration build searches: JSON of `searchOrigins` and `searchChoices`. */
  readonly BACKTALK_SEARCH?: string;
};
const builtInSearch = JSON.parse(builtIn.BACKTALK_SEARCH || "{}") as {
  readonly origins?: Readonly<Record<string, readonly string[]>>;
  readonly choices?: Readonly<Record<string, boolean>>;
};

/** Where reviews are read from and posted to unless the person says otherwise. */
export const defaultServers: readonly string[] = [builtIn.BACKTALK_SERVER || "https://api.mangrove.reviews"];
export const defaultFeeds: readonly string[] = builtIn.BACKTALK_FEED ? [builtIn.BACKTALK_FEED] : [];

export const runMode = storage.defineItem<RunMode>("local:runMode", { fallback: "unset" });

/** Base addresses of review servers, first choice first. Being listed here is the consent to ask them. */
export const servers = storage.defineItem<readonly string[]>("local:servers", { fallback: defaultServers });

/** Base addresses of feeds. Being listed here is the consent to fetch them. */
export const feeds = storage.defineItem<readonly string[]>("local:feeds", { fallback: defaultFeeds });

/** Feeds whose removals hold only where there is no arguing about the reason. */
export const removalsOff = storage.defineItem<readonly string[]>("local:removalsOff", { fallback: [] });

/** Off: no badge on any page. The toolbar icon goes on telling. */
export const badgeEverywhere = storage.defineItem<boolean>("local:badgeEverywhere", { fallback: true });

/** On: pages in private windows are read like others. Nothing of them is ever stored. */
export const badgeInPrivate = storage.defineItem<boolean>("local:badgeInPrivate", { fallback: false });

/**
 * Platforms whose chips the person switched, by site id. Where nothing is chosen, posts have chips and results of
 * search engines have none (lib/app/chip-sites.ts).
 */
export const chipSites = storage.defineItem<Readonly<Record<string, boolean>>>("local:chipSites", {
  fallback: {},
});

/** Places that speak an API, by source id, where the person chose others than ours: `https://fosstodon.org`. */
export const searchOrigins = storage.defineItem<Readonly<Record<string, readonly string[]>>>(
  "local:searchOrigins",
  { fallback: builtInSearch.origins ?? {} },
);

/** Places that the person ticked or unticked in a search, by `SearchPlace.id`. */
export const searchChoices = storage.defineItem<Readonly<Record<string, boolean>>>("local:searchChoices", {
  fallback: builtInSearch.choices ?? {},
});

/** Hosts that a press on Search consented to. Taking one out withdraws that. */
export const searchHosts = storage.defineItem<readonly string[]>("local:searchHosts", { fallback: [] });

/** On: news of followed brands also come as notifications. Asked for by a press, with the browser's permission. */
export const followNotices = storage.defineItem<boolean>("local:followNotices", { fallback: false });

/** Ids of signals (`lib/trust`) that the person does not want to weigh reviews in the sidebar. Badges never heed it. */
export const signalsOff = storage.defineItem<readonly string[]>("local:signalsOff", { fallback: [] });

/** On: reviews by people whom those one follows follow stand behind theirs and before others'. */
export const friendsOfFriends = storage.defineItem<boolean>("local:friendsOfFriends", { fallback: false });

/** The person's own server on networks of many, where they passed on a review: `https://fosstodon.org`. */
export const shareServers = storage.defineItem<Readonly<Record<string, string>>>("local:shareServers", {
  fallback: {},
});

/** On: an answer to what the person wrote also comes as a notification. Asked for likewise. */
export const answerNotices = storage.defineItem<boolean>("local:answerNotices", { fallback: false });

/** Put under new reviews unless the composer says otherwise. */
export const nickname = storage.defineItem<string>("local:nickname", { fallback: "" });

/** When traces were last cleared away, in epoch ms. Kept by the background. */
export const expiredAt = storage.defineItem<number>("local:expiredAt", { fallback: 0 });

/** On which platforms posts are still found, for the person's eyes. Kept by the background; no page, no time of visit. */
export const postChecks = storage.defineItem<PostChecks>("local:postChecks", { fallback: {} });

/** The recording under way, if there is one. Kept by the background; no setting, so it is not exported. */
export const recording = storage.defineItem<Recording | undefined>("local:recording", {
  fallback: undefined,
});

/** Off: in the research table single letters do nothing; arrow keys and Enter always work (WCAG 2.1.4). */
export const tableLetters = storage.defineItem<boolean>("local:tableLetters", { fallback: true });

/** Off: charts do not stand above the research table, which has their room. */
export const chartsShown = storage.defineItem<boolean>("local:chartsShown", { fallback: true });

/** Columns of the research table (`ColumnId`), where the person chose others than ours. */
export const tableColumns = storage.defineItem<readonly string[] | undefined>("local:tableColumns", {
  fallback: undefined,
});

/** What was chosen for the last recording: where the next one starts from. Ids of this device's, so it is not exported. */
export const recordingChoices = storage.defineItem<Omit<RecordingPlan, "collection"> | undefined>(
  "local:recordingChoices",
  { fallback: undefined },
);

/** Where the last thing was collected by hand: the next one goes there as well. */
export const collectInto = storage.defineItem<CollectionId>("local:collectInto", { fallback: "" });

/** How the last recording ended: there even where the database was too full to take it down. Likewise. */
export const recordingEnd = storage.defineItem<RecordingEnd | undefined>("local:recordingEnd", {
  fallback: undefined,
});

/** Ids of collections in which brands are being looked for anew. Likewise. */
export const redetecting = storage.defineItem<readonly string[]>("local:redetecting", { fallback: [] });

/** Every setting of the person, for export, import and deletion. A test finds what is missing here. */
export const settings = {
  answerNotices,
  badgeEverywhere,
  badgeInPrivate,
  chartsShown,
  chipSites,
  feeds,
  followNotices,
  friendsOfFriends,
  nickname,
  removalsOff,
  runMode,
  searchChoices,
  searchHosts,
  searchOrigins,
  servers,
  signalsOff,
  shareServers,
  tableColumns,
  tableLetters,
} as const;
