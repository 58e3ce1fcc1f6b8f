import { expect, test as base, type BrowserContext, type Page } from "@playwright/test";
import type { Extension } from "../support/extension.ts";
import { Journey } from "../support/journey.ts";
import type { SiteServer } from "../support/site-server.ts";

interface Fixtures {
  /** The extension after the first-run choice "on all sites", with no server to talk to. */
  readonly backtalk: Extension;
  readonly context: BrowserContext;
  /** The extension before the first-run choice, with nothing kept from an earlier test. */
  readonly extension: Extension;
  /** Every hostname leads here. */
  readonly sites: SiteServer;
}

interface WorkerFixtures {
  /** One browser for the tests that run one after the other: starting one takes longer than most of them. */
  readonly journey: Journey;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  journey: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of what a fixture needs.
    async ({}, use) => {
      const journey = await Journey.begin();
      await use(journey);
      await journey.end();
    },
    { scope: "worker" },
  ],
  sites: async ({ journey }, use) => use(journey.sites),
  context: async ({ journey }, use) => use(journey.context),
  extension: async ({ journey }, use) => {
    await journey.freshStart();
    await useInPeace(journey.extension, use);
  },
  backtalk: async ({ extension }, use) => {
    await extension.setUp();
    await use(extension);
  },
});

/** For tests that change the browser itself, not just what the extension keeps: each has one of its own. */
export const testAlone = test.extend<{ readonly ownJourney: Journey }>({
  // eslint-disable-next-line no-empty-pattern -- as above
  ownJourney: async ({}, use) => {
    const journey = await Journey.begin();
    await use(journey);
    await journey.end();
  },
  sites: async ({ ownJourney }, use) => use(ownJourney.sites),
  context: async ({ ownJourney }, use) => use(ownJourney.context),
  extension: async ({ ownJourney }, use) => {
    await useInPeace(ownJourney.extension, use);
  },
});

async function useInPeace(extension: Extension, use: (extension: Extension) => Promise<void>): Promise<void> {
  await use(extension);
  // What must not happen is said on the worker's console, and nowhere else.
  expect(extension.complaints).toEqual([]);
}

export { expect };
export type { Page };
