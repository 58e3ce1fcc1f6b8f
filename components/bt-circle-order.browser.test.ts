import { fakeBrowser, putTab } from "./testing/extension.ts";
import { beforeEach, describe, expect, it } from "vitest";
import "./bt-sidebar.ts";
import { choosePerson, forgetPerson } from "../lib/db/people.ts";
import { friendsOfFriends, runMode } from "../lib/settings.ts";
import { databases } from "./databases.ts";
import { Voice } from "./testing/authors.ts";
import {
  deepAll,
  deepText,
  emptyDatabases,
  expectAccessible,
  find,
  mount,
  picture,
  until,
} from "./testing/mount.ts";
import { answerSources } from "./testing/records.ts";
import { brandPage } from "./testing/tab-states.ts";

async function openSidebar(): Promise<void> {
  await putTab(brandPage);
  mount(Object.assign(document.createElement("bt-sidebar"), { fixedTabId: brandPage.tabId }));
}

const opinions = (): string[] =>
  deepAll("bt-review").flatMap((review) => review.shadowRoot?.querySelector(".text")?.textContent ?? []);
const headings = (): string[] => deepAll("h2.voice").map(({ textContent }) => textContent ?? "");

let friend: Voice;
let far: Voice;

beforeEach(async () => {
  fakeBrowser.reset();
  answerSources();
  await emptyDatabases();
  await runMode.setValue("all-sites");
  const { community } = databases();
  friend = await Voice.of(community);
  far = await Voice.of(community);
  await friend.review({ nickname: "Fay", opinion: "By a friend.", daysAgo: 300 });
  await far.review({ nickname: "Flo", opinion: "By a friend's friend.", daysAgo: 200 });
  for (let i = 0; i < 3; i++)
    await (await Voice.of(community)).review({ opinion: `By a stranger, ${i}.`, daysAgo: i + 1 });
});

const follow = async (more = {}): Promise<void> =>
  choosePerson(databases().personal, {
    author: friend.author,
    choice: "followed",
    name: "Fay",
    at: 1,
    ...more,
  });

async function openReviews(): Promise<HTMLSelectElement> {
  (await until(() => find<HTMLButtonElement>("[role=tab]", "Reviews"), "the tab")).click();
  await until(() => opinions().length === 5, "all reviews");
  return until(() => deepAll<HTMLSelectElement>("select")[0], "the order");
}

const figure = async (): Promise<string> =>
  until(() => {
    const text = deepAll("bt-score-card").map(deepText).join("");
    return text.includes("from the last 12 months") ? text : undefined;
  }, "the figure");

function choose(order: HTMLSelectElement, value: string): void {
  order.value = value;
  order.dispatchEvent(new Event("change", { bubbles: true }));
}

describe("Overview", () => {
  it("begins with somebody whom the person follows, however old", async () => {
    await follow();
    await openSidebar();
    await until(() => opinions().length === 2, "two voices");
    expect(headings()).toEqual(["By someone you follow", "Newest with words"]);
    await until(() => opinions().length === 2, "what they say");
    expect(opinions()).toEqual(["By a friend.", "By a stranger, 0."]);
    await picture("overview-circle", 400);
    await expectAccessible();
    await forgetPerson(databases().personal, friend.author);
    await until(() => headings().length === 1, "one voice");
    expect(headings()).toEqual(["Newest with words"]);
  });

  it("has the most helpful above the newest from the start, which nothing pushes down later", async () => {
    const { community } = databases();
    const signature = await (await Voice.of(community)).review({ opinion: "Of use.", daysAgo: 100 });
    await (await Voice.of(community)).vote(signature);
    await openSidebar();
    await until(() => headings().length > 0, "the voices");
    expect(headings()).toEqual(["Most helpful", "Newest with words"]);
    await until(() => opinions().length === 2, "what they say");
    expect(opinions()).toEqual(["Of use.", "By a stranger, 0."]);
  });

  it("shows whom friends follow only where that is wanted, and says through whom", async () => {
    const circle = { people: [{ author: far.author, name: "Flo" }], at: 1 };
    const other = await Voice.of(databases().community);
    // The friend who gave the file says nothing here: whom they follow stands first.
    await choosePerson(databases().personal, {
      author: other.author,
      choice: "followed",
      name: "Gus",
      circle,
      at: 1,
    });
    await openSidebar();
    await until(() => headings().length > 0, "a voice");
    expect(headings()).toEqual(["Newest with words"]);
    await friendsOfFriends.setValue(true);
    await until(() => headings().length === 2, "the friend's friend");
    expect(headings()[0]).toBe("By someone your friends follow");
    await until(() => deepText(document.body).includes("followed by Gus"), "through whom");
  });
});

describe("Reviews", () => {
  it("can be sorted and filtered by the people one follows", async () => {
    await follow({ circle: { people: [{ author: far.author }], at: 1 } });
    await friendsOfFriends.setValue(true);
    await openSidebar();
    const order = await openReviews();
    expect(opinions()[0]).toBe("By a stranger, 0.");
    choose(order, "nearest");
    await until(() => opinions()[0] === "By a friend.", "the friend");
    expect(opinions()).toEqual([
      "By a friend.",
      "By a friend's friend.",
      "By a stranger, 0.",
      "By a stranger, 1.",
      "By a stranger, 2.",
    ]);
    (await until(() => find<HTMLButtonElement>("button[aria-expanded]", "Filter"), "the filter")).click();
    (await until(() => find<HTMLButtonElement>("button.toggle", "People I follow"), "the chip")).click();
    await until(() => opinions().length === 2, "theirs alone");
    await picture("reviews-circle-320", 320);
    // Names that stood in documents before are forgotten with them.
    expect(deepAll("code.fingerprint")).toEqual([]);
    await expectAccessible();
  });

  it("offer no such order where one follows nobody", async () => {
    await openSidebar();
    const order = await openReviews();
    expect([...order.options].map(({ value }) => value)).not.toContain("nearest");
  });

  it("keep the figure the same, whoever is followed", async () => {
    await openSidebar();
    const before = await figure();
    await follow({ circle: { people: [{ author: far.author }], at: 1 } });
    await friendsOfFriends.setValue(true);
    await until(() => headings()[0] === "By someone you follow", "the friend");
    expect(await figure()).toBe(before);
  });
});
