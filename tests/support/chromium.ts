import { chromium, type BrowserContext } from "@playwright/test";
import { findChromium, sandboxArguments } from "../../scripts/browsers.mjs";
import { extensionFolder } from "./build-extension.ts";

/** A Chromium with one unpacked extension; every name resolves to `port` on this machine. */
export async function launchChromium(
  port: number,
  options: { readonly profile: string; readonly folder?: string },
): Promise<BrowserContext> {
  const folder = options.folder ?? extensionFolder("chrome");
  const executablePath = findChromium();
  return chromium.launchPersistentContext(options.profile, {
    ...(executablePath && { executablePath }),
    headless: true,
    chromiumSandbox: false,
    ignoreHTTPSErrors: true,
    viewport: { width: 1200, height: 800 },
    args: [
      ...sandboxArguments,
      `--disable-extensions-except=${folder}`,
      `--load-extension=${folder}`,
      // Nothing leaves this machine, and what tries to is seen.
      `--host-resolver-rules=MAP * 127.0.0.1:${port}, EXCLUDE 127.0.0.1`,
      "--ignore-certificate-errors",
      // Lets tests press the real toolbar button (CDP `Extensions.triggerAction`).
      "--enable-unsafe-extension-debugging",
    ],
  });
}
