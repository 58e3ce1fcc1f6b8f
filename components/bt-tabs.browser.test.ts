import "./testing/extension.ts";
import { beforeEach, describe, expect, it } from "vitest";
import "./bt-tabs.ts";
import type { Tabs } from "./bt-tabs.ts";
import { mount } from "./testing/mount.ts";

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
