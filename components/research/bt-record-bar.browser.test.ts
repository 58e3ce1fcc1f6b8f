// Stands first: elements read `browser` while they load.
import { background, commands, useLanguage } from "../testing/extension.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { ok } from "../../lib/model/result.ts";
import type { Recording, Session } from "../../lib/model/research/session.ts";
import { recording, recordingEnd } from "../../lib/settings.ts";
import { databases } from "../databases.ts";
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
import { aCollection } from "../testing/research.ts";
import "./bt-record-bar.ts";
import type { RecordBar } from "./bt-record-bar.ts";

const sites = [
  { id: "mastodon", name: "Mastodon" },
  { id: "reddit", name: "Reddit" },
  { id: "x", name: "X" },
];
const detector = { extension: "0.1.0", directory: "0123456789abcdef" };

const anEnd = {
  session: "s1",
  collection: "returns-study",
  collectionName: "Returns study",
  at: Date.now(),
};

function aRecording(changes: Partial<Recording> = {}): Recording {
  return {
    session: "s1",
    collection: "returns-study",
    collectionName: "Returns study",
    state: "recording",
    keep: "everything",
    sites: ["x", "reddit", "mastodon"],
    startedAt: Date.now() - 60_000,
    endsAt: Date.now() + 41.5 * 60_000,
    ...changes,
  };
}

async function putSession(changes: Partial<Session> = {}): Promise<void> {
  const startedAt = Date.now() - 60_000;
  await databases().research.sessions.put({
    id: "s1",
    collection: "returns-study",
    plan: {
      collection: "returns-study",
      keep: { kind: "everything" },
      sites: ["x"],
      sampleRate: 0,
      minutes: 60,
    },
    seed: "0".repeat(32),
    detector,
    startedAt,
    endsAt: startedAt + 3_600_000,
    pauses: [],
    seen: 1904,
    kept: 214,
    sampled: 0,
    notPublic: 0,
    ...changes,
  });
}

function mountBar(changes: Partial<RecordBar> = {}): RecordBar {
  return mount(Object.assign(document.createElement("bt-record-bar"), { sites }, changes));
}

const status = (): string => deepText(find("[role=status]")!).trim();

beforeEach(async () => {
  await recording.setValue(undefined);
  await recordingEnd.setValue(undefined);
  await emptyDatabases();
  await databases().research.collections.put(await aCollection());
  commands.length = 0;
  for (const act of ["pauseRecording", "resumeRecording", "stopRecording"] as const)
    background[act] = async () => ok(undefined);
});

describe("the recording bar", () => {
  it("is not there while nothing is recorded, and announces nothing", async () => {
    const bar = mountBar();
    await until(() => !bar.isUpdatePending && bar.shadowRoot?.querySelector("[role=status]"));
    expect(find("section")).toBeUndefined();
    expect(status()).toBe("");
  });

  it("says into what, where, what is kept, how much so far and for how long", async () => {
    await recording.setValue(aRecording());
    await putSession();
    mountBar();
    await until(() => find(".words", "1,904 posts seen"));
    expect(deepText(find(".words")!).trim()).toBe(
      "Recording into “Returns study” · Mastodon, Reddit, and X · everything seen · 1,904 posts seen · 214 kept · stops in 42 min",
    );
    await picture("record-bar", 1280, 120);
    useTheme("dark");
    await picture("record-bar-dark", 1280, 120);
    useTheme("light");
    await picture("record-bar-narrow", 320, 240);
    expectReflow();
    await expectAccessible();
  });

  it("counts along while posts come by, without announcing each", async () => {
    await recording.setValue(aRecording());
    await putSession({ seen: 1, kept: 0 });
    mountBar();
    await until(() => find(".words", "1 post seen · 0 kept"));
    await putSession({ seen: 3, kept: 2, sampled: 1 });
    await until(() => find(".words", "3 posts seen · 2 kept · 1 more as a sample"));
    expect(status()).toBe("");
  });

  it("pauses, goes on and stops by a press, and announces each change", async () => {
    await recording.setValue(aRecording());
    mountBar();
    (await until(() => find("button", "Pause"))).click();
    await until(() => commands.some(({ name }) => name === "pauseRecording"));
    await recording.setValue(aRecording({ state: "paused" }));
    await until(() => find(".paused .words", "Paused: nothing is recorded into “Returns study”"));
    expect(status()).toBe("Recording is paused.");
    await expectAccessible();

    (await until(() => find("button", "Resume"))).click();
    await until(() => commands.some(({ name }) => name === "resumeRecording"));
    await recording.setValue(aRecording());
    await until(() => status() === "Recording goes on.");

    (await until(() => find("button", "Stop"))).click();
    await until(() => commands.some(({ name }) => name === "stopRecording"));
    await recording.setValue(undefined);
    await until(() => status() === "Recording has stopped.");
    expect(find("section")).toBeUndefined();
  });

  it("says when a press did not work", async () => {
    background.stopRecording = async () => ({ ok: false, error: { code: "quota" } });
    await recording.setValue(aRecording());
    mountBar();
    (await until(() => find("button", "Stop"))).click();
    await until(() => find("[role=alert]"));
  });

  it("counts platforms where they are many, or where nobody told their names", async () => {
    await recording.setValue(aRecording({ sites: ["a", "b"] }));
    mountBar({ sites: [] });
    await until(() => find(".words", "2 platforms"));
  });

  it("is short in the sidebar, and without buttons inside a page", async () => {
    await recording.setValue(aRecording());
    await putSession();
    mountBar({ compact: true, readonly: true });
    await until(() => find(".words", "1,904"));
    expect(deepText(find(".words")!)).not.toContain("everything seen");
    expect(find("button")).toBeUndefined();
  });

  it.each([
    ["time", "its time was over"],
    ["quota", "there is no room left on this device"],
    ["failed", "something went wrong"],
  ] as const)("says why a recording ended by itself (%s) until one has seen it", async (why, words) => {
    await putSession();
    await recordingEnd.setValue({ ...anEnd, why });
    mountBar();
    await until(() => find(".ended .words", words));
    await until(() => find(".ended .words", "214 kept"));
    await expectAccessible();
    find("button", "Got it")!.click();
    await until(() => find("section") === undefined);
    expect(await recordingEnd.getValue()).toEqual({ ...anEnd, why, isTold: true });
  });

  it.each([
    ["that the person ended", { why: "person" }],
    ["that ended days ago", { why: "time", at: Date.now() - 4 * 86_400_000 }],
    ["of whose end was told", { why: "time", isTold: true }],
  ] as const)("says nothing of a recording %s", async (_, changes) => {
    await recordingEnd.setValue({ ...anEnd, ...changes });
    await recording.setValue(aRecording({ session: "s2" }));
    mountBar();
    await until(() => find(".words"));
    await recording.setValue(undefined);
    await until(() => status() === "Recording has stopped.");
    expect(find(".ended")).toBeUndefined();
  });

  it("stands on the other side where one reads from right to left, with a long name", async () => {
    useLanguage("he", "rtl");
    await recording.setValue(aRecording({ collectionName: "Rücksendungen".repeat(12) }));
    mountBar();
    await until(() => find(".words", "Rücksendungen"));
    await picture("record-bar-rtl", 320, 320);
    expectReflow();
    useLanguage("en", "ltr");
  });
});
