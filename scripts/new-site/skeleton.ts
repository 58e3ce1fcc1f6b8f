/** What a new site begins with: it reads its own page, so that every test passes before the first change. */
interface NewSite {
  readonly id: string;
  readonly name: string;
  readonly host: string;
  readonly symbol: string;
}

interface Files {
  readonly adapter: string;
  readonly page: string;
  readonly expected: string;
}

export function skeleton(site: NewSite): Files {
  return { adapter: adapterOf(site), page: pageOf(site), expected: expectedOf(site) };
}

function adapterOf({ id, name, host, symbol }: NewSite): string {
  return `import { buildPost } from "./build-post.ts";
import { defineSite } from "./define-site.ts";
import { timeOfElement } from "./element-time.ts";
import { linksOf } from "./links-and-media.ts";
import { ownParts } from "./own-parts.ts";
import { visibleLine, visibleText } from "./visible-text.ts";
import { cleanLink } from "./web-link.ts";

/** Say what is stable in this platform's pages, and why. */
const postSelector = "article";

export const ${symbol} = defineSite({
  id: ${JSON.stringify(id)},
  name: ${JSON.stringify(name)},
  kind: "posts",
  hosts: [${JSON.stringify(host)}],
  expectsPosts: (url) => url.pathname !== "/",
  postSelector,
  readPost(node, page) {
    const own = ownParts(node, postSelector);
    const body = own.first(".body");
    const author = own.first("a[rel=author]");
    if (!body || !author) return undefined;
    return buildPost({
      url: cleanLink(own.first("a:has(time)")?.getAttribute("href"), page.url),
      author: { name: visibleLine(author), url: cleanLink(author.getAttribute("href"), page.url) },
      time: timeOfElement(own.first("time"), page.now),
      text: visibleText(body, { skip: own.isForeign }),
      links: linksOf(body.querySelectorAll("a[href]"), page.url),
    });
  },
  chipLine: (node) => ownParts(node, postSelector).first("header"),
});
`;
}

function pageOf({ name }: NewSite): string {
  return `<!doctype html>
<!-- Synthetic: written for this project after the public shape of ${name.replaceAll("--", "–")}'s pages; people are invented. -->
<html lang="en">
  <body>
    <article>
      <header><a rel="author" href="/u/anna">Anna Bauer</a> <a href="/t/1"><time datetime="2026-05-03T10:11:12Z">1h</time></a></header>
      <div class="body"><p>My Bergtal kettle broke.</p><p>See <a href="https://shop.example/?utm_source=a">this</a></p></div>
    </article>
  </body>
</html>
`;
}

function expectedOf({ host }: NewSite): string {
  const post = {
    url: `https://${host}/t/1`,
    author: { name: "Anna Bauer", url: `https://${host}/u/anna` },
    publishedAt: "2026-05-03T10:11:12Z",
    publishedAtPrecision: "second",
    text: "My Bergtal kettle broke.\nSee this",
    links: ["https://shop.example/"],
  };
  return `${JSON.stringify({ url: `https://${host}/t`, now: "2026-05-03T12:00:00Z", posts: [post] }, null, 2)}\n`;
}
