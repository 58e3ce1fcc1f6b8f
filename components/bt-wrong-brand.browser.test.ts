import { background, commands, fakeBrowser, putTab } from "./testing/extension.ts";
import { beforeEach, describe, expect, it } from "vitest";
import "./bt-corrections.ts";
import "./bt-sidebar.ts";
import { saveCorrection } from "../lib/db/corrections.ts";
import type { Corrected, CorrectBrand } from "../lib/messages/ui.ts";
import type { Correction } from "../lib/model/correction.ts";
import type { ProfileStanding } from "../lib/model/profile.ts";
import type { Resolution } from "../lib/model/subject.ts";
import { runMode } from "../lib/settings.ts";
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
import { brandPage, shopPage } from "./testing/tab-states.ts";

type Sidebar = HTMLElementTagNameMap["bt-sidebar"];

const kite = { brandId: "kite.example", name: "Kite", domain: "kite.example", owner: "Kite Holding" };
const inShop = { ...shopPage, tabId: 1 };

/** The background, as far as the sidebar sees it: the tab's state changes by what was said. */
function answerAs(page: typeof brandPage, after: Resolution): CorrectBrand[] {
  const said: CorrectBrand[] = [];
  background.searchBrands = async (text) => ({ ok: true, value: text === "kite" ? [kite] : [] });
  background.correctBrand = async (what) => {
    said.push(what);
    const to = what.to.kind === "text" ? { ...kite, kind: "brand" as const, name: what.to.text } : what.to;
    const correction: Correction = { id: "an id", scope: what.scope, to, at: Date.now() };
    await putTab({
      ...page,
      resolution: after,
      recognised: page.resolution,
      corrections: [correction],
      readAt: page.readAt + 1,
    });
    return { ok: true, value: { correction } satisfies Corrected };
  };
  background.uncorrectBrand = async () => {
    await putTab({ ...page, readAt: page.readAt + 2 });
    return { ok: true, value: undefined };
  };
  return said;
}

function openSidebar(options: Partial<Pick<Sidebar, "framed">> = {}): Sidebar {
  const sidebar = document.createElement("bt-sidebar");
  Object.assign(sidebar, { fixedTabId: 1, ...options });
  return mount(sidebar);
}

async function openDialog(name: string): Promise<void> {
  (await until(() => find<HTMLButtonElement>("button", `More about ${name}`))).click();
  (await until(() => find<HTMLButtonElement>("[role=menuitem]", "Wrong brand?"))).click();
  await until(() => deepAll<HTMLDialogElement>("dialog").some(({ open }) => open), "the dialog");
}

async function type(text: string): Promise<void> {
  const field = await until(() => deepAll<HTMLInputElement>("input[type=search]")[0]);
  field.value = text;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

async function press(selector: string, text: string): Promise<void> {
  (await until(() => find<HTMLButtonElement>(selector, text), text)).click();
}

beforeEach(async () => {
  fakeBrowser.reset();
  commands.length = 0;
  await emptyDatabases();
  await runMode.setValue("all-sites");
});

describe("a wrong brand", () => {
  it("says that it is looking while the first look takes its time", async () => {
    answerAs(inShop, {});
    const waiting = Promise.withResolvers<undefined>();
    background.searchBrands = async () => {
      await waiting.promise;
      return { ok: true, value: [kite] };
    };
    await putTab(inShop);
    openSidebar();
    await openDialog(inShop.resolution.brand?.name ?? "");
    await type("ki");
    await until(() => find("li", "Looking on this device"));
    waiting.resolve(undefined);
    await until(() => find("button", "Kite Holding"), "the brand that was found");
    expect(find("li", "Looking on this device")).toBeUndefined();
  });

  it("is corrected for its name in a shop, from what one types, and that can be undone at once", async () => {
    const { brand } = brandPage.resolution;
    const after = {
      ...inShop.resolution,
      brand: { ...brand!, name: "Kite", evidence: [{ code: "corrected" as const }] },
    };
    const said = answerAs(inShop, after);
    await putTab(inShop);
    openSidebar();
    await openDialog("Puma Fan");
    const dialog = await until(() => find("dialog", "We took this for Puma Fan"));
    expect(dialog.querySelector("li")?.textContent?.replaceAll(/\s+/g, " ").trim()).toBe(
      "the page names the brand: Puma Fan",
    );
    expect(deepText(dialog)).toContain("Holds whenever a shop says “Puma Fan”.");
    await type("kite");
    await until(() => find("li", "kite.example · Kite Holding"), "the suggestion");
    for (const theme of ["light", "dark"] as const) {
      useTheme(theme);
      await picture(`wrong-brand-${theme}`, 380, 700);
    }
    await picture("wrong-brand-320", 320, 700);
    expectReflow();
    await expectAccessible();

    await press("li button", "Kite");
    await until(() => find("h1", "Kite"), "the chosen brand");
    expect(said).toEqual([
      {
        scope: { kind: "name", name: "Puma Fan" },
        to: { kind: "brand", brandId: "kite.example", name: "Kite", domain: "kite.example" },
        isPrivate: false,
      },
    ]);
    expect(find("summary", "you said so")).toBeDefined();
    await until(() => find("p.line", "You said that “Puma Fan” in a shop is Kite."), "the line");
    await picture("wrong-brand-undo", 380, 500);
    await expectAccessible();
    await press("p.line button", "Undo");
    await until(() => find("h1", "Puma Fan"), "what it was before");
    expect(commands).toContainEqual({ name: "uncorrectBrand", data: { id: "an id", isPrivate: false } });
    expect(find("p.line")).toBeUndefined();
  });

  it("can be no brand at all on a whole site, and be taken back there later", async () => {
    const said = answerAs(brandPage, {});
    await putTab(brandPage);
    openSidebar();
    await openDialog("Northwind Shoes");
    expect(find("dialog", "Holds on all of northwind.example.")).toBeDefined();
    await press("dialog button", "This page is about no brand");
    await until(
      () => find("bt-place-notice", "You said that northwind.example is about no brand."),
      "the words",
    );
    expect(said).toMatchObject([
      { scope: { kind: "site", siteKey: "northwind.example" }, to: { kind: "none" } },
    ]);

    await press("section button", "Wrong brand?");
    await until(() => find("dialog .said", "about no brand"), "what was said");
    await picture("wrong-brand-said", 380, 700);
    await expectAccessible();
    await press("dialog button", "Take it back");
    await until(() => find("h1", "Northwind Shoes"), "the brand again");
  });

  it("takes what was typed as it is, and says why it cannot", async () => {
    const said = answerAs(brandPage, brandPage.resolution);
    await putTab(brandPage);
    openSidebar();
    await openDialog("Northwind Shoes");
    await type("Some Workshop");
    await press("li button", "Use “Some Workshop” as it is");
    await until(() => said.length === 1, "the command");
    expect(said[0]?.to).toEqual({ kind: "text", text: "Some Workshop" });

    background.correctBrand = async () => ({
      ok: false,
      error: { code: "refused", params: { reason: "no-brand" } },
    });
    await openDialog("Northwind Shoes");
    await type("?!");
    await press("li button", "Use “?!” as it is");
    await until(() => find("[role=alert]", "neither a name nor a site"), "why");
  });

  it("is reached by the arrow keys from the field", async () => {
    answerAs(brandPage, {});
    await putTab(brandPage);
    openSidebar();
    await openDialog("Northwind Shoes");
    await type("kite");
    await until(() => find("li", "Kite Holding"));
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- reads best beside its use
    const down = (): boolean =>
      deepAll("input[type=search], li button")
        .find((element) => element.matches(":focus"))
        ?.dispatchEvent(
          new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true, cancelable: true }),
        ) ?? false;
    await until(() => deepAll("input[type=search]:focus").length === 1, "the focus in the field");
    down();
    expect(find("li button:focus", "Kite")).toBeDefined();
    down();
    down();
    expect(find("li button:focus", "as it is")).toBeDefined();
  });

  it("says in a private window that nothing is stored", async () => {
    const said = answerAs({ ...brandPage, isPrivate: true }, {});
    await putTab({ ...brandPage, isPrivate: true });
    openSidebar();
    await openDialog("Northwind Shoes");
    expect(find("dialog", "kept in memory only")).toBeDefined();
    await press("dialog button", "This page is about no brand");
    await until(() => said.length === 1, "the command");
    expect(said[0]?.isPrivate).toBe(true);
  });

  it("cannot be corrected from inside a page", async () => {
    await putTab(brandPage);
    openSidebar({ framed: true });
    await press("button", "More about Northwind Shoes");
    await until(() => find("[role=menuitem]", "Options"));
    expect(find("[role=menuitem]", "Wrong brand?")).toBeUndefined();
  });
});

describe("what was corrected, in the options", () => {
  it("is listed in words and can be taken back", async () => {
    const { personal } = databases();
    await saveCorrection(personal, {
      id: "site:x.example",
      scope: { kind: "site", siteKey: "x.example" },
      to: { kind: "brand", brandId: "kite.example", name: "Kite" },
      at: Date.now() - 60_000,
    });
    background.uncorrectBrand = async ({ id }) => {
      await personal.corrections.delete(id);
      return { ok: true, value: undefined };
    };
    mount(document.createElement("bt-corrections"));
    await until(() => find("li", "You said that x.example is Kite."), "the correction");
    expectReflow();
    await expectAccessible();
    await press("button", "Take it back: You said that x.example is Kite.");
    await until(() => find("li", "You have corrected nothing."), "the empty list");
  });
});

describe("on a profile", () => {
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- reads best beside its use
  const standing = (verdict: ProfileStanding["verdict"]): ProfileStanding => ({
    verdict,
    ...(verdict !== "unknown" && { brandName: "Northwind Shoes" }),
    evidence: [
      { code: "handle-not-listed", detail: "northwindfans" },
      { code: "mark-sold", detail: "Verified account" },
    ],
  });
  const profile = {
    ...brandPage,
    url: "https://x.com/northwindfans",
    siteKey: "x.com/northwindfans",
    kind: "other" as const,
  };

  it.each([
    ["own", "Northwind Shoes's own profile"],
    ["fan", "Not Northwind Shoes's own: a fan's or critic's page"],
  ] as const)("says whose it is under the name, and how we know: %s", async (verdict, words) => {
    await putTab({ ...profile, profile: standing(verdict) });
    openSidebar();
    const header = await until(() => find("bt-header", words), "the line");
    expect(deepText(header)).toContain("for sale here and proves little : Verified account");
    await picture(`profile-${verdict}`, 320, 500);
    expectReflow();
    await expectAccessible();
  });

  it("says that it cannot tell, with what it looked at, and lets the person say it", async () => {
    await putTab({ ...profile, resolution: {}, profile: standing("unknown") });
    openSidebar();
    const notice = await until(
      () => find("bt-place-notice", "We cannot tell whose profile this is"),
      "the line",
    );
    expect(deepText(notice)).toContain("our directory lists no brand under this handle : northwindfans");
    await picture("profile-unknown", 320, 600);
    expectReflow();
    await expectAccessible();
    await press("section button", "Say which brand this is");
    await until(() => find("dialog", "Holds on all of x.com/northwindfans."), "the dialog");
  });
});
