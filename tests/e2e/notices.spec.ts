import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import type { browser } from "wxt/browser";
import { generateSigningKey } from "../../lib/reviews/keys.ts";
import { replyPayload, signToken } from "../../lib/reviews/sign.ts";
import { extensionFolder } from "../support/build-extension.ts";
import { isAccepted, post, sendNow } from "../support/composer.ts";
import { daily, recall } from "../support/daily.ts";
import { HubHost } from "../support/hub-host.ts";
import { Journey } from "../support/journey.ts";
import { html } from "../support/pages.ts";

/** Stands in functions that run in the extension's own pages. */
declare const chrome: typeof browser;

let folder: string;
let journey: Journey;

/** No test can press a button of the browser: here its question was answered with yes before it was asked. */
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "backtalk-notice-"));
  cpSync(extensionFolder("chrome"), folder, { recursive: true });
  const path = join(folder, "manifest.json");
  const manifest = JSON.parse(readFileSync(path, "utf8")) as Record<string, string[]>;
  manifest["permissions"]?.push(...(manifest["optional_permissions"] ?? []));
  delete manifest["optional_permissions"];
  writeFileSync(path, JSON.stringify(manifest));
  journey = await Journey.begin({ folder });
});

test.afterAll(async () => {
  await journey?.end();
  rmSync(folder, { recursive: true, force: true });
});

/** Ids of the notifications that stand on the screen. */
async function notices(): Promise<readonly string[]> {
  const own = await journey.extension.page();
  return own.evaluate(async () => Object.keys(await chrome.notifications.getAll()));
}

test("an update is told by a notification where the person asked for it, and only there", async () => {
  const { extension, sites } = journey;
  await journey.freshStart();
  await extension.setUp();
  sites.serve("northwind.example", html());
  const sidebar = await journey.sidebarAbout("https://northwind.example/");
  await sidebar.getByRole("button", { name: "More about Northwind" }).click();
  await sidebar.getByRole("menuitem", { name: "Follow" }).click();
  await expect.poll(() => journey.rows("personal", "follows")).toBe(1);

  await extension.seedDaily(daily([recall("boots", 3)]));
  await extension.command("syncNow");
  await expect(sidebar.getByText("1 update about a brand you follow")).toBeVisible();
  expect(await notices()).toEqual([]);

  await extension.store("local", { followNotices: true });
  await extension.seedDaily(daily([recall("boots", 3), recall("kettles", 1)]));
  await extension.command("syncNow");
  await expect.poll(notices).toEqual(["backtalk-follow"]);
  expect(extension.complaints).toEqual([]);
});

test("an answer is told by a notification without its words, where the person asked for it", async () => {
  const { extension, sites } = journey;
  await journey.freshStart();
  const hub = await HubHost.start(sites, "reviews.example");
  await extension.setUp([hub.url]);
  const sidebar = await journey.sidebarAbout(journey.serveBrand("kite.example", "Kite"));
  await post(sidebar, { stars: 1, text: "The frame broke.", nickname: "anna" });
  await sendNow(sidebar);
  await isAccepted(sidebar);
  const [review] = await hub.tokensAbout("https://kite.example");
  const answer = async (opinion: string): Promise<void> => {
    const issuedAt = Math.floor(Date.now() / 1000);
    const reply = replyPayload({ signature: review?.signature ?? "", opinion, nickname: "ben", issuedAt });
    const { jwt } = await signToken(reply, await generateSigningKey());
    expect((await fetch(`${hub.hub.url}/submit/${jwt}`, { method: "PUT" })).ok).toBe(true);
    await journey.timePasses("sync");
  };
  await answer("Mine held.");
  await expect(sidebar.getByText("1 person answered you")).toBeVisible();
  expect(await notices()).not.toContain("backtalk-answers");
  await extension.store("local", { answerNotices: true });
  await answer("Mine broke as well.");
  await expect.poll(notices).toContain("backtalk-answers");
  expect(extension.complaints).toEqual([]);
  await hub.hub.close();
});
