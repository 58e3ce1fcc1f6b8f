import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { page } from "vitest/browser";
import { readFound } from "./read-found.ts";

/** As Mastodon's public pages are: two posts, the second one for followers alone. */
const feed = `<main class="activity-stream">
  <div class="entry status-public" id="first"><div class="status status-public">
    <a class="status__relative-time" href="https://social.example/@anna/1"><time datetime="2026-05-03T10:00:00Z">3 May</time></a>
    <a class="status__display-name" href="https://social.example/@anna"><span class="display-name"><strong>Anna</strong><span class="display-name__account">@anna@social.example</span></span></a>
    <div class="status__content"><div class="e-content" lang="de"><p>Wieder die Sohlen von <b>Northwind</b>.</p></div></div>
  </div></div>
  <div class="entry status-private" id="second"><div class="status status-private">
    <a class="status__relative-time" href="https://social.example/@ben/2"><time datetime="2026-05-03T11:00:00Z">3 May</time></a>
    <a class="status__display-name" href="https://social.example/@ben"><span class="display-name"><strong>Ben</strong><span class="display-name__account">@ben@social.example</span></span></a>
    <div class="status__content"><div class="e-content"><p>Only for you.</p></div></div>
  </div></div>
</main>`;
const article = `<article lang="fr"><h1>Semelles</h1><p>Les semelles de Northwind.</p></article>`;

/** What `social` leaves in our world of a page. */
const world = globalThis as { backtalkPressed?: WeakRef<Node> };

function show(html: string): void {
  const box = document.createElement("div");
  box.id = "page";
  box.innerHTML = html;
  document.body.replaceChildren(box);
}

const selectIn = (selector: string): void =>
  getSelection()?.selectAllChildren(document.querySelector(selector)!);

beforeEach(() => {
  document.title = "A page";
});

afterEach(() => {
  getSelection()?.removeAllRanges();
  document.body.replaceChildren();
  delete world.backtalkPressed;
});

describe("a selection in a page", () => {
  it("has its words, quote, language, title and address", () => {
    show(article);
    selectIn("p");
    const found = readFound({});
    expect(found).toMatchObject({
      title: "A page",
      lang: "fr",
      text: "Les semelles de Northwind.",
      isCut: false,
      target: { exact: "Les semelles de Northwind.", prefix: "Semelles", suffix: "" },
    });
    expect(found?.url).toBe(location.href.split("#")[0]);
    expect(found?.post).toBeUndefined();
  });

  it("inside a post takes the post along: its address, author, time, and who may read it", () => {
    show(feed);
    selectIn("#first b");
    expect(readFound({})).toMatchObject({
      text: "Northwind",
      site: "mastodon",
      post: {
        url: "https://social.example/@anna/1",
        author: { handle: "anna@social.example" },
        text: "Wieder die Sohlen von Northwind.",
        details: { publishedAt: Date.UTC(2026, 4, 3, 10), audience: "public" },
      },
    });
  });

  it("over several posts is of none of them", () => {
    show(feed);
    selectIn("main");
    const found = readFound({});
    expect(found?.text).toContain("Only for you.");
    expect(found?.post).toBeUndefined();
  });
});

describe("a post without a selection", () => {
  it("is the one that the browser's menu was opened over", () => {
    show(feed);
    world.backtalkPressed = new WeakRef<Node>(document.querySelector("#second p")!.firstChild!);
    const found = readFound({});
    expect(found?.post).toMatchObject({ text: "Only for you.", details: { audience: "restricted" } });
    expect(found?.text).toBeUndefined();
  });

  it("is the one whose address was pressed on", () => {
    show(feed);
    world.backtalkPressed = new WeakRef<Node>(document.querySelector("#second p")!);
    expect(readFound({ link: "https://social.example/@anna/1?utm_source=x" })?.post?.url).toBe(
      "https://social.example/@anna/1",
    );
  });

  it("is the one under the pointer", async () => {
    show(feed);
    await page.elementLocator(document.querySelector("#second p")!).hover();
    await vi.waitFor(() => expect(readFound({})?.post?.text).toBe("Only for you."));
  });

  it("is the one that the sidebar quotes, whatever is selected or pressed on", () => {
    show(feed);
    selectIn("#second p");
    const quote = { text: "Wieder die Sohlen", author: "Anna" };
    expect(readFound({ quote })?.post?.url).toBe("https://social.example/@anna/1");
    expect(readFound({ quote: { ...quote, url: "https://social.example/@ben/2" } })?.post?.text).toBe(
      "Only for you.",
    );
    expect(readFound({ quote: { text: "Gone by now.", author: "Anna" } })).toBeNull();
  });

  it("is none where the page has no post, or one among many was not meant", () => {
    show(article);
    expect(readFound({})).toBeNull();
    show(feed);
    world.backtalkPressed = new WeakRef<Node>(document.createElement("p"));
    (document.activeElement as HTMLElement).blur();
    expect(document.querySelector("#page :hover")).toBeNull();
    expect(readFound({})).toBeNull();
  });
});
