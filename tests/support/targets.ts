import type { BrowserContext } from "@playwright/test";

/** Addresses of everything the browser shows, its side panel among them. */
export async function openAddresses(context: BrowserContext): Promise<readonly string[]> {
  const cdp = await context.browser()!.newBrowserCDPSession();
  const { targetInfos } = await cdp.send("Target.getTargets");
  await cdp.detach();
  return targetInfos.map(({ url }) => url);
}
