import { fakeBrowser } from "./testing/extension.ts";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import "./bt-composer.ts";
import "./bt-mine.ts";
import "./bt-review-list.ts";
import { shareServers } from "../lib/settings.ts";
import { saveOwnToken } from "../tests/support/personal-rows.ts";
import { emptyFilter } from "./bt-review-filter.ts";
import { databases } from "./databases.ts";
import { subjectsOf } from "./parts/place.ts";
import { share, shareOfOwn, shareOfRow } from "./parts/share.ts";
import { ownReviewsOf } from "./parts/own-reviews.ts";
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
import { ownToken } from "./testing/own.ts";
import { brandPage } from "./testing/tab-states.ts";
import { brandUri, say } from "./testing/world.ts";

const page = "https://mangrove.reviews/list?signature=";
const dialog = (): HTMLElement | undefined => find("bt-share-dialog");
const link = (): HTMLAnchorElement | undefined => find<HTMLAnchorElement>("a.button.primary");
const given = (name = "text"): string | null =>
  new URL(link()?.href ?? "https://x.example").searchParams.get(name);

async function choose(network: string): Promise<void> {
  const choice = await until(() => find<HTMLInputElement>(`input[value=${network}]`), "the choice");
  choice.click();
  await until(() => find("a, button", `Open ${choice.parentElement?.textContent?.trim()}`), "the button");
}

function type(text: string): void {
  const field = find<HTMLInputElement>(".server input");
  if (!field) throw new Error("no field");
  field.value = text;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

async function openOwn(server = "https://api.mangrove.reviews"): Promise<string> {
  const token = { ...(await ownToken({ server })), subject: "https://northwind-shoes.com" };
  const [own] = ownReviewsOf([token]);
  if (!own) throw new Error("no review");
  await share(shareOfOwn(own));
  await until(() => find("dialog[open]", "Share this review"), "the dialog");
  return token.signature;
}

beforeEach(async () => {
  fakeBrowser.reset();
  await emptyDatabases();
});

afterEach(() => {
  vi.restoreAllMocks();
  dialog()?.remove();
});

describe("one's own review", () => {
  it("says first that the account is tied to everything the key signs, and what is filled in", async () => {
    const signature = await openOwn();
    const text = deepText(dialog()!);
    expect(text).toContain("Anyone can then link everything this key has signed, and will sign");
    expect(text).toContain("Backtalk sends nothing itself.");
    await choose("bluesky");
    expect(given()).toBe(
      `★★★★★ My review of northwind-shoes.com\n\n“Worn for a year, still fine.”\n\n${page}${signature}`,
    );
    expect(link()?.target).toBe("_blank");
    expect(link()?.rel).toBe("noopener noreferrer");
    expect(find(".preview")?.textContent?.trim()).toBe(given());
    for (const theme of ["light", "dark"] as const) {
      useTheme(theme);
      await picture(`share-${theme}`, 400, 700);
    }
    await picture("share-320", 320, 800);
    expectReflow();
    await expectAccessible();
  });

  it("asks once for the server on networks of many, and remembers it per network", async () => {
    await openOwn();
    (await until(() => find<HTMLButtonElement>("button", "Open Mastodon"))).click();
    await until(() => find("[role=status]", "no address of a server"), "the words");
    expect(deepAll("input[aria-invalid=true]:focus")).toHaveLength(1);
    type("not a host");
    await until(() => find<HTMLButtonElement>("button", "Open Mastodon"), "no link");
    type("@me@social.example");
    const opened = await until(() => link(), "the link");
    expect(opened.href.startsWith("https://social.example/share?text=")).toBe(true);
    expect(deepAll("input[aria-invalid=true]")).toEqual([]);
    await picture("share-server", 400, 700);
    await expectAccessible();
    opened.addEventListener("click", (event) => event.preventDefault());
    opened.click();
    await until(() => !dialog(), "the dialog gone");
    expect(await shareServers.getValue()).toEqual({ mastodon: "https://social.example" });

    await openOwn();
    const again = await until(() => link(), "the link at once");
    expect(again.href.startsWith("https://social.example/share?")).toBe(true);
    await choose("lemmy");
    expect(find<HTMLInputElement>(".server input")?.value).toBe("");
    type("lemmy.example");
    await until(() => link()?.href.startsWith("https://lemmy.example/create_post?"), "Lemmy's form");
    expect(given("title")).toBe("★★★★★ My review of northwind-shoes.com");
  });

  it.each([
    ["reddit", "https://www.reddit.com/submit?"],
    ["x", "https://x.com/intent/post?"],
  ])("opens %s", async (network, address) => {
    await openOwn();
    await choose(network);
    await until(() => link()?.href.startsWith(address), "its form");
  });

  it("copies its link", async () => {
    const copied = vi.spyOn(navigator.clipboard, "writeText").mockResolvedValue();
    const signature = await openOwn();
    (await until(() => find<HTMLButtonElement>("button", "Copy link"))).click();
    await until(() => find("[role=status]", "Link copied."), "the words");
    expect(copied).toHaveBeenCalledWith(`${page}${signature}`);
  });

  it("shows the link where the browser refuses to copy it", async () => {
    vi.spyOn(console, "warn").mockReturnValue();
    vi.spyOn(navigator.clipboard, "writeText").mockRejectedValue(new DOMException("no", "NotAllowedError"));
    const signature = await openOwn();
    (await until(() => find<HTMLButtonElement>("button", "Copy link"))).click();
    await until(() => find("[role=status]", `${page}${signature}`), "the link");
  });

  it("has no link where its server has no page for it, and says so", async () => {
    await openOwn("https://hub.example");
    expect(find("bt-share-dialog", "no link goes along")).toBeDefined();
    expect(find("button", "Copy link")).toBeUndefined();
    await choose("x");
    expect(given()).toBe("★★★★★ My review of northwind-shoes.com\n\n“Worn for a year, still fine.”");
  });

  it("is shared from the line in the composer's place and from Yours; Esc leads back there", async () => {
    await saveOwnToken(databases().personal, await ownToken());
    const composer = document.createElement("bt-composer");
    composer.subjects = subjectsOf(brandPage.resolution);
    composer.lens = "brand";
    mount(composer);
    const button = await until(() => find<HTMLButtonElement>("button[aria-label^='Share']"), "the button");
    await picture("own-line", 320, 200);
    await expectAccessible();
    button.focus();
    button.click();
    await until(() => find("dialog[open]"), "the dialog");
    find<HTMLDialogElement>("dialog[open]")?.close();
    await until(() => !dialog() && deepAll("button[aria-label^='Share']:focus").length === 1, "the focus");

    mount(document.createElement("bt-mine"));
    (await until(() => find<HTMLButtonElement>("button", "Share your review of northwind.example"))).click();
    await until(() => find("dialog[open]", "Share this review"), "the dialog");
  });
});

describe("somebody else's review", () => {
  it("goes with name and licence, and binds nobody's key", async () => {
    await say(databases().community, {
      stars: 2,
      opinion: "The soles came off.",
      nickname: "anna_k",
      daysAgo: 3,
    });
    const list = document.createElement("bt-review-list");
    list.keys = [brandUri];
    list.filter = { ...emptyFilter, sort: "newest" };
    mount(list);
    (await until(() => find<HTMLButtonElement>("button", "More about the review by anna_k"))).click();
    (await until(() => find("[role=menuitem]", "Share this review"))).click();
    await until(() => find("dialog[open]", "somebody else's words"), "the words");
    expect(deepText(dialog()!)).not.toContain("ties that account");
    await choose("bluesky");
    expect(given()).toBe("★★☆☆☆ anna_k on northwind.example (CC BY 4.0)\n\n“The soles came off.”");
    await picture("share-others", 400, 700);
    await expectAccessible();
  });

  it("says that a long one was cut, and names a place by its name", async () => {
    const row = {
      author: "ab".repeat(16),
      nickname: "x",
      subject: "geo:53.5,10?q=Harbour%20Bakery&u=30",
      opinion: "Good bread. ".repeat(200),
      addedFrom: "https://api.mangrove.reviews",
      isSample: false,
      signature: "sig",
    };
    await share(shareOfRow(row as Parameters<typeof shareOfRow>[0], false));
    await choose("x");
    expect(given()).toContain("x on Harbour Bakery (CC BY 4.0)");
    expect(find("bt-share-dialog", "its end is left out")).toBeDefined();
  });
});
