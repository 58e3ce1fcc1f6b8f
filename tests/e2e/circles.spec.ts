import { readFile } from "node:fs/promises";
import { expect, test, type Page } from "@playwright/test";
import { generateSigningKey, type SigningKey } from "../../lib/reviews/keys.ts";
import { keyLink } from "../../lib/reviews/key-link.ts";
import { reviewPayload, signToken } from "../../lib/reviews/sign.ts";
import type { Person } from "../../lib/model/person.ts";
import { closedRoot } from "../support/closed-root.ts";
import { HubHost } from "../support/hub-host.ts";
import { Journey } from "../support/journey.ts";
import { html } from "../support/pages.ts";

test.describe.configure({ mode: "default" });

const kite = "https://kite.example";
let journey: Journey;
let hub: HubHost;
let anna: SigningKey;
let double: SigningKey;

async function review(key: SigningKey, said: Parameters<typeof reviewPayload>[0]): Promise<string> {
  return (await signToken(reviewPayload(said), key)).jwt;
}

test.beforeAll(async () => {
  journey = await Journey.begin();
  [anna, double] = await Promise.all([generateSigningKey(), generateSigningKey()]);
  const stranger = await generateSigningKey();
  const day = 86_400;
  const now = Math.floor(Date.now() / 1000);
  hub = await HubHost.start(journey.sites, "hub.example", [
    await review(anna, {
      subject: kite,
      stars: 2,
      opinion: "It broke.",
      nickname: "anna_k",
      issuedAt: now - 40 * day,
    }),
    await review(anna, {
      subject: "https://boots.example",
      stars: 5,
      opinion: "Two winters, still dry.",
      nickname: "anna_k",
      issuedAt: now - 50 * day,
    }),
    // Cyrillic а, and a direction override.
    await review(double, {
      subject: kite,
      stars: 5,
      opinion: "Best kite ever!",
      nickname: "\u202eаnnа_k",
      issuedAt: now - 2 * day,
    }),
    await review(stranger, { subject: kite, stars: 4, opinion: "Flies well.", issuedAt: now - day }),
  ]);
});

test.beforeEach(async () => {
  await journey.freshStart();
  await journey.extension.setUp([hub.url], [`${hub.url}/v1/feed`]);
  await expect.poll(async () => journey.rows("community", "effective")).toBe(4);
  // What is asked from here on, a person asked for.
  await expect
    .poll(async () => journey.allRows<{ phase: string }>("community", "syncState"))
    .toEqual([expect.objectContaining({ phase: "idle" }), expect.objectContaining({ phase: "idle" })]);
});

test.afterEach(() => expect(journey.extension.complaints).toEqual([]));

test.afterAll(async () => {
  await journey.end();
  await hub.hub.close();
});

const people = async (): Promise<readonly Person[]> => journey.allRows<Person>("personal", "people");
const openKite = async (): Promise<Page> => journey.sidebarAbout(journey.serveBrand("kite.example", "Kite"));

/** What the badge on the page of Kite says after the page was loaded anew. */
async function badgeAfterReload(): Promise<string> {
  const page = journey.context.pages().find((each) => each.url() === `${kite}/`);
  if (!page) throw new Error("the page of Kite is not open");
  await page.reload();
  const badge = await closedRoot(page);
  await expect.poll(() => badge.exists()).toBe(true);
  return badge.text(".open");
}

/** Opens the author of one review in a sidebar. */
async function openAuthor(sidebar: Page, opinion: string): Promise<void> {
  await sidebar.getByRole("tab", { name: /^Reviews/ }).click();
  await sidebar
    .getByRole("article")
    .filter({ hasText: opinion })
    .getByRole("button", { name: /everything they wrote$/ })
    .click();
  await expect(sidebar.getByText("Since ")).toBeVisible();
}

test("two of one name are told apart; one is followed and comes first, and nobody learns of it", async () => {
  const sidebar = await openKite();
  await sidebar.getByRole("tab", { name: /^Reviews/ }).click();
  await expect(sidebar.locator("code.fingerprint")).toHaveCount(2);
  const asked = hub.requests.length;
  const written = await journey.rows("personal", "ledger");

  await openAuthor(sidebar, "It broke.");
  await expect(sidebar.getByText("2 reviews · 2 brands")).toBeVisible();
  await expect(sidebar.getByText("Two winters, still dry.")).toBeVisible();
  await expect(sidebar.getByText("boots.example")).toBeVisible();
  await sidebar.getByRole("button", { name: /^Follow: anna_k/ }).click();
  await expect(sidebar.getByText("You follow anna_k now. Nobody else learns of it.")).toBeAttached();
  await sidebar.getByRole("button", { name: /^Rename/ }).click();
  await sidebar.getByRole("textbox", { name: "What you call them" }).fill("Anna from work");
  await sidebar.getByRole("button", { name: "Keep" }).click();
  await sidebar.getByRole("button", { name: "Back" }).click();
  await expect(sidebar.getByRole("button", { name: "Anna from work: everything they wrote" })).toBeFocused();

  await sidebar.getByRole("combobox", { name: "Sort by" }).selectOption("People I follow");
  await expect(sidebar.getByRole("article").first()).toContainText("It broke.");
  await sidebar.getByRole("tab", { name: "Overview" }).click();
  const first = sidebar.getByRole("region", { name: "By someone you follow" });
  await expect(first).toContainText("It broke.");

  expect(await people()).toMatchObject([
    { author: anna.author, choice: "followed", petname: "Anna from work" },
  ]);
  expect(await badgeAfterReload()).toBe("3 reviews");
  expect(hub.requests).toHaveLength(asked);
  expect(await journey.rows("personal", "ledger")).toBe(written);
});

test("an author has a page of their own, which the list of people leads to; leaving empties the list", async () => {
  const sidebar = await openKite();
  await openAuthor(sidebar, "Best kite ever!");
  await sidebar.getByRole("button", { name: /^Mute/ }).click();
  await expect.poll(people).toMatchObject([{ author: double.author, choice: "muted" }]);
  const options = await journey.ownPage("options.html#people");
  const list = options.getByRole("list", { name: "You have muted" });
  const page = journey.context.waitForEvent("page");
  await list.getByRole("button", { name: /everything they wrote$/ }).click();
  const author = await page;
  await expect(author.getByRole("heading", { level: 2 })).toHaveText("аnnа_k");
  // Muted is muted everywhere else; who opens this page wants to read it.
  await expect(author.getByText("Best kite ever!")).toBeVisible();
  await list.getByRole("button", { name: /^Unmute/ }).click();
  await expect(options.getByText("You follow nobody and have muted nobody.")).toBeVisible();
  expect(await people()).toEqual([]);
});

test("a key is passed on as a text, and followed on another device", async () => {
  const sidebar = await openKite();
  await openAuthor(sidebar, "It broke.");
  await sidebar.getByRole("button", { name: /^Pass on/ }).click();
  const dialog = sidebar.getByRole("dialog", { name: "Pass this key on" });
  await expect(dialog.getByRole("img", { name: "The key as a QR code" })).toBeVisible();
  const link = await dialog.getByRole("textbox", { name: "Key as a text" }).inputValue();
  expect(link).toBe(keyLink(anna.kid, "anna_k"));

  await journey.freshStart();
  const options = await journey.ownPage("options.html#people");
  await options.getByRole("textbox", { name: "Key as a text" }).fill(link);
  await options.getByRole("button", { name: "Look", exact: true }).click();
  const found = options.getByRole("group", { name: "Key of anna_k" });
  await expect(found).toContainText("Nothing of theirs is in your copy yet.");
  await found.getByRole("button", { name: "Follow" }).click();
  await expect(options.getByRole("list", { name: "You follow" })).toContainText("anna_k");
  expect(await people()).toMatchObject([{ author: anna.author, kid: anna.kid }]);
});

test("circles go along as a file, and a friend's circle counts only where that is wanted", async () => {
  const sidebar = await openKite();
  await openAuthor(sidebar, "It broke.");
  await sidebar.getByRole("button", { name: /^Follow/ }).click();
  await expect.poll(people).toHaveLength(1);
  const options = await journey.ownPage("options.html#people");
  const save = async (name: string): Promise<Buffer> => {
    const download = options.waitForEvent("download");
    await options.getByRole("button", { name }).click();
    return readFile(await (await download).path());
  };
  const [own, given] = [await save("Save as file"), await save("Save a file for a friend")];
  expect(given.toString()).toContain(anna.author);

  await journey.freshStart();
  const fresh = await journey.ownPage("options.html#people");
  const give = async (button: string, buffer: Buffer): Promise<void> => {
    const chooser = fresh.waitForEvent("filechooser");
    await fresh.getByRole("button", { name: button }).click();
    await (await chooser).setFiles({ name: "circle.json", mimeType: "application/json", buffer });
  };
  await give("Read a file", given);
  await expect(fresh.getByText("This file is for something else.")).toBeVisible();
  await give("Read a file", own);
  await expect(fresh.getByText("1 person was added or changed.")).toBeVisible();

  // Somebody else gave the file: whom they follow stands behind nobody until it is wanted.
  await fresh.getByRole("button", { name: /^Unfollow/ }).click();
  await fresh.getByRole("textbox", { name: "Key as a text" }).fill(keyLink(double.kid, "Dee") ?? "");
  await fresh.getByRole("button", { name: "Look", exact: true }).click();
  await fresh.getByRole("button", { name: "Follow", exact: true }).click();
  await fresh.getByRole("checkbox", { name: "Let friends of friends count in my lists" }).check();
  await give("Add whom they follow: Dee", given);
  await expect(fresh.getByText("Dee follows 1 person.")).toBeVisible();
  expect(await people()).toMatchObject([
    { author: double.author, circle: { people: [{ author: anna.author }] } },
  ]);
});

test("a page that names a reviewer's key offers to follow them; only the press remembers it", async () => {
  const head = `<link rel="me" href="${keyLink(anna.kid, "Anna") ?? ""}">`;
  journey.sites.serve("anna.example", html({ title: "Anna", head, body: "<h1>My garden</h1>" }));
  const sidebar = await journey.sidebarAbout("https://anna.example/");
  await expect(sidebar.getByText("This page belongs to a reviewer").first()).toBeVisible();
  const asked = journey.sites.seen.length;
  expect(await people()).toEqual([]);
  await sidebar.getByRole("button", { name: "Follow: Anna" }).click();
  await expect(sidebar.getByText("Remembered, seen on")).toBeVisible();
  await sidebar.getByRole("button", { name: /^What they wrote/ }).click();
  await expect(sidebar.getByText("links back to this key, seen on")).toBeVisible();
  await expect(sidebar.getByText("It broke.")).toBeVisible();
  expect(journey.sites.seen).toHaveLength(asked);

  expect(await journey.extension.command("forget", { site: "anna.example" })).toMatchObject({ ok: true });
  await expect.poll(people).toMatchObject([{ author: anna.author, proven: [] }]);
});
