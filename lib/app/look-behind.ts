import { placeScope } from "../brands/corrections.ts";
import { reviewedPlaces } from "../brands/same-place.ts";
import { readBehind } from "../detect/behind/read-behind.ts";
import { addressOf } from "../model/address.ts";
import { pageKeys } from "./page-keys.ts";
import type { LookedBehind, PlaceOnPage, PlaceQuestion, RawBehind } from "../model/behind.ts";
import type { Point } from "../model/point.ts";
import { refused } from "../model/refusal.ts";
import { ok, problem, type Result } from "../model/result.ts";
import type { SubjectKey } from "../model/subject.ts";
import type { TabState } from "../model/tab-state.ts";

export interface LookBehindDependencies {
  /** Reads the texts of a tab's page; `undefined` where no code of ours may run. Untrusted. */
  readonly collect: (tabId: number) => Promise<unknown>;
  readonly parse: (raw: unknown) => RawBehind | undefined;
  readonly stateOf: (tabId: number) => Promise<TabState | undefined>;
  /** Keys of reviewed places at about the latitude of a point; all of them without one. */
  readonly placeKeys: (point?: Point) => Promise<readonly SubjectKey[]>;
}

/**
 * Who stands behind the page of a tab, by its own words. It is read when a person looks, and kept nowhere.
 *
 * Problems: `refused` (`no-page`) where the tab shows no page that was read, or another one by now; `permission`
 * where the browser withholds the page; `bad-shape` where what came from it is not ours.
 */
export async function lookBehind(
  tabId: number,
  { collect, parse, placeKeys, stateOf }: LookBehindDependencies,
): Promise<Result<LookedBehind>> {
  const state = await stateOf(tabId);
  if (!state) return refused("no-page");
  const raw = await collect(tabId);
  if (raw === undefined || raw === null) return problem("permission", { reason: "site-access" });
  const parsed = parse(raw);
  if (!parsed) return problem("bad-shape");
  if (addressOf(parsed.page.url) !== addressOf(state.url)) return refused("no-page");
  const { me = [], ...behind } = readBehind(parsed);
  const [question, keys] = await Promise.all([
    behind.place && questionAbout(behind.place, state, placeKeys),
    pageKeys(me, state.url),
  ]);
  return ok({ ...behind, ...(question && { question }), ...(keys.length > 0 && { keys }) });
}

/** "Is this the place?"; `undefined` where no reviewed place is like it, or there is nothing to add its reviews to. */
async function questionAbout(
  { name, point }: PlaceOnPage,
  { resolution, siteKey, url }: TabState,
  placeKeys: LookBehindDependencies["placeKeys"],
): Promise<PlaceQuestion | undefined> {
  const owner = resolution.shop ?? resolution.brand;
  if (!owner || siteKey === undefined) return undefined;
  const names = name === undefined ? [owner.name] : [name, owner.name];
  const places = reviewedPlaces(point, names, await placeKeys(point));
  return places.length > 0 ? { places, scope: placeScope(url, siteKey) } : undefined;
}
