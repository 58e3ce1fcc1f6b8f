import { useLanguage } from "../testing/extension.ts";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import "./bt-codebook.ts";
import { codebookVersions, saveCodebook } from "../../lib/db/research-codebook.ts";
import { codeItems } from "../../lib/db/research-codings.ts";
import type { Code, Codebook } from "../../lib/model/research/coding.ts";
import type { Collection } from "../../lib/model/research/collection.ts";
import { codebookFile } from "../../lib/research/codebook/codebook-file.ts";
import { databases } from "../databases.ts";
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
} from "../testing/mount.ts";
import { aCollection, anItem, keepItems, sampleNoon } from "../testing/research.ts";

const db = databases().research;
const code = (id: string, name: string, parent?: string): Code => ({
  id,
  name,
  description: "",
  colour: 0,
  ...(parent !== undefined && { parent }),
});
const first: Codebook = {
  version: 1,
  createdAt: sampleNoon,
  note: "",
  codes: [code("service", "Service"), code("phone", "Telephone", "service"), code("price", "Price")],
};
let collection: Collection;

beforeEach(async () => {
  collection = await aCollection({ codebook: first });
  await db.collections.put(collection);
});
afterEach(emptyDatabases);

async function opened(): Promise<HTMLElement> {
  const element = mount(Object.assign(document.createElement("bt-codebook"), { collection }));
  await element.show();
  await until(() => find("dialog[open]") && find(".codes"), "the dialog");
  return element;
}

const focused = (): string =>
  find("bt-codebook-list")?.shadowRoot?.activeElement?.getAttribute("aria-label") ?? "";
const drawn = (): string =>
  deepAll(".codes > li")
    .map((row) => `${row.className.slice(-1)} ${deepText(row).trim()}`)
    .join(", ");
const press = async (name: string): Promise<void> => {
  const button = await until(() => find("button", name), name);
  button.click();
};
async function fill(selector: string, value: string): Promise<void> {
  const field = await until(() => find<HTMLInputElement>(selector), selector);
  field.value = value;
  field.dispatchEvent(new Event("input"));
}
const current = async (): Promise<Codebook | undefined> =>
  (await db.collections.get(collection.id))?.codebook;

describe("writing a codebook", () => {
  it("a new code, saved with a note, makes the next version; the one before stays", async () => {
    await opened();
    await press("Add a code");
    await fill("input[name=name]", "Returns & refunds");
    await fill("form textarea", "Sending things back");
    find<HTMLInputElement>('input[name=colour][value="4"]')?.click();
    find("button[type=submit]")?.click();
    await until(() => drawn().includes("Returns & refunds"));
    expect(await current()).toEqual(first);
    await fill(".field textarea", "Asked for by the second coder");
    await press("Save as next version");
    await until(() => deepText(document.body).includes("Version 2 is in force"));
    expect((await current())?.codes.at(-1)).toEqual({
      id: "returns-refunds",
      name: "Returns & refunds",
      description: "Sending things back",
      colour: 4,
    });
    const versions = await codebookVersions(db, collection.id);
    expect(versions.map(({ version, note }) => `${version} ${note}`)).toEqual([
      "2 Asked for by the second coder",
      "1 ",
    ]);
  });

  it("a code without a name is not taken", async () => {
    await opened();
    await press("Add a code");
    await until(() => find("button[type=submit]"));
    find("button[type=submit]")?.click();
    await until(() => deepText(document.body).includes("A code needs a name"));
  });

  it("a code that is renamed keeps its id", async () => {
    await opened();
    await press("Edit Price");
    await fill("input[name=name]", "What it costs");
    find("button[type=submit]")?.click();
    await press("Save as next version");
    await until(async () => (await current())?.version === 2);
    expect((await current())?.codes.find(({ id }) => id === "price")?.name).toBe("What it costs");
  });

  it("codes move by buttons and by Alt and arrows, and the focus goes with them", async () => {
    await opened();
    expect(drawn()).toBe("0 Service, 1 Telephone, 0 Price");
    await press("Move Price up");
    await until(() => drawn() === "0 Price, 0 Service, 1 Telephone");
    await until(() => focused() === "Move Price up");
    const key = { key: "ArrowDown", altKey: true, bubbles: true, cancelable: true };
    find("bt-codebook-list")?.shadowRoot?.activeElement?.dispatchEvent(new KeyboardEvent("keydown", key));
    await until(() => drawn() === "0 Service, 1 Telephone, 0 Price");
    await press("Move Price under the code before it");
    await until(() => drawn() === "0 Service, 1 Telephone, 1 Price");
    await press("Move Telephone out of");
    await until(() => drawn() === "0 Service, 1 Price, 0 Telephone");
  });

  it("in a language that runs to the left, Alt and the left arrow lead further in", async () => {
    useLanguage("ar", "rtl");
    try {
      await opened();
      (await until(() => find('li[data-id="price"] [data-act="edit"]'))).focus();
      const key = { key: "ArrowLeft", altKey: true, bubbles: true, cancelable: true };
      find("bt-codebook-list")?.shadowRoot?.activeElement?.dispatchEvent(new KeyboardEvent("keydown", key));
      await until(() => drawn() === "0 Service, 1 Telephone, 1 Price");
      await picture("codebook-rtl", 640, 700);
    } finally {
      useLanguage("en", "ltr");
    }
  });

  it("taking out a code that is in use says so, and its codings stay", async () => {
    const items = await keepItems(db, [anItem(1), anItem(2)]);
    await codeItems(
      db,
      collection,
      items.map(({ seq }) => seq),
      { code: "price", on: true },
      sampleNoon,
    );
    await opened();
    await press("Take Price out");
    await until(() => deepText(document.body).includes("Price is named in 2 codings. It stays there"));
    await press("Save as next version");
    await until(async () => (await current())?.version === 2);
    expect(await db.codings.toArray()).toMatchObject([{ codes: ["price"] }, { codes: ["price"] }]);
  });

  it("an id is not given again after its code was taken out", async () => {
    await saveCodebook(db, { collection: collection.id, from: 1, codes: [], note: "" }, sampleNoon);
    collection = (await db.collections.get(collection.id)) as Collection;
    await opened();
    await until(() => find("summary"));
    await press("Add a code");
    await fill("input[name=name]", "Price");
    find("button[type=submit]")?.click();
    await press("Save as next version");
    await until(async () => (await current())?.version === 3);
    expect((await current())?.codes.map(({ id }) => id)).toEqual(["price-2"]);
  });

  it("an earlier version can be taken up again, as the next one", async () => {
    await saveCodebook(db, { collection: collection.id, from: 1, codes: [], note: "Emptied" }, sampleNoon);
    collection = (await db.collections.get(collection.id)) as Collection;
    await opened();
    (await until(() => find("summary"))).click();
    await press("Take the codes of version 1");
    await until(() => drawn().includes("Service"));
    await press("Save as next version");
    await until(async () => (await current())?.version === 3);
    expect((await current())?.codes).toEqual(first.codes);
  });

  it("what another window saved meanwhile is not overwritten", async () => {
    await opened();
    await press("Take Price out");
    await saveCodebook(db, { collection: collection.id, from: 1, codes: [], note: "" }, sampleNoon);
    await press("Save as next version");
    await until(() => deepText(document.body).includes("Another window has made a newer version"));
    expect((await current())?.version).toBe(2);
  });

  it("changes that are not saved are not lost by closing once", async () => {
    await opened();
    await press("Take Price out");
    await press("Close");
    await until(() => deepText(document.body).includes("not saved"));
    expect(find("dialog[open]")).toBeDefined();
    await press("Drop changes");
    await until(() => !find("dialog[open]"));
    expect((await current())?.version).toBe(1);
  });

  it("a file brings codes in; one that is damaged is refused", async () => {
    await opened();
    const input = find<HTMLInputElement>("input[type=file]");
    const choose = (text: string): void => {
      const files = new DataTransfer();
      files.items.add(new File([text], "codebook.json"));
      if (input) input.files = files.files;
      input?.dispatchEvent(new Event("change"));
    };
    const file = await codebookFile({ ...first, codes: [code("mail", "Mail"), code("price", "Cost")] }, 1);
    choose(file.replace("Mail", "Male"));
    await until(() => find("[role=alert]"));
    choose(file);
    await until(() => drawn() === "0 Service, 1 Telephone, 0 Cost, 0 Mail");
  });

  it("is accessible and fits 320 px", async () => {
    await opened();
    await press("Take Telephone out");
    await picture("codebook", 1280, 800);
    await press("Edit Service");
    await picture("codebook-320", 320, 900);
    expectReflow();
    await expectAccessible();
    useTheme("dark");
    await picture("codebook-dark", 640, 900);
    useTheme("light");
  });
});
