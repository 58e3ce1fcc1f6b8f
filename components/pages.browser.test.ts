import { background, commands, fakeBrowser } from "./testing/extension.ts";
import { beforeEach, describe, expect, it } from "vitest";
import "./bt-options.ts";
import "./bt-welcome.ts";
import { countBrand, countPage } from "../lib/db/counters.ts";
import { exportPersonal } from "../lib/db/export.ts";
import { follow, unfollow } from "../lib/db/follows.ts";
import { currentKey, listKeys } from "../lib/db/keys.ts";
import { type LedgerRow } from "../lib/db/ledger.ts";
import { saveSiteChoice, sitesOff } from "../lib/db/sites.ts";
import { saveCursor } from "../lib/db/sync-state.ts";
import {
  feeds,
  followNotices,
  runMode,
  searchChoices,
  searchHosts,
  servers,
  signalsOff,
} from "../lib/settings.ts";
import { readPersonalExport } from "../lib/schema/personal-export.ts";
import { addToOutbox, appendLedger } from "../tests/support/personal-rows.ts";
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
import { outboxRow } from "./testing/own.ts";

function openOptions(): HTMLElementTagNameMap["bt-options"] {
  const options = document.createElement("bt-options");
  options.readExport = readPersonalExport;
  return mount(options);
}

function type(field: HTMLInputElement, text: string): void {
  field.value = text;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

beforeEach(async () => {
  fakeBrowser.reset();
  commands.length = 0;
  await emptyDatabases();
  await servers.setValue(["https://api.mangrove.reviews"]);
  await feeds.setValue([]);
  background.setRunMode = async (mode) => {
    await runMode.setValue(mode);
    return { ok: true, value: undefined };
  };
});

describe("welcome", () => {
  it("asks the one choice, does nothing before it, and says what to try", async () => {
    mount(document.createElement("bt-welcome"));
    await until(() => deepAll("bt-run-mode input").length === 0 && deepAll("input[type=radio]").length === 2);
    expect(deepAll<HTMLInputElement>("input[type=radio]").some(({ checked }) => checked)).toBe(false);
    expect(commands).toEqual([]);
    useTheme("light");
    await picture("welcome-light", 900, 800);
    deepAll<HTMLInputElement>("input[type=radio]")[0]?.click();
    await until(() => find(".done", "Done. Try it."), "the success");
    expect(commands).toEqual([{ name: "setRunMode", data: "all-sites" }]);
    useTheme("dark");
    await picture("welcome-dark", 900, 900);
    await picture("welcome-320", 320, 900);
    expectReflow();
    await expectAccessible();
  });
});

describe("options", () => {
  beforeEach(async () => {
    const { personal, community } = databases();
    await runMode.setValue("all-sites");
    const now = Date.now();
    for (let page = 0; page < 12; page++) await countPage(personal, now);
    for (let page = 0; page < 5; page++) await countBrand(personal, now);
    await saveSiteChoice(personal, "quiet.example", { off: true }, now);
    const entry = {
      host: "api.mangrove.reviews",
      method: "GET",
      ms: 210,
      bytesOut: 310,
      status: 200,
    } as const;
    const path = "/reviews?gt_iat=1790000000&limit=1000&offset=0&latest_edits_only=false";
    for (let index = 0; index < 4; index++) {
      await appendLedger(personal, {
        ...entry,
        at: now - index * 86_400_000,
        path,
        bytesIn: 41_200 + index,
        purpose: "sync",
        cause: "schedule",
      });
    }
    await appendLedger(personal, {
      ...entry,
      at: now - 60_000,
      path: "/submit/",
      bytesIn: 2,
      purpose: "post",
      cause: "person",
    });
    await saveCursor(community, {
      id: "https://api.mangrove.reviews",
      kind: "server",
      phase: "idle",
      offset: 0,
      since: 0,
      fetched: 11_020,
      lastSuccessAt: now - 7_200_000,
      nextRunAt: now + 9 * 3_600_000,
      attempts: 0,
    });
  });

  it("shows every section, reachable by its anchor", async () => {
    const options = openOptions();
    await until(() => find("bt-ledger", "12 pages"), "the counters");
    await until(() => find("bt-on-pages", "quiet.example"), "the site");
    await until(() => find("bt-servers", "2 hours ago"), "the state of the copy");
    const text = deepText(options);
    expect(text).toContain(
      "This week: 12 pages read, a brand on 5 of them; 4 requests on schedule, 1 because you pressed something, 0 for any other reason.",
    );
    for (const link of deepAll<HTMLAnchorElement>("nav a")) {
      expect(deepAll(link.hash), link.hash).toHaveLength(1);
    }
    useTheme("light");
    await picture("options-light", 900, 2750);
    useTheme("dark");
    await picture("options-dark", 900, 2750);
    await picture("options-320", 320, 3900);
    expectReflow();
    await expectAccessible();
  });

  it("counts every request of the week, however many rows the table shows", async () => {
    const row = { at: Date.now() - 1000, host: "api.example", method: "GET", path: "/reviews" } as const;
    const answer = {
      bytesOut: 1,
      bytesIn: 1,
      status: 200,
      ms: 1,
      purpose: "sync",
      cause: "schedule",
    } as const;
    const rows = Array.from({ length: 1500 }, () => ({ ...row, ...answer }) as LedgerRow);
    await databases().personal.ledger.bulkAdd(rows);
    openOptions();
    await until(() => find("bt-ledger", "1,504 requests on schedule"), "all of them");
    expect(deepAll("bt-ledger tbody tr, tbody tr").length).toBeLessThanOrEqual(201);
  });

  it("adds a server only after saying what it learns, and refuses plain http", async () => {
    openOptions();
    const field = await until(() => find<HTMLInputElement>("input[type=url]", "Address of a review server"));
    const add = await until(() => find<HTMLButtonElement>("button", "Add server"));
    type(field, "http://reviews.example");
    add.click();
    await until(() => find("p", "This must be an https address"), "the refusal");
    type(field, "reviews.example/api/");
    add.click();
    await until(() => deepAll<HTMLDialogElement>("dialog").find(({ open }) => open), "the consent");
    expect(await servers.getValue()).toEqual(["https://api.mangrove.reviews"]);
    await picture("consent", 480, 700);
    await expectAccessible();
    (await until(() => find<HTMLButtonElement>("dialog button", "Add reviews.example"))).click();
    await until(async () => (await servers.getValue()).includes("https://reviews.example/api"), "the server");
  });

  it("tells a server from a feed on the same host", async () => {
    await servers.setValue(["https://reviews.example"]);
    await feeds.setValue(["https://reviews.example", "https://reviews.example/feeds/shoes"]);
    const copy = { offset: 0, since: 0, attempts: 0, phase: "first-copy" } as const;
    const { community } = databases();
    await saveCursor(community, { ...copy, id: "https://reviews.example", kind: "server", fetched: 7000 });
    const id = "https://reviews.example/feeds/shoes";
    await saveCursor(community, { ...copy, id, kind: "feed", fetched: 12 });
    openOptions();
    await until(() => find(".card", "7,000"), "the server's copy");
    const cards = deepAll(".card").filter((card) => deepText(card).includes("reviews.example"));
    expect(cards.map((card) => /7,000|12 |Not copied/.exec(deepText(card))?.[0])).toEqual([
      "7,000",
      "Not copied",
      "12 ",
    ]);
  });

  it("makes a key, and locks it once a backup is declined in so many words", async () => {
    openOptions();
    (await until(() => find<HTMLButtonElement>("button", "Make a fresh key"))).click();
    await until(() => find("bt-keys", "signs now"), "the key");
    (
      await until(() => find<HTMLButtonElement>("bt-keys button, button", "I decline a backup of key"))
    ).click();
    const dialog = await until(() => deepAll<HTMLDialogElement>("dialog").find(({ open }) => open));
    const refuse = await until(() => dialog.querySelector<HTMLButtonElement>(".danger"));
    expect(refuse.disabled).toBe(true);
    dialog.querySelector<HTMLInputElement>("input")?.click();
    await until(() => !refuse.disabled, "the button");
    refuse.click();
    await until(async () => (await currentKey(databases().personal))?.backup === "declined", "the choice");
    expect((await listKeys(databases().personal))[0]?.privateKey.extractable).toBe(false);
    await expectAccessible();
  });

  it("switches a site on again", async () => {
    openOptions();
    (await until(() => find<HTMLButtonElement>("button", "Switch on again: quiet.example"))).click();
    await until(async () => (await sitesOff(databases().personal)).length === 0, "the site");
    await until(() => commands.find(({ name }) => name === "sitesChanged"), "word to tabs that stand open");
  });

  it("takes a withdrawal slip as a file or as text, and shows the held deletion with its undo", async () => {
    const row = await outboxRow({ kind: "delete", title: "northwind.example", slipJwt: "" });
    background.useSlip = async () => {
      await addToOutbox(databases().personal, row);
      return { ok: true, value: row.id };
    };
    openOptions();
    const file = new File(['{"what":"slip"}'], "slip.json", { type: "application/json" });
    const picked = new DataTransfer();
    picked.items.add(file);
    const field = await until(() => deepAll<HTMLInputElement>("bt-use-slip input, input[accept*='.txt']")[0]);
    field.files = picked.files;
    field.dispatchEvent(new Event("change"));
    const use = await until(() => find<HTMLButtonElement>("button", "Use a withdrawal slip"));
    await until(() => !use.disabled, "the text of the file");
    use.click();
    await until(() => find("bt-outbox-row", "Deletion sends in"), "the held deletion");
    expect(commands).toContainEqual({ name: "useSlip", data: '{"what":"slip"}' });
    use.scrollIntoView();
    await picture("use-slip-320", 320, 800);
    expectReflow();
    await expectAccessible();
  });

  it("says why a slip cannot be used, and keeps what was pasted", async () => {
    background.useSlip = async () => ({
      ok: false,
      error: { code: "refused", params: { reason: "slip-unreadable" } },
    });
    openOptions();
    const area = await until(
      () => deepAll<HTMLTextAreaElement>("textarea[aria-describedby=slip-failure]")[0],
    );
    area.value = "not a slip";
    area.dispatchEvent(new InputEvent("input", { bubbles: true }));
    const use = await until(() => find<HTMLButtonElement>("button", "Use a withdrawal slip"));
    await until(() => !use.disabled, "the button");
    use.click();
    await until(() => find("[role=alert]", "This is not a withdrawal slip."), "the reason");
    expect(area.value).toBe("not a slip");
    await expectAccessible();
  });

  it("switches signals, each with what it looks for", async () => {
    openOptions();
    const section = await until(() => find("#signals", "How reviews are weighed"), "the section");
    const box = await until(
      () => deepAll<HTMLInputElement>("input[aria-describedby=text-burst]", section)[0],
      "the switch",
    );
    box.click();
    await until(async () => String(await signalsOff.getValue()) === "burst", "the choice");
    await expectAccessible();
    await picture("options-signals", 400, 900);
    expectReflow();
  });

  it("takes choices and followed brands from a file, and no consent", async () => {
    const { personal } = databases();
    await follow(personal, { brandId: "acme.example", name: "Acme", followedAt: 1 }, []);
    const text = await exportPersonal(personal, Date.now(), {
      searchChoices: { "hackernews https://hn.algolia.com": false, broken: "yes" },
      searchHosts: ["hn.algolia.com"],
      followNotices: true,
      signalsOff: ["burst", "a-signal-that-is-gone", 7],
    });
    await unfollow(personal, "acme.example");
    openOptions();
    const field = await until(() =>
      deepAll("bt-own-data")[0]?.shadowRoot?.querySelector<HTMLInputElement>("input[type=file]"),
    );
    const picked = new DataTransfer();
    picked.items.add(new File([text], "backtalk-data.json"));
    field.files = picked.files;
    field.dispatchEvent(new Event("change"));
    await until(() => find("bt-following", "Acme"), "the followed brand");
    await until(async () => Object.keys(await searchChoices.getValue()).length > 0, "the choices");
    expect(await searchChoices.getValue()).toEqual({ "hackernews https://hn.algolia.com": false });
    expect(await signalsOff.getValue()).toEqual(["burst"]);
    expect(await searchHosts.getValue()).toEqual([]);
    expect(await followNotices.getValue()).toBe(false);
  });

  it("deletes everything only after the word was typed", async () => {
    background.deleteEverything = async () => ({ ok: true, value: undefined });
    openOptions();
    (await until(() => find<HTMLButtonElement>("button", "Delete everything"))).click();
    const dialog = await until(() => deepAll<HTMLDialogElement>("dialog").find(({ open }) => open));
    const button = await until(() => dialog.querySelector<HTMLButtonElement>(".danger"));
    expect(button.disabled).toBe(true);
    type(await until(() => dialog.querySelector("input")), "Delete");
    await until(() => !button.disabled, "the button");
    await expectAccessible();
    button.click();
    await until(() => commands.find(({ name }) => name === "deleteEverything"), "the command");
  });
});
