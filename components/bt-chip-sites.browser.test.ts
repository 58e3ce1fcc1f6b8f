import { fakeBrowser } from "./testing/extension.ts";
import { beforeEach, describe, expect, it } from "vitest";
import "./bt-chip-sites.ts";
import type { ChipSite } from "./bt-chip-sites.ts";
import { saveCursor } from "../lib/db/sync-state.ts";
import { badgeEverywhere, chipSites, feeds, postChecks } from "../lib/settings.ts";
import { databases } from "./databases.ts";
import { deepAll, deepText, emptyDatabases, expectAccessible, find, mount, until } from "./testing/mount.ts";

const sites: readonly ChipSite[] = [
  { id: "chirper", name: "Chirper", group: "feeds", byDefault: true },
  { id: "trails", name: "Trail Talk", group: "forums", byDefault: true },
  { id: "finder", name: "Finder", group: "search", byDefault: false },
];

function open(): HTMLElement {
  const element = document.createElement("bt-chip-sites");
  element.sites = sites;
  return mount(element);
}

const box = (id: string): HTMLInputElement | undefined => deepAll<HTMLInputElement>(`input[name=${id}]`)[0];

beforeEach(async () => {
  fakeBrowser.reset();
  await emptyDatabases();
});

describe("chips by platform", () => {
  it("are on for posts, off for search engines, and grouped", async () => {
    const element = open();
    await until(() => box("chirper")?.checked, "the choices");
    expect(box("trails")?.checked).toBe(true);
    expect(box("finder")?.checked).toBe(false);
    expect(deepAll("legend").map((legend) => deepText(legend).trim())).toEqual([
      "Feeds",
      "Forums",
      "Search engines",
    ]);
    expect(deepText(element)).not.toContain("finds no posts");
    await expectAccessible();
  });

  it("keep what is switched, and nothing else", async () => {
    open();
    await until(() => box("chirper")?.checked, "the choices");
    box("chirper")?.click();
    await until(async () => (await chipSites.getValue())["chirper"] === false, "the choice");
    box("finder")?.click();
    await until(async () => (await chipSites.getValue())["finder"], "the other choice");
    expect(await chipSites.getValue()).toEqual({ chirper: false, finder: true });
  });

  it("say which a feed of the person's has switched off, and leave them off", async () => {
    const copy = { kind: "feed", phase: "idle", offset: 0, since: 0, fetched: 0, attempts: 0 } as const;
    const { community } = databases();
    await saveCursor(community, { ...copy, id: "https://feed.example", sitesOff: ["chirper"] });
    // One that was taken off the list has no say.
    await saveCursor(community, { ...copy, id: "https://old.example", sitesOff: ["trails"] });
    await feeds.setValue(["https://feed.example"]);
    open();
    await until(() => find("label", "Chirper Switched off for now by the feed"), "the word of the feed");
    expect(box("chirper")?.checked).toBe(false);
    expect(box("chirper")?.disabled).toBe(true);
    expect(box("trails")?.checked).toBe(true);
    await expectAccessible();
  });

  it("say where posts are no longer found", async () => {
    await postChecks.setValue({
      chirper: { worked: true, recent: "100000", at: 1 },
      trails: { worked: true, recent: "1", at: 1 },
    });
    open();
    const words = "Backtalk finds no posts on Chirper any more: the site has probably changed";
    await until(() => find(".note", words), "the warning");
    expect(deepAll(".note")).toHaveLength(1);
    await expectAccessible();
  });

  it("say that nothing is drawn at all while the badge is off", async () => {
    await badgeEverywhere.setValue(false);
    open();
    await until(() => find("p", "Nothing is drawn on pages"), "the word");
  });
});
