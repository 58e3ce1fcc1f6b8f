// Stands first: elements read `browser` while they load.
import { background, commands } from "../testing/extension.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { ok, problem } from "../../lib/model/result.ts";
import { recording, recordingChoices, runMode } from "../../lib/settings.ts";
import {
  deepAll,
  emptyDatabases,
  expectAccessible,
  expectReflow,
  find,
  mount,
  picture,
  until,
  useTheme,
} from "../testing/mount.ts";
import { aCollection } from "../testing/research.ts";
import "./bt-record-start.ts";

const posts = ["Bluesky", "Mastodon", "Reddit", "X"];
const sites = [
  ...posts.map((name) => ({ id: name.toLowerCase(), name, kind: "posts" as const })),
  { id: "finder", name: "Finder", kind: "search" as const },
];

async function openDialog(): Promise<HTMLDialogElement> {
  const collection = await aCollection();
  mount(Object.assign(document.createElement("bt-record-start"), { sites, collection }));
  (await until(() => find("button", "Record…"))).click();
  return until(() => deepAll<HTMLDialogElement>("dialog").find(({ open }) => open));
}

const radio = (value: string): HTMLInputElement => deepAll<HTMLInputElement>(`input[value=${value}]`)[0]!;
const submit = (): void => deepAll("button[type=submit]")[0]!.click();
const started = (): unknown => commands.find(({ name }) => name === "startRecording")?.data;
const faults = (): readonly string[] => deepAll(".fault").map(({ textContent }) => textContent.trim());

beforeEach(async () => {
  await emptyDatabases();
  await Promise.all([
    recording.setValue(undefined),
    recordingChoices.setValue(undefined),
    runMode.setValue("all-sites"),
  ]);
  commands.length = 0;
  background.startRecording = async () => ok("s1");
});

describe("the dialog before a recording", () => {
  it("begins with likely mentions everywhere for an hour, and says what happens and what never does", async () => {
    const dialog = await openDialog();
    expect(dialog.textContent).toContain("Record into “Returns study”");
    expect(dialog.textContent).toContain("Nothing leaves this device");
    submit();
    await until(started);
    expect(started()).toEqual({
      collection: "returns-study",
      keep: { kind: "mentions", confidence: 0.57, brands: [] },
      sites: ["bluesky", "mastodon", "reddit", "x"],
      sampleRate: 0.05,
      minutes: 60,
    });
    await until(() => !dialog.open);
  });

  it("is accessible and fits a narrow window, whatever is kept", async () => {
    await openDialog();
    await picture("record-dialog", 1280, 900);
    await expectAccessible();
    useTheme("dark");
    await picture("record-dialog-dark", 1280, 900);
    useTheme("light");
    radio("words").click();
    await until(() => find("textarea"));
    submit();
    await until(() => faults().length > 0);
    await picture("record-dialog-narrow", 320, 700);
    expectReflow();
    await expectAccessible();
  });

  it("takes own words, some platforms and a time of one's own, and starts from them the next time", async () => {
    await openDialog();
    radio("words").click();
    await userEvent.fill(await until(() => find("textarea")), "refund\n/late|lost/");
    deepAll("[name=all-sites]")[0]!.click();
    (await until(() => radio("reddit"))).click();
    await userEvent.selectOptions(deepAll("[name=span]")[0]!, "own");
    await userEvent.fill(await until(() => find("[name=minutes]")), "45");
    await userEvent.selectOptions(deepAll("[name=sample]")[0]!, "0.1");
    submit();
    const plan = {
      keep: { kind: "words", words: ["refund", "/late|lost/"] },
      sites: ["reddit"],
      sampleRate: 0.1,
      minutes: 45,
    };
    await until(started);
    expect(started()).toEqual({ collection: "returns-study", ...plan });
    expect(await recordingChoices.getValue()).toEqual(plan);

    await openDialog();
    await until(() => find<HTMLTextAreaElement>("textarea")?.value === "refund\n/late|lost/");
    expect(radio("reddit").checked).toBe(true);
    expect(radio("x").checked).toBe(false);
  });

  it("says in words how sure a mention must be, and takes brands", async () => {
    background.searchBrands = async () => ok([{ brandId: "northwind.example", name: "Northwind" }]);
    await openDialog();
    const slider = deepAll<HTMLInputElement>("[name=sure]")[0]!;
    expect(slider.ariaValueText ?? slider.getAttribute("aria-valuetext")).toContain("Likely ones");
    slider.focus();
    await userEvent.keyboard("{Home}");
    await until(() => slider.getAttribute("aria-valuetext")?.includes("Only sure ones"));
    deepAll("summary")[0]!.click();
    await userEvent.fill(await until(() => find("[type=search]")), "north");
    (await until(() => find("bt-brand-search li button, li button", "Northwind"))).click();
    await until(() => find(".brands", "Northwind"));
    submit();
    await until(started);
    expect(started()).toMatchObject({
      keep: { kind: "mentions", confidence: 0.9, brands: ["northwind.example"] },
    });
  });

  it("names what is missing at its place, and sends nothing", async () => {
    await openDialog();
    radio("words").click();
    await until(() => find("textarea"));
    deepAll("[name=all-sites]")[0]!.click();
    await until(() => radio("reddit"));
    expect(faults()).toEqual([]);
    submit();
    await until(() => faults().length === 2);
    expect(faults()).toEqual(["Write at least one word.", "Choose at least one platform."]);
    expect(started()).toBeUndefined();
  });

  it("names each pattern that cannot be used, in its place and before anything begins", async () => {
    await openDialog();
    radio("words").click();
    await userEvent.fill(await until(() => find("textarea")), "refund\n/(late/\n/(?=a)b/\n/.*/");
    submit();
    await until(() => faults().length === 3);
    expect(faults()).toEqual([
      "/(late/ is no pattern: a bracket or sign is missing or too many.",
      "/(?=a)b/ looks ahead or behind; that is too slow for every post.",
      "/.*/ matches every post: choose “Everything seen” instead.",
    ]);
    expect(started()).toBeUndefined();
    await expectAccessible();
    await userEvent.fill(find("textarea")!, "refund");
    await until(() => faults().length === 0);
    submit();
    await until(started);
  });

  it("says when recording could not begin, and stays open", async () => {
    background.startRecording = async () => problem("quota");
    const dialog = await openDialog();
    submit();
    await until(() => find(".danger"));
    expect(dialog.open).toBe(true);
    expect(await recordingChoices.getValue()).toBeFalsy();
  });

  it("says that another recording will be stopped, and what happens where pages are read on a click alone", async () => {
    await runMode.setValue("on-click");
    await recording.setValue({
      session: "s0",
      collection: "pilot",
      collectionName: "Pilot",
      state: "recording",
      keep: "everything",
      sites: [],
      startedAt: 0,
      endsAt: 1,
    });
    await openDialog();
    await until(() => find(".note", "The recording into “Pilot” will be stopped first."));
    await until(() => find(".note", "only when you press its icon"));
  });
});
