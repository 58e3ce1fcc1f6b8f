import { fakeBrowser } from "./testing/extension.ts";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import "./bt-people.ts";
import { exportCircles, exportForFriend } from "../lib/db/circle-file.ts";
import { choosePerson, listPeople } from "../lib/db/people.ts";
import { openPersonal } from "../lib/db/personal.ts";
import type { Person } from "../lib/model/person.ts";
import { keyLink } from "../lib/reviews/key-link.ts";
import { readCircles, readGivenCircle } from "../lib/schema/circle-file.ts";
import { friendsOfFriends } from "../lib/settings.ts";
import { databases } from "./databases.ts";
import type { AuthorRequest } from "./parts/emit.ts";
import { qrCodeOf } from "./parts/qr-code.ts";
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

const [ann, bob, cem] = ["a", "b", "c"].map((letter) => letter.repeat(32)) as [string, string, string];
const nowMs = Date.UTC(2026, 4, 20);
const followed = (author: string, more: Partial<Person> = {}): Person => ({
  author,
  choice: "followed",
  at: nowMs,
  ...more,
});

function open(): HTMLElement {
  return mount(
    Object.assign(document.createElement("bt-people"), {
      readers: { own: readCircles, given: readGivenCircle },
    }),
  );
}

/** Gives a file to the first file input inside an element of that name. */
async function giveFile(within: string, content: BlobPart): Promise<void> {
  const host = await until(() => deepAll(within)[0], within);
  const input = await until(
    () => host.shadowRoot?.querySelector<HTMLInputElement>("input[type=file]"),
    "the file",
  );
  const transfer = new DataTransfer();
  transfer.items.add(new File([content], "some"));
  input.files = transfer.files;
  input.dispatchEvent(new Event("change"));
}

async function paste(text: string): Promise<void> {
  const field = await until(() => deepAll<HTMLTextAreaElement>("textarea")[0], "the field");
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  (await until(() => find<HTMLButtonElement>("button:enabled", "Look"), "Look")).click();
}

const shareLabels = (): (string | null)[] =>
  deepAll('button[aria-label^="Pass on"]').map((button) => button.ariaLabel);

beforeEach(async () => {
  fakeBrowser.reset();
  useTheme("light");
  await emptyDatabases();
});
afterEach(() => vi.unstubAllGlobals());

describe("people", () => {
  it("offers nobody's key but an author's own to be passed on, whatever a file said", async () => {
    const { personal, community } = databases();
    const [anna, mallory] = [await Voice.of(community), await Voice.of(community)];
    await choosePerson(personal, followed(anna.author, { kid: mallory.key.kid, petname: "Anna" }));
    await choosePerson(personal, followed(mallory.author, { kid: mallory.key.kid, petname: "Mallory" }));
    open();
    await until(() => shareLabels().length > 0, "the key");
    expect(deepAll('button[aria-label^="Mute"]')).toHaveLength(2);
    expect(shareLabels()).toEqual(["Pass on: Mallory"]);
  });

  it("are listed by what they are to the person, and lead to what they wrote", async () => {
    const { personal } = databases();
    await choosePerson(personal, followed(ann, { name: "anna_k", petname: "Anna from work", kid: "pem" }));
    await choosePerson(personal, followed(bob, { choice: "muted", name: "W".repeat(40) }));
    const view = open();
    const muted = await until(() => find("ul", "You have muted"), "the muted");
    expect(deepText(muted)).toContain("W".repeat(40));
    const opened: AuthorRequest[] = [];
    view.addEventListener("bt-author", ({ detail }) => opened.push(detail));
    (await until(() => find<HTMLButtonElement>("button.who", "Anna from work"), "Anna")).click();
    expect(opened).toEqual([{ author: ann, kid: "pem", name: "anna_k" }]);
    await picture("people", 720);
    await expectAccessible();
    await picture("people-320", 320);
    expectReflow();
  });

  it("are left by a press; the focus is not lost with the row", async () => {
    await choosePerson(databases().personal, followed(ann, { name: "anna_k" }));
    const view = open();
    const button = await until(() => find<HTMLButtonElement>("button", "Unfollow: anna_k"), "unfollow");
    button.focus();
    button.click();
    await until(() => deepText(view).includes("You follow nobody"), "the empty list");
    await until(() => deepText(view).includes("Nothing is remembered about anna_k"), "the message");
    await until(() => view.shadowRoot?.activeElement?.id === "title", "the focus");
  });
});

describe("a key that was passed on", () => {
  it("shows whose it is and what of theirs is here, before it is followed", async () => {
    const voice = await Voice.of(databases().community);
    await voice.review({ nickname: "anna_k" });
    open();
    await paste(keyLink(voice.key.kid, "Ann\u202ea") ?? "");
    const card = await until(() => find(".card", "Key of Anna"), "the card");
    expect(deepText(card)).toContain("1 review of theirs is in your copy.");
    expect(deepText(card)).toContain("The name is what the link says");
    expect(await listPeople(databases().personal)).toEqual([]);
    await picture("follow-key", 400);
    await expectAccessible();
    (await until(() => find<HTMLButtonElement>(".card button", "Follow"), "Follow")).click();
    await until(() => find("ul", "You follow"), "the list");
    expect(await listPeople(databases().personal)).toMatchObject([
      { author: voice.author, kid: voice.key.kid, name: "Anna", choice: "followed" },
    ]);
  });

  it("is told to be none, or damaged, and what was pasted stays", async () => {
    const { key } = await Voice.of(databases().community);
    const view = open();
    await paste("https://example.com");
    await until(() => deepText(view).includes("This is no key."), "the refusal");
    const link = keyLink(key.kid) ?? "";
    await paste(`${link.slice(0, 80)}${link[80] === "x" ? "y" : "x"}${link.slice(81)}`);
    await until(() => deepText(view).includes("This key is damaged"), "the flaw");
    expect(deepAll<HTMLTextAreaElement>("textarea")[0]?.value).toContain("backtalk-key:");
  });

  it("is read from a picture where the browser has a reader, which is not offered where it has none", async () => {
    const { key } = await Voice.of(databases().community);
    open();
    await until(() => find("button", "Look"), "the form");
    expect(find("button", "Picture of a code")).toBeUndefined();
    const seen: number[] = [];
    vi.stubGlobal("BarcodeDetector", readerThatFinds(keyLink(key.kid, "Cem") ?? "", seen));
    open();
    await until(() => find("button", "Picture of a code"), "the offer");
    await giveFile("bt-follow-key", await pictureOf(keyLink(key.kid, "Cem") ?? ""));
    await until(() => find(".card", "Key of Cem"), "the card");
    expect(seen).toHaveLength(1);
    await giveFile("bt-follow-key", "no picture");
    await until(() => find("[role=alert]", "no readable code"), "the refusal");
  });
});

/** A reader as Chrome has it on some systems: this machine's has none. */
function readerThatFinds(text: string, seen: number[]): unknown {
  return class {
    static async getSupportedFormats(): Promise<string[]> {
      return ["qr_code"];
    }

    async detect(bitmap: ImageBitmap): Promise<{ rawValue: string }[]> {
      seen.push(bitmap.width);
      return [{ rawValue: text }];
    }
  };
}

async function pictureOf(text: string): Promise<Blob> {
  const { size } = await qrCodeOf(text);
  const canvas = new OffscreenCanvas(size, size);
  canvas.getContext("2d")?.fillRect(0, 0, size, size);
  return canvas.convertToBlob();
}

describe("files of circles", () => {
  it("are merged into what is here, and refused in words where they are something else", async () => {
    const there = openPersonal("somebody-elses");
    await choosePerson(there, followed(ann, { name: "anna_k" }));
    const [own, given] = [await exportCircles(there, nowMs), await exportForFriend(there, nowMs)];
    await there.delete();
    const view = open();
    await giveFile("bt-circle-files", own);
    await until(() => deepText(view).includes("1 person was added"), "the message");
    expect(await listPeople(databases().personal)).toMatchObject([{ author: ann, name: "anna_k" }]);
    await giveFile("bt-circle-files", given);
    await until(() => deepText(view).includes("This file is for something else."), "the refusal");
    await giveFile("bt-circle-files", own.replace("anna_k", "eve"));
    await until(() => deepText(view).includes("Nothing was"), "the damage");
  });

  it("of a friend say whom the friend follows, once friends of friends are to count", async () => {
    const there = openPersonal("a-friends");
    await choosePerson(there, followed(cem, { name: "Cem" }));
    const given = await exportForFriend(there, nowMs);
    await there.delete();
    await choosePerson(databases().personal, followed(bob, { name: "Bob" }));
    const view = open();
    await until(() => find("ul", "You follow"), "the list");
    expect(find("button", "Add whom they follow: Bob")).toBeUndefined();
    (
      await until(() => find<HTMLInputElement>("label", "Let friends of friends count"), "the switch")
    ).click();
    await until(() => find("button", "Add whom they follow: Bob"), "the offer");
    expect(await friendsOfFriends.getValue()).toBe(true);
    await giveFile("bt-given-circle", given);
    await until(() => deepText(view).includes("Bob follows 1 person."), "the message");
    await picture("given-circle", 400);
    await expectAccessible();
    (await until(() => find<HTMLButtonElement>("button", "Drop whom they follow: Bob"), "drop")).click();
    await until(() => deepText(view).includes("no longer known here"), "the message");
    expect((await listPeople(databases().personal))[0]?.circle).toBeUndefined();
  });
});
