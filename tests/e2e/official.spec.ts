import { expect, test } from "@playwright/test";
import { generateSigningKey } from "../../lib/reviews/keys.ts";
import { replyPayload, reviewPayload, signToken } from "../../lib/reviews/sign.ts";
import { HubHost } from "../support/hub-host.ts";
import { Journey } from "../support/journey.ts";

test("a followed brand answers a review: told as news, and marked as the brand's own word", async () => {
  const journey = await Journey.begin();
  const [critic, brand] = await Promise.all([generateSigningKey(), generateSigningKey()]);
  const nowSeconds = Math.floor(Date.now() / 1000);
  const subject = "https://kite.example";
  const opinion = "The frame broke on the first day.";
  const review = await signToken(
    reviewPayload({ subject, stars: 1, opinion, issuedAt: nowSeconds - 86_400 }),
    critic,
  );
  const proofUrl = "https://kite.example/.well-known/backtalk.json";
  const officialKeys = [{ brand: "kite.example", author: brand.author, proofUrl }];
  const hub = await HubHost.start(journey.sites, "hub.example", [review.jwt], {
    version: async () => 0,
    read: async () => ({ officialKeys }),
  });
  await journey.extension.setUp([hub.url], [`${hub.url}/v1/feed`]);
  const sidebar = await journey.sidebarAbout(journey.serveBrand("kite.example", "Kite"));
  await expect(sidebar.getByText(opinion)).toBeVisible();
  await sidebar.getByRole("button", { name: "More about Kite" }).click();
  await sidebar.getByRole("menuitem", { name: "Follow" }).click();

  const words = "We are sorry. A new frame is on its way.";
  const answer = await signToken(
    replyPayload({ signature: review.signature, opinion: words, issuedAt: nowSeconds }),
    brand,
  );
  const taken = await fetch(`${hub.hub.url}/submit/${answer.jwt}`, { method: "PUT" });
  expect(taken.ok).toBe(true);
  await journey.timePasses("sync");

  await sidebar.getByRole("button", { name: "See the update about a brand you follow" }).click();
  await expect(sidebar.getByRole("list", { name: "Updates about Kite" })).toContainText(
    "Kite answered a review",
  );
  await sidebar.getByRole("tab", { name: "Overview" }).click();
  const shown = sidebar.getByRole("article").filter({ hasText: opinion });
  await shown.getByRole("button", { name: /^Reply 1:/ }).click();
  const reply = sidebar.getByRole("article").filter({ hasText: words }).last();
  const mark = reply.getByRole("link", { name: "Official: the key is proven by kite.example" });
  await expect(mark).toHaveAttribute("href", proofUrl);
  expect(journey.extension.complaints).toEqual([]);
  await journey.end();
  await hub.hub.close();
});
