import { background, fakeBrowser, putTab } from "./testing/extension.ts";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import "./bt-sidebar.ts";
import { badgeViewOf } from "../lib/app/badge-view.ts";
import { chipViewOf } from "../lib/app/chip-view.ts";
import { figureOfPage } from "../lib/app/figure.ts";
import { toolbarLook } from "../lib/app/toolbar.ts";
import { createWeightKeeper } from "../lib/app/weighing/keeper.ts";
import { formatScore } from "../lib/i18n.ts";
import { figureOf, scoreOf } from "../lib/model/summary.ts";
import { runMode } from "../lib/settings.ts";
import { readGroups } from "../lib/db/weighed.ts";
import { databases } from "./databases.ts";
import { emptyDatabases, find, mount, until } from "./testing/mount.ts";
import { brandPage } from "./testing/tab-states.ts";
import { brandUri, productUri, say, seedBrand } from "./testing/world.ts";

const { brand } = brandPage.resolution;
const advert = "Write to me at sale@cheap.example for the very best prices of all, today only, my friends.";

const keeper = () =>
  createWeightKeeper({
    community: databases().community,
    arm: async () => undefined,
    onWeighed: async () => undefined,
    now: Date.now,
  });

beforeEach(async () => {
  fakeBrowser.reset();
  await emptyDatabases();
  await runMode.setValue("all-sites");
  await seedBrand(databases().community, { crowd: 20 });
  for (let seller = 0; seller < 8; seller++)
    await say(databases().community, { stars: 1, daysAgo: 20 * seller, opinion: `${advert} ${seller}` });
});

const { wantWeights } = background;
afterEach(() => {
  background.wantWeights = wantWeights!;
});

function bigFigure(): string {
  return (find(".big")?.textContent ?? "").trim();
}

describe("the one figure", () => {
  it("is the same on badge, chip and toolbar and in the sidebar, and not the plain one", async () => {
    const { figuresOf } = keeper();
    const { figure, lens } = await figureOfPage(brandPage.resolution, false, figuresOf);
    const state = { ...brandPage, figure, figureLens: lens! };
    const [reading] = await readGroups(databases().community, [brand!]);
    const plain = scoreOf(reading!.summary);
    if (figure.kind !== "score" || plain.kind !== "score") throw new Error("too few voices");
    const shown = formatScore(figure.score);
    expect(shown).not.toBe(formatScore(plain.score));

    await putTab(state);
    mount(Object.assign(document.createElement("bt-sidebar"), { fixedTabId: 1 }));
    await until(() => bigFigure() !== "");
    expect(bigFigure()).toBe(shown);
    expect(badgeViewOf(state, undefined, undefined)?.text).toBe(`${shown} · ${figure.count}`);
    expect(toolbarLook(state).title).toContain(shown);
    const [chip] = await figuresOf([brand!], false);
    expect(chipViewOf(brand!, chip!)?.text).toBe(shown);
  });

  it("comes into an open sidebar as soon as somebody has weighed it", async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    background.wantWeights = async (groups) => {
      await promise;
      return keeper().want(groups);
    };
    await putTab(brandPage);
    mount(Object.assign(document.createElement("bt-sidebar"), { fixedTabId: 1 }));
    await until(() => bigFigure() !== "");
    const plain = bigFigure();
    resolve();
    await until(() => bigFigure() !== plain);
    const [reading] = await readGroups(databases().community, [brand!]);
    const figure = figureOf(reading?.summary, reading?.row?.votes);
    expect(bigFigure()).toBe(figure.kind === "score" ? formatScore(figure.score) : "");
  });

  it("orders a brand's products by what their score is at least", async () => {
    const { community } = databases();
    const [many, few] = [`${brandUri}/many`, `${brandUri}/few`];
    for (let index = 0; index < 12; index++)
      await say(community, { stars: index % 6 === 0 ? 4 : 5, daysAgo: index }, { subject: many });
    for (let index = 0; index < 13; index++)
      await say(community, { stars: index % 2 === 0 ? 2 : 5, daysAgo: index }, { subject: few });
    await keeper().figuresOf([{ keys: [many] }, { keys: [few] }, { keys: [productUri] }], false);
    const list = mount(
      Object.assign(document.createElement("bt-product-list"), {
        siteKey: "northwind.example",
        exclude: [brandUri],
      }),
    );
    const names = await until(() => {
      const found = [...(list.shadowRoot?.querySelectorAll(".name") ?? [])].map((name) =>
        name.textContent?.trim(),
      );
      return found.length === 3 ? found : undefined;
    });
    expect(names).toEqual(["/many", "/shoes/trail-runner-2", "/few"]);
  });
});
