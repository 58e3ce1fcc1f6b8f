import { browser } from "wxt/browser";
import { fetchThrough, type Gate } from "../../lib/app/gate.ts";
import { ledgerWriter } from "../../lib/app/ledger-writer.ts";
import { siteKeyOf, subjectKeyOf } from "../../lib/brands/subjects.ts";
import type { CommunityDatabase } from "../../lib/db/community.ts";
import type { Place } from "../../lib/db/community-rows.ts";
import type { PersonalDatabase } from "../../lib/db/personal.ts";
import { requestsTo } from "../../lib/db/ledger.ts";
import { storeReviews } from "../../lib/db/store-reviews.ts";
import {
  consentHostOf,
  createNet,
  hostAccess,
  originRuleInstaller,
  type Limit,
  type Net,
} from "../../lib/net/index.ts";
import { createOutbox, personalStorage, type Outbox } from "../../lib/outbox/index.ts";
import type { SubjectKey } from "../../lib/model/subject.ts";
import { feeds, removalsOff, runMode, searchHosts, searchOrigins, servers } from "../../lib/settings.ts";
import { communityStorage } from "../../lib/sync/community-storage.ts";
import { createSync, type Sync } from "../../lib/sync/index.ts";

export interface Network {
  /** To servers and feeds of the person's lists, and to places that a press on Search consented to. */
  readonly net: Net;
  readonly sync: Sync;
  readonly outbox: Outbox;
  /** A way out to one host that a press consented to, and to no other. */
  readonly netFor: (host: string, limits?: readonly Limit[]) => Net;
  /** Installs the rule that drops `Origin`; also done before each request. */
  readonly prepare: () => Promise<void>;
}

/** Where a subject belongs. One without a reading form stands for itself. */
export function placeOf(subject: string): Place {
  const siteKey = siteKeyOf(subject);
  return { subjectKey: subjectKeyOf(subject) ?? subject, ...(siteKey && { siteKey }) };
}

/** A server or feed is asked because it stands in the person's list, and before the first-run choice not at all. */
async function listed(): Promise<ReadonlySet<string>> {
  const all = [...(await servers.getValue()), ...(await feeds.getValue())];
  return new Set(all.flatMap((url) => consentHostOf(url) ?? []));
}

/** Any other place only after a press on Search that named it. */
async function consents(): Promise<ReadonlySet<string>> {
  return new Set([...(await listed()), ...(await searchHosts.getValue())]);
}

/** Servers and feeds are asked in their own rhythm; what is searched, as often as its operators allow. */
async function limitsOf(host: string): Promise<readonly Limit[]> {
  if ((await listed()).has(host)) return [];
  const { hostLimits, sources } = await import("./lazy-sources.ts");
  return hostLimits(sources, host, await searchOrigins.getValue());
}

async function afterChoice(list: Promise<readonly string[]>): Promise<readonly string[]> {
  return (await runMode.getValue()) === "unset" ? [] : list;
}

/**
 * Everything that reaches the network, wired to the real browser.
 *
 * @param onStored - Reviews have changed.
 * @param onMoved - Which subjects they are about.
 */
export function createNetwork(
  personal: PersonalDatabase,
  community: CommunityDatabase,
  extensionHost: string,
  gate: Gate,
  onStored: () => Promise<void>,
  onMoved: (keys: readonly SubjectKey[]) => Promise<void>,
): Network {
  const prepare = originRuleInstaller(browser.declarativeNetRequest as never, extensionHost);
  const shared = {
    fetch: fetchThrough(gate, (...request) => fetch(...request)),
    ledger: ledgerWriter(personal),
    now: Date.now,
    random: Math.random,
    online: () => navigator.onLine,
    hasHostAccess: hostAccess(browser.permissions, browser.runtime.getURL("")),
    prepare,
  };
  const net = createNet({
    ...shared,
    consents,
    limits: limitsOf,
    sentSince: (host, sinceMs) => requestsTo(personal, host, sinceMs),
  });
  const clock = { now: Date.now, random: Math.random };
  const sync = createSync({
    ...clock,
    storage: communityStorage(community, onMoved),
    net,
    place: placeOf,
    servers: () => afterChoice(servers.getValue()),
    feeds: () => afterChoice(feeds.getValue()),
    heedsAll: async (feed) => !(await removalsOff.getValue()).includes(feed),
  });
  const outbox = createOutbox({
    ...clock,
    storage: personalStorage(personal),
    net,
    servers: () => servers.getValue(),
    publish: async (review, server) => {
      const row = { ...review, ...placeOf(review.subject), addedFrom: server };
      const { moved } = await storeReviews(community, [row], { asOf: Math.floor(Date.now() / 1000) });
      await onMoved(moved);
      await onStored();
    },
  });
  return {
    net,
    sync,
    outbox,
    prepare,
    netFor: (host, limits = []) =>
      createNet({ ...shared, consents: () => Promise.resolve(new Set([host])), limits: () => limits }),
  };
}
