import "./testing/extension.ts";
import { beforeEach, describe, expect, it } from "vitest";
import "./bt-tabs.ts";
import type { Tabs } from "./bt-tabs.ts";
import { deepAll, mount, picture } from "./testing/mount.ts";

const overview = { id: "overview", label: "Overview" };
const reviews = { id: "reviews", label: "Reviews", count: 1 };
const mine = { id: "mine", label: "Yours", count: 1 };

describe("a tab that comes between others", () => {
  let tabs: Tabs;
  let chosen: string[];
  const button = (id: string): HTMLElement => tabs.shadowRoot!.querySelector(`[data-id="${id}"]`)!;

  beforeEach(async () => {
    chosen = [];
    tabs = document.createElement("bt-tabs");
    tabs.items = [overview, mine];
    tabs.selected = "overview";
    tabs.addEventListener("change", (event) => chosen.push((event as CustomEvent<string>).detail));
    mount(tabs);
    await tabs.updateComplete;
  });

  it("leaves the others what they are: a press that was under way means the same tab", async () => {
    const pressed = button("mine");
    tabs.items = [overview, reviews, mine];
    await tabs.updateComplete;
    pressed.click();
    expect(chosen).toEqual(["mine"]);
  });

  it("leaves the focus where it is", async () => {
    button("mine").focus();
    tabs.items = [overview, reviews, mine];
    await tabs.updateComplete;
    expect(tabs.shadowRoot!.activeElement).toBe(button("mine"));
  });
});

it("lies over no other tab where there is no room for all", async () => {
  const tabs = document.createElement("bt-tabs");
  tabs.items = [overview, { ...reviews, count: 1234 }, { id: "talk", label: "Talk" }, { ...mine, unseen: 3 }];
  tabs.selected = "overview";
  mount(tabs);
  await picture("tabs-narrow", 200, 200);
  await tabs.updateComplete;
  const all = deepAll("[role=tab]");
  expect(all).toHaveLength(4);
  // What stands in a tab that was made too narrow lies over the next one.
  for (const tab of all) expect(tab.scrollWidth).toBeLessThanOrEqual(tab.clientWidth);
});
