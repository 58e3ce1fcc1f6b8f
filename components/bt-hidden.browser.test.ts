import { background, commands, fakeBrowser } from "./testing/extension.ts";
import { beforeEach, describe, expect, it } from "vitest";
import "./bt-hidden.ts";
import "./bt-overview.ts";
import "./bt-review-list.ts";
import { emptyFilter } from "./bt-review-filter.ts";
import { hideItem, listHidden } from "../lib/db/hidden.ts";
import { choosePerson, listPeople } from "../lib/db/people.ts";
import { liftRemovals } from "../lib/db/removed.ts";
import { reviewsPage } from "../lib/db/review-pages.ts";
import { removeReviews, storeReviews } from "../lib/db/store-reviews.ts";
import type { ReviewRow } from "../lib/db/community-rows.ts";
import { databases } from "./databases.ts";
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

const anna = { stars: 2, opinion: "The soles came off.", nickname: "anna_k", daysAgo: 3 };
const ben = { stars: 5, opinion: "Dry for two winters.", nickname: "ben", daysAgo: 9 };

function openList(): void {
  const list = document.createElement("bt-review-list");
  list.keys = [brandUri];
  list.filter = { ...emptyFilter, sort: "newest" };
  mount(list);
}

async function rows(): Promise<readonly ReviewRow[]> {
  const page = await reviewsPage(databases().community, { keys: [brandUri], sort: "newest", limit: 10 });
  return page.rows;
}

const card = (name: string): HTMLElement | undefined => find("article", `Review by ${name}`);
const line = (): HTMLElement | undefined => find("bt-hidden-line");
const counted = (): string => deepText(find("bt-hidden-count") ?? document.body).trim();

/** Opens the menu of a review, the first press, and picks from it, the second. */
async function pick(name: string, item: string): Promise<void> {
  (await until(() => find<HTMLButtonElement>("button", `More about the review by ${name}`))).click();
  (await until(() => find("[role=menuitem]", item), item)).click();
}

async function undo(): Promise<void> {
  const button = await until(() => find<HTMLButtonElement>("button", "Undo: "), "the undo");
  button.click();
}

function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

beforeEach(async () => {
  fakeBrowser.reset();
  commands.length = 0;
  delete background.flagReview;
  delete background.undoPost;
  await emptyDatabases();
  await say(databases().community, anna);
  await say(databases().community, ben);
});

describe("what is no longer in the local copy", () => {
  it("leaves a list that stands open at once, and is back when it is restored", async () => {
    openList();
    await until(() => card("anna_k") && card("ben"), "both");
    const [first] = await rows();
    if (!first) throw new Error("no review");
    const { community } = databases();
    const token = await community.tokens.get(first.id);
    if (!token) throw new Error("no token");
    const asOf = Date.now() / 1000;
    await removeReviews(community, [{ id: first.id, code: "illegal", feed: "f" }], { asOf });
    await until(() => !card("anna_k") && card("ben"), "only the other");
    expect(deepText(document.body)).not.toContain("hidden");
    await liftRemovals(community, [first.id], "f");
    await storeReviews(community, [token], { asOf });
    await until(() => card("anna_k"), "the first again");
  });
});

describe("hiding one review", () => {
  it("takes it away at once, leaves an undo in its place with the focus on it, and brings it back", async () => {
    openList();
    await pick("anna_k", "Hide this");
    await until(() => line() && !card("anna_k"), "the line in its place");
    await until(() => focused()?.getAttribute("aria-label")?.startsWith("Undo: Hidden."), "the focus");
    expect(card("ben")).toBeDefined();
    expect(await listHidden(databases().personal)).toMatchObject([{ why: "hidden" }]);
    await undo();
    await until(() => card("anna_k") && !line(), "the review again");
    await until(() => focused()?.ariaLabel === "More about the review by anna_k", "the focus on its menu");
    expect(await listHidden(databases().personal)).toEqual([]);
  });

  it("says how many are hidden and by whom, and shows them when asked", async () => {
    const [first] = await rows();
    await hideItem(databases().personal, { id: first?.id ?? "", why: "hidden", at: 1 });
    openList();
    await until(() => card("ben"), "the other");
    expect(card("anna_k")).toBeUndefined();
    expect(counted()).toContain("1 hidden by you");
    useTheme("light");
    await picture("hidden-count", 400, 500);
    await expectAccessible();
    (await until(() => find<HTMLButtonElement>("button", "Show it"))).click();
    await until(() => card("anna_k"), "the hidden one");
    expect(deepText(card("anna_k") ?? document.body)).toContain("hidden by you");
    await pick("anna_k", "Show it again");
    await until(() => counted() === "", "nothing hidden");
    expect(await listHidden(databases().personal)).toEqual([]);
  });

  it("tells what a block list hides apart from what the person hid", async () => {
    const [first, second] = await rows();
    await databases().community.blocked.put({ list: "https://l.example/x.json", id: second?.author ?? "" });
    await hideItem(databases().personal, { id: first?.id ?? "", why: "reported", at: 1 });
    openList();
    await until(() => counted().includes("1 hidden by a block list"), "the count");
    expect(counted()).toContain("1 hidden by you");
    expect(deepAll("article")).toEqual([]);
  });
});

describe("muting an author", () => {
  it("takes everything of theirs away, in lists that stand open too, and can be undone", async () => {
    openList();
    await pick("ben", "Mute ben");
    await until(() => line() && !card("ben"), "the line");
    useTheme("light");
    await picture("muted-line-400", 400, 400);
    await picture("muted-line-320", 320, 400);
    expectReflow();
    await expectAccessible();
    expect(await listPeople(databases().personal, "muted")).toMatchObject([{ name: "ben" }]);
    await undo();
    await until(() => card("ben"), "ben again");
    expect(await listPeople(databases().personal)).toEqual([]);
  });

  it("ends its line where it is taken back elsewhere", async () => {
    openList();
    await pick("ben", "Mute ben");
    await until(() => line() && !card("ben"), "the line");
    await until(() => counted().includes("1 hidden by you"), "the count");
    await databases().personal.people.clear();
    await until(() => card("ben") && !line(), "ben again");
  });

  it("gives back on undo that the author was followed", async () => {
    const [, { author } = { author: "" }] = await rows();
    await choosePerson(databases().personal, { author, choice: "followed", at: 1 });
    openList();
    await pick("ben", "Mute ben");
    await until(() => !card("ben"), "ben gone");
    await undo();
    await until(() => card("ben"), "ben again");
    expect(await listPeople(databases().personal, "followed")).toMatchObject([{ author }]);
  });
});

describe("reporting in two presses", () => {
  it("opens the menu, picks the reason, and what was reported is gone, with a way back", async () => {
    background.flagReview = async () => ({ ok: true, value: "f".repeat(32) });
    background.undoPost = async () => ({ ok: true, value: undefined });
    const [first] = await rows();
    openList();
    await pick("anna_k", "It breaks the rules");
    await until(() => line() && !card("anna_k"), "the line");
    const sent = commands.find(({ name }) => name === "flagReview");
    expect(sent?.data).toEqual({ signature: first?.signature, reason: "terms", words: "" });
    await undo();
    await until(() => card("anna_k"), "the review again");
    expect(commands.at(-1)).toMatchObject({ name: "undoPost", data: "f".repeat(32) });
  });

  it("says before the second press what is sent, to whom and how it is signed", async () => {
    openList();
    (await until(() => find<HTMLButtonElement>("button", "More about the review by anna_k"))).click();
    const reason = await until(() => find("[role=menuitem]", "It breaks the rules"), "the menu");
    expect(reason.getAttribute("aria-description")).toContain(
      "signed by a key made for this and thrown away",
    );
    useTheme("light");
    await picture("hide-menu-400", 400, 560);
    useTheme("dark");
    await picture("hide-menu-320-dark", 320, 560);
    expectReflow();
    await expectAccessible();
  });

  it("says why where it is refused, and hides nothing", async () => {
    background.flagReview = async () => ({
      ok: false,
      error: { code: "refused", params: { reason: "already-flagged" } },
    });
    openList();
    await pick("anna_k", "It is of no use");
    await until(() => find("[role=alert]", "You have already reported it"), "the reason");
    expect(card("anna_k")).toBeDefined();
  });
});

describe("the list of what is hidden, in the options", () => {
  it("names whom the person muted and what they hid, and takes each back", async () => {
    const [first, second] = await rows();
    const { personal } = databases();
    const long = "An endlessly long name that someone gave themselves to break our lines ".repeat(3);
    await choosePerson(personal, { author: second?.author ?? "", choice: "muted", name: long, at: 1 });
    await hideItem(personal, { id: first?.id ?? "", why: "reported", at: Date.now() });
    await hideItem(personal, { id: "a".repeat(32), why: "hidden", at: 1 });
    mount(document.createElement("bt-hidden"));
    await until(() => find("li", "The soles came off."), "the text");
    expect(find("li", "Its text is not on this device.")).toBeDefined();
    useTheme("light");
    await picture("hidden-options", 400, 900);
    useTheme("dark");
    await picture("hidden-options-320-dark", 320, 900);
    expectReflow();
    await expectAccessible();
    (await until(() => find("button", "Unmute An endlessly"))).click();
    await until(() => !find("li", "An endlessly"), "nobody muted");
    (await until(() => find("button", "Show it again: what anna_k wrote"))).click();
    await until(() => !find("li", "The soles"), "not hidden");
    expect(await listPeople(personal)).toEqual([]);
    expect(await listHidden(personal)).toHaveLength(1);
  });

  it("says so where there is nothing", async () => {
    mount(document.createElement("bt-hidden"));
    await until(() => find("p", "Nothing is hidden and nobody is muted."), "the words");
  });
});
