import { commands, fakeBrowser, putTab } from "./testing/extension.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import "./bt-sidebar.ts";
import { reviewsPage } from "../lib/db/review-pages.ts";
import type { Weighing } from "../lib/model/weighing.ts";
import { runMode, signalsOff } from "../lib/settings.ts";
import { databases } from "./databases.ts";
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
} from "./testing/mount.ts";
import { brandPage } from "./testing/tab-states.ts";
import { weighingOf, WeighingWorker } from "./testing/weighing.ts";
import { brandUri, say, seedBrand } from "./testing/world.ts";

const { Worker } = globalThis;
beforeAll(() => {
  globalThis.Worker = WeighingWorker as never;
});
afterAll(() => {
  globalThis.Worker = Worker;
});

/** The newest reviews of the brand that were given stars by a person, by id. */
async function someIds(): Promise<readonly string[]> {
  const { rows } = await reviewsPage(databases().community, { keys: [brandUri], sort: "newest", limit: 30 });
  return rows.flatMap(({ id, rating, isGenerated }) => (rating === undefined || isGenerated ? [] : [id]));
}

let known: Weighing;

function openSidebar(framed = false): void {
  mount(Object.assign(document.createElement("bt-sidebar"), { fixedTabId: 1, framed }));
}

/** Were bursts not looked for. */
const withoutBurst = (): Weighing => ({
  ...known,
  weighed: { kind: "score", score: 3.9, low: 3.7, high: 4.1, voices: 120 },
  lighter: known.lighter.slice(2),
});
const card = (): string => deepText(find("bt-score-card") ?? document.body);
const big = (): string => deepText(find(".big") ?? document.createElement("p")).trim();
const shownIds = (): string[] =>
  deepAll<HTMLElementTagNameMap["bt-review"]>("bt-review").map(({ review }) => review.id);

/** Opens the list of those that were written in the burst, from its line among the reasons. */
async function seeBurst(): Promise<void> {
  (await until(() => find(".reason .more", "more reasons"), "the other reasons")).click();
  (await until(() => find(".reason .link", "written in one burst"), "the burst")).click();
}

beforeEach(async () => {
  fakeBrowser.reset();
  commands.length = 0;
  WeighingWorker.asked.length = 0;
  await emptyDatabases();
  await runMode.setValue("all-sites");
  await seedBrand(databases().community);
  await putTab(brandPage);
  known = weighingOf(await someIds());
  WeighingWorker.answer = () => known;
});

describe("reviews that weigh less", () => {
  it("are told beside the score, once they are known, and asked about once", async () => {
    openSidebar();
    await until(() => find(".reason", "3 reviews weigh less"), "the reasons");
    expect(WeighingWorker.asked).toEqual([{ keys: [brandUri], brandId: "northwind.example", off: [] }]);
    expect(card()).toMatch(/± ?\d\.\d/);
    expect(card()).toContain("Plain average");
    useTheme("light");
    await picture("trust-card-light", 400, 1000);
    useTheme("dark");
    await picture("trust-card-dark", 400, 1000);
    await picture("trust-card-320", 320, 1000);
    expectReflow();
    await expectAccessible();
  });

  it("can be seen, those of one reason or all of them, in any order", async () => {
    openSidebar();
    await seeBurst();
    const [first, second] = known.lighter.map(({ id }) => id);
    await until(() => shownIds().length === 2, "the reviews of the burst");
    expect(new Set(shownIds())).toEqual(new Set([first, second]));
    expect(find(".toggle", "Only reviews that weigh less")?.ariaPressed).toBe("true");
    expect(find("bt-review-filter .reason, .reason", "written in one burst")).toBeDefined();
    await picture("trust-see-them", 400, 1000);
    await expectAccessible();
    (await until(() => find("button", "All reasons"))).click();
    await until(() => shownIds().length === 5, "all that weigh less");
    find("button", "Clear")?.click();
    (await until(() => find(".toggle", "Only reviews that weigh less"))).click();
    await until(() => shownIds().length > 5, "everyone again");
  });

  it("bear a mark that says how much they count; a press says why, and that it is no judgement", async () => {
    openSidebar();
    await seeBurst();
    const mark = await until(() => find("button.weight", "Counts 13%"), "the mark");
    mark.click();
    const why = await until(() => find(".why"), "the reasons");
    expect(deepText(why)).toMatch(
      /Counts 13%: one of 31 posted on .*3.*; usual: up to 3 a day\. More of them than usual gave 5 stars\./,
    );
    expect(deepText(why)).toContain(
      "And: one of 3 whose texts are nearly the same; together they are one voice.",
    );
    expect(deepText(why)).toContain("not a judgement");
    expect(mark.ariaExpanded).toBe("true");
    await picture("trust-why-light", 400, 1000);
    await expectAccessible();
  });
});

describe("signals that the person switched off", () => {
  it("change the number here, which says so and what badge and toolbar show", async () => {
    WeighingWorker.answer = ({ off }) => (off.includes("burst") ? withoutBurst() : known);
    openSidebar();
    await until(() => find(".reason"), "the reasons");
    const withAll = big();
    await signalsOff.setValue(["burst", "not-a-signal"]);
    await until(() => big() === "3.9", "the number without bursts");
    await until(() => find("[role=status]", "The score is now 3.9"), "the number said aloud");
    expect(card()).toContain("1 signal is off here");
    expect(card()).toContain(`Badge and toolbar, with all signals: ${withAll}`);
    expect(find(".reason", "one burst")).toBeUndefined();
    await picture("trust-off-light", 400, 1000);
    await expectAccessible();
    (await until(() => find("button", "Switch all on"))).click();
    await until(() => big() === withAll, "the number with all signals");
    expect(await signalsOff.getValue()).toEqual([]);
    expect(card()).not.toContain("off here");
  });

  it("leave the number of badge and toolbar where it is until there is another, and say what is going on", async () => {
    await signalsOff.setValue(["burst"]);
    const answer = Promise.withResolvers<Weighing>();
    WeighingWorker.answer = () => answer.promise;
    openSidebar();
    await until(() => card().includes("Weighing without 1 signal…"), "the note");
    const before = big();
    expect(before).toMatch(/^\d\.\d$/);
    answer.resolve(withoutBurst());
    await until(() => big() === "3.9", "the number");
  });

  it("cannot be switched from inside a page", async () => {
    await signalsOff.setValue(["burst"]);
    WeighingWorker.answer = withoutBurst;
    openSidebar(true);
    await until(() => card().includes("1 signal is off here"), "the note");
    expect(find("button", "Switch all on")).toBeUndefined();
  });
});

describe("where weights cannot be had", () => {
  it("keeps the number, and says so to whoever looks", async () => {
    WeighingWorker.answer = () => undefined;
    openSidebar();
    await until(() => WeighingWorker.asked.length > 0 && /^\d\.\d$/.test(big()), "the number");
    const details = await until(() => find<HTMLDetailsElement>("details.evidence"));
    details.open = true;
    await until(() => find(".panel", "Weights cannot be worked out now"), "the reason");
    expect(find(".reason")).toBeUndefined();
  });

  it("says so beside the number where a signal is off, because the number does not heed that", async () => {
    await signalsOff.setValue(["burst"]);
    WeighingWorker.answer = () => undefined;
    openSidebar();
    await until(() => card().includes("Weights cannot be worked out now"), "the reason");
    expect(big()).toMatch(/^\d\.\d$/);
    expect(card()).not.toContain("off here");
  });

  it("says that few voices are too few, however many reviews share them", async () => {
    await signalsOff.setValue(["own-brand"]);
    WeighingWorker.answer = () => ({ ...known, weighed: { kind: "few", voices: 3.4 } });
    openSidebar();
    await until(() => card().includes("too few to say"), "too few");
    expect(card()).toContain("worth 3 equal voices together");
    expect(Number(big())).toBeGreaterThan(5);
  });
});

describe("reviews that are weighed anew", () => {
  it("when somebody has spoken, and the list of those that weigh less follows", async () => {
    openSidebar();
    await seeBurst();
    await until(() => shownIds().length === 2, "the two");
    const ids = known.lighter.map(({ id }) => id);
    const [first, second, third] = known.lighter;
    known = { ...known, lighter: [first!, second!, { ...third!, reasons: [0, 1] }] };
    await say(databases().community, { stars: 2, nickname: "late", daysAgo: 0 });
    await until(() => shownIds().length === 3, "the third");
    expect(new Set(shownIds())).toEqual(new Set(ids.slice(0, 3)));
    expect(WeighingWorker.asked.length).toBeGreaterThan(1);
  });
});
