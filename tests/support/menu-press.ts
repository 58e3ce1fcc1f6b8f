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

/**
 * A press on our entry of the browser's own menu, which no test can reach: the event is raised in the worker as the
 * browser raises it. The gesture is missing, so Chromium refuses to open the panel, and says so.
 */
export async function pressMenu({ extension }: Journey, page: Page, selectionText?: string): Promise<void> {
  const tabId = await extension.tabId(page);
  const menuItemId = selectionText === undefined ? "talk-back" : "talk-back-selection";
  const info = { menuItemId, pageUrl: page.url(), editable: false, ...(selectionText && { selectionText }) };
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
  await expect.poll(() => extension.complaints.length).toBe(1);
  expect(extension.complaints.splice(0)).toEqual([expect.stringContaining("user gesture")]);
}
