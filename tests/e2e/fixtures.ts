import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test as base, type BrowserContext, type Page } from "@playwright/test";
import { launchChromium } from "../support/chromium.ts";
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
export type { Page };
