import { expect, test, type Page } from "@playwright/test";
import type { browser } from "wxt/browser";
import { decodeToken } from "../../lib/reviews/token.ts";
import {
  composerLine,
  fill,
  isAccepted,
  openComposer,
  outboxRow,
  post,
  pressPost,
  sendNow,
  textField,
} from "../support/composer.ts";
import { HubHost } from "../support/hub-host.ts";
import { journeyWithHub } from "../support/hub-journey.ts";
import type { Journey } from "../support/journey.ts";
import type { SeenRequest } from "../support/site-server.ts";

// One browser for the file; each test begins with everything deleted.
test.describe.configure({ mode: "default" });

const text = "Walked forty kilometres in them. The laces gave up first.";
let journey: Journey;
let hub: HubHost;

journeyWithHub((...both) => {
  [journey, hub] = both;
});

/** The sidebar about a brand that no other test writes about: the hub outlives them all. */
async function about(host: string, name: string): Promise<Page> {
  return journey.sidebarAbout(journey.serveBrand(host, name));
}

const isSubmission = ({ method }: SeenRequest): boolean => method === "PUT";
const isQuestion = ({ path }: SeenRequest): boolean => path.startsWith("/reviews?signature=");

/** Subjects in the order in which they were handed in. */
function subjectsOf(requests: readonly SeenRequest[]): readonly (string | undefined)[] {
  return requests.filter(isSubmission).map(({ path }) => {
    const token = decodeToken(path.slice("/submit/".length));
    return token.ok ? token.value.payload.sub : undefined;
  });
}

test.describe("a draft", () => {
  test("is kept as it is typed, though the sidebar closes and the worker dies", async () => {
    const page = await journey.visit(journey.serveBrand("draft.example", "Draft & Sons"));
    const first = await journey.sidebarFor(page);
    await openComposer(first);
    await fill(first, { stars: 2, text });
    await expect(first.getByText("Draft saved")).toBeVisible();
    await first.close();
    await journey.killWorker();

    const second = await journey.sidebarFor(page);
    await expect(composerLine(second)).toContainText(`Draft: ${text}`);
    await openComposer(second);
    await expect(textField(second)).toHaveValue(text);
    await expect(second.getByRole("radio", { name: /^2 stars/ })).toBeChecked();
    expect(hub.submissions).toEqual([]);
  });

  test("too long is counted in bytes and not posted", async () => {
    const sidebar = await about("long.example", "Long & Co");
    await openComposer(sidebar);
    await fill(sidebar, { stars: 3, text: "é".repeat(499) });
    await expect(sidebar.getByText("998 / 1,000 bytes")).toBeVisible();
    await expect(sidebar.getByText("2 bytes left")).toBeAttached();
    await fill(sidebar, { text: "é".repeat(502) });
    await expect(sidebar.locator("#counter")).toHaveText(/^\s*4 bytes too many/);
    await pressPost(sidebar);
    await expect(sidebar.getByRole("alert")).toContainText("4 bytes too many");
    await expect(outboxRow(sidebar)).toHaveCount(0);
  });

  test("that holds private data is warned about, and may be posted all the same", async () => {
    const sidebar = await about("private.example", "Private Parts");
    await openComposer(sidebar);
    await fill(sidebar, { text: "Nobody answers. Write me: jo@mail.example or +49 30 1234567." });
    const warning = sidebar.getByText("This text seems to hold");
    await expect(warning).toContainText("an e-mail address");
    await expect(warning).toContainText("a phone number");
    await fill(sidebar, { text: "Nobody answers." });
    await expect(warning).toBeHidden();
  });
});

test("what signing means stands open before the first post, and one press away afterwards", async () => {
  const sidebar = await about("notice.example", "Notice");
  await openComposer(sidebar);
  const notice = sidebar.getByText("Public for good: anyone may copy it (CC BY 4.0).");
  await expect(notice).toBeVisible();
  await expect(sidebar.getByText("The server sees your internet address.")).toBeVisible();
  await fill(sidebar, { stars: 5, text });
  await pressPost(sidebar);
  await sendNow(sidebar);
  await isAccepted(sidebar);

  const next = await about("notice-two.example", "Notice Two");
  await openComposer(next);
  await expect(notice).toBeHidden();
  await next.getByText("Public for good. What that means").click();
  await expect(next.getByText("Public for good: anyone may copy it (CC BY 4.0).")).toBeVisible();
});

test("a post waits its minute; undo gives the draft back; it is accepted once and shown as one's own", async () => {
  const sidebar = await about("minute.example", "Minute");
  await post(sidebar, { stars: 4, text, nickname: "wanda" });
  await expect(outboxRow(sidebar)).toContainText(/Sends in \d+ s/);
  expect(hub.submissions).toEqual([]);

  // Back in the composer, as it was.
  await sidebar.getByRole("button", { name: "Undo: Minute" }).click();
  await expect(textField(sidebar)).toHaveValue(text);
  await expect(sidebar.getByRole("radio", { name: /^4 stars/ })).toBeChecked();
  await expect(outboxRow(sidebar)).toHaveCount(0);

  await fill(sidebar, { text: `${text} The soles never did.` });
  await pressPost(sidebar);
  await sendNow(sidebar);
  await isAccepted(sidebar);
  await expect(outboxRow(sidebar)).toHaveCount(0);

  const review = sidebar.getByRole("article", { name: "Review by wanda" });
  await expect(review).toContainText("Yours");
  await expect(review).toContainText("The soles never did.");
  await expect(review).toContainText("Sample");
  const tokens = await hub.tokensAbout("https://minute.example");
  expect(tokens.map(({ payload }) => payload)).toEqual([
    expect.objectContaining({ rating: 75, opinion: `${text} The soles never did.` }),
  ]);
  expect(hub.submissions).toHaveLength(1);
});

test("undo loses nothing of what was begun since", async () => {
  const sidebar = await about("twice.example", "Twice");
  await post(sidebar, { stars: 4, text });
  await openComposer(sidebar);
  await fill(sidebar, { text: "One more thing" });
  await expect(sidebar.getByText("Draft saved")).toBeVisible();
  await sidebar.getByRole("button", { name: "Undo: Twice" }).click();
  await expect(textField(sidebar)).toHaveValue(`${text}\n\nOne more thing`);
  await textField(sidebar).press("ControlOrMeta+End");
  await textField(sidebar).pressSequentially(".");
  await expect(textField(sidebar)).toHaveValue(`${text}\n\nOne more thing.`);
});

test("a post goes by itself when its minute is over, though the worker died meanwhile", async () => {
  const sidebar = await about("later.example", "Later");
  await post(sidebar, { stars: 4, text });
  await journey.killWorker();
  await journey.timePasses("outbox");
  await isAccepted(sidebar);
  expect(await hub.tokensAbout("https://later.example")).toHaveLength(1);
  expect(hub.submissions).toHaveLength(1);
});

test("offline a post waits, and goes when the network is back", async () => {
  const sidebar = await about("offline.example", "Offline");
  await openComposer(sidebar);
  await fill(sidebar, { stars: 4, text });
  await journey.context.setOffline(true);
  await expect(sidebar.getByText("Offline: it will wait here for the network.")).toBeVisible();
  await pressPost(sidebar);
  await expect(outboxRow(sidebar)).toContainText("Waits for the network.");
  await sendNow(sidebar);
  await expect(outboxRow(sidebar)).toContainText(/No network|no answer came/);
  expect(hub.submissions).toEqual([]);

  await journey.context.setOffline(false);
  await journey.timePasses("outbox");
  await isAccepted(sidebar);
  expect(await hub.tokensAbout("https://offline.example")).toHaveLength(1);
});

test("a server that is down is tried again later, and asked before anything is sent twice", async () => {
  const sidebar = await about("down.example", "Down");
  hub.interfere = () => ({ status: 502, body: "Bad gateway" });
  await post(sidebar, { stars: 4, text });
  await sendNow(sidebar);
  await expect(outboxRow(sidebar)).toContainText("no answer came");
  expect(await hub.tokensAbout("https://down.example")).toEqual([]);

  hub.interfere = () => undefined;
  await journey.timePasses("outbox");
  await isAccepted(sidebar);
  const steps = hub.requests.filter((request) => isSubmission(request) || isQuestion(request));
  expect(steps.filter(isSubmission)).toHaveLength(2);
  expect(steps.findLastIndex(isQuestion)).toBe(steps.findLastIndex(isSubmission) - 1);
  expect(await hub.tokensAbout("https://down.example")).toHaveLength(1);
});

test("a server that asks for a pause gets it", async () => {
  const sidebar = await about("busy.example", "Busy");
  hub.interfere = (request) =>
    isSubmission(request) ? { status: 429, headers: { "retry-after": "3600" }, body: "" } : undefined;
  await post(sidebar, { stars: 4, text });
  await sendNow(sidebar);
  await expect(outboxRow(sidebar)).toContainText(/The server asks/);
  await expect(outboxRow(sidebar)).toContainText(/Next try in 1 hour/);
  expect(hub.submissions).toHaveLength(1);
});

test("a refusal is told in the server's own words, and the draft can be had back", async () => {
  const sidebar = await about("refused.example", "Refused");
  hub.interfere = (request) =>
    isSubmission(request) ? { status: 400, body: "Reviews of this kind are closed." } : undefined;
  await post(sidebar, { stars: 4, text });
  await sendNow(sidebar);
  await expect(outboxRow(sidebar)).toContainText("The server says: “Reviews of this kind are closed.”");

  await sidebar.getByRole("button", { name: "Back to draft: Refused" }).click();
  await expect(textField(sidebar)).toHaveValue(text);
  hub.interfere = () => undefined;
  await pressPost(sidebar);
  await sendNow(sidebar);
  await isAccepted(sidebar);
  expect(await hub.tokensAbout("https://refused.example")).toHaveLength(1);
});

test("no brand can veto a review: the other spelling, then the next server", async () => {
  const other = await HubHost.start(journey.sites, "second.example");
  await journey.extension.store("local", { servers: [hub.url, other.url] });
  const sidebar = await about("veto.example", "Veto");
  hub.interfere = (request) =>
    isSubmission(request) ? { status: 400, body: "Subject is not publicly accessible" } : undefined;
  await post(sidebar, { stars: 4, text });
  await sendNow(sidebar);
  await isAccepted(sidebar);

  expect(subjectsOf(hub.requests)).toEqual(["https://veto.example", "https://www.veto.example"]);
  expect(subjectsOf(other.requests)).toHaveLength(1);
  // Both spellings are read as one subject, so it stands on the brand's page.
  await expect(sidebar.getByRole("article", { name: /^Review by/ })).toContainText(text);
  await other.hub.close();
});

test("a worker that dies with the answer in flight asks, and does not post twice", async () => {
  const sidebar = await about("crash.example", "Crash");
  await post(sidebar, { stars: 4, text });
  const held = hub.holdNext(isSubmission);
  await sendNow(sidebar);
  await held.arrived;
  await journey.killWorker();
  held.release();

  await journey.timePasses("outbox");
  await isAccepted(sidebar);
  expect(hub.submissions).toHaveLength(1);
  expect(hub.requests.filter(isQuestion)).toHaveLength(1);
  expect(await hub.tokensAbout("https://crash.example")).toHaveLength(1);
});

test("a worker that dies before its request arrives posts it after all, once", async () => {
  const sidebar = await about("lost.example", "Lost");
  await post(sidebar, { stars: 4, text });
  const reached = Promise.withResolvers<undefined>();
  hub.interfere = (request) => {
    if (!isSubmission(request)) return undefined;
    hub.interfere = () => undefined;
    reached.resolve(undefined);
    return { status: 502, body: "" };
  };
  await sendNow(sidebar);
  await reached.promise;
  await journey.killWorker();
  await journey.timePasses("outbox");
  await isAccepted(sidebar);
  expect(await hub.tokensAbout("https://lost.example")).toHaveLength(1);
});

test("a real brand's review goes to the default server; samples never do", async () => {
  const mangrove = await HubHost.start(journey.sites, "api.mangrove.reviews");
  const own = await journey.extension.page();
  await own.evaluate(() =>
    (globalThis as unknown as { chrome: typeof browser }).chrome.storage.local.remove("servers"),
  );
  const sidebar = await about("www.patagonia.com", "Patagonia");
  await post(sidebar, { stars: 4, text });
  await sendNow(sidebar);
  await isAccepted(sidebar);
  const [token] = await mangrove.tokensAbout("https://patagonia.com");
  expect(token?.payload).toMatchObject({ rating: 75, opinion: text });
  expect(token?.payload.metadata?.data_source).toBeUndefined();

  const sample = await about("sample.example", "Sample");
  await openComposer(sample);
  await fill(sample, { stars: 4, text });
  await pressPost(sample);
  await expect(sample.getByRole("alert")).toContainText("Samples never go to a real server.");
  await mangrove.hub.close();
});
