import type { BrowserContext } from "@playwright/test";
import { launchWithExtension } from "../../scripts/browser/extension-browser.ts";
import { extensionFolder } from "./build-extension.ts";

/** A Chromium with one unpacked extension; every name resolves to `port` on this machine. */
export async function launchChromium(
  port: number,
  { profile, folder }: { readonly profile: string; readonly folder?: string },
): Promise<BrowserContext> {
  return launchWithExtension(profile, {
    extension: folder ?? extensionFolder("chrome"),
    headless: true,
    viewport: { width: 1200, height: 800 },
    // Nothing leaves this machine, and what tries to is seen.
    hostRules: `MAP * 127.0.0.1:${port}, EXCLUDE 127.0.0.1`,
    // Lets tests press the real toolbar button (CDP `Extensions.triggerAction`).
    args: ["--enable-unsafe-extension-debugging"],
  });
}
