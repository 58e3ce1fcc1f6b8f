import { expect, test, type Page } from "./fixtures.ts";

/** Items as a recording would have kept them, put under the open collection. */
async function keep(page: Page, items: readonly Record<string, unknown>[]): Promise<void> {
  await page.evaluate(
    (items) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open("research");
        opening.addEventListener("error", () => reject(opening.error));
        opening.addEventListener("success", () => {
          const db = opening.result;
          const writing = db.transaction(["collections", "items"], "readwrite");
          const ids = writing.objectStore("collections").getAllKeys();
          ids.addEventListener("success", () => {
            for (const item of items)
              writing.objectStore("items").add({ ...item, collection: ids.result[0] });
          });
          writing.addEventListener("error", () => reject(writing.error));
          writing.addEventListener("complete", () => {
            db.close();
            resolve();
          });
        });
      }),
    items,
  );
}

/** Everything in a table of the research database, as JSON. */
async function stored(page: Page, table: string): Promise<string> {
  return page.evaluate(
    (table) =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open("research");
        opening.addEventListener("success", () => {
          const db = opening.result;
          const reading = db.transaction(table).objectStore(table).getAll();
          reading.addEventListener("error", () => reject(reading.error));
          reading.addEventListener("success", () => {
            db.close();
            resolve(JSON.stringify(reading.result));
          });
        });
      }),
    table,
  );
}

function item(index: number, author: string, text: string): Record<string, unknown> {
  const [name, host] = author.split("@");
  return {
    key: index.toString(16).padStart(32, "0"),
    why: "everything",
    site: "mastodon",
    url: `https://${host}/@${name}/${index}`,
    author,
    publishedAt: Date.UTC(2026, 9, index),
    publishedAtPrecision: "second",
    collectedAt: Date.now(),
    lastSeenAt: Date.now(),
    text,
    truncated: false,
    links: [],
    media: [],
    metrics: {},
    audience: "public",
    mentions: [],
    words: [],
    detector: { extension: "0", directory: "0" },
    versions: [],
  };
}

test("a collection is made, somebody is erased from it, posts are looked for, and it is deleted", async ({
  backtalk,
  context,
  sites,
}) => {
  sites.serve("other.example", ({ path }) =>
    path === "/@carl/3" ? { body: "<h1>Gone</h1>", status: 404 } : { body: "x".repeat(9_000) },
  );
  const page = await context.newPage();
  await page.goto(backtalk.url("research.html"));

  await page.getByRole("button", { name: "New collection" }).first().click();
  const making = page.getByRole("dialog", { name: "New collection" });
  await expect(making.getByLabel("Replace people by pseudonyms")).toBeChecked();
  await making.getByLabel("Name of the collection").fill("Soles");
  // So that there are names to be erased.
  await making.getByLabel("Replace people by pseudonyms").uncheck();
  await making.getByRole("button", { name: "Create the collection" }).click();
  await expect(page.getByRole("heading", { name: "Soles", exact: true })).toBeVisible();

  await keep(page, [
    item(1, "anna@social.example", "The soles again."),
    item(2, "bo@other.example", "@anna@social.example mine too"),
    item(3, "carl@other.example", "no trouble here"),
  ]);
  await page.reload();
  await page.getByRole("button", { name: /^More for / }).click();
  await page.getByRole("menuitem", { name: "People and privacy" }).click();
  const dialog = page.getByRole("dialog", { name: "People in “Soles”" });

  await dialog.getByText("One person: look up, erase").click();
  await dialog.getByLabel("Handle, profile address or pseudonym").fill("@anna@social.example");
  await dialog.getByRole("button", { name: "Look up" }).click();
  await expect(dialog.getByText("1 item is by this person. 1 item by others names them.")).toBeVisible();
  await dialog.getByRole("button", { name: "Erase this person" }).click();
  await expect(dialog.getByText("Done. The receipt is below.")).toBeVisible();
  for (const table of ["items", "collections", "blocks"]) {
    expect(await stored(page, table)).not.toMatch(/anna@|@anna/u);
  }
  expect(sites.seen).toEqual([]);

  await dialog.getByText("Are the posts still there?").click();
  await dialog.getByRole("button", { name: "Show who would be asked" }).click();
  await expect(dialog.getByLabel("other.example 2 addresses")).toBeChecked();
  expect(sites.seen).toEqual([]);
  await dialog.getByRole("button", { name: "Ask this host" }).click();
  await expect(dialog.getByText("1 still there, 1 gone, 0 unclear.")).toBeVisible({ timeout: 30_000 });
  expect(sites.seen.map(({ host, path }) => host + path)).toEqual([
    "other.example/@bo/2",
    "other.example/@carl/3",
  ]);
  for (const { headers } of sites.seen) {
    expect(headers["cookie"] ?? headers["origin"] ?? headers["referer"]).toBeUndefined();
  }
  await dialog.getByRole("button", { name: "Delete the 1 item whose post is gone" }).click();
  await expect(dialog.getByText("1 item was deleted.")).toBeVisible();

  await dialog.getByText("Delete the collection", { exact: true }).click();
  await dialog.getByLabel("Type its name, Soles, to delete it").fill("Soles");
  await dialog.getByRole("button", { name: "Delete everything in it" }).click();
  await expect(dialog).toBeHidden();
  for (const table of ["collections", "items", "codings", "blocks", "changes", "chores"]) {
    await expect.poll(() => stored(page, table), table).toBe("[]");
  }
});
