import "../testing/extension.ts";
import { strFromU8, unzipSync } from "fflate";
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
import { aCollection, anItem, keepItems } from "../testing/research.ts";
import { catchDownloads, emptyResearch, simpleQueries, workingTransfers } from "../testing/transfers.ts";
import type { Collection } from "../../lib/model/research/collection.ts";
import { databases } from "../databases.ts";
import { Export } from "./bt-export.ts";
import { everythingIn } from "./export-choices.ts";

let downloads: ReturnType<typeof catchDownloads>;
beforeEach(async () => {
  await emptyResearch();
  downloads = catchDownloads();
});
afterEach(() => {
  downloads.stop();
  document.body.replaceChildren();
  useLanguage("en", "ltr");
});

async function shown(
  changes: Partial<Export> = {},
  collectionChanges: Partial<Collection> = {},
): Promise<Export> {
  const collection = await aCollection(collectionChanges);
  await databases().research.collections.put(collection);
  const items = Array.from({ length: 30 }, (_, n) => anItem(n, n % 3 === 0 ? { site: "reddit" } : {}));
  await keepItems(databases().research, items);
  const element = new Export();
  Object.assign(element, {
    collection,
    filter: everythingIn(collection.id),
    queries: simpleQueries,
    transfers: workingTransfers(),
    ...changes,
  });
  mount(element);
  await element.show();
  return element;
}

const box = (name: string, value?: string): HTMLInputElement | undefined =>
  deepAll<HTMLInputElement>(`input[name="${name}"]${value ? `[value="${value}"]` : ""}`)[0];

async function press(element: HTMLElement | undefined): Promise<void> {
  expect(element).toBeDefined();
  if (element) await userEvent.click(element);
}

/** The file that was saved. */
async function saved(): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const { blob, name } = await until(async () => (await downloads.caught())[0]);
  return { name, bytes: new Uint8Array(await blob.arrayBuffer()) };
}

describe("the export dialog", () => {
  it("can be pressed once it is counted what goes along, so that no press is lost", async () => {
    const { promise: counting, resolve: counted } = Promise.withResolvers<void>();
    const findLate = async (...asked: Parameters<typeof simpleQueries.find>) => {
      await counting;
      return simpleQueries.find(...asked);
    };
    const showing = shown({ queries: { ...simpleQueries, find: findLate } });
    const submit = await until(() => find<HTMLButtonElement>("button[type=submit]"));
    expect(submit.disabled).toBe(true);
    counted();
    await showing;
    await until(() => !submit.disabled, "the count");
  });

  it("saves a folder with the chosen formats, and says what was saved", async () => {
    await shown();
    expect(find("label", "30 items")).toBeDefined();
    await press(box("format", "parquet"));
    await press(find("button", "Export"));
    const { bytes, name } = await saved();
    expect(name).toMatch(/^returns-study-\d{4}-\d\d-\d\d\.zip$/);
    const paths = Object.keys(unzipSync(bytes));
    expect(paths).toEqual(expect.arrayContaining(["items.csv", "datapackage.json", "checksums.txt"]));
    expect(paths.some((path) => path.startsWith("items/date="))).toBe(true);
    await until(() => find("[role=status]", `Done: ${name}`));
    expect(deepText(document.body)).toContain("30 items");
    await press(find("button", "Save it again"));
    expect((await saved()).bytes).toEqual(bytes);
  });

  it("offers what is filtered and what is selected, and takes what is chosen", async () => {
    const filter = { ...everythingIn("returns-study"), sites: ["reddit"] };
    await shown({ filter, selected: new Set([3]) });
    expect(box("scope", "selected")?.checked).toBe(true);
    expect(find("label", "What is selected: 1 item")).toBeDefined();
    expect(find("label", "What the filters show: 10 items")).toBeDefined();
    await press(box("scope", "filtered"));
    await press(box("kind", "file"));
    await press(box("format", "ndjson"));
    await press(find("button", "Export"));
    const { bytes, name } = await saved();
    expect(name).toMatch(/\.ndjson$/);
    const sites = strFromU8(bytes)
      .trimEnd()
      .split("\n")
      .map((line) => (JSON.parse(line) as { site: string }).site);
    expect(sites).toEqual(Array.from({ length: 10 }, () => "reddit"));
  });

  it("shows the first ten items in the chosen columns", async () => {
    await shown();
    await until(() => deepAll("tbody tr").length === 10);
    await press(find("summary", "Columns"));
    await press(find("button", "Needed only"));
    await until(() => deepAll("thead th").length === 6);
    await press(box("column", "lang"));
    await until(() => deepAll("thead th").length === 7);
    expect(deepAll("thead th").map((cell) => cell.textContent)).toEqual([
      "key",
      "collection",
      "site",
      "url",
      "collected_at",
      "text",
      "lang",
    ]);
  });

  it("says what stands in the way, at the field", async () => {
    await shown();
    await press(box("format", "csv"));
    await press(box("format", "ndjson"));
    await press(find("button", "Export"));
    await until(() => find("[role=alert]:not([hidden])", "at least one format"));
    await press(box("format", "csv"));
    await press(box("encrypt"));
    await userEvent.fill(box("passphrase") as HTMLInputElement, "short");
    await press(find("button", "Export"));
    await until(() => box("passphrase")?.getAttribute("aria-invalid") === "true");
    expect(deepText(document.body)).toContain("At least 12 characters.");
    expect(await downloads.caught()).toEqual([]);
  });

  it("says what is pseudonymised, and leads to a data statement that is not complete", async () => {
    const element = await shown();
    expect(deepText(document.body)).toContain("still personal data");
    let asked = 0;
    element.addEventListener("bt-statement", () => asked++);
    await press(find("button", "Answer"));
    expect(asked).toBe(1);
    const open = { pseudonymise: false, keepMedia: true, audience: "public-only" } as const;
    document.body.replaceChildren();
    await emptyResearch();
    await shown({}, { privacy: open });
    expect(deepText(document.body)).toContain("stand as the pages showed them");
  });

  it("says how far it is and stops when it is told to", async () => {
    const transfers = workingTransfers();
    let signal: AbortSignal | undefined;
    transfers.export = async (_, told, given) => {
      signal = given;
      told({ rows: 1500, share: 0.5 });
      return new Promise(() => {});
    };
    await shown({ transfers });
    await press(find("button", "Export"));
    await until(() => find("[role=status]", "1,500 rows"));
    expect(deepAll<HTMLProgressElement>("progress")[0]?.value).toBe(0.5);
    await press(find("button", "Cancel"));
    await until(() => find("[role=alert]", "Stopped"));
    expect(signal?.aborted).toBe(true);
    expect(find<HTMLButtonElement>("button", "Export")?.disabled).toBe(false);
    expect(await downloads.caught()).toEqual([]);
  });

  it("says when the disk is full", async () => {
    const transfers = workingTransfers();
    transfers.export = async () => ({ ok: false, error: { code: "quota" } });
    await shown({ transfers });
    await press(find("button", "Export"));
    await until(() => find("[role=alert]", "out of space"));
  });

  it("is accessible, fits a narrow window, and long names and the other direction do no harm", async () => {
    await shown({}, { name: "Returns of running shoes in very many places ".repeat(4) });
    await until(() => deepAll("tbody tr").length === 10);
    await press(box("encrypt"));
    await picture("research-export-1280", 1280, 900);
    await expectAccessible();
    await picture("research-export-dark", 1280, 900);
    useLanguage("ar", "rtl");
    await picture("research-export-320-rtl", 320, 900);
    expectReflow();
  });
});
