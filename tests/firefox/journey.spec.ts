import { expect, test } from "@playwright/test";
import { findFirefox } from "../../scripts/browsers.mjs";
import { researchItems } from "../bench/in-page/research-items.ts";
import { extensionFolder } from "../support/build-extension.ts";
import { putResearch } from "../support/fill-research.ts";
import { html, northwind } from "../support/pages.ts";
import { emptyReviewServer } from "../support/review-server.ts";
import { seedDraft, seededRows, seedSummaries } from "../support/seed.ts";
import { SiteServer, type SeenRequest } from "../support/site-server.ts";
import { Firefox, type Context } from "./bidi.ts";

const uuid = "5d0e6a52-7e7c-4d1b-9a53-0c4d5e2f9b11";
const extensionId = "backtalk@backtalk.example";
const base = `moz-extension://${uuid}`;
const home = "https://northwind.example/";
const reviewHost = "reviews.example";

const program = findFirefox();
test.skip(!program, "no Firefox on this machine");
test.describe.configure({ mode: "serial" });

let sites: SiteServer;
let firefox: Firefox;
/** A tab with a page of the extension, to act from. */
let own: string;

test.beforeAll(async () => {
  sites = await SiteServer.start();
  firefox = await Firefox.start(program!, {
    // Every name leads to the one server; the extension's address is known beforehand.
    "network.dns.forceResolve": "127.0.0.1",
    "network.socket.forcePort": `443=${sites.port}`,
    "extensions.webextensions.uuids": JSON.stringify({ [extensionId]: uuid }),
  });
  await firefox.send("webExtension.install", {
    extensionData: { type: "path", path: extensionFolder("firefox") },
  });
  own = await firefox.open(`${base}/sidepanel.html`);
  sites.serve("northwind.example", html());
  sites.serve(reviewHost, emptyReviewServer);
});

test.afterAll(async () => {
  await firefox?.close();
  await sites?.stop();
});

/** An expression that sends a command of the `ui` map. */
function message(type: string, data?: unknown): string {
  const text = JSON.stringify({ id: 1, type, data, timestamp: Date.now() });
  return `browser.runtime.sendMessage(${text}).then((reply) => reply.res)`;
}

const command = (type: string, data?: unknown): Promise<unknown> =>
  firefox.evaluate(own, message(type, data));

const session = (): Promise<unknown> => firefox.evaluate(own, "browser.storage.session.get(null)");

/** Calls a function of the test in the extension's own page. */
async function inExtension(act: (argument: never) => unknown, argument: unknown): Promise<unknown> {
  return firefox.evaluate(own, `(${String(act)})(${JSON.stringify(argument)})`);
}

/** Where the badge is: the only thing of ours that a page can find under a point. */
async function badgePlace(page: string): Promise<{ x: number; y: number } | undefined> {
  const place = await firefox.evaluate(
    page,
    `(() => {
      for (let y = 0; y < innerHeight; y += 8)
        if (document.elementFromPoint(innerWidth - 60, y)?.localName === "backtalk-badge")
          return { x: innerWidth - 60, y: y + 4 };
      return null;
    })()`,
  );
  return (place as { x: number; y: number } | null) ?? undefined;
}

test("the extension runs, and nothing before the first-run choice", async () => {
  await expect
    .poll(() => firefox.evaluate(own, "browser.runtime.id").catch(() => undefined))
    .toBe(extensionId);
  const page = await firefox.open(home);
  await new Promise((resolve) => setTimeout(resolve, 1000));
  expect(await badgePlace(page)).toBeUndefined();
  await firefox.send("browsingContext.close", { context: page });
});

test("a brand's own site gets its badge, also under a strict policy", async () => {
  await firefox.evaluate(own, "browser.storage.local.set({ servers: [], feeds: [] })");
  expect(await command("setRunMode", "all-sites")).toEqual({ ok: true });
  await inExtension(seedSummaries, seededRows([northwind]));
  const policy = "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
  sites.serve("northwind.example", html(), { "content-security-policy": policy });
  const page = await firefox.open(home);
  await expect.poll(() => badgePlace(page)).toBeDefined();
  expect(JSON.stringify(await session())).toContain('"figure":{"kind":"score"');
  expect(await firefox.evaluate(page, "document.querySelector('backtalk-badge').shadowRoot")).toBeNull();
});

test("a press on the badge shows the sidebar page in a frame of the page", async () => {
  const page = await firefox.open(home);
  await expect.poll(() => badgePlace(page)).toBeDefined();
  const place = (await badgePlace(page))!;
  const frames = async (): Promise<readonly string[]> => {
    const { contexts } = await firefox.send("browsingContext.getTree", { root: page });
    return contexts.flatMap((context: Context) => context.children ?? []).map(({ url }) => url);
  };
  // What a page can forge does nothing.
  await firefox.evaluate(page, "document.querySelector('backtalk-badge').click()");
  expect(await frames()).toEqual([]);
  await firefox.click(page, place.x - 20, place.y + 8);
  await expect.poll(frames).toEqual([expect.stringContaining(`${base}/sidepanel.html?frame=1&tab=`)]);
  // The page learns no address of ours from it.
  const entries =
    "performance.getEntries().map(({ name }) => name).filter((name) => name.includes('extension'))";
  expect(await firefox.evaluate(page, entries)).toEqual([]);
});

test("a frame in a page may read and nothing else", async () => {
  const { contexts } = await firefox.send("browsingContext.getTree", {});
  const frame = contexts.flatMap(({ children }) => children ?? []).find(({ url }) => url.startsWith(base))!;
  const refused = { ok: false, error: { code: "refused", params: { reason: "sender" } } };
  for (const [type, data] of [
    ["postDraft", "https://northwind.example"],
    ["voteReview", { signature: "x", confirm: false }],
    ["setRunMode", "on-click"],
    ["deleteEverything", undefined],
    ["syncNow", undefined],
    ["loadImage", "https://img.example/a.png"],
  ] as const)
    expect(await firefox.evaluate(frame.context, message(type, data)), type).toEqual(refused);
  const tabId = Number(new URL(frame.url).searchParams.get("tab"));
  expect(await firefox.evaluate(frame.context, message("readTab", tabId))).toMatchObject({ ok: true });
  expect(await firefox.evaluate(frame.context, message("readTab", tabId + 1))).toEqual(refused);
});

test("the dedicated worker reads the database, for a page of ours and for a frame in a page", async () => {
  const { contexts } = await firefox.send("browsingContext.getTree", {});
  const frame = contexts.flatMap(({ children }) => children ?? []).find(({ url }) => url.startsWith(base))!;
  const ask = `new Promise((resolve) => {
    const worker = new Worker("/compute.js");
    worker.onerror = ({ message }) => resolve({ error: message });
    worker.onmessage = ({ data }) => resolve(data);
    worker.postMessage({ id: 1, name: "topics", data: { keys: ["https://northwind.example"], names: [] } });
  }).then(JSON.stringify)`;
  const answer = { id: 1, result: { ok: true, value: { texts: 0, topics: [] } } };
  for (const context of [own, frame.context])
    expect(JSON.parse((await firefox.evaluate(context, ask)) as string)).toEqual(answer);
});

test("browsing caused no request", () => {
  expect(sites.seenBeside("northwind.example")).toEqual([]);
});

test("a sync and a post carry nothing that tells one install from another", async () => {
  sites.seen.length = 0;
  await firefox.evaluate(own, `browser.storage.local.set({ servers: ["https://${reviewHost}"] })`);
  expect(await command("syncNow")).toEqual({ ok: true });
  const ours = (method: string): SeenRequest | undefined =>
    sites.seen.find((request) => request.host === reviewHost && request.method === method);
  await expect.poll(() => ours("GET")).toBeDefined();
  const subject = "https://northwind.example";
  await inExtension(seedDraft, { subject, stars: 4, text: "Held for two winters." });
  const posted = (await command("postDraft", subject)) as { ok: true; value: string };
  expect(posted).toMatchObject({ ok: true });
  expect(await command("sendNow", posted.value)).toMatchObject({ ok: true });
  await expect.poll(() => ours("PUT")).toBeDefined();
  for (const request of sites.seen) {
    expect(Object.keys(request.headers)).not.toContain("origin");
    expect(Object.keys(request.headers)).not.toContain("cookie");
    expect(Object.keys(request.headers)).not.toContain("referer");
    expect(JSON.stringify(request)).not.toContain(uuid);
  }
});

test("the extension's own pages cannot reach the network", async () => {
  sites.seen.length = 0;
  const outcome = await firefox.evaluate(
    own,
    `fetch("https://${reviewHost}/reviews").then(() => "fetched", () => "refused")`,
  );
  expect(outcome).toBe("refused");
  expect(sites.seen).toEqual([]);
});

/** What stands in a page with all that its elements hold, and the element in it that a selector and words name. */
const deep = `const all = (root) => [...root.querySelectorAll("*")].flatMap((one) => [one, ...(one.shadowRoot ? all(one.shadowRoot) : [])]);
  const named = (selector, words) => all(document).find((one) => one.matches(selector) && one.textContent.includes(words) && one.checkVisibility());`;

/** Whether there is such an element, pressed if so. */
async function press(page: string, selector: string, words: string): Promise<boolean> {
  const at = `${JSON.stringify(selector)}, ${JSON.stringify(words)}`;
  return (await firefox.evaluate(
    page,
    `(() => { ${deep} const one = named(${at}); one?.click(); return one !== undefined; })()`,
  )) as boolean;
}

async function isShown(page: string, selector: string, words: string): Promise<boolean> {
  const at = `${JSON.stringify(selector)}, ${JSON.stringify(words)}`;
  return (await firefox.evaluate(
    page,
    `(() => { ${deep} return named(${at}) !== undefined; })()`,
  )) as boolean;
}

test("the research workspace makes a collection, shows what is in it, and writes it into a file", async () => {
  const page = await firefox.open(`${base}/research.html`);
  await expect.poll(() => press(page, "button", "New collection")).toBe(true);
  await expect.poll(() => isShown(page, "dialog[open] h2", "New collection")).toBe(true);
  await firefox.evaluate(
    page,
    `(() => { ${deep}
      const name = all(document).find((one) => one.matches("dialog[open] input:not([type=radio], [type=checkbox])"));
      name.value = "Returns study";
      name.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
      name.form.requestSubmit();
    })()`,
  );
  await expect.poll(() => isShown(page, "h1", "Returns study")).toBe(true);
  const address = new URL((await firefox.evaluate(page, "location.href")) as string);
  const collection = new URLSearchParams(address.hash.slice(1)).get("collection")!;
  const rows = { items: researchItems(collection, 0, 30) };
  await firefox.evaluate(page, `(${String(putResearch)})(${JSON.stringify(rows)})`);
  await firefox.evaluate(page, "location.reload()");
  await expect.poll(() => isShown(page, ".body .row", "soles")).toBe(true);
  expect(await isShown(page, "[role=status]", "30 mentions")).toBe(true);
  await press(page, "button", "Export");
  await expect.poll(() => isShown(page, "dialog[open] label", "30")).toBe(true);
  await press(page, "dialog[open] button[type=submit]", "");
  await expect.poll(() => isShown(page, "dialog[open] [role=status]", ".zip")).toBe(true);
});
