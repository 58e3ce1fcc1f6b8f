import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  expect,
  test as base,
  chromium,
  type BrowserContext,
  type Page,
  type Worker,
} from "@playwright/test";
import { findChromium, sandboxArguments } from "../../scripts/browsers.mjs";
import { extensionFolder } from "../support/build-extension.ts";
import { Extension } from "../support/extension.ts";
import { SiteServer } from "../support/site-server.ts";

interface Fixtures {
  /** Every hostname leads here. */
  readonly sites: SiteServer;
  /** A fresh profile with the built extension. */
  readonly context: BrowserContext;
  readonly extension: Extension;
  /** The extension after the first-run choice "on all sites", with no server to talk to. */
  readonly backtalk: Extension;
}

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

export const test = base.extend<Fixtures>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of what a fixture needs.
  sites: async ({}, use) => {
    const sites = await SiteServer.start();
    await use(sites);
    await sites.stop();
  },
  context: async ({ sites }, use) => {
    const profile = mkdtempSync(join(tmpdir(), "backtalk-e2e-"));
    const context = await launchChromium(sites.port, { profile });
    await use(context);
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  },
  extension: async ({ context }, use) => {
    const extension = await Extension.of(context);
    await use(extension);
    // What must not happen is said on the worker's console, and nowhere else.
    expect(extension.complaints).toEqual([]);
  },
  backtalk: async ({ extension }, use) => {
    await extension.setUp();
    await use(extension);
  },
});

export { expect };
export type { BrowserContext, Page, Worker };
