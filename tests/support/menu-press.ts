import { expect, type Page } from "@playwright/test";
import type { browser } from "wxt/browser";
import type { Journey } from "./journey.ts";

/** Stands in functions that run in the extension's worker. */
declare const chrome: typeof browser;

/** Selects the text of a page's first paragraph, as a person with a mouse. */
export async function select(page: Page): Promise<string> {
  await page.locator("p").first().selectText();
  return page.evaluate(() => String(getSelection()));
}

/** What the browser tells of a press on its menu, beside the page. */
interface Pressed {
  readonly menuItemId: string;
  readonly selectionText?: string;
  readonly linkUrl?: string;
}

/** A press on "Talk back" in the browser's own menu. */
export async function pressMenu(journey: Journey, page: Page, selectionText?: string): Promise<void> {
  const menuItemId = selectionText === undefined ? "talk-back" : "talk-back-selection";
  await pressEntry(journey, page, { menuItemId, ...(selectionText && { selectionText }) });
}

/**
 * A press on an entry of the browser's own menu, which no test can reach: the event is raised in the worker as the
 * browser raises it.
 */
export async function pressEntry(journey: Journey, page: Page, pressed: Pressed): Promise<void> {
  await pressEntryIn(journey, await journey.extension.tabId(page), { pageUrl: page.url(), ...pressed });
}

/** The same in a tab that tests see nothing of, as one in a private window. */
export async function pressEntryIn(
  { extension }: Journey,
  tabId: number,
  pressed: Pressed & { readonly pageUrl: string },
): Promise<void> {
  const info = { editable: false, frameId: 0, ...pressed };
  await extension.worker!.evaluate(
    async ([info, tabId]) => {
      const tab = await chrome.tabs.get(tabId);
      const { onClicked } = chrome.contextMenus as unknown as {
        onClicked: { dispatch(...args: unknown[]): void };
      };
      onClicked.dispatch(info, tab);
    },
    [info, tabId] as const,
  );
  await noGesture(extension);
}

/** A press on the keys of one of our commands, raised likewise. */
export async function pressKeys({ extension }: Journey, page: Page, command: string): Promise<void> {
  const tabId = await extension.tabId(page);
  await extension.worker!.evaluate(
    async ([command, tabId]) => {
      const tab = await chrome.tabs.get(tabId);
      const { onCommand } = chrome.commands as unknown as {
        onCommand: { dispatch(...args: unknown[]): void };
      };
      onCommand.dispatch(command, tab);
    },
    [command, tabId] as const,
  );
  await noGesture(extension);
}

/** The gesture is missing, so Chromium refuses to open the panel, and says so. */
async function noGesture({ complaints }: Journey["extension"]): Promise<void> {
  await expect.poll(() => complaints.length).toBe(1);
  expect(complaints.splice(0)).toEqual([expect.stringContaining("user gesture")]);
}
