import { background, commands, fakeBrowser } from "./testing/extension.ts";
import { beforeEach, expect, it } from "vitest";
import "./bt-mine.ts";
import { saveDraft } from "../lib/db/drafts.ts";
import { saveKey } from "../lib/db/keys.ts";
import { listOwnTokens } from "../lib/db/own-tokens.ts";
import { choosePerson } from "../lib/db/people.ts";
import { generateSigningKey } from "../lib/reviews/keys.ts";
import { addToOutbox, saveOwnToken } from "../tests/support/personal-rows.ts";
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
import { outboxRow, ownToken } from "./testing/own.ts";

beforeEach(async () => {
  fakeBrowser.reset();
  commands.length = 0;
  await emptyDatabases();
  const { personal } = databases();
  await addToOutbox(personal, await outboxRow({ state: "held" }));
  await addToOutbox(
    personal,
    await outboxRow({ state: "waiting", title: "Puma", problem: { code: "offline" } }),
  );
  await addToOutbox(personal, await outboxRow({ state: "unclear", title: "Nike" }));
  await addToOutbox(
    personal,
    await outboxRow({
      state: "refused",
      title: "Harbour Bakery",
      problem: {
        code: "refused",
        params: { reason: "http-400", text: "Subject is not publicly accessible" },
      },
    }),
  );
  await saveDraft(personal, {
    subjectKey: "https://mart.example",
    subject: "https://mart.example",
    title: "Everything Mart",
    stars: 3,
    text: "They said two days, it took",
    ownExperience: true,
    affiliated: false,
    nickname: "",
    updatedAt: Date.now() - 3_600_000,
  });
  await saveOwnToken(personal, await ownToken());
});

it("lists what waits, with the server's own words and what can be done, then drafts and reviews", async () => {
  const mine = mount(document.createElement("bt-mine"));
  await until(() => find("bt-outbox-row", "Sends in"), "the held one");
  const text = deepText(mine);
  expect(text).toContain("The server says: “Subject is not publicly accessible”");
  expect(text).toContain("No network.");
  expect(text).toContain("The server is asked before it is sent again");
  expect(text).toContain("They said two days");
  expect(text).toContain("Worn for a year, still fine.");
  useTheme("light");
  await picture("mine-light", 380, 900);
  useTheme("dark");
  await picture("mine-dark", 380, 900);
  await picture("mine-320", 320, 1000);
  expectReflow();
  await expectAccessible();
});

it("leads with what is the person's own; people come after, and the form for a key behind a press", async () => {
  await choosePerson(databases().personal, { author: "ab".repeat(16), choice: "followed", at: 1 });
  const list = mount(document.createElement("bt-mine"));
  await until(() => find("details", "Follow by key"), "the people");
  const text = deepText(list);
  expect(text.indexOf("Your reviews")).toBeGreaterThan(-1);
  expect(text.indexOf("Your reviews")).toBeLessThan(text.indexOf("You follow"));
  expect(find<HTMLDetailsElement>("details", "Follow by key")?.open).toBe(false);
});

it("asks before it deletes, and says that copies stay", async () => {
  background.deleteReview = async () => ({ ok: true, value: "0".repeat(32) });
  mount(document.createElement("bt-mine"));
  (await until(() => find<HTMLButtonElement>("button", "Delete your review of northwind.example"))).click();
  const dialog = await until(() => deepAll<HTMLDialogElement>("dialog").find(({ open }) => open));
  expect(deepText(dialog)).toContain("Copies that others have made cannot be called back");
  expect(commands).toEqual([]);
  await expectAccessible();
  dialog.querySelector<HTMLButtonElement>(".danger")?.click();
  await until(() => commands.find(({ name }) => name === "deleteReview"), "the command");
});

it("says that the slip is used where the key is gone, and nothing of it where it is here", async () => {
  mount(document.createElement("bt-mine"));
  (await until(() => find("button", "Delete your review of northwind.example"))).click();
  const dialog = await until(() => deepAll<HTMLDialogElement>("dialog").find(({ open }) => open));
  expect(deepText(dialog)).toContain("its withdrawal slip is sent instead");
  await picture("delete-by-slip", 340, 500);
  await expectAccessible();
  dialog.close();
  const { personal } = databases();
  const [own] = await listOwnTokens(personal);
  const key = await generateSigningKey();
  const publicJwk = { ...key.publicJwk, key_ops: ["verify"] };
  const author = own?.author ?? "";
  await saveKey(personal, { ...key, author, publicJwk, backup: "none", createdAt: 1, chosenAt: 1 });
  await until(() => !deepText(dialog).includes("withdrawal slip"), "the key noticed");
});

it("shows the withdrawal slip as a code and offers it as a file", async () => {
  mount(document.createElement("bt-mine"));
  (await until(() => find<HTMLButtonElement>("button", "Withdrawal slip of your review"))).click();
  await until(
    () => deepAll("svg[role=img]").find((code) => code.getAttribute("aria-label")?.includes("QR")),
    "the code",
  );
  expect(find("dialog", "any review server")).toBeDefined();
  await picture("slip", 380, 800);
  await expectAccessible();
});
