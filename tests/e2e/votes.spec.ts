import { expect, test } from "@playwright/test";
import { isAccepted, post, sendNow } from "../support/composer.ts";
import { HubHost } from "../support/hub-host.ts";
import { Journey } from "../support/journey.ts";
import { SiteServer } from "../support/site-server.ts";

const subject = "https://kite.example";
const opinion = "The frame broke on the first day.";
const nickname = "anna";

test("votes travel through the hub and are counted; what its author deletes leaves the other's open list", async () => {
  const sites = await SiteServer.start();
  const [anna, ben] = await Promise.all([Journey.begin({ sites }), Journey.begin({ sites })]);
  const hub = await HubHost.start(sites, "reviews.example");
  await anna.extension.setUp([hub.url]);
  await ben.extension.setUp([hub.url]);
  const home = anna.serveBrand("kite.example", "Kite");
  const annas = await anna.sidebarAbout(home);
  await post(annas, { stars: 1, text: opinion, nickname });
  await sendNow(annas);
  await isAccepted(annas);

  await ben.timePasses("sync");
  const bens = await ben.sidebarAbout(home);
  await bens.getByRole("tab", { name: /^Reviews/ }).click();
  const review = bens.getByRole("article", { name: `Review by ${nickname}` });
  await review.getByRole("button", { name: /^Helpful: review by anna$/ }).click();
  // The first thing that is signed says what signing means.
  const first = bens.getByRole("dialog", { name: `A vote on the review by ${nickname} is signed, too` });
  expect(await ben.rows("personal", "outbox")).toBe(0);
  await first.getByRole("button", { name: "Sign and send" }).click();
  await expect(review.getByRole("button", { name: "Helpful 1: review by anna" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await ben.timePasses("outbox");
  const [about] = await hub.tokensAbout(subject);
  const target = `urn:maresi:${about?.signature}`;
  await expect.poll(async () => (await hub.tokensAbout(target)).length).toBe(1);

  await review.getByRole("button", { name: `More about the review by ${nickname}` }).click();
  await bens.getByRole("menuitem", { name: "This happened to me too" }).click();
  await expect(review).toContainText("1 had the same");
  await ben.timePasses("outbox");
  // Servers take one vote of a key on a review, so the vote is changed.
  const [vote] = await hub.tokensAbout(target);
  const changes = (): ReturnType<HubHost["tokensAbout"]> => hub.tokensAbout(`urn:maresi:${vote?.signature}`);
  await expect.poll(async () => (await changes()).length).toBe(1);
  const [change] = await changes();
  expect(change?.publicKey.kid).toBe(vote?.publicKey.kid);
  expect(change?.payload).toMatchObject({
    action: "edit",
    rating: 100,
    metadata: { is_personal_experience: "true" },
  });

  await anna.timePasses("sync");
  const mine = annas.getByRole("article", { name: `Review by ${nickname}` }).first();
  await expect(mine).toContainText("1 found it helpful");
  await expect(mine).toContainText("1 had the same");

  expect(await anna.extension.command("deleteReview", about?.signature)).toMatchObject({ ok: true });
  await anna.timePasses("outbox");
  await expect.poll(async () => (await hub.tokensAbout(target)).length).toBe(2);
  await expect(review).toBeVisible();
  await ben.timePasses("sync");
  await expect(review).toHaveCount(0);
  expect([...anna.extension.complaints, ...ben.extension.complaints]).toEqual([]);
  await anna.end();
  await ben.end();
  await hub.hub.close();
  await sites.stop();
});
