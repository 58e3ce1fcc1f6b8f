import { expect, test, type Page } from "@playwright/test";
import { noExtras } from "../../hub/src/feed/extras.ts";
import { hubKeyOf } from "../../hub/src/hub-key.ts";
import { dayOf } from "../../lib/model/day.ts";
import { readRecord } from "../../lib/reviews/removal-record.ts";
import { generateSigningKey } from "../../lib/reviews/keys.ts";
import { reviewPayload, signToken } from "../../lib/reviews/sign.ts";
import { isAccepted, post, sendNow } from "../support/composer.ts";
import { HubHost } from "../support/hub-host.ts";
import { Journey } from "../support/journey.ts";
import { SiteServer } from "../support/site-server.ts";

const subject = "https://kite.example";
const texts = ["She lives above the shop.", "Pills at pills.example!"] as const;

/** A review of somebody of their own, some days old. */
async function written(opinion: string, index: number): Promise<string> {
  const issuedAt = Math.floor(Date.now() / 1000) - (index + 1) * 86_400;
  const said = { subject, stars: 2, opinion, nickname: `writer ${index}`, issuedAt };
  return (await signToken(reviewPayload(said), await generateSigningKey())).jwt;
}

const textIndex = ({ opinion }: { readonly opinion: string | null }): number =>
  texts.findIndex((text) => text === opinion);

/** The menu is the first press, the reason the second. */
async function report(sidebar: Page, index: number): Promise<void> {
  await sidebar.getByRole("button", { name: `More about the review by writer ${index}` }).click();
  await sidebar.getByRole("menuitem", { name: "It breaks the rules" }).click();
  await expect(sidebar.getByText(texts[index] ?? "")).toHaveCount(0);
}

test("a report reaches the operator by a key of its own; what follows reaches every reader, signed", async () => {
  const sites = await SiteServer.start();
  const [anna, ben] = await Promise.all([Journey.begin({ sites }), Journey.begin({ sites })]);
  const key = hubKeyOf(await generateSigningKey());
  const seeds = await Promise.all(texts.map(written));
  const hub = await HubHost.start(sites, "hub.example", seeds, noExtras, {}, key);
  const { storage } = hub.hub;
  await anna.extension.setUp([hub.url]);
  // He posts nowhere and reads the feed alone.
  await ben.extension.setUp([], [`${hub.url}/v1/feed`]);
  const home = anna.serveBrand("kite.example", "Kite");

  const annas = await anna.sidebarAbout(home);
  await post(annas, { stars: 4, text: "Flies well.", nickname: "anna" });
  await sendNow(annas);
  await isAccepted(annas);
  await annas.getByRole("tab", { name: /^Reviews/ }).click();
  await report(annas, 0);
  await report(annas, 1);
  const queued = (): ReturnType<typeof storage.queue> => storage.queue({ subject, limit: 10 });
  const waiting = async (): Promise<readonly unknown[]> => (await queued()).map(({ opinion }) => opinion);
  // Keys never post at the same time, so one report leaves after the other.
  await anna.timePasses("outbox");
  await expect.poll(waiting).toHaveLength(1);
  await anna.timePasses("outbox");
  await expect.poll(async () => new Set(await waiting())).toEqual(new Set(texts));
  const queue = (await queued()).toSorted((one, other) => textIndex(one) - textIndex(other));
  const flags = queue.flatMap((each) => each.flags);
  expect(flags).toMatchObject([{ rating: 0 }, { rating: 0 }]);
  const own = (await hub.tokensAbout(subject)).find(({ payload }) => payload.opinion === "Flies well.");
  const reported = await Promise.all(
    queue.map(async (each) => hub.tokensAbout(`urn:maresi:${each.signature}`)),
  );
  const kids = [own, ...reported.flat()].map((token) => token?.publicKey.kid);
  // Neither hers nor the same twice: nobody can tell that one person reported both.
  expect(new Set(kids).size).toBe(3);
  for (const { payload } of reported.flat()) expect(payload.metadata).not.toHaveProperty("nickname");
  expect(await anna.rows("personal", "keys")).toBe(1);

  const bens = await ben.sidebarAbout(home);
  await bens.getByRole("tab", { name: /^Reviews/ }).click();
  await expect(bens.getByText(texts[0])).toBeVisible();
  // Only a hub decides what it passes on; a report by itself hides nothing from others.
  await expect(bens.getByText(texts[1])).toBeVisible();
  const phases = async (): Promise<readonly string[]> =>
    (await ben.allRows<{ phase: string }>("community", "syncState")).map(({ phase }) => phase);
  await expect.poll(phases).toEqual(["idle"]);

  const day = dayOf(Date.now());
  const order = { signatureKey: queue[0]?.signature ?? "", day, sign: key.sign };
  await storage.remove({ ...order, code: "exposes-a-person" });
  await storage.dismiss(queue[1]?.signature ?? "");
  expect(await queued()).toEqual([]);
  await ben.timePasses("sync");
  await expect(bens.getByText(texts[0])).toHaveCount(0);
  await expect(bens.getByText(texts[1])).toBeVisible();
  const [removal] = await storage.removals();
  expect(await readRecord(removal?.record ?? "", key.public)).toMatchObject({
    act: "remove",
    code: "exposes-a-person",
    day,
  });
  expect(removal?.record).not.toContain("above the shop");

  const options = await ben.ownPage("options.html#lists");
  await options.getByText("Look at the list").click();
  await expect(options.getByRole("cell", { name: "exposes a person" })).toBeVisible();
  expect([...anna.extension.complaints, ...ben.extension.complaints]).toEqual([]);
  await anna.end();
  await ben.end();
  await hub.hub.close();
  await sites.stop();
});
