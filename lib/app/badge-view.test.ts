import { describe, expect, it, vi } from "vitest";
import type { TabState } from "../model/tab-state.ts";
import { badgeViewOf, figureSentence, hasBadge, shortCount } from "./badge-view.ts";
import { toolbarLook } from "./toolbar.ts";

vi.mock("../i18n.ts", () => import("../../tests/support/keys-as-texts.ts"));

const brand = {
  lens: "brand",
  brandId: "kite.example",
  known: true,
  keys: ["https://kite.example"],
  evidence: [],
  name: "Kite",
} as const;

const page: TabState = {
  tabId: 7,
  url: "https://kite.example/",
  title: "Kite",
  kind: "home",
  resolution: { brand },
  claimedRatings: [],
  figure: { kind: "score", score: 3.4, count: 128 },
  figureLens: "brand",
  readAt: 1,
};
const nothing: TabState = { ...page, figure: { kind: "none" } };
const unknown: TabState = { ...nothing, resolution: {} };

describe("a badge", () => {
  it("stands where there is something to say and nobody wants quiet", () => {
    expect(hasBadge(page)).toBe(true);
    expect(hasBadge(nothing)).toBe(false);
    expect(hasBadge({ ...page, quiet: "sensitive" })).toBe(false);
    expect(badgeViewOf(nothing, undefined, undefined)).toBeUndefined();
    expect(badgeViewOf({ ...page, quiet: "site-off" }, 0.5, undefined)).toBeUndefined();
  });

  it("says score and count; without a score the count alone", () => {
    expect(badgeViewOf(page, undefined, undefined)?.text).toBe("3.4 · 128");
    const few = badgeViewOf({ ...page, figure: { kind: "count", count: 2 } }, undefined, undefined);
    expect(few?.text).toBe("badge_count|2");
  });

  it("stands where the person left it on this site", () => {
    expect(badgeViewOf(page, 0.8, undefined)?.position).toBe(0.8);
    expect(badgeViewOf(page, 0, undefined)?.position).toBe(0);
    expect(badgeViewOf(page, undefined, undefined)?.position).toBe(0.3);
  });

  it("knows nothing of a frame where the browser has a sidebar to open", () => {
    expect(badgeViewOf(page, undefined, undefined)).not.toHaveProperty("frameUrl");
    expect(badgeViewOf(page, undefined, "moz-extension://us/")).toMatchObject({
      frameUrl: "moz-extension://us/",
      frameClose: "badge_frame_close",
    });
  });

  it("is the same for everyone: the page can measure it", () => {
    const mine = badgeViewOf({ ...page, isPrivate: true, access: "on-click", readAt: 2 }, 0.3, undefined);
    expect(mine).toEqual(badgeViewOf(page, undefined, undefined));
  });
});

describe("a recall", () => {
  const recalled: TabState = { ...page, recall: { concerns: "brand" } };

  it("takes the place of the figure on the badge, and stands there without any", () => {
    const view = badgeViewOf(recalled, undefined, undefined);
    expect(view).toMatchObject({ recall: true, text: "badge_recall" });
    expect(view?.label).toBe("badge_opens|recall_by_brand|Kite|badge_label_score|Kite|3.4|128");
    expect(badgeViewOf({ ...nothing, recall: { concerns: "brand" } }, undefined, undefined)).toMatchObject({
      recall: true,
      label: "badge_opens|recall_by_brand|Kite|toolbar_none|Kite",
    });
  });

  it("keeps as quiet as any badge where the person or the page wants that", () => {
    expect(badgeViewOf({ ...recalled, quiet: "sensitive" }, undefined, undefined)).toBeUndefined();
  });

  it("names the product where it is this one", () => {
    const product = { lens: "product", gtins: [], keys: ["p"], evidence: [], name: "Trail 2" } as const;
    const state: TabState = { ...nothing, resolution: { brand, product }, recall: { concerns: "product" } };
    expect(figureSentence(state)).toBe("recall_of_product|Trail 2|toolbar_none|Kite");
  });

  it("is a warning in the toolbar, where the word has no room", () => {
    expect(toolbarLook(recalled)).toMatchObject({
      tone: "warning",
      text: "!",
      title: "recall_by_brand|Kite|badge_label_score|Kite|3.4|128",
    });
  });
});

describe("a count", () => {
  it.each([
    [7, "7"],
    [128, "128"],
    [1234, "1.2K"],
    [12_345, "12K"],
    [999_499, "999K"],
    [1_234_567, "1M"],
  ])("of %d is written %s: four characters at most", (count, text) => {
    expect(shortCount(count)).toBe(text);
    expect(text.length).toBeLessThanOrEqual(4);
  });
});

describe("the toolbar", () => {
  it("vouches for the figure, in colour", () => {
    expect(toolbarLook(page)).toEqual({
      coloured: true,
      tone: "plain",
      text: "128",
      title: "badge_label_score|Kite|3.4|128",
    });
  });

  it("tells also where the badge keeps quiet", () => {
    expect(toolbarLook({ ...page, quiet: "everywhere" }).text).toBe("128");
  });

  it("is in colour for a brand without reviews, and grey for what we do not know", () => {
    expect(toolbarLook(nothing)).toMatchObject({ coloured: true, text: "", title: "toolbar_none|Kite" });
    expect(toolbarLook(unknown)).toMatchObject({ coloured: false, text: "", title: "action_title" });
  });

  it("names what the figure is about, not what the page is about", () => {
    const product = { lens: "product", gtins: [], keys: ["p"], evidence: [], name: "Trail 2" } as const;
    const state: TabState = { ...page, resolution: { brand, product }, figureLens: "product" };
    expect(figureSentence(state)).toBe("badge_label_score|Trail 2|3.4|128");
  });
});
