import { background, commands, fakeBrowser } from "./testing/extension.ts";
import { beforeEach, describe, expect, it, vi } from "vitest";
import "./bt-composer.ts";
import { deleteDraft, draftOf, listDrafts, saveDraft } from "../lib/db/drafts.ts";
import { saveKey } from "../lib/db/keys.ts";
import { generateSigningKey } from "../lib/reviews/keys.ts";
import { addToOutbox } from "../tests/support/personal-rows.ts";
import { databases } from "./databases.ts";
import { subjectsOf } from "./parts/place.ts";
import { outboxRow } from "./testing/own.ts";
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
import { brandPage, shopPage } from "./testing/tab-states.ts";
import { brandUri } from "./testing/world.ts";

type Composer = HTMLElementTagNameMap["bt-composer"];

function openComposer(page = brandPage): Composer {
  const composer = document.createElement("bt-composer");
  composer.subjects = subjectsOf(page.resolution);
  composer.lens = "brand";
  return mount(composer);
}

function openPrivate(): Composer {
  const composer = openComposer();
  composer.isPrivate = true;
  return composer;
}

const drafts = (): ReturnType<typeof listDrafts> => listDrafts(databases().personal);

async function opened(): Promise<HTMLTextAreaElement> {
  (await until(() => find<HTMLButtonElement>("button.line"))).click();
  return until(() => deepAll<HTMLTextAreaElement>("textarea")[0], "the text field");
}

function write(field: HTMLTextAreaElement, text: string): void {
  field.value = text;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

const press = (key: string, options: KeyboardEventInit = {}): KeyboardEvent =>
  new KeyboardEvent("keydown", { key, bubbles: true, composed: true, cancelable: true, ...options });

beforeEach(async () => {
  fakeBrowser.reset();
  commands.length = 0;
  delete background.postDraft;
  await emptyDatabases();
});

describe("writing", () => {
  it("says that a draft is saved when it is, not when it will be", async () => {
    const composer = openComposer();
    const field = await opened();
    write(field, "Good laces");
    await until(() => deepText(composer).includes("Draft saved"), "the word");
    write(field, "Good laces, and a zip that holds");
    await composer.updateComplete;
    await until(() => !deepText(composer).includes("Draft saved"), "no such word");
    await until(() => deepText(composer).includes("Draft saved"), "the word again");
    expect(await drafts()).toMatchObject([{ text: "Good laces, and a zip that holds" }]);
  });

  it("opens with the focus in the text and tells what public means before the first post", async () => {
    const composer = openComposer();
    const field = await opened();
    await until(() => find(".note", "Public for good: anyone may copy it (CC BY 4.0)."), "the notice");
    await until(() => deepAll("textarea:focus").length === 1, "the focus");
    expect(deepText(composer)).toContain(brandUri);
    write(field, "Good laces. Mail me at anna@mail.example or call +49 40 1234567.");
    await until(() => find(".note.warn", "an e-mail address and a phone number"), "the warning");
    useTheme("light");
    await picture("composer-light", 380, 640);
    useTheme("dark");
    await picture("composer-dark", 380, 640);
    await picture("composer-320", 320, 700);
    expectReflow();
    await expectAccessible();
  });

  it("folds the notice away once there is a key, one press from view", async () => {
    const key = await generateSigningKey();
    const publicJwk = { ...key.publicJwk, key_ops: ["verify"] };
    await saveKey(databases().personal, { ...key, publicJwk, backup: "none", createdAt: 1, chosenAt: 1 });
    openComposer();
    await opened();
    const notice = await until(() => find<HTMLDetailsElement>("details.notice"));
    expect(notice.open).toBe(false);
  });

  it("saves as one types, for each subject, and forgets an emptied draft", async () => {
    openComposer();
    const field = await opened();
    write(field, "The laces are too short");
    const saved = await until(() => draftOf(databases().personal, brandUri), "the draft");
    expect(saved).toMatchObject({
      text: "The laces are too short",
      title: "Northwind Shoes",
      subject: brandUri,
    });
    write(field, " ");
    await until(async () => (await listDrafts(databases().personal)).length === 0, "an empty list");
  });

  it("loses nothing when the sidebar closes in the middle of a word", async () => {
    const composer = openComposer();
    write(await opened(), "The lac");
    composer.remove();
    await until(() => draftOf(databases().personal, brandUri), "the draft");
    openComposer();
    await until(() => find("button.line", "Draft: The lac"), "the draft on the collapsed line");
    expect((await opened()).value).toBe("The lac");
  });

  it("takes the text along to another subject that has no draft yet", async () => {
    openComposer();
    write(await opened(), "Runs small");
    await until(() => draftOf(databases().personal, brandUri));
    const select = await until(() => deepAll<HTMLSelectElement>("select")[0]);
    select.value = "https://northwind.example/shoes/trail-runner-2";
    select.dispatchEvent(new Event("change"));
    await until(() => draftOf(databases().personal, select.value), "the moved draft");
    expect(await draftOf(databases().personal, brandUri)).toBeUndefined();
  });

  it("quotes a selection behind what was begun, and says that it was cut", async () => {
    const composer = openComposer();
    const field = await opened();
    write(field, "The laces gave up.");
    const selection = "Made to last. ".repeat(60);
    await composer.start({ kind: "new", selection });
    await until(() => find("[role=status]", "its end was left out"), "the line");
    expect(field.value).toMatch(/^The laces gave up\.\n\n“Made to last\. .*…”\n\n$/s);
    expect(field.selectionEnd).toBe(field.value.length);
    field.dispatchEvent(press("Escape"));
    const draft = await until(() => draftOf(databases().personal, brandUri), "the draft");
    expect(draft.text).toBe(field.value);
    expect(commands).toEqual([]);
  });

  it("tells how much is too much where a quote finds no room, and loses nothing", async () => {
    const composer = openComposer();
    const written = "ä".repeat(495);
    write(await opened(), written);
    await composer.start({ kind: "new", selection: "Made to last. ".repeat(60) });
    await until(() => find("#counter", "bytes too many"), "the counter");
    expect(deepAll<HTMLTextAreaElement>("textarea")[0]?.value.startsWith(`${written}\n\n“Made`)).toBe(true);
  });

  it("says why a product cannot be written about", async () => {
    openComposer(shopPage);
    await opened();
    await until(() => find("p", "its address is longer than the network takes"), "the reason");
    expect(deepAll<HTMLOptionElement>("option").map(({ disabled }) => disabled)).toEqual([
      false,
      true,
      false,
    ]);
    await picture("composer-unaddressable", 380, 700);
    await expectAccessible();
  });
});

describe("in a private tab", () => {
  it("keeps a draft in memory alone, also when the composer goes, and says so", async () => {
    const writes = vi.spyOn(databases().personal.drafts, "put");
    const composer = openPrivate();
    const field = await opened();
    await until(() => find("p", "kept in memory only"), "the line");
    write(field, "Private laces");
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(deepText(composer)).not.toContain("Draft saved");
    useTheme("light");
    await picture("composer-private-light", 320, 700);
    useTheme("dark");
    await picture("composer-private-dark", 340, 700);
    expectReflow();
    await expectAccessible();
    field.dispatchEvent(press("Escape"));
    await until(() => find("button.line", "Draft: Private laces"), "the draft on the line");
    composer.remove();
    openPrivate();
    expect((await opened()).value).toBe("Private laces");
    expect(await drafts()).toEqual([]);
    expect(writes).not.toHaveBeenCalled();
  });

  it("shows none of it in an ordinary tab", async () => {
    openPrivate();
    write(await opened(), "Private laces");
    openComposer();
    expect((await opened()).value).toBe("");
  });

  it("goes to the disk at Post, and back to memory when it is refused", async () => {
    const signing: string[] = [];
    background.postDraft = async (subjectKey) => {
      signing.push((await draftOf(databases().personal, subjectKey))?.text ?? "");
      return { ok: false, error: { code: "quota" } };
    };
    openPrivate();
    const field = await opened();
    write(field, "Private soles");
    (await until(() => find<HTMLButtonElement>("button", "Post"))).click();
    await until(() => find("[role=alert]", "out of space"), "the refusal");
    expect(signing).toEqual(["Private soles"]);
    expect(field.value).toBe("Private soles");
    await until(async () => (await drafts()).length === 0, "nothing on the disk");
    background.postDraft = async (subjectKey) => {
      await deleteDraft(databases().personal, subjectKey);
      return { ok: true, value: "0".repeat(32) };
    };
    (await until(() => find<HTMLButtonElement>("button", "Post"))).click();
    await until(() => find("button.line", "Say something"), "an empty line");
    expect(await drafts()).toEqual([]);
  });
});

describe("posting", () => {
  it("counts bytes, not letters, and refuses what is too long in words", async () => {
    openComposer();
    const field = await opened();
    write(field, "ä".repeat(501));
    await until(() => find("#counter", "2 bytes too many"), "the counter");
    field.dispatchEvent(press("Enter", { ctrlKey: true }));
    await until(() => find("[role=alert]", "2 bytes too many"), "the refusal");
    expect(commands).toEqual([]);
    await expectAccessible();
  });

  it("asks for stars or words, and for words with a single star", async () => {
    openComposer();
    await opened();
    const post = await until(() => find<HTMLButtonElement>("button", "Post"));
    post.click();
    await until(() => find("[role=alert]", "Choose stars or write something first"));
    deepAll<HTMLInputElement>("input[type=radio]")[0]?.click();
    await until(() => find(".word", "Poor"));
    post.click();
    await until(() => find("[role=alert]", "One star needs words"));
    expect(commands).toEqual([]);
  });

  it("signs with Ctrl+Enter, closes, and shows the minute with undo", async () => {
    background.postDraft = async (subjectKey) => {
      const draft = await draftOf(databases().personal, subjectKey);
      await addToOutbox(databases().personal, await outboxRow({ state: "held", ...(draft && { draft }) }));
      // The background moves it from one to the other.
      await deleteDraft(databases().personal, subjectKey);
      return { ok: true, value: "0".repeat(32) };
    };
    background.undoPost = async () => {
      const [row] = await databases().personal.outbox.toArray();
      if (row?.draft) await saveDraft(databases().personal, row.draft);
      await databases().personal.outbox.clear();
      return { ok: true, value: undefined };
    };
    openComposer();
    const field = await opened();
    write(field, "Good laces");
    field.dispatchEvent(press("Enter", { ctrlKey: true }));
    await until(() => find("bt-outbox-row", "Sends in"), "the countdown");
    expect(commands).toEqual([{ name: "postDraft", data: brandUri }]);
    await until(() => deepAll("textarea").length === 0, "the composer closed");
    await picture("held", 380, 300);
    await expectAccessible();
    (await until(() => find<HTMLButtonElement>("button", "Undo"))).click();
    await until(() => draftOf(databases().personal, brandUri), "the draft again");
    await until(() => find("button.line", "Draft: Good laces"), "the draft on the line");
  });

  it("keeps the text and says what went wrong", async () => {
    background.postDraft = async () => ({ ok: false, error: { code: "quota" } });
    openComposer();
    write(await opened(), "Good laces");
    (await until(() => find<HTMLButtonElement>("button", "Post"))).click();
    await until(() => find("[role=alert]", "This device is out of space"), "the words");
    expect(deepAll<HTMLTextAreaElement>("textarea")[0]?.value).toBe("Good laces");
  });

  it("closes with Esc, keeps the draft and gives the focus back", async () => {
    openComposer();
    const field = await opened();
    write(field, "Later");
    field.dispatchEvent(press("Escape"));
    await until(() => deepAll("button.line:focus").length === 1, "the focus");
    expect(await draftOf(databases().personal, brandUri)).toMatchObject({ text: "Later" });
  });

  it("answers a review without stars, at the review's own address", async () => {
    const composer = openComposer();
    await composer.start({ kind: "reply", signature: "sig", name: "anna_k" });
    const field = await until(() => deepAll<HTMLTextAreaElement>("textarea")[0]);
    expect(deepAll("bt-star-input")).toEqual([]);
    write(field, "Same here");
    const draft = await until(() => draftOf(databases().personal, "urn:maresi:sig"));
    expect(draft).toMatchObject({ replyTo: "sig", subject: "urn:maresi:sig" });
  });
});
