import { expect, test, type Locator, type Page } from "@playwright/test";
import { generateSigningKey } from "../../lib/reviews/keys.ts";
import { reviewPayload, signToken } from "../../lib/reviews/sign.ts";
import { HubHost } from "../support/hub-host.ts";
import { Journey } from "../support/journey.ts";
import { badgeAppears, visit } from "../support/pages.ts";
import type { SeenRequest } from "../support/site-server.ts";
import { signReviews } from "../support/sync-world.ts";

test.describe.configure({ mode: "default" });

/** More than two pages of a thousand. */
const many = 2100;
let journey: Journey;
let large: HubHost;
let small: HubHost;

test.beforeAll(async () => {
  journey = await Journey.begin();
  const tokens = (await signReviews(many)).map(({ jwt }) => jwt);
  large = await HubHost.start(journey.sites, "large.example", tokens);
  small = await HubHost.start(journey.sites, "small.example", tokens.slice(0, 30));
});

test.beforeEach(async () => {
  large.interfere = () => undefined;
  small.interfere = () => undefined;
  await journey.freshStart();
});

test.afterEach(() => {
  expect(journey.extension.complaints).toEqual([]);
});

test.afterAll(async () => {
  await journey?.end();
  await large?.hub.close();
  await small?.hub.close();
});

/** What the options page says about a source. */
function source(options: Page, host: string): Locator {
  return options.getByRole("listitem").filter({ hasText: host });
}

function pathsOf(requests: readonly SeenRequest[]): readonly string[] {
  return requests.map(({ path }) => path);
}

/** Signs a review of today and hands it in, as another client does. */
async function handIn(hub: HubHost, subject: string, opinion: string): Promise<void> {
  const issuedAt = Math.floor(Date.now() / 1000);
  const payload = reviewPayload({ subject, stars: 4, opinion, issuedAt });
  const { jwt } = await signToken(payload, await generateSigningKey());
  const reply = await fetch(`${hub.hub.url}/submit/${jwt}`, { method: "PUT" });
  expect(await reply.text()).toBe("true");
}

test("the first copy comes by pages, says how far it is, and survives the worker's death", async () => {
  const secondPage = large.holdNext(({ path }) => path.includes("offset=980"));
  const options = await journey.ownPage("options.html");
  await journey.extension.setUp([large.url]);
  await expect(source(options, large.host)).toContainText("First copy running: 1,000 reviews so far.");
  await secondPage.arrived;
  await journey.killWorker();
  secondPage.release();

  await journey.timePasses("sync");
  await expect(source(options, large.host)).toContainText(/Last updated .*Next /s);
  expect(await journey.rows("community", "tokens")).toBe(many);
  expect(await journey.rows("community", "summaries")).toBe(many);
  // Only the page whose answer was lost was asked for again.
  const paths = pathsOf(large.requests);
  const again = paths.filter((path, i) => paths.indexOf(path) !== i);
  expect(again).toEqual([expect.stringContaining("offset=980")]);
  expect(paths.every((path) => path.startsWith("/reviews?limit=1000&offset="))).toBe(true);
});

test("what is new comes with the next run, to the badge of a page that stands open", async () => {
  await journey.extension.setUp([small.url]);
  const options = await journey.ownPage("options.html");
  await expect(source(options, small.host)).toContainText("Last updated");
  const url = journey.serveBrand("fresh.example", "Fresh");
  const tab = await visit(journey.context, journey.extension, url);
  expect(await tab.badge.exists()).toBe(false);

  await handIn(small, "https://fresh.example", "New today.");
  const before = small.requests.length;
  await options.getByRole("button", { name: "Update now" }).click();
  await badgeAppears(tab);
  expect(await tab.badge.text(".open")).toContain("1 review");
  const delta = pathsOf(small.requests).slice(before);
  expect(delta[0]).toMatch(/[?&]gt_iat=\d+/);
  expect(delta.length).toBeLessThanOrEqual(2);
});

test("a server that fails costs the others nothing, and its failure is told in words", async () => {
  large.interfere = () => ({ status: 500, body: "The disk is full here." });
  const options = await journey.ownPage("options.html");
  await journey.extension.setUp([large.url, small.url]);
  await expect(source(options, small.host)).toContainText("Last updated");
  await expect(source(options, large.host)).toContainText(
    /The server says: “The disk is full here.”\s+Next in/,
  );
  const copied = (await small.tokensSince(0)).length;
  expect(await journey.rows("community", "tokens")).toBe(copied);

  // Well again: a press asks at once.
  large.interfere = ({ path }) => (path.includes("offset=0") ? undefined : { status: 503, body: "" });
  await options.getByRole("button", { name: "Update now" }).click();
  await expect.poll(() => journey.rows("community", "tokens")).toBeGreaterThan(copied);
});

test("a server that asks for a pause gets it, whoever presses", async () => {
  small.interfere = () => ({ status: 429, headers: { "retry-after": "7200" }, body: "" });
  const options = await journey.ownPage("options.html");
  await journey.extension.setUp([small.url]);
  await expect(source(options, small.host)).toContainText(
    /The server asks for a pause: try again in 120 min\.\s+Next in 2 hours/,
  );
  expect(small.requests).toHaveLength(1);
  await options.getByRole("button", { name: "Update now" }).click();
  await expect(options.getByText("Started. The state above follows.")).toBeVisible();
  await journey.killWorker();
  await options.getByRole("button", { name: "Update now" }).click();
  expect(small.requests).toHaveLength(1);
});

test("a feed is a source, too: verified parts, and no page of a server for what it has brought", async () => {
  const feed = `${small.url}/v1/feed`;
  await journey.extension.store("local", { servers: [], feeds: [feed] });
  expect(await journey.extension.command("setRunMode", "all-sites")).toEqual({ ok: true });
  const options = await journey.ownPage("options.html");
  await expect(source(options, small.host)).toContainText("Last updated");
  const total = (await small.tokensSince(0)).length;
  expect(await journey.rows("community", "tokens")).toBe(total);
  const asked = pathsOf(small.requests);
  expect(asked[0]).toBe("/v1/feed/head.json");
  expect(asked.slice(1).every((path) => /^\/v1\/feed\/(?:segments|daily)\//.test(path))).toBe(true);
  expect(new Set(asked).size).toBe(asked.length);

  // Nothing new: only the head is asked for.
  const before = small.requests.length;
  await options.getByRole("button", { name: "Update now" }).click();
  await expect.poll(() => pathsOf(small.requests).slice(before)).toEqual(["/v1/feed/head.json"]);
});

test("a person can read every request that was made, and that none came from browsing", async () => {
  await journey.extension.setUp([small.url]);
  const options = await journey.ownPage("options.html#ledger");
  await expect(source(options, small.host)).toContainText("Last updated");
  await journey.visit(journey.serveBrand("seen.example", "Seen"));
  await journey.visit(journey.serveBrand("seen-too.example", "Seen Too"));
  await options.getByRole("button", { name: "Update now" }).click();
  await expect.poll(() => small.requests.filter(({ path }) => path.includes("gt_iat")).length).toBe(1);

  await expect(
    options.getByText(/This week: 2 pages read, a brand on 2 of them; .*, 0 for any other reason\./),
  ).toBeVisible();
  const rows = options.getByRole("region", { name: "What was sent" }).getByRole("row");
  await expect(rows).toHaveCount(1 + small.requests.length);
  for (const cause of ["schedule", "you"]) {
    const row = rows.filter({ has: options.getByRole("cell", { name: cause, exact: true }) }).first();
    await expect(row.getByRole("cell", { name: "copy", exact: true })).toBeVisible();
    await expect(row.getByRole("cell", { name: small.host, exact: true })).toBeVisible();
    await expect(row.getByRole("cell", { name: "200", exact: true })).toBeVisible();
    await expect(row.getByRole("cell").first()).toHaveText(/\d{1,2}:\d{2}/);
  }
});
