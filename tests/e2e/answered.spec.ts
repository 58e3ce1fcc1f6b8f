import { expect, test, type Page } from "@playwright/test";
import { fill, isAccepted, post, pressPost, sendNow } from "../support/composer.ts";
import { HubHost } from "../support/hub-host.ts";
import { Journey } from "../support/journey.ts";
import { SiteServer } from "../support/site-server.ts";

const opinion = "The frame broke on the first day.";
const question = "Mine held. Which batch was it?";
const backAgain = "March, it says so on the tube.";

/** Writes an answer to whoever is named, from where the thread stands open, and sends it. */
async function answer(sidebar: Page, hub: HubHost, [to, text, nickname]: readonly string[]): Promise<void> {
  await sidebar
    .getByRole("button", { name: `Reply to ${to}` })
    .first()
    .click();
  await fill(sidebar, { text: text ?? "", nickname: nickname ?? "" });
  await pressPost(sidebar);
  await expect(sidebar.getByRole("article").filter({ hasText: text }).last()).toContainText(
    "waits to be sent",
  );
  await sendNow(sidebar);
  await expect
    .poll(async () => (await hub.tokensSince(0)).map(({ payload }) => payload.opinion))
    .toContain(text);
}

/** The browser learns what the hub has by its daily copy, and tells in its own sidebar alone. */
async function learns(journey: Journey, sidebar: Page): Promise<void> {
  await journey.timePasses("sync");
  await expect(sidebar.getByText("1 person answered you")).toBeVisible();
}

test("two people talk through one hub: each is told who answered, and answers in the thread", async () => {
  const sites = await SiteServer.start();
  const [anna, ben] = await Promise.all([Journey.begin({ sites }), Journey.begin({ sites })]);
  const hub = await HubHost.start(sites, "reviews.example");
  await anna.extension.setUp([hub.url]);
  await ben.extension.setUp([hub.url]);
  const home = anna.serveBrand("kite.example", "Kite");

  const annas = await anna.sidebarAbout(home);
  await post(annas, { stars: 1, text: opinion, nickname: "anna" });
  await sendNow(annas);
  await isAccepted(annas);

  await ben.timePasses("sync");
  const bens = await ben.sidebarAbout(home);
  const review = bens.getByRole("article", { name: "Review by anna" });
  await review.getByRole("button", { name: /^Reply: / }).click();
  await answer(bens, hub, ["anna", question, "ben"]);
  const asked = hub.requests.length;

  await learns(anna, annas);
  // Found in the copy of everything: nobody was asked about her review or its answers.
  const since = hub.requests.slice(asked).map(({ path }) => path);
  expect(since.length).toBeGreaterThan(0);
  for (const path of since) expect(path).toMatch(/^\/reviews\?/);
  for (const path of since) expect(path).not.toMatch(/maresi|sub=|signature=|kid=/);
  await expect(annas.getByRole("tab", { name: /^Yours/ })).toContainText("1 new");
  await annas.getByRole("button", { name: "See who answered you: 1 person" }).click();
  const answers = annas.getByRole("region", { name: "Who answered you" });
  await expect(answers).toContainText("answered your review of kite.example");
  await expect(answers).toContainText(question);
  // Read now: told no more, but still marked while the list stands open.
  await expect(annas.getByRole("tab", { name: /^Yours/ })).not.toContainText("new");
  await expect(answers.getByText("New", { exact: true })).toBeVisible();
  await answers.getByRole("button", { name: "Open the thread of the reply by ben" }).click();
  await expect(answers.getByRole("article", { name: "Review by anna" })).toContainText(opinion);
  await answer(annas, hub, ["ben", backAgain, "anna"]);

  // In the thread that he has open it would be seen, and no news.
  await bens.reload();
  await learns(ben, bens);
  await bens.getByRole("button", { name: "See who answered you: 1 person" }).click();
  const toBen = bens.getByRole("region", { name: "Who answered you" });
  await expect(toBen).toContainText("answered your reply");
  await expect(toBen).toContainText(backAgain);

  // Muted: everything of hers is gone at once, for him alone.
  await bens.getByRole("tab", { name: "Overview" }).click();
  await review.getByRole("button", { name: "More about the review by anna" }).click();
  await bens.getByRole("menuitem", { name: "Mute anna" }).click();
  await expect(review).toHaveCount(0);
  await bens.getByRole("tab", { name: /^Yours/ }).click();
  await expect(bens.getByText(backAgain)).toHaveCount(0);
  await expect(annas.getByText(opinion).first()).toBeVisible();

  expect([...anna.extension.complaints, ...ben.extension.complaints]).toEqual([]);
  await anna.end();
  await ben.end();
  await hub.hub.close();
  await sites.stop();
});
