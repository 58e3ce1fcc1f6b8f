import type { MicrodataItem, PageText, RawPage } from "../model/page.ts";
import { elementsCalled, withNames } from "./called.ts";
import { cartNames } from "./cart-controls.ts";
import { collectTexts, textNames } from "./collect-texts.ts";
import { collectMicrodata } from "./collect-microdata.ts";
import { cut } from "./cut.ts";
import { findMarks } from "./marks.ts";

/** A key is proven in the head alone: below it stands what others may have written. */
const linkSelector =
  "link[rel][href]:not([rel~=backtalk-key]),head>link[rel~=backtalk-key][href],a[rel~=me][href],a[rel~=home][href]";

type All = (selector: string) => NodeListOf<HTMLElement>;

/** Names of relations that tell whose page this is; `alternate` counts where it names a language. */
const telling = /\b(canonical|home|me|icon|author|publisher|backtalk-key)\b/;

/**
 * Reads the raw strings that say what a page is about, cut to the sizes that `RawPageSchema` checks. Runs on
 * every page: plain DOM, a handful of selectors, nothing that forces a layout.
 * Never throws; a page that shadows the DOM's own methods (`<img name="querySelectorAll">`) is read as empty.
 */
export function collectRawPage(document: Document, location: Location): RawPage {
  const page = {
    url: cut(location.href, 4096),
    title: "",
    jsonLd: [] as string[],
    meta: [] as [string, string][],
    links: [] as [string, string, string?][],
    microdata: [] as MicrodataItem[],
    hasPassword: false,
    articleCount: 0,
    texts: [] as PageText[],
  };
  try {
    const all: All = (selector) => document.querySelectorAll(selector);
    collectJsonLd(all, page.jsonLd);
    collectMeta(all, page.meta);
    collectLinks(all, page.links);
    collectMicrodata(all("[itemscope],[itemprop]"), page.microdata);
    const called = elementsCalled(all(withNames), { ...textNames, cart: cartNames });
    collectTexts(all, called, document.documentElement, page.texts);
    return {
      ...page,
      title: cut(document.title, 500),
      lang: cut(document.documentElement.lang, 35),
      heading: cut(all("h1")[0]?.textContent, 500),
      hasPassword: [...all("input[type=password]")].some((field) => field.checkVisibility?.() ?? true),
      articleCount: Math.min(all("article,[role=article]").length, 1000),
      marks: findMarks(document, called.cart.length > 0 ? ["buyable"] : []),
    };
  } catch {
    return page;
  }
}

function collectJsonLd(all: All, jsonLd: string[]): void {
  let room = 512_000;
  for (const script of all('script[type^="application/ld+json" i]')) {
    const text = cut(script.textContent, Math.min(room, 256_000));
    room -= text.length;
    if (text && jsonLd.push(text) > 39) return;
  }
}

function collectMeta(all: All, meta: [string, string][]): void {
  for (const element of all("meta[content]")) {
    let name: string | null = null;
    for (const attribute of ["property", "name", "itemprop", "http-equiv"])
      name ||= element.getAttribute(attribute);
    if (name && meta.push([cut(name, 200), cut(element.getAttribute("content"))]) > 199) return;
  }
}

function collectLinks(all: All, links: [string, string, string?][]): void {
  for (const element of all(linkSelector)) {
    const rel = cut(element.getAttribute("rel"), 100).toLowerCase();
    const language = cut(element.getAttribute("hreflang"), 35);
    const href = cut((element as HTMLAnchorElement).href, 2048);
    if (!language && !telling.test(rel)) continue;
    if (links.push(language ? [rel, href, language] : [rel, href]) > 199) return;
  }
}
