import { describe, expect, it, vi } from "vitest";
import { createBadgeActions } from "./badge-actions.ts";
import { privateSiteChoices, siteChoices, type SiteChoiceStore } from "./site-choices.ts";
import { tabStates, type SessionArea } from "./tab-states.ts";

function area(): SessionArea {
  const items = new Map<string, unknown>();
  return {
    get: (keys) =>
      Promise.resolve(
        Object.fromEntries([...items].filter(([key]) => keys === null || [keys].flat().includes(key))),
      ),
    set: (changes) =>
      Promise.resolve(Object.entries(changes).forEach(([key, value]) => items.set(key, value))),
    remove: (keys) => Promise.resolve([keys].flat().forEach((key) => items.delete(key))),
  };
}

function world() {
  const session = area();
  const change = vi.fn<SiteChoiceStore["change"]>(() => Promise.resolve());
  const choices = siteChoices(
    { read: () => Promise.resolve(undefined), change },
    privateSiteChoices(session),
  );
  const setBadgeEverywhere = vi.fn<(on: boolean) => Promise<void>>(() => Promise.resolve());
  const refreshQuiet = vi.fn<() => Promise<void>>(() => Promise.resolve());
  const actions = createBadgeActions({
    states: tabStates(session),
    choices,
    setBadgeEverywhere,
    refreshQuiet,
  });
  return { actions, change, choices, refreshQuiet, setBadgeEverywhere };
}

const sender = { tabId: 1, url: "https://www.northwind.example/shoes", isPrivate: false };

describe("hiding and moving the badge", () => {
  it("is kept for the site", async () => {
    const { actions, change, refreshQuiet } = world();
    await actions.hide("site", sender);
    expect(change).toHaveBeenCalledWith("northwind.example", { off: true });
    expect(refreshQuiet).toHaveBeenCalledOnce();
    await actions.move(0.25, sender);
    expect(change).toHaveBeenCalledWith("northwind.example", { badgePosition: 0.25 });
  });

  it("once is the document's own affair", async () => {
    const { actions, change, refreshQuiet } = world();
    await actions.hide("once", sender);
    expect(change).not.toHaveBeenCalled();
    expect(refreshQuiet).not.toHaveBeenCalled();
  });

  it("in a private window stores nothing, and holds there alone", async () => {
    const { actions, change, choices } = world();
    await actions.hide("site", { ...sender, isPrivate: true });
    await actions.move(0.5, { ...sender, isPrivate: true });
    expect(change).not.toHaveBeenCalled();
    expect(await choices.read("northwind.example", true)).toEqual({ off: true, badgePosition: 0.5 });
    expect(await choices.read("northwind.example", false)).toBeUndefined();
  });

  it.each([["everything"], [7], [undefined], [{ scope: "site" }]])(
    "refuses %j as a place to hide",
    async (scope) => {
      const { actions, change, setBadgeEverywhere } = world();
      await actions.hide(scope, sender);
      expect(change).not.toHaveBeenCalled();
      expect(setBadgeEverywhere).not.toHaveBeenCalled();
    },
  );

  it.each([[-1], [2], [Number.NaN], ["0.5"]])("refuses %j as a position", async (position) => {
    const { actions, change } = world();
    await actions.move(position, sender);
    expect(change).not.toHaveBeenCalled();
  });
});
