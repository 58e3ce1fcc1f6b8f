import "../testing/extension.ts";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { useLanguage } from "../testing/extension.ts";
import {
  deepAll,
  deepText,
  expectAccessible,
  expectReflow,
  find,
  mount,
  picture,
  until,
} from "../testing/mount.ts";
import { aCollection, anItem, keepItems, sampleNoon } from "../testing/research.ts";
import { emptyResearch, workingTransfers } from "../testing/transfers.ts";
import { exportCollection } from "../../lib/research/export/export-collection.ts";
import { encryptStream } from "../../lib/research/privacy/encrypt.ts";
import { databases } from "../databases.ts";
import { Import } from "./bt-import.ts";
import type { ImportFileField } from "./bt-import-file.ts";
import { everythingIn } from "./export-choices.ts";

beforeEach(emptyResearch);
afterEach(() => {
  document.body.replaceChildren();
  useLanguage("en", "ltr");
});

async function exported(count: number): Promise<Blob> {
  const db = databases().research;
  await db.collections.put(await aCollection());
  await keepItems(
    db,
    Array.from({ length: count }, (_, n) => anItem(n)),
  );
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  await exportCollection(
    {
      collection: "returns-study",
      filter: everythingIn("returns-study"),
      kind: "folder",
      formats: ["ndjson"],
      forSpreadsheets: true,
    },
    { write: (bytes) => void pieces.push(bytes.slice()) },
    { db, extension: "0.1.0", now: () => sampleNoon, told: () => {} },
    new AbortController().signal,
  );
  await emptyResearch();
  return new Blob(pieces);
}

async function shown(): Promise<Import> {
  const element = new Import();
  element.transfers = workingTransfers();
  mount(element);
  await element.show();
  return element;
}

/** As a file that was dropped onto the dialog. */
function drop(file: Blob, name: string): void {
  const [place] = deepAll<ImportFileField>("bt-import-file");
  const [zone] = deepAll(".drop");
  expect(place).toBeDefined();
  const data = new DataTransfer();
  data.items.add(new File([file], name));
  zone?.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
}

async function press(text: string): Promise<void> {
  await userEvent.click(await until(() => find<HTMLButtonElement>("button:not(:disabled)", text), text));
}

function field(name: string): HTMLInputElement {
  const [found] = deepAll<HTMLInputElement>(`[name="${name}"]`);
  if (!found) throw new Error(`no field ${name}`);
  return found;
}

describe("the import dialog", () => {
  it("says what is in a folder before anything is written, then brings it into a new collection", async () => {
    const file = await exported(3);
    const element = await shown();
    const told: unknown[] = [];
    element.addEventListener("bt-imported", (event) => told.push((event as CustomEvent).detail));
    drop(file, "returns.zip");
    await until(() => find("[role=status]", "Folder of Backtalk"));
    expect(deepText(document.body)).toContain("3 items");
    expect(deepAll("tbody tr")).toHaveLength(3);
    expect(await databases().research.collections.count()).toBe(0);
    expect(field("new-name").value).toBe("Returns study");
    // Whoever coded it goes on with it, unless somebody else says their own name.
    expect(field("coder").value).toBe("me");
    expect(deepText(document.body)).toContain("Under that name you go on with these codes");
    await userEvent.fill(field("new-name"), "From a colleague");
    await press("Import");
    await until(() => find("[role=status]", "3 items added"));
    const [collection] = await databases().research.collections.toArray();
    expect(collection).toMatchObject({ name: "From a colleague", coder: "me" });
    expect(told).toEqual([{ collection: collection?.id }]);
    await press("Import");
    await until(() => find("[role=status]", "3 were there already"));
    expect(await databases().research.items.count()).toBe(3);
  });

  it("asks for the passphrase of an encrypted file, and again where it is wrong", async () => {
    const plain = (await exported(1)).stream();
    const file = await new Response(plain.pipeThrough(encryptStream("four words of mine", 4))).blob();
    await shown();
    drop(file, "returns.zip.age");
    await until(() => find("p", "This file is encrypted."));
    expect(find("[role=alert]")?.textContent).toBe("");
    await userEvent.fill(field("passphrase"), "other words");
    await press("Open");
    await until(() => find("[role=alert]", "does not open"));
    await userEvent.fill(field("passphrase"), "four words of mine");
    await press("Open");
    await until(() => find("[role=status]", "Folder of Backtalk"));
    await press("Import");
    await until(() => find("[role=status]", "1 item added"));
  });

  it("names rows that were not taken, and takes what somebody vouches for", async () => {
    await databases().research.collections.put(await aCollection());
    const element = await shown();
    element.collection = await aCollection();
    const rows = ["1,1,anna,Soles,2026-11-21 14:03:00", "2,1,bo,Again,some day"];
    drop(new Blob([`id,thread_id,author,body,timestamp\n${rows.join("\n")}\n`]), "4cat.csv");
    await until(() => find("[role=status]", "CSV of 4CAT"));
    expect(deepText(document.body)).toContain("become pseudonyms");
    await press("Import");
    await until(() => find("[role=status]", "2 rows not taken"));
    expect(deepText(document.body)).toContain("4cat.csv, row 2 does not show that everybody may read it");
    expect(deepText(document.body)).toContain(
      "4cat.csv, row 3 does not have the expected shape: published_at",
    );
    await userEvent.click(field("vouch"));
    await press("Import");
    await until(() => find("[role=status]", "1 item added"));
    const [item] = await databases().research.items.toArray();
    expect(item?.author).toMatch(/^p-/);
  });

  it("says of what it cannot read what is wrong with it", async () => {
    await shown();
    drop(new Blob(["hello"]), "hello.txt");
    await until(() => find("[role=alert]", "no file that can be imported"));
    drop(new Blob(["PK\u0003\u0004 and no more"]), "cut.zip");
    await until(() => find("[role=alert]", "damaged"));
    expect(find<HTMLButtonElement>("button[type=submit]")?.disabled).toBe(true);
  });

  it("is accessible, fits a narrow window and the other direction", async () => {
    const file = await exported(5);
    await shown();
    drop(file, "a-file-with-a-very-long-name-".repeat(6));
    await until(() => deepAll("tbody tr").length === 5);
    await picture("research-import-1280", 1280, 800);
    await expectAccessible();
    await picture("research-import-dark", 1280, 800);
    useLanguage("ar", "rtl");
    await picture("research-import-320-rtl", 320, 800);
    expectReflow();
  });
});
