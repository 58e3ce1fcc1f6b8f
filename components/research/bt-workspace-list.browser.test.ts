import { fakeBrowser } from "../testing/extension.ts";
import { beforeEach, expect, it } from "vitest";
import "./bt-research.ts";
import { chartsShown } from "../../lib/settings.ts";
import { databases } from "../databases.ts";
import {
  deepAll,
  deepText,
  emptyDatabases,
  expectAccessible,
  mount,
  picture,
  until,
} from "../testing/mount.ts";
import { QueriesHere } from "../testing/research-page.ts";
import { aCollection, anItem, keepItems } from "../testing/research.ts";

beforeEach(async () => {
  fakeBrowser.reset();
  await emptyDatabases();
});

const button = (text: string): HTMLElement | undefined =>
  deepAll("button").find((one) => deepText(one).trim() === text);

it("gives the room of the charts to the table, and remembers that", async () => {
  await databases().research.collections.put(await aCollection());
  await keepItems(databases().research, [anItem(0), anItem(1)]);
  const page = document.createElement("bt-research");
  page.queries = new QueriesHere();
  mount(page);
  await picture("research-list", 1280, 800);
  await until(() => deepAll("bt-charts .panels, .panels")[0], "the charts");
  (await until(() => button("Hide charts"), "the button")).click();
  await until(() => button("Show charts"), "the other button");
  expect(deepAll("bt-charts")[0]?.checkVisibility()).toBe(false);
  expect(await chartsShown.getValue()).toBe(false);
  await expectAccessible();
  button("Show charts")!.click();
  await until(() => deepAll("bt-charts")[0]?.checkVisibility(), "the charts again");
});
