import type { PageKind, RawPage } from "../model/page.ts";
import type { MakerPlace, RawProduct } from "../model/product-page.ts";
import { isA } from "./item.ts";
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
  /\/(?:dp|gp\/product)\/[A-Z\d]{10}(?:[/?]|$)|\/itm\/(?:[^/]+\/)?\d{9,}|\/listing\/\d{6,}|\/ip\/(?:[^/]+\/)?\d{6,}|\/-\/A-\d{6,}|\/item\/\d{8,}[.]html|\/products\/[^/]+$|\/products?\/[^/]+-[^/]+-[^/]+\/?$|\/(?:pd|p|product|produkt|prod)\/(?:[^/]+\/)*[^/]*\d{4,}[^/]*\/?$/i;
/** `/s/` is a search on one shop and an item on the next. */
const numberedPath = /\/s\/[^/]+\/\d{5,}\/?$/;
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
  const { url, raw } = hints;
  if (isFrontPage(url)) return raw.hasPassword && loginPath.test(url.hostname) ? "login" : "home";
  if (isLogin(hints)) return "login";
  if (!isItem(url) && isListing(hints)) return "listing";
  if (!isItem(url) && isArticle(hints)) return "article";
  if (isItem(url) || isSold(hints)) return "product";
  if (raw.articleCount > 3) return "listing";
  if (isTold(hints)) return "article";
  return raw.hasPassword ? "login" : "other";
}

/** Addresses under which shops of any size show one item, and much else. */
const mayBeItemPath =
  /\/(?:p|pd|products?|produkte?|produits?|productos?|produtos?|prodott[oi]|items?|artikel|tovary?|goods|shop|store|catalog|kaufen|buy|urun|ofert[ae]|offer|detail|achat|pdp|dp|ip|itm|listing)s?[/_-]|[/_-][pi]-?\d{3,}|-p-[A-Z\d]{6,}|\d{5,}(?:[.]html?|[.]htm|[.]aspx|[.]php)?\/?$|[?&](?:product_id|products_id|id_product|pid|sku|itemid|goods_id|productid|variant|route=product)/i;

/**
 * Whether a page that gives itself no kind may sell one thing after all: something on it is bought, priced, or the
 * address looks like an item's. Deep extraction then has the last word.
 */
export function maySell(kind: PageKind, hints: KindHints): boolean {
  const { items, meta, raw, url } = hints;
  if (kind !== "other" && (kind !== "login" || isLogin(hints))) return false;
  if (searchPath.test(url.pathname) || articlePath.test(url.pathname)) return false;
  return (
    raw.marks?.includes("buyable") === true ||
    isSoldByMeta(meta) ||
    mayBeItemPath.test(url.pathname + url.search) ||
    /^(?:item|items|product|products|detail|goods|articulo|produto)[.]/.test(url.hostname) ||
    items.some((item) => item.props.has("price") || item.props.has("offers"))
  );
}

/** Whether what deep extraction found makes a page that may sell one thing a product's. */
export function isProvenProduct({ buys, hasPrice, heading, makers }: RawProduct): boolean {
  if (heading === undefined || buys === 0 || buys > mostBuys || !hasPrice) return false;
  return makers.some(({ place }) => factPlaces.has(place));
}

/** Its own button, one that follows the scrolling, and those on recommendations; a list has more. */
const mostBuys = 10;
/** Places where a page speaks of one product's maker. */
const factPlaces: ReadonlySet<MakerPlace> = new Set(["row", "company-row", "property", "data", "byline"]);

function isItem({ pathname }: URL): boolean {
  return numberedPath.test(pathname) || (itemPath.test(pathname) && !searchPath.test(pathname));
}

function isSold({ chosen, meta }: KindHints): boolean {
  return chosen !== undefined || isSoldByMeta(meta) || isProductType(meta);
}

function isLogin({ url, raw, chosen }: KindHints): boolean {
  const isNamed =
    loginPath.test(url.pathname) || /^(?:login|signin|auth|accounts?|sso|id)[.]/i.test(url.hostname);
  // Many pages keep a log-in form for later; only the address says that the page is for logging in.
  return isNamed && !chosen && (raw.hasPassword || url.pathname.length < 60);
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
  if (/^(?:article|blog|news|video|music|book)/.test(type) && !isSoldByMeta(meta)) return true;
  return meta.has("article:published_time") || (articlePath.test(url.pathname) && !isSoldByMeta(meta));
}

function isSoldByMeta(meta: Meta): boolean {
  return meta.has("product:price:amount") || meta.has("og:price:amount");
}

function isProductType(meta: Meta): boolean {
  return /^(?:og:)?product(?:[.:](?!group)|$)/.test(meta.get("og:type")?.[0]?.trim().toLowerCase() ?? "");
}

/** A page with a headline for an address, and a mark that somebody wrote it. */
function isTold({ url, raw, meta }: KindHints): boolean {
  const last = url.pathname.split("/").findLast(Boolean) ?? "";
  return (
    last.split("-").length > 4 &&
    !/\d{6,}$/.test(last) &&
    (raw.articleCount > 0 || meta.has("author") || meta.has("article:author"))
  );
}
