import { readFile } from "node:fs/promises";
import { expect, test, type Locator, type Page } from "@playwright/test";
import { importBackup } from "../../lib/reviews/keys.ts";
import { isAccepted, post, sendNow } from "../support/composer.ts";
import type { HubHost } from "../support/hub-host.ts";
import { journeyWithHub } from "../support/hub-journey.ts";
import type { Journey } from "../support/journey.ts";

test.describe.configure({ mode: "default" });

const text = "The laces gave up first.";
let journey: Journey;
let hub: HubHost;

journeyWithHub((...both) => {
  [journey, hub] = both;
});

/** Posts about a brand of its own and returns the key that signed, as the token tells it. */
async function postAbout(host: string, name: string): Promise<string> {
  const sidebar = await journey.sidebarAbout(journey.serveBrand(host, name));
  await post(sidebar, { stars: 4, text });
  await sendNow(sidebar);
  await isAccepted(sidebar);
  await sidebar.close();
  const [token] = await hub.tokensAbout(`https://${host}`);
  if (!token) throw new Error(`The hub has nothing about ${host}.`);
  return token.publicKey.kid;
}

function keysIn(options: Page): Locator {
  return options.locator("bt-keys").getByRole("listitem");
}

/** Presses "Save backup" and returns the file. */
async function saveBackup(options: Page): Promise<{ path: string; text: string }> {
  const downloading = options.waitForEvent("download");
  await options.getByRole("button", { name: /^Save backup of key/ }).click();
  const path = await (await downloading).path();
  return { path, text: await readFile(path, "utf8") };
}

/** Offers a file to "Import a key". */
async function importFile(options: Page, file: string | { name: string; content: string }): Promise<void> {
  const choosing = options.waitForEvent("filechooser");
  await options.getByRole("button", { name: "Import a key" }).click();
  const chooser = await choosing;
  await chooser.setFiles(
    typeof file === "string"
      ? file
      : { name: file.name, mimeType: "application/json", buffer: Buffer.from(file.content) },
  );
}

test("the first post makes a key and asks nothing about it", async () => {
  const options = await journey.ownPage("options.html#keys");
  await expect(options.getByText("No key yet. The first one is made with your first post.")).toBeVisible();
  await postAbout("first-key.example", "First Key");
  await expect(keysIn(options)).toHaveCount(1);
  await expect(keysIn(options)).toContainText("signs now");
  await expect(keysIn(options)).toContainText("not backed up");
});

test("a backup is the file that other clients read, and brings the author back on a fresh profile", async () => {
  const author = await postAbout("before.example", "Before");
  const options = await journey.ownPage("options.html#keys");
  const backup = await saveBackup(options);
  expect(JSON.parse(backup.text)).toEqual({
    kty: "EC",
    crv: "P-256",
    x: expect.stringMatching(/^[\w-]{43}$/),
    y: expect.stringMatching(/^[\w-]{43}$/),
    d: expect.stringMatching(/^[\w-]{43}$/),
    alg: "ES256",
    ext: true,
    key_ops: ["sign"],
    metadata: "Mangrove private key",
  });
  expect(await importBackup(backup.text)).toMatchObject({ ok: true, value: { kid: author } });

  // A person says that the file is safe; from then on nothing can read the key out of the browser.
  await options.getByRole("button", { name: "I have it in a safe place" }).click();
  await expect(keysIn(options)).toContainText("backed up");
  await expect(options.getByRole("button", { name: /^Save backup/ })).toHaveCount(0);
  expect(await postAbout("locked.example", "Locked")).toBe(author);

  await journey.freshStart();
  await journey.extension.setUp([hub.url]);
  const fresh = await journey.ownPage("options.html#keys");
  await importFile(fresh, backup.path);
  await expect(fresh.getByText(/^Key .+ signs from now on\.$/)).toBeVisible();
  await expect(keysIn(fresh)).toContainText("backed up");
  expect(await postAbout("restored.example", "Restored")).toBe(author);
});

test("no backup is a choice that is made on purpose", async () => {
  const author = await postAbout("declined.example", "Declined");
  const options = await journey.ownPage("options.html#keys");
  await options.getByRole("button", { name: /^I decline a backup of key/ }).click();
  const dialog = options.getByRole("dialog", { name: "No backup for this key?" });
  const decline = dialog.getByRole("button", { name: "I decline a backup" });
  await expect(decline).toBeDisabled();
  await dialog.getByRole("checkbox", { name: /^I want no backup of this key/ }).check();
  await decline.click();
  await expect(keysIn(options)).toContainText("no backup, by your choice");
  await expect(options.getByRole("button", { name: /^Save backup/ })).toHaveCount(0);
  expect(await postAbout("declined-on.example", "Declined On")).toBe(author);
});

test("several keys: the chosen one signs, and an edit stays with the key of its review", async () => {
  const first = await postAbout("key-one.example", "Key One");
  const options = await journey.ownPage("options.html#keys");
  await options.getByRole("button", { name: "Make a fresh key" }).click();
  await expect(keysIn(options)).toHaveCount(2);
  const second = await postAbout("key-two.example", "Key Two");
  expect(second).not.toBe(first);

  const sidebar = await journey.sidebarAbout("https://key-one.example/");
  await sidebar.getByRole("button", { name: /^You wrote about this/ }).click();
  await sidebar.getByRole("textbox", { name: "Your review" }).fill("Changed by its own key.");
  await sidebar.getByRole("button", { name: "Post the change" }).click();
  await sidebar
    .locator("bt-composer bt-outbox-row")
    .getByRole("button", { name: /^Send now/ })
    .click();
  await expect(sidebar.getByRole("article").first()).toContainText("Changed by its own key.");

  await options.getByRole("button", { name: /^Sign with this: key/ }).click();
  await expect(keysIn(options).first()).toContainText("signs now");
  expect(await postAbout("key-three.example", "Key Three")).toBe(first);
});

test("a file that is no key says what it is instead", async () => {
  const options = await journey.ownPage("options.html#keys");
  const files = {
    "This is not a key file.": "hello",
    "There is no key in this file.": "{}",
    "This key file is damaged.": JSON.stringify({ kty: "EC", crv: "P-256", x: "a", y: "b", d: "c" }),
  };
  for (const [words, content] of Object.entries(files)) {
    await importFile(options, { name: "key.json", content });
    await expect(options.getByText(words)).toBeVisible();
  }
  await expect(options.getByText("No key yet.")).toBeVisible();
});
