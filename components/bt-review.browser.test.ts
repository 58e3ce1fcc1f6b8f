import { background, commands, fakeBrowser } from "./testing/extension.ts";
import { beforeEach, describe, expect, it } from "vitest";
import "./bt-review-list.ts";
import { emptyFilter } from "./bt-review-filter.ts";
import { reviewsPage } from "../lib/db/review-pages.ts";
import { storeReviews } from "../lib/db/store-reviews.ts";
import { addToOutbox, removeRow, saveOwnToken } from "../tests/support/personal-rows.ts";
import { databases } from "./databases.ts";
import { ownVote } from "./testing/own.ts";
import {
  deepAll,
  deepText,
  emptyDatabases,
  expectAccessible,
  expectReflow,
  find,
  mount,
  picture,
  until,
  useTheme,
} from "./testing/mount.ts";
import { brandUri, say } from "./testing/world.ts";

const review = { stars: 2, opinion: "The soles came off.", nickname: "anna_k", daysAgo: 3 };

function openList(): void {
  const list = document.createElement("bt-review-list");
  list.keys = [brandUri];
  list.filter = { ...emptyFilter, sort: "newest" };
  mount(list);
}

async function signature(): Promise<string> {
  const query = { keys: [brandUri], sort: "newest", limit: 1 } as const;
  const { rows } = await reviewsPage(databases().community, query);
  return rows[0]?.signature ?? "";
}

async function menuItem(label: string): Promise<HTMLElement | undefined> {
  (await until(() => find<HTMLButtonElement>("button", "More about the review by anna_k"))).click();
  await until(() => find("[role=menuitem]", "Share"), "the menu");
  return find("[role=menuitem]", label);
}

const button = (): HTMLElement | undefined => find("button", "review by anna_k");
const label = (): string => button()?.getAttribute("aria-label") ?? "";
const whyButtons = (): HTMLElement[] => deepAll("button[aria-label^='Why']");

beforeEach(async () => {
  fakeBrowser.reset();
  commands.length = 0;
  await emptyDatabases();
});

describe("own votes", () => {
  it("count once: while they are held, when a server has them, and when they come back in the copy", async () => {
    const { personal, community } = databases();
    await say(community, review);
    const { held, accepted, copied } = await ownVote(await signature(), false);
    await addToOutbox(personal, held);
    openList();
    await until(() => label().startsWith("Helpful 1:"), "the held vote");
    await saveOwnToken(personal, accepted);
    await removeRow(personal, held.id);
    await until(() => label().startsWith("Helpful 1:"), "the accepted vote");
    await storeReviews(community, [copied], { asOf: Date.now() / 1000 });
    openList();
    await until(
      () => button()?.ariaPressed === "true" && label().startsWith("Helpful 1:"),
      "the copied vote",
    );
  });

  it("count a confirmation as helpful and as confirmed, once each", async () => {
    const { personal, community } = databases();
    await say(community, review);
    const { accepted, copied } = await ownVote(await signature(), true);
    await saveOwnToken(personal, accepted);
    openList();
    await until(() => find(".counted", "1"), "the confirmation");
    expect(label()).toMatch(/^Helpful 1:/);
    await storeReviews(community, [copied], { asOf: Date.now() / 1000 });
    openList();
    await until(() => find(".counted", "1") && label().startsWith("Helpful 1:"), "the same figures");
  });
});

describe("reporting", () => {
  it("says why and by whom before it signs, and keeps no key", async () => {
    background.flagReview = async () => ({ ok: true, value: "a".repeat(32) });
    await say(databases().community, review);
    openList();
    (await menuItem("In your own words"))?.click();
    const dialog = await until(
      () => deepAll<HTMLDialogElement>("dialog").find(({ open }) => open),
      "the dialog",
    );
    expect(deepText(dialog)).toContain("a key made for this report and thrown away");
    expect(commands).toEqual([]);
    useTheme("light");
    await picture("report-light", 340, 560);
    useTheme("dark");
    await picture("report-dark", 340, 560);
    await picture("report-320", 320, 560);
    expectReflow();
    await expectAccessible();
    dialog.querySelector<HTMLInputElement>("input[value=quality]")?.click();
    const field = await until(() => dialog.querySelector("textarea"));
    field.value = " Not about shoes. ";
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    dialog.querySelector<HTMLButtonElement>(".primary")?.click();
    const sent = await until(() => commands.find(({ name }) => name === "flagReview"), "the command");
    expect(sent.data).toEqual({ signature: await signature(), reason: "quality", words: "Not about shoes." });
    await until(() => !dialog.open, "the dialog gone");
    await until(() => find("bt-hidden-line", "Reported, and hidden from you"), "the line in its place");
  });

  it("stays open and says so when it is refused", async () => {
    background.flagReview = async () => ({
      ok: false,
      error: { code: "refused", params: { reason: "already-flagged" } },
    });
    await say(databases().community, review);
    openList();
    (await menuItem("In your own words"))?.click();
    const dialog = await until(
      () => deepAll<HTMLDialogElement>("dialog").find(({ open }) => open),
      "the dialog",
    );
    dialog.querySelector<HTMLButtonElement>(".primary")?.click();
    await until(() => find("[role=alert]", "You have already reported it"), "the reason");
    expect(dialog.open).toBe(true);
  });
});

describe("where a review comes from", () => {
  it("links the public page of those from that network's own server, and of no others", async () => {
    await say(databases().community, review, { addedFrom: "https://reviews.example" });
    openList();
    expect(await menuItem("public page")).toBeUndefined();
    await emptyDatabases();
    await say(databases().community, review, { addedFrom: "https://api.mangrove.reviews" });
    openList();
    const link = await menuItem("public page");
    expect(link?.getAttribute("href")).toContain("https://mangrove.reviews/list?signature=");
  });

  it("names the licence that its author gave, else the network's", async () => {
    await say(databases().community, review, { license: "CC-BY-SA-4.0" });
    await say(databases().community, { ...review, nickname: "ben" });
    openList();
    await until(() => whyButtons().length === 2, "both reviews");
    for (const why of whyButtons()) why.click();
    await until(() => deepAll(".why").length === 2, "the reasons");
    const given = deepAll(".why").map((why) => /CC BY[\w. -]*4\.0/.exec(deepText(why))?.[0]);
    expect(given.toSorted((a = "", b = "") => a.localeCompare(b))).toEqual(["CC BY 4.0", "CC BY-SA 4.0"]);
  });
});
