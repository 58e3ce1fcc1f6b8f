import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Recording } from "../model/research/session.ts";
import type { TabState } from "../model/tab-state.ts";
import { createToolbar } from "./recording-toolbar.ts";
import type { ToolbarLook } from "./toolbar.ts";

vi.mock("../i18n.ts", () => import("../../tests/support/keys-as-texts.ts"));

const recording: Recording = {
  session: "s1",
  collection: "c1",
  collectionName: "Returns study",
  state: "recording",
  keep: "everything",
  sites: ["x"],
  startedAt: 0,
  endsAt: 1,
};
const known: TabState = {
  tabId: 7,
  url: "https://kite.example/",
  title: "Kite",
  kind: "other",
  resolution: {},
  claimedRatings: [],
  figure: { kind: "none" },
  readAt: 0,
};
const figure: ToolbarLook = { coloured: true, tone: "plain", text: "128", title: "Kite: 3.4" };

let now: Recording | undefined;
/** What each icon shows; `default` is that of tabs without one of their own. */
let icons: Map<number | "default", ToolbarLook>;

const toolbar = createToolbar({
  put: async (tabId, look) => void icons.set(tabId ?? "default", look),
  recording: async () => now,
  tabIds: async () => [7, 8],
});
const refresh = (): Promise<void> => toolbar.refresh({ all: async () => [known] });

beforeEach(() => {
  now = undefined;
  icons = new Map();
});

describe("the toolbar icon", () => {
  it("shows a tab's figure while nothing is recorded", async () => {
    await toolbar.paint(7, figure);
    expect(icons.get(7)).toEqual(figure);
  });

  it("says REC on every tab while something is recorded: known, unknown and yet to come", async () => {
    now = recording;
    await refresh();
    expect(new Set(icons.keys())).toEqual(new Set([7, 8, "default"]));
    for (const look of icons.values())
      expect(look).toMatchObject({ coloured: true, tone: "recording", text: "REC" });
    expect(icons.get(8)?.title).toBe("research_toolbar|Returns study");
  });

  it("keeps saying so when a page tells of itself, and tells the figure in its title", async () => {
    now = recording;
    await toolbar.paint(7, figure);
    expect(icons.get(7)).toEqual({
      coloured: true,
      tone: "recording",
      text: "REC",
      title: "research_toolbar|Returns study\nKite: 3.4",
    });
  });

  it("shows two bars while paused", async () => {
    now = { ...recording, state: "paused" };
    await refresh();
    expect(icons.get(8)).toMatchObject({ text: "II", title: "research_toolbar_paused|Returns study" });
  });

  it("goes back to what it showed when the recording is over", async () => {
    now = recording;
    await refresh();
    now = undefined;
    await refresh();
    expect(icons.get("default")).toMatchObject({ coloured: false, text: "" });
    expect(icons.get(8)).toMatchObject({ coloured: false, text: "" });
    expect(icons.get(7)).toMatchObject({ text: "", title: "action_title" });
  });
});
