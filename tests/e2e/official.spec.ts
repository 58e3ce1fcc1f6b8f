import { expect, test } from "@playwright/test";
import { generateSigningKey } from "../../lib/reviews/keys.ts";
import { replyPayload, reviewPayload, signToken } from "../../lib/reviews/sign.ts";
import { signProof } from "../../lib/reviews/official-proof.ts";
import { isAccepted, post, sendNow } from "../support/composer.ts";
import { HubHost } from "../support/hub-host.ts";
import { Journey } from "../support/journey.ts";
import { html } from "../support/pages.ts";

const host = "kite.example";
const subject = `https://${host}`;

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

test("a followed brand answers a review: told as news, and marked as the brand's own word", async () => {
  const journey = await Journey.begin();
  const [critic, brand] = await Promise.all([generateSigningKey(), generateSigningKey()]);
  const nowSeconds = Math.floor(Date.now() / 1000);
  const opinion = "The frame broke on the first day.";
  const review = await signToken(
    reviewPayload({ subject, stars: 1, opinion, issuedAt: nowSeconds - 86_400 }),
    critic,
  );
  const proofUrl = "https://kite.example/.well-known/backtalk.json";
  const times = { checkedAt: nowSeconds - 3600, expiresAt: nowSeconds + 86_400 };
  const proven = { author: brand.author, proofUrl, method: "well-known" };
  const officialKeys = [
    { brand: "kite.example", ...proven, ...times },
    // A proof that is over proves nothing, however fresh the file is that says it.
    { brand: "kite.example", author: critic.author, expiresAt: nowSeconds - 1 },
  ];
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
  await expect(sidebar.getByRole("region", { name: "Does it listen?" })).toContainText(
    "Too few to say: 1 review with words, 1 of them answered.",
  );
  expect(journey.extension.complaints).toEqual([]);
  await journey.end();
  await hub.hub.close();
});

test("a brand proves its key on its own front page; its answer settles a review, in the word of who wrote it", async () => {
  const journey = await Journey.begin();
  const brand = await generateSigningKey();
  const proof = await signProof(host, Date.now() + 90 * 86_400_000, brand);
  const link = `<link rel="backtalk-key" href="data:,${proof}">`;
  const head = `<meta property="og:site_name" content="Kite">`;
  journey.sites.serve(host, html({ title: "Kite", head: head + link, body: "<h1>Kite</h1>" }));
  const hub = await HubHost.start(journey.sites, "hub.example", await fourOthers());
  await journey.extension.setUp([hub.url], [`${hub.url}/v1/feed`]);
  const sidebar = await journey.sidebarAbout(`${subject}/`);

  const text = "The frame broke on the first day.";
  await post(sidebar, { stars: 1, text, nickname: "wanda" });
  await sendNow(sidebar);
  await isAccepted(sidebar);
  const said = await hub.tokensAbout(subject);
  const review = said.find(({ payload }) => payload.opinion === text);
  if (!review) throw new Error("the hub has no review");
  const words = "We are sorry. <b>A new frame</b> & more is on its way.";
  const reply = { signature: review.signature, opinion: words, issuedAt: Math.floor(Date.now() / 1000) };
  const answer = await signToken(replyPayload(reply), brand);
  expect((await fetch(`${hub.hub.url}/submit/${answer.jwt}`, { method: "PUT" })).ok).toBe(true);
  await journey.timePasses("sync");

  const mine = sidebar.getByRole("article", { name: "Review by wanda" });
  await mine.getByRole("button", { name: /^Reply 1:/ }).click();
  const official = mine.getByRole("article").filter({ hasText: words });
  const mark = official.getByRole("link", { name: `Official: the key is proven by ${host}` });
  await expect(mark).toHaveAttribute("href", `${subject}/`);
  const listens = sidebar.getByRole("region", { name: "Does it listen?" });
  await expect(listens).toContainText("1 of 5 reviews with words (20%)");
  await expect(listens).toContainText("0 of 1");

  await official.getByRole("button", { name: /^This settled it:/ }).click();
  await expect(official.getByRole("button", { name: /^No longer settled:/ })).toBeVisible();
  await journey.timePasses("outbox");
  const settled = mine.locator(".tag", { hasText: "Settled" });
  // On the review, and on the answer.
  await expect(settled).toHaveCount(2);
  await expect(listens).toContainText("1 of 1");
  const target = `urn:maresi:${answer.signature}`;
  const [vote] = await hub.tokensAbout(target);
  expect(vote?.publicKey.kid).toBe(review.publicKey.kid);
  expect(vote?.payload).toMatchObject({ rating: 100, metadata: { is_personal_experience: "true" } });

  await official.getByRole("button", { name: /^No longer settled:/ }).click();
  await expect(official.getByRole("button", { name: /^This settled it:/ })).toBeVisible();
  await journey.timePasses("outbox");
  await expect(settled).toHaveCount(0);
  await expect.poll(async () => (await hub.tokensAbout(`urn:maresi:${vote?.signature}`)).length).toBe(1);

  // What the hub serves for the brand is as strict as a browser's XML parser, whatever was written.
  const atom = await (await fetch(`${hub.hub.url}/atom/${host}`)).text();
  const contents = await sidebar.evaluate((xml) => {
    const parsed = new DOMParser().parseFromString(xml, "application/xml");
    return [...parsed.querySelectorAll("parsererror, entry > content")].map(({ textContent }) => textContent);
  }, atom);
  expect(contents).toEqual(expect.arrayContaining([text, words]));
  expect(contents).toHaveLength(6);

  // The proof was on the page; nobody was asked for it, and it goes with the visit.
  const pages = journey.sites.seen.filter((request) => request.host === host).map(({ path }) => path);
  expect(pages.filter((path) => path !== "/" && path !== "/favicon.ico")).toEqual([]);
  expect(await journey.rows("community", "officialKeys")).toBe(1);
  // A page that stays open is read again by the sidebar that follows it.
  await journey.closePages();
  expect(await journey.extension.command("forget", { site: host })).toEqual({ ok: true });
  expect(await journey.rows("community", "officialKeys")).toBe(0);
  expect(journey.extension.complaints).toEqual([]);
  await journey.end();
  await hub.hub.close();
});
