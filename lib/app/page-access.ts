import { originOf } from "../model/address.ts";
import type { RawPage } from "../model/page.ts";
import { refused } from "../model/refusal.ts";
import { ok, type Result } from "../model/result.ts";
import type { TabState } from "../model/tab-state.ts";
import type { RunMode } from "../settings.ts";
import type { PageSender } from "./senders.ts";
import type { TabStates } from "./tab-states.ts";

export type Access = NonNullable<TabState["access"]>;

interface AccessDependencies {
  readonly states: TabStates;
  readonly switches: () => Promise<{ readonly badgeInPrivate: boolean }>;
  readonly mode: () => Promise<RunMode>;
}

/**
 * How we may read a page, if at all. A reader lives as long as its document: it goes on telling after a press, and
 * may still be there when the person has taken the choice "on all sites" back or deleted everything.
 */
export async function admit(
  { mode, states, switches }: AccessDependencies,
  { url }: RawPage,
  { tabId, isPrivate }: PageSender,
  asked: boolean,
): Promise<Result<Access>> {
  if (asked) return ok("on-click");
  if (isPrivate && !(await switches()).badgeInPrivate) {
    await states.remove([tabId]);
    return refused("private");
  }
  const chosen = await mode();
  if (chosen === "all-sites") return ok("all-sites");
  const before = chosen === "on-click" ? await states.get(tabId) : undefined;
  return originOf(before?.url) === originOf(url) ? ok("on-click") : refused("consent");
}
