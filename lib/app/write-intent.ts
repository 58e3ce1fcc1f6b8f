import { addressOf } from "../model/address.ts";
import { intentKey, longestSelection, type WriteIntent } from "../model/write-intent.ts";
import type { SessionArea } from "./tab-states.ts";

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
