import { readFile } from "node:fs/promises";
import { expect, test, type Download, type Locator, type Page } from "@playwright/test";
import { parseSlip } from "../../lib/reviews/slip.ts";
import {
  fill,
  isAccepted,
  openComposer,
  outboxRow,
  post,
  pressPost,
  sendNow,
  textField,
} from "../support/composer.ts";
import type { HubHost } from "../support/hub-host.ts";
import { journeyWithHub } from "../support/hub-journey.ts";
import type { Journey } from "../support/journey.ts";

test.describe.configure({ mode: "default" });

const text = "Walked forty kilometres in them. The laces gave up first.";
let journey: Journey;
let hub: HubHost;

journeyWithHub((...both) => {
  [journey, hub] = both;
});

/** A brand with one review, one's own. */
async function withOwnReview(host: string, name: string): Promise<Page> {
  const sidebar = await journey.sidebarAbout(journey.serveBrand(host, name));
  await post(sidebar, { stars: 2, text, nickname: "wanda" });
  await sendNow(sidebar);
  await isAccepted(sidebar);
  return sidebar;
}

async function openMine(sidebar: Page): Promise<Locator> {
  await sidebar.getByRole("tab", { name: /^Yours/ }).click();
  return sidebar.getByRole("tabpanel", { name: "Yours" });
}

/** What a server gives to everybody: edits applied, deleted ones left out. */
async function publicReviews(subject: string): Promise<readonly { opinion?: string; rating?: number }[]> {
  const reply = await fetch(`${hub.hub.url}/reviews?sub=${encodeURIComponent(subject)}`);
  const { reviews } = (await reply.json()) as { reviews: readonly { payload: { opinion?: string } }[] };
  return reviews.map(({ payload }) => payload);
}

async function textOf(download: Download): Promise<string> {
  return readFile(await download.path(), "utf8");
}

test("an edit shows everywhere, open sidebars included", async () => {
  const sidebar = await withOwnReview("edited.example", "Edited");
  const other = await journey.sidebarAbout("https://edited.example/");
  await expect(other.getByRole("article", { name: "Review by wanda" })).toContainText(text);

  const mine = await openMine(sidebar);
  await mine.getByRole("button", { name: "Edit your review of edited.example" }).click();
  await expect(textField(sidebar)).toHaveValue(text);
  await expect(sidebar.getByRole("radio", { name: /^2 stars/ })).toBeChecked();
  await fill(sidebar, { stars: 5, text: "They sent new laces." });
  await pressPost(sidebar);
  await sendNow(sidebar);

  await expect(mine.getByRole("listitem")).toContainText("They sent new laces.");
  await sidebar.getByRole("tab", { name: "Overview" }).click();
  for (const each of [sidebar, other]) {
    const review = each.getByRole("article", { name: "Review by wanda" });
    await expect(review).toContainText("They sent new laces.");
    await expect(review).toContainText("edited");
    await expect(review.getByRole("img", { name: "5 of 5 stars" })).toBeVisible();
    await expect(review).not.toContainText(text);
  }
  const about = "https://edited.example";
  expect(await publicReviews(about)).toEqual([
    expect.objectContaining({ opinion: "They sent new laces.", rating: 100 }),
  ]);
  expect(await hub.tokensAbout(about)).toHaveLength(1);
});

test("a second edit follows the first, and the line under the page leads to it", async () => {
  const sidebar = await withOwnReview("twice-edited.example", "Twice Edited");
  for (const words of ["First change.", "Second change."]) {
    await sidebar.getByRole("button", { name: /^You wrote about this/ }).click();
    await fill(sidebar, { text: words });
    await pressPost(sidebar);
    await sendNow(sidebar);
    await expect(sidebar.getByRole("article", { name: "Review by wanda" })).toContainText(words);
  }
  const shown = await publicReviews("https://twice-edited.example");
  expect(shown.map(({ opinion }) => opinion)).toEqual(["Second change."]);
});

test("a deletion is asked about, waits its minute, and then the review is gone", async () => {
  const sidebar = await withOwnReview("deleted.example", "Deleted");
  const mine = await openMine(sidebar);
  const ask = mine.getByRole("button", { name: "Delete your review of deleted.example" });
  const question = sidebar.getByRole("dialog", { name: "Delete your review of deleted.example?" });

  await ask.click();
  await expect(question).toContainText("Copies that others have made cannot be called back.");
  await question.getByRole("button", { name: "Cancel" }).click();
  await expect(question).toBeHidden();
  await expect(outboxRow(sidebar)).toHaveCount(0);

  await ask.click();
  await question.getByRole("button", { name: "Ask to delete it" }).click();
  await expect(outboxRow(sidebar)).toContainText(/Deletion sends in \d+ s/);
  await outboxRow(sidebar).getByRole("button", { name: /^Undo/ }).click();
  await expect(outboxRow(sidebar)).toHaveCount(0);
  expect(await publicReviews("https://deleted.example")).toHaveLength(1);

  await ask.click();
  await question.getByRole("button", { name: "Ask to delete it" }).click();
  await sendNow(sidebar);
  await expect(sidebar.getByText("Nobody has written about Deleted here yet")).toBeVisible();
  await expect(sidebar.getByRole("tab", { name: /^Yours/ })).toHaveCount(0);
  expect(await publicReviews("https://deleted.example")).toEqual([]);
});

test("the withdrawal slip is a file and a code; it takes the review back without the key", async () => {
  const sidebar = await withOwnReview("slip.example", "Slip");
  const mine = await openMine(sidebar);
  await mine.getByRole("button", { name: "Withdrawal slip of your review of slip.example" }).click();
  const dialog = sidebar.getByRole("dialog", { name: "Withdrawal slip" });
  await expect(dialog.getByRole("img", { name: "Withdrawal slip as a QR code" })).toBeVisible();
  const download = sidebar.waitForEvent("download");
  await dialog.getByRole("button", { name: "Save as a file" }).click();
  const file = await textOf(await download);
  expect((await download).suggestedFilename()).toMatch(/^backtalk-withdrawal-.+\.json$/);

  const slip = await parseSlip(file);
  if (!slip.ok) throw new Error(slip.error);
  expect(slip.value.subject).toBe("https://slip.example");
  await journey.freshStart();
  const reply = await fetch(`${hub.hub.url}/submit/${slip.value.jwt}`, { method: "PUT" });
  expect(await reply.text()).toBe("true");
  expect(await publicReviews("https://slip.example")).toEqual([]);
});

test("what a server refused waits among one's own and can be had back from there", async () => {
  const sidebar = await journey.sidebarAbout(journey.serveBrand("closed.example", "Closed"));
  hub.interfere = ({ method }) =>
    method === "PUT" ? { status: 400, body: "Reviews are closed today." } : undefined;
  await post(sidebar, { stars: 2, text });
  await sendNow(sidebar);
  await expect(outboxRow(sidebar)).toContainText("Reviews are closed today.");
  await sidebar.close();

  const elsewhere = await journey.sidebarAbout(journey.serveBrand("elsewhere.example", "Elsewhere"));
  await expect(outboxRow(elsewhere)).toHaveCount(0);
  const mine = await openMine(elsewhere);
  await expect(mine).toContainText("Closed");
  await expect(mine).toContainText("The server says: “Reviews are closed today.”");
  await mine.getByRole("button", { name: "Back to draft: Closed" }).click();
  await expect(textField(elsewhere)).toHaveValue(text);
  await expect(elsewhere.getByText("This draft is about another page than the one in front.")).toBeVisible();
  hub.interfere = () => undefined;
  await pressPost(elsewhere);
  await sendNow(elsewhere);
  await expect(mine.getByRole("button", { name: "Edit your review of closed.example" })).toBeVisible();
  expect(await publicReviews("https://closed.example")).toHaveLength(1);
});

test("a reply is signed and stands in its thread", async () => {
  const sidebar = await withOwnReview("replied.example", "Replied");
  await sidebar.getByRole("button", { name: "Reply: review by wanda" }).click();
  await sidebar.getByRole("button", { name: "Reply to wanda" }).click();
  await expect(textField(sidebar)).toBeFocused();
  await fill(sidebar, { text: "It happened again." });
  await pressPost(sidebar);
  await sendNow(sidebar);
  await expect(sidebar.getByRole("article", { name: /^Reply by/ })).toContainText("It happened again.");
});

test("drafts about other pages are listed, continued and discarded", async () => {
  const first = await journey.sidebarAbout(journey.serveBrand("one.example", "One"));
  await openComposer(first);
  await fill(first, { text: "About one." });
  await first.keyboard.press("Escape");
  await first.close();

  const second = await journey.sidebarAbout(journey.serveBrand("two.example", "Two"));
  const mine = await openMine(second);
  await mine.getByRole("button", { name: "Continue the draft about One" }).click();
  await expect(textField(second)).toHaveValue("About one.");
  await second.keyboard.press("Escape");
  await mine.getByRole("button", { name: "Discard the draft about One" }).click();
  await expect(second.getByRole("tab", { name: /^Yours/ })).toHaveCount(0);
});
