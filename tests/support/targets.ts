import type { BrowserContext } from "@playwright/test";

/** Closes every side panel; unlike a page it outlives the tab it was opened from. */
export async function closePanels(context: BrowserContext): Promise<void> {
  const cdp = await context.browser()!.newBrowserCDPSession();
  const { targetInfos } = await cdp.send("Target.getTargets");
  for (const { targetId, url } of targetInfos)
    if (/^chrome-extension:.*\/sidepanel\.html/.test(url)) await cdp.send("Target.closeTarget", { targetId });
  await cdp.detach();
}

/** Addresses of everything the browser shows, its side panel among them. */
export async function openAddresses(context: BrowserContext): Promise<readonly string[]> {
  const cdp = await context.browser()!.newBrowserCDPSession();
  const { targetInfos } = await cdp.send("Target.getTargets");
  await cdp.detach();
  return targetInfos.map(({ url }) => url);
}
