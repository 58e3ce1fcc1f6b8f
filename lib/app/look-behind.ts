import { readBehind } from "../detect/behind/read-behind.ts";
import { addressOf } from "../model/address.ts";
import type { Behind, RawBehind } from "../model/behind.ts";
import { refused } from "../model/refusal.ts";
import { ok, problem, type Result } from "../model/result.ts";
import type { TabState } from "../model/tab-state.ts";

export interface LookBehindDependencies {
  /** Reads the texts of a tab's page; `undefined` where no code of ours may run. Untrusted. */
  readonly collect: (tabId: number) => Promise<unknown>;
  readonly parse: (raw: unknown) => RawBehind | undefined;
  readonly stateOf: (tabId: number) => Promise<TabState | undefined>;
}

/**
 * Who stands behind the page of a tab, by its own words. It is read when a person looks, and kept nowhere.
 *
 * Problems: `refused` (`no-page`) where the tab shows no page that was read, or another one by now; `permission`
 * where the browser withholds the page; `bad-shape` where what came from it is not ours.
 */
export async function lookBehind(
  tabId: number,
  { collect, parse, stateOf }: LookBehindDependencies,
): Promise<Result<Behind>> {
  const state = await stateOf(tabId);
  if (!state) return refused("no-page");
  const raw = await collect(tabId);
  if (raw === undefined || raw === null) return problem("permission", { reason: "site-access" });
  const parsed = parse(raw);
  if (!parsed) return problem("bad-shape");
  if (addressOf(parsed.page.url) !== addressOf(state.url)) return refused("no-page");
  return ok(readBehind(parsed));
}
