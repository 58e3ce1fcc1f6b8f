import { background, commands, fakeBrowser, useLanguage } from "./testing/extension.ts";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import "./bt-feed-rest.ts";
import type { SyncState } from "../lib/db/community-rows.ts";
import type { BucketBrandRow } from "../lib/db/talk-rows.ts";
import { bucketOf } from "../lib/model/bucket.ts";
import { ok, problem, type Result } from "../lib/model/result.ts";
import { feeds } from "../lib/settings.ts";
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
import { syncedFeed } from "./testing/feed.ts";
import { dailyRow } from "./testing/talk.ts";

const brandId = "northwind.example";
const hub = "https://hub.example/v1/feed";
const other = "https://cdn.example/feed";
const hour = 3_600_000;
type Rest = HTMLElementTagNameMap["bt-feed-rest"];

function show(changes: Partial<Pick<Rest, "brandId" | "name" | "readonly" | "isPrivate">> = {}): Rest {
  const element = document.createElement("bt-feed-rest");
  return mount(Object.assign(element, { brandId, name: "Northwind Shoes", ...changes }));
}

/** A listed feed, as the last sync left it. */
async function follow(id: string, buckets?: SyncState["buckets"]): Promise<void> {
  await feeds.setValue([...new Set([...(await feeds.getValue()), id])]);
  await databases().community.syncState.put(syncedFeed(id, buckets));
}

async function bring(changes: Partial<BucketBrandRow> = {}): Promise<void> {
  await databases().community.bucketBrands.put({
    ...dailyRow({ feed: hub }),
    readAt: Date.now(),
    ...changes,
  });
}
const nothing = { facts: [], threads: {}, titles: [] } as const;

const offer = (): HTMLButtonElement | undefined => find("button", "Look in the rest of the feed");
const offered = (): Promise<HTMLButtonElement> => until(offer, "the button");
const pressed = (): readonly unknown[] =>
  commands.filter(({ name }) => name === "readBucket").map(({ data }) => data);

beforeEach(async () => {
  fakeBrowser.reset();
  commands.length = 0;
  background.readBucket = async () => ok(undefined);
  useTheme("light");
  await emptyDatabases();
  await feeds.setValue([]);
});
afterEach(() => {
  delete background.readBucket;
  useLanguage("en", "ltr");
});

describe("where a feed has more than its file for everybody", () => {
  it("offers one button, says exactly whom it asks and for what, and asks nobody before", async () => {
    await follow(hub, "brands");
    show();
    const button = await offered();
    const sends = find("p", `group ${await bucketOf(brandId)} of 256`);
    expect(deepText(sends!).trim()).toBe(
      `Asks hub.example for group ${await bucketOf(brandId)} of 256, which holds this and many other brands; nothing else is sent.`,
    );
    expect(deepText(sends!)).not.toContain("Northwind");
    expect(button.getAttribute("aria-describedby")).toBe(sends?.id);
    expect(commands).toEqual([]);
    await picture("feed-rest", 380, 240);
    await picture("feed-rest-320", 320, 260);
    expectReflow();
    await expectAccessible();
  });

  it("names all feeds that it asks, and asks those that it named", async () => {
    await follow(hub, "brands");
    await follow(other, "texts");
    show();
    const button = await offered();
    expect(find("p", "Asks cdn.example and hub.example for group")).toBeDefined();
    button.click();
    await until(() => pressed().length > 0, "the command");
    expect(pressed()).toEqual([{ brandId, feeds: [other, hub] }]);
  });

  it("is not offered for what the daily file tells already, but for texts it is", async () => {
    await follow(hub, "brands");
    await databases().community.dailyBrands.put(dailyRow({ feed: hub }));
    show();
    await follow(other, "texts");
    await databases().community.dailyBrands.put(dailyRow({ feed: other }));
    await offered();
    expect(find("p", "Asks cdn.example for group")).toBeDefined();
  });

  it.each([
    ["without buckets", () => follow(hub)],
    [
      "that is no longer listed",
      async () => {
        await follow(hub, "brands");
        await feeds.setValue([]);
      },
    ],
  ])("says nothing of a feed %s", async (_what, prepare) => {
    await prepare();
    show();
    await follow(other, "brands");
    await offered();
    expect(find("p", "Asks cdn.example for group")).toBeDefined();
  });

  it.each([
    ["inside a page", { readonly: true }],
    ["in a private window", { isPrivate: true }],
  ])("offers and says nothing %s", async (_what, changes) => {
    await follow(hub, "brands");
    const element = show(changes);
    // The same query gives another element its button: by then this one has had its answer, too.
    const twin = Object.assign(document.createElement("bt-feed-rest"), { brandId, name: "Twin" });
    document.body.append(twin);
    await until(() => twin.shadowRoot?.querySelector("button"), "the twin's button");
    await element.updateComplete;
    expect(deepText(element).trim()).toBe("");
    expect(pressed()).toEqual([]);
  });
});

describe("a press", () => {
  it("shows that it is under way, keeps the focus, and says what was found", async () => {
    await follow(hub, "brands");
    const answer = Promise.withResolvers<Result<void>>();
    background.readBucket = () => answer.promise;
    const element = show();
    const group = await bucketOf(brandId);
    const heard: string[] = [];
    element.addEventListener("bt-announce", (event) => heard.push(event.detail));
    const button = await offered();
    button.focus();
    button.click();
    await until(() => find("[role=progressbar]"), "the progress");
    expect(offer()).toBeUndefined();
    await until(() => element.shadowRoot?.activeElement?.className === "state", "the focus");
    await picture("feed-rest-under-way", 380, 120);
    await expectAccessible();
    await bring();
    answer.resolve(ok(undefined));
    await until(() => find("p", `Read from group ${group} of the feed`), "the outcome");
    expect(find("[role=progressbar]")).toBeUndefined();
    expect(offer()).toBeUndefined();
    expect(heard).toEqual(["The rest of the feed has been looked through."]);
    expect(element.shadowRoot?.activeElement?.className).toBe("state");
    await expectAccessible();
  });

  it("says that there was nothing", async () => {
    await follow(hub, "brands");
    background.readBucket = async () => {
      await bring(nothing);
      return ok(undefined);
    };
    show();
    (await offered()).click();
    await until(() => find("p", "has no records or conversations about Northwind Shoes"), "the words");
    await picture("feed-rest-nothing", 380, 120);
  });

  it("says how many texts came beside", async () => {
    await follow(hub, "texts");
    await bring({ ...nothing, statements: 1234 });
    show();
    await until(() => find("p", "It also brought 1,234 reviews and replies"), "the count");
  });

  it("that fails says why, and gives the focus to another try", async () => {
    await follow(hub, "brands");
    const outcomes: Result<void>[] = [problem("timeout"), ok(undefined)];
    background.readBucket = async () => outcomes.shift() ?? ok(undefined);
    const element = show();
    (await offered()).click();
    await until(() => find("[role=alert]", "The server did not answer in time."), "the reason");
    const again = await until(() => find<HTMLButtonElement>("button", "Try again"), "the button");
    await until(() => element.shadowRoot?.activeElement === again, "the focus");
    expect(find("p", "Asks hub.example for group")).toBeDefined();
    await picture("feed-rest-failed", 380, 260);
    await expectAccessible();
    again.click();
    await until(() => pressed().length === 2, "the second try");
    await until(() => find("[role=alert]") === undefined, "the reason has gone");
  });

  it("of which one feed failed asks that one alone the next time", async () => {
    await follow(hub, "brands");
    await follow(other, "brands");
    background.readBucket = async () => {
      await bring();
      return problem("offline");
    };
    show();
    (await offered()).click();
    await until(() => find("p", "Asks cdn.example for group"), "what is left to ask");
    await until(() => find("[role=alert]", "No network."), "the reason");
    find<HTMLButtonElement>("button", "Try again")?.click();
    await until(() => pressed().length === 2, "the second try");
    expect(pressed()[1]).toEqual({ brandId, feeds: [other] });
  });

  it("belongs to its brand: another one in the sidebar begins anew", async () => {
    await follow(hub, "brands");
    const answer = Promise.withResolvers<Result<void>>();
    background.readBucket = () => answer.promise;
    const element = show();
    (await offered()).click();
    await until(() => find("[role=progressbar]"), "the progress");
    Object.assign(element, { brandId: "kettle.example", name: "Kettle" });
    await offered();
    answer.resolve(problem("timeout"));
    await element.updateComplete;
    expect(find("[role=alert]")).toBeUndefined();
    expect(find("p", `group ${await bucketOf("kettle.example")} of 256`)).toBeDefined();
  });
});

it("is offered again a day later, with what is still here", async () => {
  await follow(hub, "brands");
  await bring({ readAt: Date.now() - 25 * hour });
  show();
  await offered();
  expect(find("p", "yesterday")).toBeDefined();
});

it("shows what a press brought earlier, also where nothing may be asked", async () => {
  await follow(hub, "brands");
  await bring({ readAt: Date.now() - 25 * hour });
  const element = show({ readonly: true });
  await until(() => find("p", "Read from group"), "what is here");
  expect(deepAll("button", element.shadowRoot!)).toEqual([]);
});

it("lets no name or host be more than text, in narrow and right-to-left windows", async () => {
  const evil = `<img src=x onerror="document.title='owned'">\u202e${"Donaudampfschifffahrt".repeat(9)}`;
  await follow(`https://${"very-long-host-name".repeat(3)}.example/feed`, "brands");
  await bring(nothing);
  useLanguage("ar", "rtl");
  show({ name: evil });
  await offered();
  await until(() => find("p", "Donaudampf"), "the name");
  await picture("feed-rest-hostile-320", 320, 500);
  expectReflow();
  await expectAccessible();
  expect(deepAll("img")).toEqual([]);
  expect(document.title).not.toBe("owned");
});
