import { expect, test, type Locator, type Page } from "@playwright/test";
import { RecordingJourney } from "../support/recording.ts";
import { beginInSampleWorld, type SampleJourney } from "../support/sample-journey.ts";

test.describe.configure({ mode: "default" });

const feed = "https://chirp.example/";
const recordingInto = "Recording into “Returns study”";
let sample: SampleJourney;
let research: RecordingJourney;

test.beforeAll(async () => {
  sample = await beginInSampleWorld();
  research = new RecordingJourney(sample.journey);
});

test.beforeEach(async () => {
  const { journey } = sample;
  await journey.freshStart();
  await journey.extension.setUp();
  await journey.extension.seed({ subjectKey: "https://northwind.example", count: 128, stars: 3.4 });
  await research.collect();
});

test.afterEach(async () => {
  await sample.journey.closePages();
  expect(sample.journey.extension.complaints).toEqual([]);
});

test.afterAll(async () => {
  await sample?.end();
});

const bar = (page: Page): Locator => page.getByRole("region", { name: "Recording", exact: true });

async function badge(page: Page): Promise<string> {
  return (await sample.journey.extension.toolbar(page)).text;
}

/** Opens the dialog in the workspace, chooses everything on every platform, and presses record. */
async function recordEverything(workspace: Page): Promise<void> {
  await workspace.getByRole("button", { name: "Record…" }).click();
  const dialog = workspace.getByRole("dialog", { name: recordingInto.replace("Recording", "Record") });
  await dialog.getByRole("radio", { name: "Everything seen" }).check();
  await dialog.getByRole("button", { name: "Record", exact: true }).click();
  await expect(dialog).toBeHidden();
}

test("a recording cannot be overlooked, is paused from the sidebar and stopped from the workspace", async () => {
  const { journey } = sample;
  const brand = await journey.visit("https://northwind.example/");
  await expect.poll(() => badge(brand)).toBe("128");
  const page = await journey.visit(feed);
  const sidebar = await journey.sidebarFor(page);
  const options = await journey.ownPage("options.html");
  const workspace = await journey.ownPage("research.html");
  await recordEverything(workspace);

  for (const one of [workspace, sidebar, options]) await expect(bar(one)).toContainText(recordingInto);
  await expect(bar(workspace)).toContainText("everything seen · 10 posts seen · 10 kept · stops in 1 hr");
  await expect(bar(sidebar)).toContainText("10 posts seen");
  // A tab of which nothing is known, and that came later.
  const empty = await journey.ownPage("author.html");
  for (const one of [brand, page, options, empty]) await expect.poll(() => badge(one)).toBe("REC");
  expect((await journey.extension.toolbar(brand)).title).toContain("recording into “Returns study”");
  // A page that tells of itself anew does not paint over it.
  await brand.reload();
  await expect.poll(async () => (await journey.extension.toolbar(brand)).title).toContain("128");
  expect(await badge(brand)).toBe("REC");

  await bar(sidebar).getByRole("button", { name: "Pause" }).click();
  await expect(bar(workspace)).toContainText("Paused: nothing is recorded into “Returns study”");
  await expect(workspace.getByRole("status").getByText("Recording is paused.")).toBeAttached();
  for (const one of [brand, page, options, empty]) await expect.poll(() => badge(one)).toBe("II");
  await journey.killWorker();
  for (const one of [brand, await journey.ownPage("welcome.html")]) expect(await badge(one)).toBe("II");

  await bar(options).getByRole("button", { name: "Resume" }).click();
  await expect(bar(sidebar)).toContainText(recordingInto);
  await expect.poll(() => badge(page)).toBe("REC");

  await bar(workspace).getByRole("button", { name: "Stop" }).click();
  for (const one of [workspace, sidebar, options]) await expect(bar(one)).toBeHidden();
  await expect.poll(() => badge(brand)).toBe("128");
  for (const one of [page, options, empty]) await expect.poll(() => badge(one)).toBe("");
  expect(await research.session()).toMatchObject({ kept: 10, ended: { why: "person" } });
});

test("the next one starts from the last choices, and the end of its time is told until one has seen it", async () => {
  const { journey } = sample;
  const workspace = await journey.ownPage("research.html");
  await recordEverything(workspace);
  await workspace.getByRole("button", { name: "Record…" }).click();
  const dialog = workspace.getByRole("dialog", { name: /^Record into/ });
  await expect(dialog.getByRole("radio", { name: "Everything seen" })).toBeChecked();
  await expect(dialog).toContainText("The recording into “Returns study” will be stopped first.");
  await workspace.keyboard.press("Escape");

  const { recording } = await research.told();
  await research.command("stopRecording");
  await expect(bar(workspace)).toBeHidden();
  const { session, collection, collectionName } = recording!;
  const end = { session, collection, collectionName, at: Date.now(), why: "time" };
  await journey.extension.store("local", { recordingEnd: end });
  const told = workspace.getByRole("region", { name: "The last recording" });
  await expect(told).toContainText("stopped: its time was over");
  await told.getByRole("button", { name: "Got it" }).click();
  await expect(told).toBeHidden();
  await workspace.reload();
  await expect(workspace.getByRole("button", { name: "Record…" })).toBeVisible();
  await expect(told).toBeHidden();
});

test("the workspace is a press away", async () => {
  const { journey } = sample;
  const sidebar = await journey.sidebarAbout("https://northwind.example/");
  await sidebar.getByRole("button", { name: "More about Northwind Shoes" }).first().click();
  const opened = journey.context.waitForEvent("page");
  await sidebar.getByRole("menuitem", { name: "Open research workspace" }).click();
  await expect((await opened).getByRole("button", { name: "Record…" })).toBeVisible();
  const options = await journey.ownPage("options.html#research");
  await expect(options.getByRole("link", { name: "Open research workspace" })).toHaveAttribute(
    "href",
    "research.html",
  );
  await expect(options.locator("bt-shortcuts")).toContainText("Collect what is selected, or the post");
});
