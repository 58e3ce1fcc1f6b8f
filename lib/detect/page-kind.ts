import type { PageKind, RawPage } from "../model/page.ts";
import { isA, itemsOf } from "./item.ts";
import type { Item } from "./item.ts";
import type { Meta } from "./meta.ts";
import { isFrontPage } from "./web-address.ts";

const set = (names: string): ReadonlySet<string> => new Set(names.split(" "));
const articleTypes = set(
  "Article NewsArticle BlogPosting TechArticle ScholarlyArticle Report OpinionNewsArticle AnalysisNewsArticle " +
    "ReportageNewsArticle ReviewNewsArticle BackgroundNewsArticle AdvertiserContentArticle LiveBlogPosting Review " +
    "Recipe HowTo SocialMediaPosting DiscussionForumPosting QAPage NewsPosting Blog JobPosting Event VideoObject",
);
const listTypes = set("ItemList CollectionPage SearchResultsPage OfferCatalog ProductCollection");

const loginPath =
  /(?:^|[/_.-])(?:log-?in|sign-?in|log-?on|sign-?on|sign-?up|register|registration|auth|sso|anmelden|anmeldung|connexion|iniciar-sesion|accedi|password|passwort|forgot)(?:[/_.-]|$)/i;
const searchQuery = /[?&](?:q|s|k|query|search|keywords?|_nkw|searchterm|suche|text)=[^&]/i;
const searchPath = /\/(?:search|suche|recherche|buscar|busca|cerca|zoeken|results?|s|find)(?:\/|$|[.?])/i;
const listPath =
  /\/(?:c|cat|category|categories|categor(?:ia|ie|y)s?|kategorie|collections?|departments?|browse|catalog|brands?|marken|shop-all|b|tags?|topics?|archive)(?:\/[^/]+){0,4}\/?$/i;
/** Addresses under which large shops show one item; many of them have no markup at all. */
const itemPath =
  /\/(?:dp|gp\/product)\/[A-Z\d]{10}(?:[/?]|$)|\/itm\/(?:[^/]+\/)?\d{9,}|\/listing\/\d{6,}|\/ip\/(?:[^/]+\/)?\d{6,}|\/-\/A-\d{6,}|\/item\/\d{8,}[.]html|\/products\/[^/]+$|\/(?:pd|p|product|produkt|prod)\/(?:[^/]+\/)*[^/]*\d{4,}[^/]*\/?$/i;
const articlePath =
  /\/(?:19|20)\d\d\/(?:0?[1-9]|1[0-2])(?:\/|$)|\/(?:news|blogs?|articles?|artikel|story|stories|posts?|actualites?|noticias?|magazin[e]?|nachrichten|opinion|politics|recipes?|rezepte?|wiki)\/[^/]+/i;

/** What the page's parts say together. */
export interface KindHints {
  readonly url: URL;
  readonly raw: RawPage;
  readonly meta: Meta;
  readonly items: readonly Item[];
  /** Main products of the markup, and the one that the page is about. */
  readonly products: readonly Item[];
  readonly chosen: Item | undefined;
}

/**
 * What kind of page this is. The order decides: an article that reviews a product is an article, a front page
 * with a list of products is a front page.
 */
export function pageKind(hints: KindHints): PageKind {
  const { url, raw, chosen } = hints;
  const isItem = itemPath.test(url.pathname);
  if (isFrontPage(url)) return raw.hasPassword && loginPath.test(url.hostname) ? "login" : "home";
  if (isLogin(hints)) return "login";
  if (isListing(hints)) return "listing";
  if (isArticle(hints) && !isItem) return "article";
  if (isSold(hints) || isItem) return "product";
  if (chosen) return "product";
  if (hints.products.length > 1 || raw.articleCount > 3) return "listing";
  return articlePath.test(url.pathname) ? "article" : "other";
}

function isLogin({ url, raw, chosen }: KindHints): boolean {
  const isNamed =
    loginPath.test(url.pathname) || /^(?:login|signin|auth|accounts?|sso|id)[.]/i.test(url.hostname);
  return raw.hasPassword ? isNamed || !chosen : isNamed && !chosen && url.pathname.length < 60;
}

function isListing({ url, items, chosen, products }: KindHints): boolean {
  if (searchPath.test(url.pathname) || (searchQuery.test(url.search) && !chosen)) return true;
  if (chosen) return false;
  if (products.length > 1) return true;
  return listPath.test(url.pathname) || items.some((item) => item.isMain && isA(item, listTypes));
}

function isArticle({ url, meta, items }: KindHints): boolean {
  const type = meta.get("og:type")?.[0]?.trim().toLowerCase() ?? "";
  if (/^og:product|^product/.test(type)) return false;
  if (items.some((item) => item.isMain && isA(item, articleTypes))) return true;
  if (/^(?:article|blog|news|video|music|book|profile)/.test(type) && !isSoldByMeta(meta)) return true;
  return meta.has("article:published_time") || (articlePath.test(url.pathname) && !isSoldByMeta(meta));
}

function isSoldByMeta(meta: Meta): boolean {
  return meta.has("product:price:amount") || meta.has("og:price:amount");
}

function isSold({ meta, chosen }: KindHints): boolean {
  const type = meta.get("og:type")?.[0]?.trim().toLowerCase() ?? "";
  if (/^(?:og:)?product(?:[.:](?!group)|$)/.test(type) || isSoldByMeta(meta)) return true;
  return chosen !== undefined && itemsOf(chosen, "offers").length > 0;
}
