import { fakeBrowser, putTab, useLanguage } from "./testing/extension.ts";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import "./bt-author-page.ts";
import "./bt-sidebar.ts";
import { hideItem } from "../lib/db/hidden.ts";
import { choosePerson, listPeople } from "../lib/db/people.ts";
import { readKeyLink } from "../lib/reviews/key-link.ts";
import { runMode } from "../lib/settings.ts";
import { databases } from "./databases.ts";
import { keyGroups, shortAuthor } from "./parts/name.ts";
import { Voice } from "./testing/authors.ts";
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
import { answerSources } from "./testing/records.ts";
import { brandPage } from "./testing/tab-states.ts";

const nickname = "anna_k";
const nameButtons = (name: string): HTMLElement[] => deepAll(`button.who[aria-label*="${name}"]`);
const authorView = (): HTMLElement | undefined => deepAll("bt-author").find((view) => !view.hidden);
const press = async (label: string): Promise<void> =>
  (await until(() => find<HTMLButtonElement>("button", label), label)).click();

async function openSidebar(framed = false): Promise<void> {
  await putTab(brandPage);
  mount(Object.assign(document.createElement("bt-sidebar"), { fixedTabId: brandPage.tabId, framed }));
}

/** Opens the author of the first review that goes by a name. */
async function openAuthor(name = nickname): Promise<HTMLElement> {
  const button = await until(() => nameButtons(name)[0], `the name ${name}`);
  button.focus();
  button.click();
  const view = await until(authorView, "the author");
  await until(() => deepText(view).includes("Since"), "the figures");
  return view;
}

async function annaWrites(): Promise<Voice> {
  const anna = await Voice.of(databases().community);
  await anna.review({ nickname, opinion: "The soles came off.", stars: 2, daysAgo: 3 });
  await anna.review({ nickname: "Anna", subject: "https://kite.example", stars: 5, daysAgo: 90 });
  await anna.review({ nickname, subject: "https://kite.example/one", stars: 5, daysAgo: 80 });
  return anna;
}

beforeEach(async () => {
  fakeBrowser.reset();
  answerSources();
  useTheme("light");
  await emptyDatabases();
  await runMode.setValue("all-sites");
});
afterEach(() => useLanguage("en", "ltr"));

describe("an author", () => {
  it("opens from the name on a review: since when, of what, which stars, which nicknames, which key", async () => {
    const anna = await annaWrites();
    const other = await Voice.of(databases().community);
    await anna.reply(await other.review({ nickname: "Bert", daysAgo: 5 }), { opinion: "It was the glue." });
    await openSidebar();
    const view = await openAuthor();
    const text = await until(() => {
      const all = deepText(view);
      return all.includes("It was the glue.") && all;
    }, "the replies");
    expect(text).toContain(keyGroups(anna.author));
    expect(text).toMatch(/3 reviews · 2 brands · 1 reply/);
    expect(text).toMatch(/Signed as .*anna_k.*Anna/);
    expect(text).toContain("5 stars : 2 reviews".replace(" :", ":"));
    expect(text).toContain("kite.example/one");
    expect(text).toContain("Reply to Bert");
    await picture("author", 400);
    await expectAccessible();
    await picture("author-dark", 400);
    await picture("author-320", 320);
    expectReflow();
  });

  it("goes back to where the person was: the same place, the focus on the name", async () => {
    await annaWrites();
    const others = await Promise.all(Array.from({ length: 6 }, async () => Voice.of(databases().community)));
    for (const [index, voice] of others.entries())
      await voice.review({ opinion: "x ".repeat(200), daysAgo: index + 5 });
    await picture("author-back", 400, 500);
    await openSidebar();
    const view = await openAuthor();
    expect(view.shadowRoot?.activeElement?.id).toBe("title");
    await press("Back");
    await until(() => !authorView(), "the list");
    const label = await until(
      () => deepAll("bt-review").flatMap(({ shadowRoot }) => shadowRoot?.activeElement?.ariaLabel ?? [])[0],
      "the focus",
    );
    expect(label).toBe("anna_k: everything they wrote");
    await openAuthor();
    authorView()
      ?.shadowRoot?.querySelector("h2")
      ?.dispatchEvent(
        new KeyboardEvent("keydown", { key: "Escape", bubbles: true, composed: true, cancelable: true }),
      );
    await until(() => !authorView(), "the list again");
  });

  it("shows no reply that the person hid or reported, unless asked for", async () => {
    const anna = await annaWrites();
    const { community, personal } = databases();
    const other = await Voice.of(community);
    const review = await other.review({ nickname: "Bert", daysAgo: 5 });
    await anna.reply(review, { opinion: "Your address is 1 Glue Lane." });
    await anna.reply(review, { opinion: "It was the glue." });
    const [told] = await community.tokens
      .filter(({ opinion }) => opinion?.includes("Glue Lane") === true)
      .toArray();
    await hideItem(personal, { id: told?.id ?? "", why: "reported", at: 1 });
    await openSidebar();
    const view = await openAuthor();
    await until(() => deepText(view).includes("It was the glue."), "the replies");
    expect(deepText(view)).not.toContain("Glue Lane");
    await press("Show it");
    await until(() => deepText(view).includes("Glue Lane"), "what was hidden");
  });

  it("is followed, renamed, and left again; only this device knows", async () => {
    const anna = await annaWrites();
    await openSidebar();
    const view = await openAuthor();
    await press("Follow: anna_k");
    await until(() => find("button", "Unfollow: anna_k"), "unfollow");
    expect(await listPeople(databases().personal)).toMatchObject([
      { author: anna.author, kid: anna.key.kid, name: nickname, choice: "followed" },
    ]);
    await press("Rename");
    const field = await until(
      () =>
        find<HTMLInputElement>("bt-author-acts input") ??
        deepAll<HTMLInputElement>("input[maxlength='40']").at(-1),
      "the field",
    );
    field.value = "Anna from work";
    field.form?.requestSubmit();
    await until(() => deepText(view).includes("Anna from work"), "the name");
    await press("Back");
    await until(() => nameButtons("Anna from work").length > 0, "the name in the list");
    // Her own nickname stands beside it.
    expect(deepText(document.body)).toContain("anna_k");
    await openAuthor("Anna from work");
    await press("Unfollow: Anna from work");
    await until(() => find("button", "Follow: anna_k"), "follow");
    expect(await listPeople(databases().personal)).toEqual([]);
  });

  it("is muted and heard again", async () => {
    await annaWrites();
    await openSidebar();
    await openAuthor();
    await press("Mute: anna_k");
    await until(() => find("button", "Unmute: anna_k"), "unmute");
    expect(await listPeople(databases().personal, "muted")).toHaveLength(1);
    await press("Unmute: anna_k");
    await until(() => find("button", "Mute: anna_k"), "mute");
    expect(await listPeople(databases().personal)).toEqual([]);
  });

  it("is passed on as a text and as a code that lead back to the key", async () => {
    const anna = await annaWrites();
    await openSidebar();
    await openAuthor();
    await press("Pass on: anna_k");
    const field = await until(
      () => deepAll<HTMLTextAreaElement>("textarea[readonly]").find(({ value }) => value),
      "the text",
    );
    expect(await readKeyLink(field.value)).toMatchObject({
      ok: true,
      value: { author: anna.author, name: nickname },
    });
    await until(() => find("svg[role=img]", "The key as a QR code"), "the code");
    await picture("key-share", 400);
    await expectAccessible();
    await picture("key-share-320", 320);
    expectReflow();
  });

  it("can be read, and nothing be changed, inside a page", async () => {
    await annaWrites();
    await openSidebar(true);
    const view = await openAuthor();
    await until(() => deepText(view).includes("The soles came off."), "what they wrote");
    expect(deepAll("bt-author-acts")).toEqual([]);
  });
});

describe("the page of an author's own", () => {
  it("says the same as the sidebar, has nothing to answer with, and says when nothing is here", async () => {
    const anna = await annaWrites();
    const page = mount(Object.assign(document.createElement("bt-author-page"), { author: anna.author }));
    await until(() => deepText(page).includes("The soles came off."), "what she wrote");
    expect(find("button", "Reply")).toBeUndefined();
    (await until(() => find<HTMLButtonElement>("button", "Follow: anna_k"), "Follow")).click();
    await until(() => find("[role=status]", "You follow anna_k now."), "the words");
    await picture("author-page", 900);
    await expectAccessible();
    await picture("author-page-320", 320);
    expectReflow();
    page.author = "f".repeat(32);
    await until(() => deepText(page).includes("Nothing of this key is in the local copy."), "nothing");
    page.author = "<b>no key</b>";
    await until(() => deepText(page).includes("<b>"), "what was asked for, as text");
  });
});

describe("two of one name", () => {
  it("are told apart by a piece of their keys, in the line and in what is read aloud", async () => {
    const { community } = databases();
    const [real, double] = [await Voice.of(community), await Voice.of(community)];
    await real.review({ nickname, opinion: "The soles came off." });
    await openSidebar();
    await until(() => nameButtons(nickname).length > 0, "the first");
    expect(deepAll("code.fingerprint")).toEqual([]);
    // Cyrillic а, a zero-width space and a direction override.
    await double.review({ nickname: "\u202eаnn\u200bа_k", opinion: "Best shoes ever.", daysAgo: 2 });
    await press("Reviews");
    await until(() => deepAll("code.fingerprint").length >= 2, "both keys");
    const shown = new Set(deepAll("code.fingerprint").map((code) => code.textContent));
    expect(shown).toEqual(new Set([shortAuthor(real.author), shortAuthor(double.author)]));
    expect(find("article", `Review by anna_k (${shortAuthor(real.author)})`)).toBeDefined();
    await picture("namesakes-320", 320);
    expectReflow();
    await expectAccessible();
  });

  it("are told apart even where the other one is only known from the list of people", async () => {
    const { community, personal } = databases();
    const [friend, double] = [await Voice.of(community), await Voice.of(community)];
    await choosePerson(personal, { author: friend.author, choice: "followed", name: "Anna K", at: 1 });
    await double.review({ nickname });
    await openSidebar();
    const code = await until(() => deepAll("code.fingerprint")[0], "the key");
    expect(code.textContent).toBe(shortAuthor(double.author));
  });

  it("fit the line with the longest name, from right to left as well", async () => {
    useLanguage("he", "rtl");
    const { community } = databases();
    for (let i = 0; i < 2; i++) {
      const voice = await Voice.of(community);
      await voice.review({ nickname: "W".repeat(20), daysAgo: i + 1, opinion: "טוב מאוד" });
    }
    await picture("namesakes-rtl", 320);
    await openSidebar();
    await press("Reviews");
    await until(() => deepAll("code.fingerprint").length >= 2, "both keys");
    expectReflow();
    const view = await openAuthor("W");
    expectReflow();
    await picture("author-rtl", 320);
    expect(deepText(view)).toContain("W".repeat(20));
  });
});
