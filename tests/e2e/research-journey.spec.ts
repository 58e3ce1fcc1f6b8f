import { expect, test } from "@playwright/test";
import { strFromU8, unzipSync, type Unzipped } from "fflate";
import type { Coding } from "../../lib/model/research/coding.ts";
import type { ResearchItem } from "../../lib/model/research/item.ts";
import type { Session } from "../../lib/model/research/session.ts";
import { duckDb, hasDuckDb } from "../support/duckdb.ts";
import { Journey } from "../support/journey.ts";
import { beginInSampleWorld, type SampleJourney } from "../support/sample-journey.ts";
import { inTemporaryFolder } from "../support/temporary-folder.ts";
import { codeAll, Workspace, type SavedFile } from "../support/workspace.ts";

// One story, told in parts: each goes on where the one before ended.
test.describe.configure({ mode: "serial" });

const feed = "https://chirp.example/";
const thread = "https://trailtalk.example/t/trail-shoe-for-wet-winters/42";
/** Posts of the feed before "More" is pressed, and of the thread. */
const inFeed = 10;
const inThread = 3;
const all = inFeed + inThread;

let sample: SampleJourney;
let other: Journey;
let mine: Workspace;
let theirs: Workspace;
let folder: SavedFile;

test.beforeAll(async () => {
  sample = await beginInSampleWorld();
  other = await Journey.begin({ sites: sample.journey.sites });
  await sample.journey.extension.setUp();
});

test.afterAll(async () => {
  expect(sample.journey.extension.complaints).toEqual([]);
  expect(other.extension.complaints).toEqual([]);
  await other?.end();
  await sample?.end();
});

const size = { width: 1360, height: 900 };
const rows = {
  items: (journey: Journey) => journey.allRows<ResearchItem>("research", "items"),
  codings: (journey: Journey) => journey.allRows<Coding>("research", "codings"),
  sessions: (journey: Journey) => journey.allRows<Session>("research", "sessions"),
};

/** What two researchers' items have to have in common, whatever they are called in each browser. */
function said({ author, collectedAt, lang, mentions, publishedAt, site, text, url }: ResearchItem): string {
  const brands = mentions.map(({ brandId, span }) => [brandId, span?.start]);
  return JSON.stringify([site, url, author, text, lang, publishedAt, collectedAt, brands]);
}

/** Codes and note of each coded item, by its words. */
async function codesIn(journey: Journey): Promise<readonly string[]> {
  const texts = new Map((await rows.items(journey)).map(({ seq, text }) => [seq, text]));
  const codings = await rows.codings(journey);
  return codings
    .map(({ codes, coder, note, seq }) => JSON.stringify([texts.get(seq), coder, codes, note]))
    .toSorted();
}

function lines(files: Unzipped, path: string): readonly unknown[] {
  const text = strFromU8(files[path]!).trimEnd();
  return text.split("\n").map((line): unknown => JSON.parse(line));
}

test("two platforms are recorded into a new collection, and counted while it happens", async () => {
  const { journey } = sample;
  mine = new Workspace(await journey.ownPage("research.html", size));
  await mine.newCollection("Returns study", "Robin");
  await mine.record();
  await journey.visit(feed);
  await journey.visit(thread);
  await mine.page.bringToFront();
  await expect(mine.bar).toContainText(`${all} posts seen · ${all} kept`);
  await expect(mine.count(`${all} mentions`)).toBeVisible();
  await mine.bar.getByRole("button", { name: "Stop" }).click();
  await expect(mine.bar).toBeHidden();

  await mine.row(0).locator(".text").click();
  const [item] = await rows.items(journey);
  expect(item?.author).toMatch(/^p-/u);
  await expect(mine.mention).toContainText("Session");
  await expect(mine.mention).toContainText("Detector");
  await mine.page.keyboard.press("Escape");
});

test("items are coded by keyboard, a note is written", async () => {
  await mine.addCodes("Durability", "Returns");
  await mine.grid.focus();
  await mine.page.keyboard.press("Home");
  await mine.page.keyboard.press("c");
  await expect(mine.mention.getByRole("button", { name: /Durability/ })).toBeFocused();
  await mine.page.keyboard.press("1");
  await expect(mine.row(0)).toContainText("Durability");
  await mine.page.keyboard.press("Escape");
  await expect(mine.grid).toBeFocused();
  await mine.page.keyboard.press("n");
  await expect(mine.mention.getByRole("textbox", { name: "Note" })).toBeFocused();
  await mine.page.keyboard.type("Third complaint this week.");
  await mine.page.keyboard.press("Escape");
  await expect(mine.grid).toBeFocused();

  // Many at once.
  await mine.page.keyboard.press("j");
  await mine.page.keyboard.press("x");
  await mine.page.keyboard.press("j");
  await mine.page.keyboard.press("j");
  await mine.page.keyboard.press("X");
  await mine.page.keyboard.press("c");
  const question = mine.page.getByRole("dialog", { name: "Code 3 mentions" });
  await question.getByRole("combobox", { name: "Code" }).selectOption("Returns");
  await question.getByRole("button", { name: "Add it" }).click();
  await expect(question).toBeHidden();
  for (const index of [1, 2, 3]) await expect(mine.row(index)).toContainText("Returns");
  await mine.page.getByRole("button", { name: "Select none" }).click();
  expect((await rows.codings(sample.journey)).map(({ codes }) => codes.length)).toEqual([1, 1, 1, 1]);
});

test("a bar of a chart filters the table; the chart has a table of its own and is saved as a picture", async () => {
  const tabs = mine.page.getByRole("tablist", { name: "More charts" });
  await tabs.getByRole("tab", { name: "Codes" }).click();
  const codes = mine.page.getByRole("region", { name: "Items by code" });
  // Slotted into it, so no descendant of it.
  await mine.page.getByRole("button", { name: "Returns: 3 items" }).click();
  await expect(mine.count(`3 mentions of ${all}`)).toBeVisible();
  await codes.getByRole("button", { name: "Table", exact: true }).click();
  await expect(codes.getByRole("row", { name: "Returns 3" })).toBeVisible();
  await codes.getByRole("button", { name: "Save: Items by code" }).click();
  const file = await mine.saved(mine.page.getByRole("menuitem", { name: "Picture (SVG) with its data" }));
  const files = unzipSync(file.bytes);
  const [svg, csv] = ["svg", "csv"].map((ending) =>
    Object.keys(files).find((name) => name.endsWith(ending))!,
  );
  expect(strFromU8(files[svg!]!)).toMatch(/^<svg[\s\S]*Returns study[\s\S]*<\/svg>\s*$/u);
  expect(strFromU8(files[csv!]!)).toContain("Returns,3");
  await mine.page.getByRole("button", { name: "Clear all" }).click();
  await expect(mine.count(`${all} mentions`)).toBeVisible();
});

test("the folder holds everything, in formats that other tools read", async () => {
  const dialog = await mine.open("Export…", /^Export “Returns study”/);
  for (const format of [/^CSV Spread/, /^NDJSON/, /^Parquet/, /^Web annotations/, /^Report/])
    await dialog.getByRole("checkbox", { name: format }).check();
  folder = await mine.saved(dialog.getByRole("button", { name: "Export", exact: true }));
  await expect(dialog.getByText(`Done: ${folder.name}`)).toBeVisible();
  await dialog.getByRole("button", { name: "Close", exact: true }).click();

  const files = unzipSync(folder.bytes);
  const paths = Object.keys(files);
  expect(lines(files, "sessions.ndjson")).toMatchObject([{ seen: all, kept: all }]);
  const ndjson = paths.filter((path) => path.endsWith(".ndjson") && path.startsWith("items-ndjson/"));
  const told = ndjson.flatMap((path) => lines(files, path));
  expect(told).toHaveLength(all);
  expect(told).toContainEqual(
    expect.objectContaining({ note: "Third complaint this week.", codes: ["durability"] }),
  );
  expect(strFromU8(files["items.csv"]!)).toContain("Third complaint this week.");
  expect(strFromU8(files["items.annotations.jsonld"]!)).toContain("http://www.w3.org/ns/anno.jsonld");
  expect(strFromU8(files["report/report.md"]!)).toContain("# Returns study");
  expect(paths).toContain("report/time.svg");
});

test("its Parquet is one table to DuckDB", async () => {
  test.skip(!hasDuckDb, "DuckDB has no build for this platform");
  const files = unzipSync(folder.bytes);
  const parquet = Object.keys(files).filter((path) => path.endsWith(".parquet"));
  const tables = Object.fromEntries(parquet.map((path) => [path, files[path]!]));
  await inTemporaryFolder(tables, async (place) => {
    const [counted] = await duckDb(
      `SELECT count(*) AS items, count(*) FILTER (len(codes) > 0) AS coded, count(DISTINCT session) AS sessions
       FROM read_parquet('${place}/**/*.parquet')`,
    );
    expect(counted).toEqual({ items: String(all), coded: "4", sessions: "1" });
  });
});

test("another profile imports it: the same items, codes and sessions; the same file again adds nothing", async () => {
  theirs = new Workspace(await other.ownPage("research.html", size));
  const dialog = await theirs.open("Import…", "Import");
  await theirs.give(dialog.getByRole("button", { name: "Choose a file" }), folder);
  await expect(dialog.getByText("Collection “Returns study”")).toBeVisible();
  await expect(dialog.getByRole("textbox", { name: "Its name" })).toHaveValue("Returns study");
  await dialog.getByRole("button", { name: "Import", exact: true }).click();
  await expect(dialog.getByText(`${all} items added`)).toBeVisible();
  await dialog.getByRole("button", { name: "Import", exact: true }).click();
  await expect(dialog.getByText(`0 items added and ${all} were there already`)).toBeVisible();
  await dialog.getByRole("button", { name: "Close", exact: true }).click();

  await expect(theirs.page.getByRole("heading", { level: 1, name: "Returns study" })).toBeVisible();
  await expect(theirs.count(`${all} mentions`)).toBeVisible();
  await expect(theirs.row(0)).toContainText("Durability");
  const [here, there] = [sample.journey, other];
  expect((await rows.items(there)).map(said).toSorted()).toEqual(
    (await rows.items(here)).map(said).toSorted(),
  );
  expect(await codesIn(there)).toEqual(await codesIn(here));
  const [before] = await rows.sessions(here);
  const [session, more] = await rows.sessions(there);
  expect(more).toBeUndefined();
  expect(session).toMatchObject({
    seen: all,
    kept: all,
    startedAt: before!.startedAt,
    ended: { why: "person" },
  });
  expect(new Set((await rows.items(there)).map((item) => item.session))).toEqual(new Set([session!.id]));
});

test("a second coder codes a sample blind, and how far both agree is told", async () => {
  const agreement = await mine.choose("Agreement between coders", /^Agreement in/);
  await agreement.getByRole("spinbutton", { name: "How many" }).fill("4");
  await agreement.getByRole("button", { name: "Draw", exact: true }).click();
  await expect(agreement.getByText("Nobody else has coded it yet", { exact: false })).toBeVisible();
  const task = await mine.saved(agreement.getByRole("button", { name: "File for a second coder" }));
  const [item] = await rows.items(sample.journey);
  expect(strFromU8(task.bytes)).not.toContain(item!.author);

  // Behind another page a browser draws it once a second.
  await theirs.page.bringToFront();
  await theirs.page.getByRole("heading", { name: "Coding for others" }).click();
  await theirs.give(theirs.page.getByRole("button", { name: "Open a file" }), task);
  await expect(theirs.page.getByText("Returns study, for Robin")).toBeVisible();
  await theirs.page.getByRole("textbox", { name: "Your name, as it stands in the file" }).fill("Kim");
  await theirs.page.getByRole("button", { name: "Code", exact: true }).click();
  await codeAll(theirs.page.getByRole("dialog", { name: "Coding Returns study" }), ["R", "R", "D", "D"]);
  const answers = await theirs.saved(theirs.page.getByRole("button", { name: "Save answers" }));

  await agreement.getByRole("button", { name: "Code it yourself" }).click();
  await codeAll(mine.page.getByRole("dialog", { name: "Coding Returns study" }), ["R", "R", "R", "D"]);
  await mine.give(agreement.getByRole("button", { name: "Read a second coder’s file" }), answers);
  await expect(agreement.getByText("4 answers of Kim read.")).toBeVisible();
  const figures = agreement.getByRole("table").first();
  await expect(figures).toContainText("4 items that at least two coded");
  // Robin gave it three times, Kim twice: of four the same in three, by chance in two.
  await expect(figures.getByRole("row", { name: /^Returns 4 3 · 2 0\.75 .*\) 0\.50 / })).toBeVisible();
  await expect(agreement.getByText("Returns: only Robin")).toBeVisible();
});
