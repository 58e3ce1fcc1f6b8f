import { background, commands, fakeBrowser } from "../testing/extension.ts";
import { beforeEach, describe, expect, it } from "vitest";
import "./bt-privacy.ts";
import "./bt-privacy-original.ts";
import type { Collection } from "../../lib/model/research/collection.ts";
import type { NewItem, ResearchItem } from "../../lib/model/research/item.ts";
import { ok } from "../../lib/model/result.ts";
import { isErased } from "../../lib/research/privacy/protect.ts";
import { protectItem } from "../../lib/research/privacy/protect-item.ts";
import { makeSealKey } from "../../lib/research/privacy/seal-key.ts";
import { recording } from "../../lib/settings.ts";
import { databases } from "../databases.ts";
import { choose, fill, press } from "../testing/fields.ts";
import { aCollection, anItem, keepItems } from "../testing/research.ts";
import {
  deepText,
  emptyDatabases,
  expectAccessible,
  expectReflow,
  find,
  mount,
  picture,
  until,
  useTheme,
} from "../testing/mount.ts";
import { forgetOpened } from "./opened-keys.ts";

const passphrase = "four words of a kind";

beforeEach(async () => {
  fakeBrowser.reset();
  commands.length = 0;
  delete background.recheckItem;
  delete background.stopRecording;
  forgetOpened();
  await emptyDatabases();
  const { research } = databases();
  await Promise.all(research.tables.map((table) => table.clear()));
});

const research = () => databases().research;

const conversation: readonly Partial<NewItem>[] = [
  { author: "anna@social.example", text: "The soles again.", url: "https://social.example/@anna/1" },
  { author: "bo@other.example", text: "@anna@social.example mine too", url: "https://other.example/@bo/2" },
  { author: "carl@other.example", text: "no trouble", url: "https://other.example/@carl/3" },
];

async function stored(changes: Partial<Collection> = {}): Promise<[Collection, ResearchItem[]]> {
  const collection = await aCollection(changes);
  await research().collections.add(collection);
  const items = conversation.map((post, index) =>
    protectItem(anItem(index, { mentions: [], ...post }), collection),
  );
  return [collection, await keepItems(research(), await Promise.all(items))];
}

async function openPrivacy(collection: Collection): Promise<void> {
  const element = document.createElement("bt-privacy");
  element.collection = collection;
  await mount(element).show();
}

function unfold(title: string): void {
  const summary = find("summary", title);
  if (!(summary?.parentElement as HTMLDetailsElement | null)?.open) summary?.click();
}

describe("the people in a collection", () => {
  it("one of them is looked up and erased, with a receipt that does not name them", async () => {
    const [collection] = await stored();
    await openPrivacy(collection);
    unfold("One person");
    fill("[name=person]", "@anna@social.example");
    await press("Look up");
    await until(
      () => find("[role=status]", "1 item is by this person. 1 item by others names them."),
      "the counts",
    );
    expect(await research().items.count()).toBe(3);
    await press("Erase this person");
    await until(() => find("[role=status]", "Done. The receipt is below."), "the end");
    expect((await research().items.toArray()).map(({ text }) => text)).toEqual([
      "@p-erased mine too",
      "no trouble",
    ]);
    const receipt = await until(
      () => find("li", "1 item deleted and a name taken out of 1 other item"),
      "the receipt",
    );
    expect(deepText(receipt)).not.toContain("anna");
    expect(find<HTMLInputElement>("[name=person]")?.value).toBe("");
  });

  it("somebody of whom nothing is there can be kept out all the same", async () => {
    const [collection] = await stored();
    await openPrivacy(collection);
    unfold("One person");
    fill("[name=person]", "@dora");
    await press("Look up");
    await until(() => find("[role=status]", "Nothing was found."), "the answer");
    expect(find("button", "Erase this person")).toBeUndefined();
    await press("Keep this person out from now on");
    await until(() => find("li", "0 items deleted"), "the receipt");
    const after = await research().collections.get(collection.id);
    const post = { ...anItem(9), author: "dora", site: "x", url: "https://x.com/dora/status/1" };
    expect(isErased(await protectItem(post, after!))).toBe(true);
  });
});

describe("protection", () => {
  it("that is made stricter holds for what is kept", async () => {
    const [collection] = await stored({
      privacy: { pseudonymise: false, keepMedia: false, audience: "public-only" },
    });
    await openPrivacy(collection);
    choose("[name=pseudonymise]");
    await until(() => find(".note", "This holds for what is kept already"), "the warning");
    await press("Change");
    await until(() => find("[role=status]", "Changed."), "the change");
    await until(async () => (await research().chores.count()) === 0, "the end");
    const authors = (await research().items.toArray()).map(({ author }) => author);
    expect(authors).toEqual(authors.map(() => expect.stringMatching(/^p-\w{12}$/u)));
  });

  it("that is made looser needs a reason", async () => {
    const [collection] = await stored();
    await openPrivacy(collection);
    choose("[name=keep_media]");
    await until(() => find(".note", "This protects people less."), "the warning");
    await press("Change");
    await until(() => find("[role=alert]", "Say why, please."), "the fault");
    expect((await research().collections.get(collection.id))?.privacy.keepMedia).toBe(false);
    fill("[name=reason]", "The board agreed");
    await press("Change");
    await until(
      async () => (await research().collections.get(collection.id))?.privacy.keepMedia,
      "the change",
    );
    await until(() => find("li", "The board agreed"), "the line");
  });
});

describe("whether posts are still there", () => {
  const open = { pseudonymise: false, keepMedia: false, audience: "public-only" } as const;

  it("nobody is asked before a press that names each host, and no host that was unticked", async () => {
    background.recheckItem = async ({ seq }) => {
      await research().items.update(seq, { recheck: { at: 1, found: "gone" } });
      return ok("gone");
    };
    const [collection, items] = await stored({ privacy: open });
    await openPrivacy(collection);
    unfold("still there");
    await press("Show who would be asked");
    await until(() => find(".check", "other.example 2 addresses"), "the hosts");
    expect(commands).toEqual([]);
    choose('[value="other.example"]', false);
    await press("Ask this host");
    await until(() => find("[role=status]", "0 still there, 1 gone, 0 unclear."), "the outcome");
    expect(commands).toEqual([
      {
        name: "recheckItem",
        data: { collection: collection.id, seq: items[0]?.seq, url: "https://social.example/@anna/1" },
      },
    ]);
    await press("Delete the 1 item whose post is gone");
    await until(() => find("[role=status]", "1 item was deleted."), "the deletion");
    expect(await research().items.count()).toBe(2);
  });

  it("a host that does not want it is left alone, and says why", async () => {
    background.recheckItem = async () => ({
      ok: false,
      error: { code: "rate-limited", params: { waitMs: 60_000 } },
    });
    const [collection] = await stored({ privacy: open });
    await openPrivacy(collection);
    unfold("still there");
    await press("Show who would be asked");
    await press("Ask these 2 hosts");
    await until(() => find("li", "other.example"), "the reason");
    expect(commands).toHaveLength(2);
  });
});

async function sealed(): Promise<{ collection: Collection; items: ResearchItem[]; file: File }> {
  const key = await makeSealKey(passphrase);
  const privacy = {
    pseudonymise: true,
    keepMedia: false,
    audience: "public-only",
    sealTo: key.publicKey,
  } as const;
  const [collection, items] = await stored({ privacy });
  return { collection, items, file: new File([key.file], "key.jwe") };
}

function give(file: File, words: string): void {
  const files = new DataTransfer();
  files.items.add(file);
  const field = find<HTMLInputElement>("[name=key]");
  if (field) field.files = files.files;
  fill("input[name=passphrase]", words);
}

describe("originals that are sealed", () => {
  it("are shown to whoever has file and passphrase, until the page goes", async () => {
    const { collection, items, file } = await sealed();
    const element = document.createElement("bt-privacy-original");
    Object.assign(element, { collection, item: items[0] });
    mount(element);
    (await until(() => find("summary", "The original is sealed"))).click();
    give(file, "something else entirely");
    await press("Open the key");
    await until(() => find("[role=alert]", "That passphrase does not open this file."), "the refusal");
    give(file, passphrase);
    await press("Open the key");
    await press("Show the original");
    const link = await until(() => find<HTMLAnchorElement>("a"), "the address");
    expect(link.href).toBe("https://social.example/@anna/1");
    expect(deepText(document.body)).toContain("@anna@social.example");
    element.item = items[1];
    await until(() => !deepText(document.body).includes("anna"), "another item");
    expect(JSON.stringify(await research().items.toArray())).not.toMatch(/@anna|anna@/u);
  });
});

describe("the data statement", () => {
  it("is stored as it is typed, and stands in the text for the board", async () => {
    const [collection] = await stored();
    await openPrivacy(collection);
    unfold("Data statement");
    fill("[name=purpose]", "Why soles come off");
    fill("[name=limits]", "One account's feed");
    await until(async () => {
      const row = await research().collections.get(collection.id);
      return row?.statement.purpose === "Why soles come off" && row.statement.limits === "One account's feed";
    }, "the statement");
    const text = await until(() => find("pre", "Why soles come off"), "the text");
    expect(deepText(text)).toContain("Still to be answered.");
    expect(deepText(text)).toContain("HMAC-SHA-256");
  });
});

describe("deleting a collection", () => {
  it("takes its name, stops its recording and leaves nothing", async () => {
    background.stopRecording = async () => ok(undefined);
    const [collection] = await stored();
    await recording.setValue({ collection: collection.id } as never);
    await openPrivacy(collection);
    unfold("Delete the collection");
    fill("input[name=name]", "Returns");
    await press("Delete everything in it");
    await until(() => find("[role=alert]", "That is not its name."), "the fault");
    expect(await research().collections.count()).toBe(1);
    fill("input[name=name]", "Returns study");
    await press("Delete everything in it");
    await until(
      async () => (await research().chores.count()) + (await research().items.count()) === 0,
      "the end",
    );
    expect(await research().collections.count()).toBe(0);
    expect(commands.map(({ name }) => name)).toEqual(["stopRecording"]);
  });
});

it.each([1280, 320])("the dialog can be read and used by everybody at %i px", async (width) => {
  const [collection] = await stored({
    name: "An endlessly long name of a study that breaks every line of ours",
  });
  await openPrivacy(collection);
  for (const title of ["One person", "still there", "Data statement", "Delete the collection"]) unfold(title);
  await picture(`research-privacy-${width}`, width, 1600);
  expectReflow();
  await expectAccessible();
  await picture(`research-privacy-${width}-dark`, width, 1600);
  useTheme("light");
});
