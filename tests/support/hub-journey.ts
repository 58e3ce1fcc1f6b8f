import { expect, test } from "@playwright/test";
import { HubHost } from "./hub-host.ts";
import { Journey } from "./journey.ts";

/**
 * One browser and one hub for all tests of a file. Each test begins with everything deleted and the hub as the only
 * server, and ends without a complaint from the extension.
 *
 * @param begun - Told of both before the first test.
 */
export function journeyWithHub(begun: (journey: Journey, hub: HubHost) => void): void {
  let journey: Journey | undefined;
  let hub: HubHost | undefined;

  test.beforeAll(async () => {
    journey = await Journey.begin();
    hub = await HubHost.start(journey.sites, "reviews.example");
    begun(journey, hub);
  });

  test.beforeEach(async () => {
    if (!journey || !hub) return;
    hub.interfere = () => undefined;
    await journey.freshStart();
    await journey.extension.setUp([hub.url]);
  });

  test.afterEach(() => {
    expect(journey?.extension.complaints).toEqual([]);
  });

  test.afterAll(async () => {
    await journey?.end();
    await hub?.hub.close();
  });
}
