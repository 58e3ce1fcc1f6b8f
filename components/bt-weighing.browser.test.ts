import { fakeBrowser, useLanguage } from "./testing/extension.ts";
import { userEvent } from "vitest/browser";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import "./bt-weighing.ts";
import { signalsOff } from "../lib/settings.ts";
import { signals } from "../lib/trust/index.ts";
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
import { burstDay, weighingOf } from "./testing/weighing.ts";
import { brandUri, say } from "./testing/world.ts";

type Panel = HTMLElementTagNameMap["bt-weighing"];

const ids = ["a", "b", "c", "d", "e"];

function show(properties: Partial<Panel> = {}): Panel {
  const weighing = weighingOf(ids);
  return mount(Object.assign(document.createElement("bt-weighing"), { weighing, count: 128, ...properties }));
}

async function open(): Promise<HTMLElement> {
  const details = await until(() => find<HTMLDetailsElement>("details.evidence"), "the evidence");
  details.open = true;
  return until(() => find(".panel"), "the panel");
}

/** Days from the burst until now. */
const sinceBurst = (): number => Math.floor(Date.now() / 86_400_000) - burstDay;
const lines = (): string[] => deepAll(".reason p").map((line) => deepText(line).trim());
const checkbox = (name: string): HTMLInputElement | undefined =>
  deepAll("label.check")
    .find((label) => deepText(label).includes(name))
    ?.querySelector("input") ?? undefined;

beforeEach(async () => {
  fakeBrowser.reset();
  await emptyDatabases();
});

afterEach(() => useLanguage("en", "ltr"));

describe("why reviews weigh less", () => {
  it("stands in lines, with how many, when and what is usual, and never judges", async () => {
    show();
    await until(() => lines().length === 1, "the first reason");
    expect(lines()[0]).toBe(
      "3 reviews weigh less: texts that are nearly the same count as one voice See them · 2 more reasons",
    );
    (await until(() => find("button", "2 more reasons"))).click();
    await until(() => lines().length === 3, "all reasons");
    expect(lines()[1]).toMatch(
      /^2 reviews weigh less: written in one burst, .*3.* \(31 came; usual: up to 3\) See them$/,
    );
    expect(deepText(document.body)).not.toMatch(/fake/i);
    expect(document.activeElement?.shadowRoot?.activeElement?.getAttribute("aria-label")).toContain(
      "one burst",
    );
  });

  it("leads to the reviews", async () => {
    const panel = show();
    const asked: string[] = [];
    panel.addEventListener("bt-filter-lighter", ({ detail }) => asked.push(detail));
    (await until(() => find("button", "2 more reasons"))).click();
    await until(() => lines().length === 3, "all reasons");
    for (const button of deepAll(".reason .link")) button.click();
    expect(asked).toEqual(["alike-text", `burst ${burstDay}-${burstDay}`, "text-contact"]);
  });

  it("is one quiet line where every voice counts the same, and nothing where only a few have spoken", async () => {
    const none = { ...weighingOf([]), lighter: [] };
    show({ weighing: none });
    await until(() => find(".none", "Nothing unusual was seen"), "the line");
    show({ weighing: none, count: 4 });
    await open();
    expect(find(".none")).toBeUndefined();
    expect(lines()).toEqual([]);
  });

  it("has its room before it is known; where it cannot be known there is none, and the evidence says so", async () => {
    show({ weighing: undefined });
    await until(() => find(".room"), "the room");
    show({ weighing: undefined, failed: true });
    expect(deepText(await open())).toContain("Weights cannot be worked out now");
    expect(find(".room")).toBeUndefined();
    expect(lines()).toEqual([]);
  });
});

describe("the evidence", () => {
  it("says how sure the score is, in numbers and in words, and that none is hidden", async () => {
    show();
    const text = deepText(await open());
    expect(text).toContain(
      "Weighted 3.4, nine times out of ten between 3.2 and 3.6: quite sure, as sure as 84 equal voices. " +
        "If every voice counted the same, the score would be 3.7.",
    );
    expect(text).toContain("5 of 128 reviews weigh less. None is hidden.");
  });

  it("lists every signal with its version, and its thresholds behind a press", async () => {
    show();
    await open();
    await until(() => deepAll(".signals > li").length === signals.length, "all signals");
    const summary = await until(() => find("summary", "What it sees · version 1: Bursts"));
    summary.click();
    await until(() => find(".thresholds", "less than 0.1% of all cases"), "the thresholds");
    expect(deepText(document.body)).toContain("docs/trust.md");
  });

  it("switches a signal off and on again, whatever another page switched meanwhile", async () => {
    show();
    await open();
    const box = await until(() => checkbox("Bursts"));
    expect(box.checked).toBe(true);
    box.click();
    await until(async () => String(await signalsOff.getValue()) === "burst", "the signal off");
    await signalsOff.setValue(["burst", "own-brand"]);
    await until(() => checkbox("The brand's own keys")?.checked === false, "what the other page did");
    await userEvent.click(await until(() => checkbox("Bursts")));
    await until(async () => String(await signalsOff.getValue()) === "own-brand", "the signal on");
  });

  it("tells of signals inside a page, but switches none", async () => {
    show({ readonly: true });
    await open();
    await until(() => find(".signals li", "Bursts"), "the signals");
    expect(deepAll("input")).toEqual([]);
    expect(find("a", "Switch signals in the options")?.getAttribute("href")).toBe("/options.html#signals");
  });
});

describe("reviews over time", () => {
  beforeEach(async () => {
    const { community } = databases();
    for (let index = 0; index < 6; index++) await say(community, { stars: 5, daysAgo: sinceBurst() });
    for (const back of [20, 80, 200, 400]) await say(community, { stars: 4, daysAgo: sinceBurst() + back });
  });

  it("are bars by month with the burst marked, and the same in a table", async () => {
    show({ keys: [brandUri], count: 10 });
    await open();
    await until(() => deepAll(".bar").length > 10, "the bars");
    const bars = deepAll(".bar");
    expect(bars.filter((bar) => bar.classList.contains("burst"))).toHaveLength(1);
    const rows = deepAll("tbody tr").map((row) => [...row.children].map((cell) => cell.textContent?.trim()));
    expect(rows).toHaveLength(5);
    expect(rows.at(-1)?.slice(1)).toEqual(["6", "6"]);
    expect(rows.at(-1)?.[0]).toContain("2026");
    expect(deepText(document.body)).toContain("Days of a burst");
    expect(find("[role=img].plot")?.getAttribute("aria-label")).toMatch(
      /^10 reviews from .*2025 to .*2026\.$/,
    );
  });

  it("are looked at closer around a burst", async () => {
    show({ keys: [brandUri], count: 10 });
    await open();
    const around = await until(() => find("button.view", "Around"), "the closer look");
    around.click();
    await until(() => around.ariaPressed === "true" && deepAll(".bar").length === 29, "29 days");
    expect(deepAll("tbody tr")).toHaveLength(1);
    (await until(() => find("button.view", "All the time"))).click();
    await until(() => deepAll("tbody tr").length === 5, "all the time");
  });
});

describe("for everyone", () => {
  it("fits and can be read at any width, in both themes and both directions", async () => {
    const { community } = databases();
    for (const back of [0, 0, 0, 30, 90, 200])
      await say(community, { stars: 5, daysAgo: sinceBurst() + back });
    for (const [language, direction] of [
      ["en", "ltr"],
      ["he", "rtl"],
    ] as const) {
      useLanguage(language, direction);
      show({
        keys: [brandUri],
        count: 6,
      });
      await open();
      await until(() => deepAll(".bar").length > 0, "the bars");
      for (const theme of ["light", "dark"] as const) {
        useTheme(theme);
        await picture(`weighing-${direction}-${theme}`, 400, 1400);
      }
      await picture(`weighing-${direction}-320`, 320, 1400);
      expectReflow();
      for (const details of deepAll<HTMLDetailsElement>("details")) details.open = true;
      await expectAccessible();
      expectReflow();
    }
  });
});
