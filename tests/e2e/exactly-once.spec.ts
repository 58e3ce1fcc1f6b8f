import { expect, test } from "@playwright/test";
import {
  composerLine,
  fill,
  isAccepted,
  openComposer,
  outboxRow,
  pressPost,
  sendNow,
  textField,
} from "../support/composer.ts";
import { HubHost } from "../support/hub-host.ts";
import { Journey } from "../support/journey.ts";
import type { SeenRequest } from "../support/site-server.ts";

const text = "Three winters, and the zip still runs. Written on a train without a network.";
const isSubmission = ({ method }: SeenRequest): boolean => method === "PUT";

test("written offline, worker killed, browser restarted, hub down and up again: it arrives exactly once", async () => {
  let journey = await Journey.begin();
  const hub = await HubHost.start(journey.sites, "reviews.example");
  await journey.extension.setUp([hub.url]);
  const site = journey.serveBrand("train.example", "Train");
  const about = async (): Promise<ReturnType<typeof journey.sidebarAbout>> => journey.sidebarAbout(site);

  await test.step("begun; then the worker dies and the browser is closed", async () => {
    const sidebar = await about();
    await openComposer(sidebar);
    await fill(sidebar, { stars: 4, text });
    await expect(sidebar.getByText("Draft saved")).toBeVisible();
    await journey.killWorker();
    journey = await journey.restart();
  });

  await test.step("the draft is there, and is posted without a network", async () => {
    const sidebar = await about();
    await expect(composerLine(sidebar)).toContainText("Draft: Three winters");
    await journey.context.setOffline(true);
    await openComposer(sidebar);
    await expect(textField(sidebar)).toHaveValue(text);
    await pressPost(sidebar);
    await sendNow(sidebar);
    await expect(outboxRow(sidebar)).toContainText(/No network|no answer came/);
    await journey.killWorker();
    journey = await journey.restart();
  });

  await test.step("the network is back, and the hub is down", async () => {
    hub.interfere = () => ({ status: 503, body: "" });
    const sidebar = await about();
    await journey.timePasses("outbox");
    await expect(outboxRow(sidebar)).toContainText("no answer came");
    expect(await hub.tokensAbout("https://train.example")).toEqual([]);
    hub.interfere = () => undefined;
  });

  await test.step("the hub takes it, and its answer never arrives: the worker dies, the browser is closed", async () => {
    const held = hub.holdNext(isSubmission);
    await journey.timePasses("outbox");
    await held.arrived;
    await journey.killWorker();
    journey = await journey.restart();
    held.release();
    expect(await hub.tokensAbout("https://train.example")).toHaveLength(1);
  });

  await test.step("it is asked about, known to be there, and not sent again", async () => {
    const before = hub.submissions.length;
    const sidebar = await about();
    await journey.timePasses("outbox");
    await isAccepted(sidebar);
    expect(hub.submissions.slice(before)).toEqual([]);
    expect(await hub.tokensAbout("https://train.example")).toHaveLength(1);
    await expect(sidebar.getByRole("article", { name: /^Review by/ })).toHaveCount(1);
  });

  expect(journey.extension.complaints).toEqual([]);
  await journey.end();
  await hub.hub.close();
});
