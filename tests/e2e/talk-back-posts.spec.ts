import { expect, test } from "@playwright/test";
import { fill, isAccepted, pressPost, sendNow, textField } from "../support/composer.ts";
import type { HubHost } from "../support/hub-host.ts";
import { journeyWithHub } from "../support/hub-journey.ts";
import type { Journey } from "../support/journey.ts";
import { pressMenu, select } from "../support/menu-press.ts";
import { html } from "../support/pages.ts";

let journey: Journey;
let hub: HubHost;

journeyWithHub((...both) => {
  [journey, hub] = both;
});

const words = "My IKEA wardrobe fell apart after two weeks.";

test("words selected in a stranger's post are written about the brand that they name", async () => {
  const { sites } = journey;
  sites.serve("x.com", html({ title: "jane (@jane_nobody) / X", body: `<h1>jane</h1><p>${words}</p>` }));
  const page = await journey.visit("https://x.com/jane_nobody");
  await pressMenu(journey, page, await select(page));
  const sidebar = await journey.sidebarFor(page);
  await expect(sidebar.getByRole("heading", { level: 1 })).toContainText("IKEA");
  await expect(textField(sidebar)).toHaveValue(`“${words}”\n\n`);
  await fill(sidebar, { stars: 1 });
  await pressPost(sidebar);
  await sendNow(sidebar);
  await isAccepted(sidebar);
  const posted = await hub.tokensSince(0);
  expect(posted.map(({ payload }) => payload.sub)).toEqual([expect.stringMatching(/ikea\./)]);
  // The words were looked through on the device.
  expect(sites.seenBeside("x.com", hub.host)).toEqual([]);
});
