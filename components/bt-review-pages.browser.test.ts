import { fakeBrowser } from "./testing/extension.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { page } from "vitest/browser";
import "./bt-review-list.ts";
import { emptyFilter } from "./bt-review-filter.ts";
import { databases } from "./databases.ts";
import {
  deepAll,
  emptyDatabases,
  expectAccessible,
  find,
  mount,
  picture,
  until,
  useTheme,
} from "./testing/mount.ts";
import { useLanguage } from "./testing/extension.ts";
import { brandUri, say, seedBrand } from "./testing/world.ts";

type List = HTMLElementTagNameMap["bt-review-list"];

function openList(): List {
  const list = document.createElement("bt-review-list");
  list.keys = [brandUri];
  list.filter = { ...emptyFilter, sort: "newest" };
  list.addEventListener("change", (event) => (list.filter = (event as CustomEvent<List["filter"]>).detail));
  return mount(list);
}

beforeEach(async () => {
  fakeBrowser.reset();
  await emptyDatabases();
  await page.viewport(380, 700);
});

describe("a long list", () => {
  it("keeps few reviews in the document, however far one scrolls, and comes back to the same place", async () => {
    await seedBrand(databases().community, { crowd: 193 });
    openList();
    await until(() => deepAll("bt-review").length >= 20, "the first page");
    for (let step = 0; step < 60 && !find("p", "That is all"); step++) {
      scrollTo(0, document.documentElement.scrollHeight);
      await new Promise((resolve) => setTimeout(resolve, 60));
      expect(deepAll("bt-review").length).toBeLessThanOrEqual(100);
    }
    expect(find("p", "That is all")).toBeDefined();
    expect(deepAll(".page")).toHaveLength(10);
    const height = document.documentElement.scrollHeight;
    scrollTo(0, 0);
    await until(() => find("bt-review", "anna_k"), "the first review again");
    expect(Math.abs(document.documentElement.scrollHeight - height)).toBeLessThan(height / 10);
  });

  it("finds words in texts, and says when there are none", async () => {
    await seedBrand(databases().community, { crowd: 30 });
    openList();
    const field = await until(() => find<HTMLInputElement>("input[type=search]"));
    field.value = "WET ground";
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    await until(() => deepAll("bt-review").length === 1 && find("bt-review", "wet ground"), "the one review");
    field.value = "zeppelin";
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    await until(() => find("p", "No review fits."), "nothing");
    await expectAccessible();
  });

  it("offers what has arrived since, instead of moving what is read", async () => {
    await seedBrand(databases().community, { crowd: 0 });
    const list = openList();
    list.count = 7;
    await until(() => deepAll("bt-review").length === 7);
    list.filter = { ...list.filter };
    await until(() => deepAll("bt-review").length === 7);
    await say(databases().community, { stars: 5, daysAgo: 0, opinion: "Brand new." });
    list.count = 8;
    (await until(() => find<HTMLButtonElement>("button", "1 new review"))).click();
    await until(() => find("bt-review", "Brand new."), "the new review");
  });
});

describe("right to left", () => {
  it("mirrors the layout and keeps each text in its own direction", async () => {
    useLanguage("he", "rtl");
    await seedBrand(databases().community, { crowd: 0 });
    openList();
    const review = await until(() => find("bt-review", "anna_k"));
    expect(getComputedStyle(review).direction).toBe("rtl");
    const text = review.shadowRoot?.querySelector(".text");
    expect(text && getComputedStyle(text).direction).toBe("ltr");
    useTheme("light");
    await picture("reviews-rtl", 380, 1100);
    await expectAccessible();
    useLanguage("en", "ltr");
  });
});
