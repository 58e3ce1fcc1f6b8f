import { expect, test, type Page } from "@playwright/test";
import { generateSigningKey } from "../../lib/reviews/keys.ts";
import { reviewPayload, signToken } from "../../lib/reviews/sign.ts";
import { HubHost } from "../support/hub-host.ts";
import { Journey } from "../support/journey.ts";

const nowSeconds = Math.floor(Date.now() / 1000);
const subject = "https://kite.example";
const texts = { anna: "The frame broke.", bot: "Buy pills at pills.example", troll: "You are all fools." };

/** One review each, by a key of its own. */
async function seeds() {
  return Promise.all(
    Object.entries(texts).map(async ([nickname, opinion], index) => {
      const key = await generateSigningKey();
      const issuedAt = nowSeconds - (index + 1) * 86_400;
      const token = await signToken(reviewPayload({ subject, stars: 2, opinion, nickname, issuedAt }), key);
      return { nickname, author: key.author, jwt: token.jwt };
    }),
  );
}

/** Opens the menu of a review and picks from it: two presses. */
async function pick(sidebar: Page, name: string, item: string): Promise<void> {
  await sidebar.getByRole("button", { name: `More about the review by ${name}` }).click();
  await sidebar.getByRole("menuitem", { name: item }).click();
}

test("muted, reported and listed content is gone at once, for this person alone, and comes back", async () => {
  const journey = await Journey.begin();
  const all = await seeds();
  const hub = await HubHost.start(
    journey.sites,
    "reviews.example",
    all.map(({ jwt }) => jwt),
  );
  const bot = all.find(({ nickname }) => nickname === "bot")?.author;
  const entries = [{ author: bot, reason: "sells pills" }];
  const list = { format: "backtalk-block-list", version: 1, title: "Pill sellers", entries };
  journey.sites.serve("lists.example", () => ({
    headers: { "content-type": "application/json" },
    body: JSON.stringify(list),
  }));
  await journey.extension.setUp([hub.url]);
  const sidebar = await journey.sidebarAbout(journey.serveBrand("kite.example", "Kite"));
  await sidebar.getByRole("tab", { name: /^Reviews\s*3/ }).click();
  const shown = sidebar.getByRole("article", { name: /^Review by / });
  await expect(shown).toHaveCount(3);

  await test.step("muted, with an undo in its place", async () => {
    await pick(sidebar, "troll", "Mute troll");
    await expect(shown).toHaveCount(2);
    await sidebar.getByRole("button", { name: /^Undo: troll is muted/ }).click();
    await expect(shown).toHaveCount(3);
    await pick(sidebar, "troll", "Mute troll");
    await expect(shown).toHaveCount(2);
  });

  await test.step("reported in two presses: gone at once, and signed by a key of its own", async () => {
    await pick(sidebar, "anna", "It breaks the rules");
    await expect(shown).toHaveCount(1);
    await expect(sidebar.getByText("2 hidden by you")).toBeVisible();
    const rows = await journey.allRows<{ kind: string; author: string }>("personal", "outbox");
    expect(rows).toMatchObject([{ kind: "flag" }]);
    expect(await journey.rows("personal", "keys")).toBe(0);
  });

  await test.step("figures are everybody's: nothing hidden changes them", async () => {
    await expect(sidebar.getByRole("tab", { name: /^Reviews\s*3/ })).toBeVisible();
  });

  const options = await journey.ownPage("options.html#lists");
  await test.step("a block list by its address, after saying who is asked for what", async () => {
    await options
      .getByRole("textbox", { name: "Address of a block list" })
      .fill("https://lists.example/pills.json");
    await options.getByRole("button", { name: "Add a list" }).click();
    const consent = options.getByRole("dialog", { name: "Add lists.example?" });
    await expect(consent).toContainText("It sees your internet address");
    expect(journey.sites.seen.filter(({ host }) => host === "lists.example")).toEqual([]);
    await consent.getByRole("button", { name: "Add lists.example" }).click();
    await expect(options.getByText("Names 1 author or review.")).toBeVisible();
    await expect(shown).toHaveCount(0);
    await expect(sidebar.getByText("1 hidden by a block list")).toBeVisible();
    const asked = journey.sites.seen.find(({ host }) => host === "lists.example");
    expect(asked?.path).toBe("/pills.json");
    await options.reload();
    await expect(options.getByRole("row").filter({ hasText: "lists.example" })).toContainText("block list");
  });

  await test.step("everything comes back from the options", async () => {
    await options.getByRole("button", { name: "Remove lists.example" }).click();
    await expect(shown).toHaveCount(1);
    await options.getByRole("button", { name: "Unmute troll" }).click();
    await expect(shown).toHaveCount(2);
    await options.getByRole("button", { name: "Show it again: what anna wrote" }).click();
    await expect(sidebar.getByRole("article", { name: "Review by troll" })).toBeVisible();
    await expect(options.getByText("Nothing is hidden and nobody is muted.")).toBeVisible();
  });

  expect(journey.extension.complaints).toEqual([]);
  await journey.end();
  await hub.hub.close();
});
