import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, type Page } from "@playwright/test";
import { silentLog } from "../../hub/src/log.ts";
import { runProofs } from "../../hub/src/proofs/job.ts";
import type { FeedOfficialKey } from "../../lib/schema/feed-daily.ts";
import { generateSigningKey } from "../../lib/reviews/keys.ts";
import { reviewPayload, signToken } from "../../lib/reviews/sign.ts";
import { fill, isAccepted, post, pressPost, sendNow } from "../support/composer.ts";
import { HubHost } from "../support/hub-host.ts";
import { Journey } from "../support/journey.ts";
import { SiteServer } from "../support/site-server.ts";

const host = "kite.example";
const subject = `https://${host}`;
const proofUrl = `${subject}/.well-known/backtalk.json`;
const complaint = "The frame broke on the first day.";
const words = "We are sorry. A new frame is on its way.";

/** Reviews by four others, so that there is enough to speak of shares. */
async function fourOthers(): Promise<readonly string[]> {
  const issuedAt = Math.floor(Date.now() / 1000) - 9 * 86_400;
  return Promise.all(
    Array.from({ length: 4 }, async (_, index) => {
      const opinion = `It flies well in wind force ${index + 2}.`;
      const payload = reviewPayload({ subject, stars: 4, opinion, issuedAt });
      return (await signToken(payload, await generateSigningKey())).jwt;
    }),
  );
}

/** The hub's operator has the brand's own site asked which keys speak for it. */
async function prove(file: string): Promise<readonly FeedOfficialKey[]> {
  const state = mkdtempSync(join(tmpdir(), "backtalk-proofs-"));
  try {
    const { officialKeys } = await runProofs({
      fetch: async (input) =>
        new Request(input).url === proofUrl ? new Response(file) : new Response("", { status: 404 }),
      resolveTxt: () => Promise.reject(Object.assign(new Error("none"), { code: "ENOTFOUND" })),
      brands: [
        { brandId: host, name: "Kite", names: ["Kite"], domains: [host], trade: "other", isKnown: false },
      ],
      state,
      now: Date.now,
      random: () => 0.5,
      log: silentLog,
      signal: new AbortController().signal,
    });
    return officialKeys;
  } finally {
    rmSync(state, { recursive: true, force: true });
  }
}

/** The thread below what wanda wrote, in whichever browser. */
async function openThread(sidebar: Page): Promise<void> {
  await sidebar.getByRole("tab", { name: "Overview" }).click();
  const review = sidebar.getByRole("article", { name: "Review by wanda" });
  await review
    .getByRole("button", { name: /^Reply/ })
    .first()
    .click();
}

test("a brand answers from its own browser, proves the key by a file on its site, and the writer calls it settled", async () => {
  const sites = await SiteServer.start();
  const [wanda, desk] = await Promise.all([Journey.begin({ sites }), Journey.begin({ sites })]);
  let officialKeys: readonly FeedOfficialKey[] = [];
  const hub = await HubHost.start(sites, "hub.example", await fourOthers(), {
    version: async () => officialKeys.length,
    read: async () => ({ officialKeys: [...officialKeys] }),
  });
  for (const { extension } of [wanda, desk]) await extension.setUp([hub.url], [`${hub.url}/v1/feed`]);
  const home = wanda.serveBrand(host, "Kite");
  const wandas = await wanda.sidebarAbout(home);
  await post(wandas, { stars: 1, text: complaint, nickname: "wanda" });
  await sendNow(wandas);
  await isAccepted(wandas);

  await desk.timePasses("sync");
  const desks = await desk.sidebarAbout(home);
  await openThread(desks);
  await desks.getByRole("button", { name: "Reply to wanda" }).first().click();
  await fill(desks, { text: words, nickname: "Kite" });
  await pressPost(desks);
  await sendNow(desks);
  const said = async (): Promise<readonly unknown[]> =>
    (await hub.tokensSince(0)).map(({ payload }) => payload.opinion);
  await expect.poll(said).toContain(words);

  const options = await desk.ownPage("options.html#keys");
  await options.getByText("Speak for a brand").click();
  await options.getByRole("textbox", { name: "The brand’s domain" }).fill(host);
  await options.getByRole("button", { name: "Show what to publish" }).click();
  const file = await options.locator("bt-speak-for pre").first().innerText();
  officialKeys = await prove(file);
  expect(officialKeys).toMatchObject([{ brand: host, method: "well-known", proofUrl }]);

  await wanda.timePasses("sync");
  await openThread(wandas);
  const mine = wandas.getByRole("article", { name: "Review by wanda" });
  const official = mine.getByRole("article").filter({ hasText: words });
  const mark = official.getByRole("link", { name: `Official: the key is proven by ${host}` });
  await expect(mark).toHaveAttribute("href", proofUrl);
  const listens = wandas.getByRole("region", { name: "Does it listen?" });
  await expect(listens).toContainText("1 of 5 reviews with words (20%)");
  await official.getByRole("button", { name: /^This settled it:/ }).click();
  await expect(official.getByRole("button", { name: /^No longer settled:/ })).toBeVisible();
  await wanda.timePasses("outbox");
  await expect(listens).toContainText("1 of 1");

  // Her word reaches the brand's own browser as well, and it cannot be given there.
  await desk.timePasses("sync");
  const told = desks.getByRole("region", { name: "Does it listen?" });
  await desks.getByRole("tab", { name: "Overview" }).click();
  await expect(told).toContainText("1 of 1");
  await expect(desks.getByRole("button", { name: /^This settled it:|^No longer settled:/ })).toHaveCount(0);

  // The proof went by way of the hub: no browser has asked the brand's site for it.
  expect(sites.seen.filter(({ path }) => path.includes(".well-known"))).toEqual([]);
  expect([...wanda.extension.complaints, ...desk.extension.complaints]).toEqual([]);
  await wanda.end();
  await desk.end();
  await hub.hub.close();
  await sites.stop();
});
