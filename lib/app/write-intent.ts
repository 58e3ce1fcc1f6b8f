import { siteKeyOf } from "../brands/subjects.ts";
import { addressOf } from "../model/address.ts";
import { intentKey, longestSelection, type WriteIntent } from "../model/write-intent.ts";
import type { ForgetWhat } from "./forget.ts";
import type { SessionArea } from "./tab-states.ts";

const hourMs = 3_600_000;

/** What the browser tells of a press on the shortcut or the context menu. */
export interface WritePress {
  readonly tabId: number;
  readonly url: string | undefined;
  readonly isPrivate: boolean;
  /** From the event itself: nobody reads the page for it, then or later. */
  readonly selection: string | undefined;
}

/** Leaves word for the sidebar that the person wants to write. */
export async function saveIntent(
  area: SessionArea,
  { tabId, url, isPrivate, selection }: WritePress,
  nowMs: number,
): Promise<void> {
  const selected = selection?.trim() ?? "";
  const intent: WriteIntent = {
    tabId,
    what: "write",
    ...(url !== undefined && { url }),
    ...(selected !== "" &&
      (isPrivate ? { isSelectionDropped: true } : { selection: selected.slice(0, longestSelection) })),
    at: nowMs,
  };
  await area.set({ [intentKey]: intent });
}

/**
 * A tab has another address, or none that we may see, or was closed: nobody will take what was asked for on the page
 * before.
 */
export async function leaveIntent(area: SessionArea, tabId: number, url: string | undefined): Promise<void> {
  const intent = (await area.get(intentKey))[intentKey] as WriteIntent | undefined;
  if (intent?.tabId !== tabId) return;
  if (url === undefined || addressOf(intent.url ?? url) !== addressOf(url)) await area.remove(intentKey);
}

/** What was selected on a page, and which page it was, is a trace of a visit as long as nobody has taken it. */
export async function forgetIntent(area: SessionArea, what: ForgetWhat, nowMs: number): Promise<void> {
  const intent = (await area.get(intentKey))[intentKey] as WriteIntent | undefined;
  if (!intent) return;
  const { at, url } = intent;
  const isMeant = "site" in what ? url === undefined || siteKeyOf(url) === what.site : at >= nowMs - hourMs;
  if (isMeant) await area.remove(intentKey);
}
