import type { BrowserContext } from "@playwright/test";
import { launchWithExtension, type BrowserOptions } from "../../scripts/browser/extension-browser.ts";
import { extensionFolder } from "./build-extension.ts";

/** A Chromium without a window; every name resolves to `port` on this machine. */
export function underTest(port: number, folder = extensionFolder("chrome")): BrowserOptions {
  return {
    extension: folder,
    headless: true,
    viewport: { width: 1200, height: 800 },
    // Nothing leaves this machine, and what tries to is seen.
    hostRules: `MAP * 127.0.0.1:${port}, EXCLUDE 127.0.0.1`,
    // Lets tests press the real toolbar button (CDP `Extensions.triggerAction`).
    args: ["--enable-unsafe-extension-debugging"],
  };
}

/** Starts one on a profile of the caller's. */
export async function launchChromium(
  port: number,
  { profile, folder }: { readonly profile: string; readonly folder?: string },
): Promise<BrowserContext> {
  return launchWithExtension(profile, underTest(port, folder));
}
