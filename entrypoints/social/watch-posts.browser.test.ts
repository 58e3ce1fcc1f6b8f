import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { page } from "vitest/browser";
import type { ChipView } from "../../lib/messages/page.ts";
import type { PostBatch } from "../../lib/model/seen-post.ts";
import type { Quote } from "../../lib/model/sidebar-focus.ts";
import { defineSite, type Site } from "../../lib/sites/define-site.ts";
import { Chips } from "./chips.ts";
import { PostWatcher } from "./watch-posts.ts";

/** The background: chips for every post that names Kite. Content code reads `browser` while it loads. */
const { batches, background, roots } = vi.hoisted(() => {
  const batches: PostBatch[] = [];
  /** Batches that it dies over before it answers. */
  const background = { deaths: 0 };
  const roots = new WeakMap<Element, ShadowRoot>();
  const chip = { brandId: "kite.example", name: "Kite", text: "3.4", label: "What people say about Kite" };
  const sendMessage = async ({ type, data }: { type: string; data: unknown }): Promise<unknown> => {
    if (type !== "reportPosts") return {};
    batches.push(data as PostBatch);
    if (background.deaths-- > 0) throw new Error("the message port closed before a response was received");
    const chips = (data as PostBatch).posts.map(({ text }): ChipView[] =>
      text.includes("Kite") ? [chip] : [],
    );
    return { res: chips };
  };
  Object.assign(globalThis, { browser: { runtime: { id: "test", sendMessage } } });
  // Closed roots are closed to tests as well.
  // oxlint-disable-next-line typescript/unbound-method -- called with its element below
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (this: Element, options: ShadowRootInit): ShadowRoot {
    const root = attach.call(this, options);
    roots.set(this, root);
    return root;
  };
  return { batches, background, roots };
});

const site: Site = defineSite({
  id: "test",
  name: "Test",
  kind: "posts",
  hosts: [],
  expectsPosts: () => true,
  postSelector: "article",
  readPost(node) {
    const url = node.querySelector("a")?.href;
    const text = node.querySelector("p")?.textContent ?? "";
    if (text === "throw") throw new Error("a page that the adapter does not understand");
    if (text === "") return undefined;
    const author = { name: node.querySelector("b")?.textContent ?? "" };
    return {
      ...(url && { url }),
      author,
      text,
      truncated: text.endsWith("…"),
      links: [],
      media: [],
      metrics: { likes: Number(node.dataset["likes"] ?? 0) },
      audience: "public",
    };
  },
  chipLine: (node) => node.querySelector("header") ?? undefined,
});

const post = (number: number, text: string): string =>
  `<article id="p${number}" style="position:relative;width:500px;padding:8px;font:14px/20px sans-serif"><header><b>Person ${number}</b> <a href="/p/${number}">2 h</a></header><p>${text}</p></article>`;

let watcher: PostWatcher;
const asked: { readonly brandId: string; readonly quote: Quote }[] = [];

function watch(html: string): void {
  document.body.innerHTML = `<main>${html}</main>`;
  watcher = new PostWatcher(
    [site],
    new Chips((brandId, quote) => asked.push({ brandId, quote })),
    () => undefined,
  );
}

/** What a busy machine takes its time for. */
const soon = (check: () => void): Promise<void> => vi.waitFor(check, 60_000);

const article = (number: number): HTMLElement => document.querySelector<HTMLElement>(`#p${number}`)!;
const host = (number: number): HTMLElement | null => article(number).querySelector("backtalk-chip");
const pill = (number: number): HTMLElement => roots.get(host(number)!)!.querySelector("button")!;
const chipComes = (number: number): Promise<void> => soon(() => expect(host(number)).not.toBeNull());
/** Until everything that was added by now has been reported. */
const allRead = (marker: number): Promise<void> => {
  document.querySelector("main")!.insertAdjacentHTML("beforeend", post(marker, `marker ${marker}`));
  return soon(() =>
    expect(batches.flatMap(({ posts }) => posts).some(({ text }) => text === `marker ${marker}`)).toBe(true),
  );
};

beforeEach(async () => {
  // Wider than any post here.
  await page.viewport(1000, 800);
  batches.length = 0;
  background.deaths = 0;
  asked.length = 0;
  document.documentElement.style.background = "";
});
afterEach(() => watcher.stop());

describe("a chip", () => {
  it("is the last child of its post, takes no room, and stands behind what the line says", async () => {
    watch(post(1, "New shoes by Kite.") + post(2, "A train."));
    const before = article(1).getBoundingClientRect().height;
    await chipComes(1);
    expect(article(1).lastElementChild).toBe(host(1));
    expect(article(1).getBoundingClientRect().height).toBe(before);
    expect(host(1)!.getBoundingClientRect()).toMatchObject({ width: 0, height: 0 });
    expect(host(1)!.shadowRoot).toBeNull();
    const [at, time] = [pill(1), article(1).querySelector("a")!].map((one) => one.getBoundingClientRect());
    expect(at!.height).toBe(24);
    expect(at!.left).toBeGreaterThanOrEqual(time!.right);
    expect(Math.abs(at!.top + 12 - (time!.top + time!.height / 2))).toBeLessThanOrEqual(1);
    expect(host(2)).toBeNull();
  });

  it("is dark on a dark page, whatever the system prefers", async () => {
    watch(`<div style="background:#111;color:#eee">${post(1, "Kite")}</div><div>${post(2, "Kite")}</div>`);
    document.documentElement.style.background = "#fff";
    await Promise.all([chipComes(1), chipComes(2)]);
    await soon(() => expect(pill(1).parentElement!.className).toBe("row dark"));
    await soon(() => expect(pill(2).parentElement!.className).toBe("row"));
  });

  it("is not drawn where its line has no room", async () => {
    watch(post(1, "Kite"));
    article(1).querySelector("b")!.textContent =
      "A name that fills the whole line of its post and then some more of it";
    article(1).style.width = "420px";
    await chipComes(1);
    await soon(() => expect(pill(1).parentElement!.hidden).toBe(true));
    article(1).style.width = "700px";
    await soon(() => expect(pill(1).parentElement!.hidden).toBe(false));
  });

  it("stays with a post that grows, in a page that gives it no frame of reference", async () => {
    watch(post(1, "Kite"));
    article(1).style.position = "static";
    await chipComes(1);
    await soon(() => expect(pill(1).parentElement!.classList.contains("unplaced")).toBe(false));
    const top = pill(1).getBoundingClientRect().top;
    article(1).insertAdjacentHTML("beforeend", '<div style="height:90px"></div>');
    await soon(() => expect(Math.abs(pill(1).getBoundingClientRect().top - top)).toBeLessThan(1));
  });

  it("cannot be pressed by the page", async () => {
    watch(post(1, "Kite"));
    await chipComes(1);
    pill(1).click();
    pill(1).dispatchEvent(new MouseEvent("click", { bubbles: true, composed: true }));
    expect(asked).toEqual([]);
  });
});

describe("a node of the page", () => {
  it("that shows another post loses its chip before the next picture is drawn", async () => {
    watch(post(1, "Kite"));
    await chipComes(1);
    article(1).querySelector("a")!.href = "/p/77";
    article(1).querySelector("p")!.firstChild!.nodeValue = "A train.";
    await Promise.resolve();
    expect(host(1)).toBeNull();
  });

  it("keeps its chip while its text is unfolded", async () => {
    watch(post(1, "Kite …"));
    await chipComes(1);
    const first = host(1);
    article(1).querySelector("p")!.textContent = "Kite, and all the rest.";
    await soon(() => expect(batches.at(-1)!.posts.at(-1)!.text).toBe("Kite, and all the rest."));
    await allRead(90);
    expect(host(1)).toBe(first);
  });

  it("gets one when its text comes late", async () => {
    watch(post(1, ""));
    await allRead(91);
    expect(host(1)).toBeNull();
    article(1).querySelector("p")!.textContent = "Kite at last";
    await chipComes(1);
  });

  it("that throws our host out gets none again", async () => {
    watch(post(1, "Kite"));
    await chipComes(1);
    host(1)!.remove();
    article(1).querySelector("p")!.textContent = "Kite, edited";
    await soon(() => expect(batches.at(-1)!.posts.at(-1)!.text).toBe("Kite, edited"));
    await allRead(92);
    expect(host(1)).toBeNull();
  });

  it("that no adapter understands harms nobody", async () => {
    watch(post(1, "throw") + post(2, "Kite"));
    await chipComes(2);
    expect(host(1)).toBeNull();
  });
});

describe("a feed", () => {
  it("is reported in batches, what is on the screen first, each post once", async () => {
    const many = Array.from({ length: 150 }, (_, index) => post(index, `text ${index}`)).join("");
    watch(`<div style="height:5000px"></div>${many}`);
    scrollTo(0, 5000 + 100 * article(0).offsetHeight);
    await allRead(999);
    const texts = (): readonly string[] =>
      batches.flatMap(({ posts }) => posts.map(({ text }) => text)).filter((text) => text.startsWith("text"));
    await soon(() => expect(new Set(texts()).size).toBe(150));
    expect(texts()).toHaveLength(150);
    expect(batches.every(({ posts }) => posts.length <= 40)).toBe(true);
    expect(batches.length).toBeLessThanOrEqual(12);
  });

  it("that goes on gets chips on what comes", async () => {
    watch(post(1, "Kite"));
    await chipComes(1);
    document.querySelector("main")!.insertAdjacentHTML("beforeend", post(2, "Kite too"));
    await chipComes(2);
    expect(document.querySelectorAll("backtalk-chip")).toHaveLength(2);
  });

  it("has nothing of ours left once it is not read any more", async () => {
    watch(post(1, "Kite"));
    await chipComes(1);
    watcher.stop();
    expect(document.querySelector("backtalk-chip")).toBeNull();
    document.querySelector("main")!.insertAdjacentHTML("beforeend", post(2, "Kite too"));
    await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 600 }));
    expect(host(2)).toBeNull();
  });
});

const reported = (text: string): PostBatch["posts"] =>
  batches.flatMap(({ posts }) => posts).filter((one) => one.text === text);

describe("a recording", () => {
  it("is why more than the brands need is sent, and only while it is on", async () => {
    watch(post(1, "Kite"));
    await chipComes(1);
    expect(batches.every((batch) => batch.depth === undefined)).toBe(true);
    expect(Object.keys(reported("Kite")[0]!).toSorted()).toEqual(["author", "links", "text", "url"]);

    watcher.record(["test"]);
    await soon(() => expect(reported("Kite")).toHaveLength(2));
    expect(reported("Kite")[1]?.details).toEqual({
      audience: "public",
      media: [],
      metrics: { likes: 0 },
      truncated: false,
    });
    expect(batches.at(-1)?.depth).toBe(0);

    watcher.record([]);
    await allRead(80);
    expect(reported("marker 80")[0]).not.toHaveProperty("details");
    expect(reported("Kite")).toHaveLength(2);
  });

  it("changes nothing that a page can see", async () => {
    watch(post(1, "Kite"));
    await chipComes(1);
    const before = host(1);
    const touched: string[] = [];
    const observer = new MutationObserver((records) => touched.push(...records.map(({ type }) => type)));
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    watcher.record(["test"]);
    await soon(() => expect(reported("Kite")).toHaveLength(2));
    watcher.record([]);
    expect(host(1)).toBe(before);
    expect(touched).toEqual([]);
    observer.disconnect();
  });

  it("of other platforms leaves this one as it is", async () => {
    watch(post(1, "Kite"));
    await chipComes(1);
    watcher.record(["another"]);
    await allRead(81);
    expect(reported("Kite")).toHaveLength(1);
    expect(reported("marker 81")[0]).not.toHaveProperty("details");
  });

  it("loses no post where the background dies over it, and hears of none in vain", async () => {
    watch(post(1, "Kite"));
    watcher.record(["test"]);
    background.deaths = 2;
    await allRead(82);
    await chipComes(1);
    const answered = batches.length;
    expect(reported("Kite").length).toBeGreaterThanOrEqual(1);
    await allRead(83);
    expect(
      batches
        .slice(answered)
        .flatMap(({ posts }) => posts)
        .map(({ text }) => text),
    ).toEqual(["marker 83"]);
  });

  it("hears of counts that change, though not each time, and of a text that is unfolded at once", async () => {
    watch(post(1, "A train …"));
    watcher.record(["test"]);
    await soon(() => expect(reported("A train …")).toHaveLength(1));
    article(1).dataset["likes"] = "7";
    article(1).querySelector("b")!.textContent = "Person 1";
    await allRead(84);
    expect(reported("A train …")).toHaveLength(1);
    article(1).querySelector("p")!.textContent = "A train, late again.";
    await soon(() => expect(reported("A train, late again.")[0]?.details?.metrics.likes).toBe(7));
    expect(reported("A train, late again.")[0]?.details?.truncated).toBe(false);
  });

  it("meets again what stands in the page when the next one begins", async () => {
    watch(post(1, "A train."));
    watcher.record(["test"]);
    await soon(() => expect(reported("A train.")).toHaveLength(1));
    watcher.record(["test"]);
    await soon(() => expect(reported("A train.")).toHaveLength(2));
  });

  it("knows how far down the page was scrolled, also where no post comes any more", async () => {
    watch(post(1, "A train.") + '<div style="height:8000px"></div>');
    watcher.record(["test"]);
    await soon(() => expect(reported("A train.")).toHaveLength(1));
    scrollTo(0, 4000);
    await soon(() => expect(batches.at(-1)).toMatchObject({ depth: 5, posts: [] }));
  });
});
