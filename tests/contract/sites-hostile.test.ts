import * as fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Site } from "../../lib/sites/define-site.ts";
import { sites } from "../../lib/sites/index.ts";
import { documentOf, fixturesOf, postNodes } from "../support/site-fixtures.ts";
import type { SiteFixture } from "../support/site-fixtures.ts";

/** Pages are made by others: broken, endless, made to break us. An adapter stays silent and cheap. */
const all: readonly Site[] = sites;
let fixtures: readonly (SiteFixture & { readonly site: Site })[] = [];

beforeAll(async () => {
  const each = await Promise.all(
    // oxlint-disable-next-line oxc/no-map-spread -- the fixtures are used again
    all.map(async (site) => (await fixturesOf(site.id)).map((fixture) => ({ ...fixture, site }))),
  );
  fixtures = each.flat();
});

function expectBounded(site: Site, node: HTMLElement, page: SiteFixture["page"]): void {
  const line = site.chipLine(node);
  expect(line === undefined || node.contains(line)).toBe(true);
  const post = site.readPost(node, page);
  if (!post) return;
  expect(post.text.length).toBeLessThanOrEqual(5_000);
  expect(JSON.stringify(post).length).toBeLessThan(5_000 * 6 + 60 * 2_048 + 12 * 600 + 10_000);
  for (const address of [post.url, post.replyTo, post.author?.url, ...post.links]) {
    if (address !== undefined) expect(new URL(address).protocol).toMatch(/^https?:$/u);
  }
  const { publishedAt } = post;
  if (publishedAt !== undefined) expect(Math.abs(publishedAt - page.now)).toBeLessThan(40 * 366 * 86_400_000);
  for (const count of Object.values(post.metrics)) expect(Number.isSafeInteger(count)).toBe(true);
}

const garbage = fc.constantFrom(
  "",
  " ",
  "javascript:alert(1)",
  "https://",
  "http://[",
  "//user:pass@shop.example/%E0%A4%A?u=%",
  "data:text/html,x",
  "\u0000\uD800",
  "99999999999999999999999999",
  "-1",
  "NaN",
  "9".repeat(5_000),
  " ".repeat(20_000),
  "a@".repeat(3_000),
  "https://l.facebook.com/l.php?u=https%3A%2F%2Fl.facebook.com%2Fl.php%3Fu%3Dx",
);
const change = fc.record({
  kind: fc.constantFrom("drop", "attribute", "text", "empty", "double", "swallow"),
  at: fc.nat(),
  which: fc.nat(),
  value: garbage,
});

/** Something that happens to one element of a page. */
function damage(document: Document, { kind, at, which, value }: { kind: string; at: number; which: number; value: string }): void {
  const elements = document.querySelectorAll("body *");
  const element = elements[at % Math.max(1, elements.length)];
  if (!element) return;
  const attributes = element.getAttributeNames();
  const name = attributes[which % Math.max(1, attributes.length)];
  if (kind === "drop") element.remove();
  else if (kind === "attribute" && name) element.setAttribute(name, value);
  else if (kind === "text") element.prepend(document.createTextNode(value));
  else if (kind === "empty") element.textContent = "";
  else if (kind === "double") element.after(element.cloneNode(true));
  else element.append(element.cloneNode(true));
} // oxfmt-ignore

test("survives any damage to its pages", () => {
  fc.assert(
    fc.property(fc.nat(), fc.array(change, { minLength: 1, maxLength: 12 }), (pick, changes) => {
      const fixture = fixtures[pick % fixtures.length];
      if (!fixture) return;
      const document = documentOf(fixture.html);
      for (const one of changes) damage(document, one);
      for (const node of postNodes(fixture.site, document)) expectBounded(fixture.site, node, fixture.page);
    }),
    { numRuns: 40 },
  );
});

describe.each(all)("$id", (site) => {
  const page = { url: new URL("https://hostile.example/a?b=c"), now: Date.UTC(2026, 4, 3) };

  test("is silent about nodes that are no posts", () => {
    const { body } = documentOf(
      "<html><body><p>Words</p><form><input name=querySelector></form><svg><a/></svg></body></html>",
    );
    for (const node of [body, ...body.querySelectorAll<HTMLElement>("*")]) expectBounded(site, node, page);
    expectBounded(site, documentOf("<html><body></body></html>").createElement("div"), page);
  });

  test("bounds what an endless page says", async () => {
    const [fixture] = await fixturesOf(site.id);
    if (!fixture) return;
    const document = documentOf(fixture.html);
    const [node] = postNodes(site, document);
    for (const element of node?.querySelectorAll("*") ?? []) {
      element.append(document.createTextNode("long words ".repeat(2_000)));
    }
    let deepest: Element | undefined = node?.querySelector("*") ?? undefined;
    for (let depth = 0; depth < 1_500 && deepest; depth += 1) {
      const inner = document.createElement("div");
      deepest.append(inner);
      deepest = inner;
    }
    for (const post of postNodes(site, document)) expectBounded(site, post, fixture.page);
  });

  test("answers for any address whether posts are expected", () => {
    for (const address of ["https://a.example/", "https://a.example/%E0%A4%A/..;/?q=%#%", `https://a.example/${"x/".repeat(900)}`]) {
      expect(typeof site.expectsPosts(new URL(address))).toBe("boolean");
    }
  }); // oxfmt-ignore
});
