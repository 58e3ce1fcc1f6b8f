import { siteKeyOf } from "../../brands/subjects.ts";
import { addressOf } from "../../model/address.ts";
import { collectKey, type CollectNotice } from "../../model/research/collect.ts";
import type { ForgetWhat } from "../forget.ts";
import type { SessionArea } from "../tab-states.ts";
import { judgedPages } from "./judged-pages.ts";

const hourMs = 3_600_000;

async function noticeIn(area: SessionArea): Promise<CollectNotice | undefined> {
  return (await area.get(collectKey))[collectKey] as CollectNotice | undefined;
}

/** A tab has another address, or none that we may see, or was closed: what was said of the page before it goes. */
export async function leaveCollected(
  area: SessionArea,
  tabId: number,
  url: string | undefined,
): Promise<void> {
  const notice = await noticeIn(area);
  if (notice?.tabId !== tabId) return;
  if (url === undefined || addressOf(notice.url ?? url) !== addressOf(url)) await area.remove(collectKey);
}

/** What was read in a page, and which sites were judged, are traces of visits. What is in a collection is none. */
export async function forgetCollected(area: SessionArea, what: ForgetWhat, nowMs: number): Promise<void> {
  await judgedPages(area).forget();
  const notice = await noticeIn(area);
  if (!notice) return;
  const { at, url } = notice;
  const isMeant = "site" in what ? url === undefined || siteKeyOf(url) === what.site : at >= nowMs - hourMs;
  if (isMeant) await area.remove(collectKey);
}
