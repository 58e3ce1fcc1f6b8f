import { expect, test } from "@playwright/test";
import { hubKeyOf } from "../../hub/src/hub-key.ts";
import { noExtras } from "../../hub/src/feed/extras.ts";
import { dayOf } from "../../lib/model/day.ts";
import { generateSigningKey } from "../../lib/reviews/keys.ts";
import { reviewPayload, signToken } from "../../lib/reviews/sign.ts";
import { HubHost } from "../support/hub-host.ts";
import { Journey } from "../support/journey.ts";

test("what an operator takes out is gone from the sidebar the next day, and an appeal brings it back", async () => {
  const journey = await Journey.begin();
  const [hubKey, stranger] = await Promise.all([generateSigningKey(), generateSigningKey()]);
  const nowSeconds = Math.floor(Date.now() / 1000);
  const opinions = ["She lives above the shop.", "The frame broke."] as const;
  const tokens = await Promise.all(
    opinions.map(async (opinion, i) =>
      signToken(
        reviewPayload({
          subject: "https://kite.example",
          stars: 2 + i,
          opinion,
          issuedAt: nowSeconds - (i + 1) * 86_400,
        }),
        await generateSigningKey(),
      ),
    ),
  );
  const key = hubKeyOf(hubKey);
  const jwts = tokens.map(({ jwt }) => jwt);
  const hub = await HubHost.start(journey.sites, "hub.example", jwts, noExtras, {}, key);
  await journey.extension.setUp([], [`${hub.url}/v1/feed`]);
  const sidebar = await journey.sidebarAbout(journey.serveBrand("kite.example", "Kite"));
  await sidebar.getByRole("tab", { name: /^Reviews/ }).click();
  for (const opinion of opinions) await expect(sidebar.getByText(opinion)).toBeVisible();

  // The daily file as well: a day passes only for who has come to its end.
  const phases = async (): Promise<readonly string[]> =>
    (await journey.allRows<{ phase: string }>("community", "syncState")).map(({ phase }) => phase);
  await expect.poll(phases).toEqual(["idle"]);
  const day = dayOf(Date.now());
  const [exposing, honest] = tokens;
  const order = { signatureKey: exposing?.signature ?? "", day, sign: key.sign };
  await hub.hub.storage.remove({ ...order, code: "illegal", keepUntilDay: "2099-01-01" });
  // Somebody else signs in the hub's place: that one is not heeded.
  const forged = { code: "spam", day, sign: hubKeyOf(stranger).sign } as const;
  await hub.hub.storage.remove({ ...forged, signatureKey: honest?.signature ?? "" });
  await journey.timePasses("sync");
  const removed = (): Promise<readonly unknown[]> => journey.allRows("community", "removed");
  await expect
    .poll(removed)
    .toMatchObject([{ id: exposing?.id, code: "illegal", day, feed: `${hub.url}/v1/feed` }]);
  // The list that stands open loses it at once.
  await expect(sidebar.getByText(opinions[0])).toHaveCount(0);
  await expect(sidebar.getByText(opinions[1])).toBeVisible();

  await hub.hub.storage.restore(order);
  await journey.timePasses("sync");
  await expect.poll(() => journey.rows("community", "tokens")).toBe(2);
  expect(await removed()).toEqual([]);
  for (const opinion of opinions) await expect(sidebar.getByText(opinion)).toBeVisible();
  expect(journey.extension.complaints).toEqual([]);
  await journey.end();
  await hub.hub.close();
});
