import { siteKeyOf } from "../brands/subjects.ts";
import { forgetSince, forgetSite } from "../db/forget.ts";
import type { PersonalDatabase } from "../db/personal.ts";
import type { TabState } from "../model/tab-state.ts";
import type { TabStates } from "./tab-states.ts";

export type ForgetWhat = { readonly lastHour: true } | { readonly site: string };

const hourMs = 3_600_000;

/** Clears every trace of the last hour, or of one site: on disk and in the memory of open tabs. */
export async function forget(
  what: ForgetWhat,
  personal: PersonalDatabase,
  states: TabStates,
  clearTab: (tabId: number) => Promise<void>,
  nowMs: number,
): Promise<void> {
  const since = nowMs - hourMs;
  const isMeant = (state: TabState): boolean =>
    "site" in what ? siteKeyOf(state.url) === what.site : state.readAt >= since;
  if ("site" in what) await forgetSite(personal, what.site);
  else await forgetSince(personal, since);
  const meant = (await states.all()).filter(isMeant).map(({ tabId }) => tabId);
  await states.remove(meant);
  for (const tabId of meant) await clearTab(tabId);
}
