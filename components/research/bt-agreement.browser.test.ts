import "../testing/extension.ts";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import "./bt-agreement.ts";
import "./bt-coding-tasks.ts";
import { codingsBy, emptyCoding } from "../../lib/db/research-codings.ts";
import { putCodings } from "../../lib/db/research-items.ts";
import { keepSample, samplesOf } from "../../lib/db/research-samples.ts";
import { tasksWithProgress } from "../../lib/db/research-tasks.ts";
import type { Codebook, ReliabilitySample } from "../../lib/model/research/coding.ts";
import type { Collection } from "../../lib/model/research/collection.ts";
import type { FoundItems } from "../../lib/model/research/query.ts";
import type { ResearchItem } from "../../lib/model/research/item.ts";
import { ok, problem, type Result } from "../../lib/model/result.ts";
import { answersFile, readSampleFile, sampleFile } from "../../lib/research/reliability/sample-file.ts";
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
const codebook: Codebook = {
  version: 2,
  createdAt: sampleNoon,
  note: "",
  codes: [
    { id: "price", name: "Price", description: "What it costs", colour: 1 },
    { id: "returns", name: "Returns", description: "", colour: 2 },
  ],
};
let collection: Collection;
let items: readonly ResearchItem[];

beforeEach(async () => {
  collection = await aCollection({ codebook, coder: "Ada" });
  await db.collections.put(collection);
  items = await keepItems(
    db,
    Array.from({ length: 40 }, (_, at) => anItem(at)),
  );
});
afterEach(emptyDatabases);

const shows = (text: string): boolean => deepText(document.body).includes(text);
const press = async (name: string): Promise<void> => (await until(() => find("button", name), name)).click();

/** What the workspace's worker would find: everything. */
const everything = {
  find: async (): Promise<Result<FoundItems>> =>
    ok({
      seqs: Uint32Array.from(items, ({ seq }) => seq),
      total: items.length,
      facets: { brands: [], sites: [], sessions: [], codes: [], langs: [], sentiments: [], why: [] },
    }),
};

async function opened(queries = everything): Promise<HTMLElement> {
  const element = mount(Object.assign(document.createElement("bt-agreement"), { collection, queries }));
  await element.show();
  await until(() => find("dialog[open]"), "the dialog");
  return element;
}

/** A sample of ten, coded by Ada: half have a price. */
async function coded(): Promise<ReliabilitySample> {
  const draft = {
    id: "s-1",
    collection: collection.id,
    seed: "may",
    codebook: 2,
    isWhole: true,
    createdAt: sampleNoon,
  };
  const ten = items.slice(0, 10);
  await putCodings(
    db,
    ten.map(({ seq }, at) => ({ ...emptyCoding(collection, seq), codes: at < 5 ? ["price"] : [], at: 1 })),
  );
  return keepSample(
    db,
    draft,
    ten.map(({ seq }) => seq),
  );
}

/** Grace says what Ada says, but for the first item. */
async function gracesFile(sample: ReliabilitySample): Promise<string> {
  const read = await readSampleFile(await sampleFile(sample, collection, items.slice(0, 10), 1), 1);
  if (!read.ok) throw new Error("no task");
  const answers = sample.keys.map(
    (key, at) => [key, { codes: at > 0 && at < 5 ? ["price"] : [], note: "", at: 2 }] as const,
  );
  return answersFile({ ...read.value, coder: "Grace" }, new Map(answers), 3);
}

function choose(text: string): void {
  const input = find<HTMLInputElement>("input[type=file]");
  if (!input) throw new Error("no file to choose");
  const data = new DataTransfer();
  data.items.add(new File([text], "file.json"));
  input.files = data.files;
  input.dispatchEvent(new Event("change"));
}

describe("agreement", () => {
  it("a sample is drawn by a seed from everything, and coded by oneself without what was computed", async () => {
    await opened();
    const size = await until(() => find<HTMLInputElement>("input[name=size]"));
    size.value = "3";
    size.dispatchEvent(new Event("input"));
    const seed = find<HTMLInputElement>("input[name=seed]");
    if (seed) seed.value = "may";
    seed?.dispatchEvent(new Event("input"));
    await press("Draw");
    await until(() => shows("From everything in the collection, seed may"));
    const [sample] = await samplesOf(db, collection.id);
    expect(sample).toMatchObject({ seed: "may", codebook: 2, isWhole: true });
    expect(sample?.keys).toHaveLength(3);
    await press("Code it yourself");
    await until(() => shows("Item 1 of 3 · 0 coded"));
    expect(shows("as computed")).toBe(false);
    (await until(() => find('button[aria-disabled="false"]', "Price"))).click();
    await until(() => shows("Item 1 of 3 · 1 coded"));
    await press("Next");
    await until(() => shows("Item 2 of 3"));
    (await until(() => find("fieldset:enabled input[value='-1']"))).click();
    await until(async () => (await codingsBy(db, collection.id, "Ada")).length === 2);
    await press("Enough for now");
    await until(() => shows("You have coded 2 of 3"));
    const codings = await codingsBy(db, collection.id, "Ada");
    expect(codings.every((coding) => coding.sample === sample?.id)).toBe(true);
    expect(codings.map(({ codes }) => codes.length).toSorted((x, y) => x - y)).toEqual([0, 1]);
    expect(codings.map(({ sentiment }) => sentiment)).toContain(-1);
    await press("Code it yourself");
    await until(() => shows("Item 3 of 3"));
  });

  it("a worker that fails is told, and nothing is kept", async () => {
    await opened({ find: async () => problem("timeout") });
    (await until(() => find("button[type=submit]"))).click();
    await until(() => find("[role=alert]"));
    expect(await samplesOf(db, collection.id)).toEqual([]);
  });

  it("a second coder's file gives agreement with intervals, and leads to the items on which they differ", async () => {
    const sample = await coded();
    const element = await opened();
    await until(() => shows("Nobody else has coded it yet"));
    choose(await gracesFile(sample));
    await until(() => shows("10 answers of Grace read"));
    await until(() => find("table"));
    const rows = deepAll("tbody tr").map((row) => deepText(row).trim());
    // Nine of ten alike; Ada gave five prices, Grace four: (0.9 − 0.5) / (1 − 0.5).
    expect(rows.find((row) => row.startsWith("Price"))).toMatch(
      /^Price +10 +5 · 4 +0\.90 \(0\.60–0\.98\) +0\.80 \(/u,
    );
    expect(rows.find((row) => row.startsWith("Returns"))).toContain(
      "1.00 (0.72–1.00) not defined not defined",
    );
    expect(rows.find((row) => row.startsWith("Sentiment"))).toContain("not defined");
    expect(shows("NaN")).toBe(false);
    await until(() => shows("Price: only Ada"));
    let seq: unknown;
    element.addEventListener("bt-open", (event) => (seq = (event as CustomEvent).detail), { once: true });
    await press("Look at it");
    expect(seq).toEqual({ seq: items[0]?.seq, byMoving: false });
    await until(() => !find("dialog[open]"));
  });

  it("answers to another sample and damaged files are refused", async () => {
    const sample = await coded();
    await opened();
    await until(() => find("input[type=file]"));
    choose(await gracesFile({ ...sample, id: "s-9" }));
    await until(() => shows("belong to a sample of another collection"));
    choose((await gracesFile(sample)).replace("Grace", "Eve"));
    await until(() =>
      deepAll("[role=alert]").some((alert) => !deepText(alert).includes("another collection")),
    );
    expect(await codingsBy(db, collection.id, "Eve")).toEqual([]);
  });

  it("is accessible and fits 320 px", async () => {
    const sample = await coded();
    await opened();
    await until(() => find("input[type=file]"));
    choose(await gracesFile(sample));
    await until(() => shows("Price: only Ada"));
    await until(() => find("table"));
    await picture("agreement", 1280, 1000);
    await picture("agreement-320", 320, 1200);
    expectReflow();
    await expectAccessible();
    useTheme("dark");
    await picture("agreement-dark", 900, 1000);
    useTheme("light");
  });
});

async function task(): Promise<string> {
  return sampleFile(await coded(), collection, items.slice(0, 3), 1);
}

async function tasks(): Promise<void> {
  mount(document.createElement("bt-coding-tasks"));
  await until(() => find("input[type=file]"));
}

describe("coding for others", () => {
  it("a file is opened, coded item by item and gone on with later", async () => {
    const file = await task();
    await tasks();
    choose(file);
    await until(() => shows("Returns study, for Ada"));
    expect(find<HTMLButtonElement>("button", "Save answers")?.disabled).toBe(true);
    (await until(() => find("button.primary", "Code"))).click();
    await until(() => shows("Item 1 of 3 · 0 coded"));
    expect(shows("p-0")).toBe(false);
    await press("Looked at it, no code fits");
    await press("Next");
    await until(() => shows("Item 2 of 3 · 1 coded"));
    await press("Enough for now");
    await until(() => shows("1 of 3 coded"));
    const name = find<HTMLInputElement>("input[type=text]");
    if (name) name.value = "Grace";
    name?.dispatchEvent(new Event("change"));
    await until(() => find<HTMLButtonElement>("button", "Save answers")?.disabled === false);
    expect(await tasksWithProgress(db)).toMatchObject([{ answered: 1, task: { coder: "Grace" } }]);
    (await until(() => find("button.primary", "Code"))).click();
    await until(() => shows("Item 2 of 3"));
    await picture("coding-task", 800, 800);
    await picture("coding-task-320", 320, 900);
    expectReflow();
    await expectAccessible();
  });

  it("a task is deleted with its texts, at the second press", async () => {
    const file = await task();
    await tasks();
    choose(file);
    await press("Delete");
    expect(await tasksWithProgress(db)).toHaveLength(1);
    await press("Delete texts and answers");
    await until(async () => (await tasksWithProgress(db)).length === 0);
  });

  it("a file of another kind is refused", async () => {
    await tasks();
    choose("{}");
    await until(() => find("[role=alert]"));
  });
});
