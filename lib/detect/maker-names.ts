import type { MakerName, MakerPlace, RawProduct } from "../model/product-page.ts";
import { isBrand } from "./product.ts";
import { cleanText } from "./text.ts";

const longestName = 60;
const mostWords = 7;

/** What invitations to a maker's page say before its name, in the languages of the large marketplaces. */
const invitation =
  /^(?:(?:visit|shop|browse|view|see|explore|discover|show)(?: (?:all|more|the|items|products))*(?: (?:from|by|at))? |more (?:items |products )?(?:from|by) |(?:sold|made|designed|manufactured|published|produced) by |besuchen? (?:sie )?den |(?:mehr|weitere|alle)(?: produkte| artikel)? (?:von|der marke|aus) |visite[rz]? la boutique (?:de )?|(?:voir )?(?:tous les|plus de) (?:produits|articles) (?:de )?|visita la (?:tienda|página)(?: oficial)? de |(?:ver )?(?:todos los|más) productos de |visita lo store (?:di )?|(?:altri|tutti i) prodotti (?:di )?|visite a loja (?:da |de )?|bezoek de |(?:alle producten|meer) van |besök |wszystkie produkty (?:marki )?|všechny produkty |все товары (?:бренда )?)/iu;
const invitationEnd =
  /[-\s]+(?:official store|brand store|store|shop|winkel|butiken|butik|products?|collection|produkte|artikel|besuchen)$/iu;
/** Languages that put the whole invitation behind the name. */
const behind =
  /(?:\s?(?:の(?:ストア|商品|ブランド)|官方旗舰店|旗舰店|專賣店).*|\s?mağazasını ziyaret edin)$/u;
/** What stands before a name in a by-line. In front of a name alone these may be part of it: De'Longhi, Van Heusen. */
const prepositions =
  /^(?:by|from|von|der marke|par|de la marque|de|por|di|da|door|van|av|från|af|fra|od|от|від)[:\s]+(?=\S)/iu;
const surely = /^(?:by|von|par)[:\s]+(?=\p{Lu})/u;
/** Texts of links and buttons that stand where names do. */
const notNames =
  /^(?:(?:see|view|show|shop|read|learn|find|load) .*|more(?: .*)?|all(?: .*)?|brands?|a-z|home ?(?:page)?|back|next|previous|close|menu|search|new|sale|share|help|login|log in|sign in|cart|follow|details?|here|info(?:rmation)?|reviews?|description|specifications?|overview|other|size|colou?r|price|yes|no|ok|mehr|alle .*|zurück|startseite|hersteller|marken|start|accueil|voir .*|inicio|ver .*|mostrar .*|vedi .*|tutti|home ?> ?.*|contact|kontakt|главная|все .*|ещё|каталог|首页|首頁|ホーム|더보기|홈|see all|advertisement|sponsored|in stock|out of stock)$/iu;
/** By-lines of books, records and films name people: no makers. */
const people =
  /[(（](?:author|autor|auteur|autore|auteure|schrijver|författare|författer|автор|editor|narrator|illustrator|translator|artist|actor|director|künstler|artiste|artista|contributor|foreword|著|作者|저자)\b|[(（](?:著|作者|저자)/iu;
/** Amounts, addresses, codes, sentences: what no name looks like. */
const shapes =
  /https?:|www[.]|@|[{}<>[\]=|\\]|[€$£¥₽]\s?\d|\d\s?[€$£¥₽%]|[.!?。！？]\s+\S|[?？]$|^[\d\s.,:;()/-]+$/u;

/** Names that may be the maker's, cleaned; what cannot be a name is left out. */
export function readMakers({ makers }: RawProduct): readonly MakerName[] {
  return makers.flatMap(({ count, place, text }) => {
    const isByline = place === "byline" || (place === "beside" && surely.test(text));
    const name = nameIn(text, isByline ? "byline" : place);
    return name === undefined ? [] : [{ place: isByline ? "byline" : place, name, count }];
  });
}

/** `Visit the Kite Store` → `Kite`, `Brand: Kite®` → `Kite`. `undefined` where the text names nobody. */
function nameIn(text: string, place: MakerPlace): string | undefined {
  const cleaned = cleanText(text)
    ?.replace(/[™®℠©]/gu, "")
    .trim();
  if (cleaned === undefined || people.test(cleaned)) return undefined;
  const value = trimmed(/^[^:：]{2,30}[:：]\s*(\S.*)$/u.exec(cleaned)?.[1] ?? cleaned);
  const bare = invited.has(place) ? trimmed(withoutInvitation(value, place)) : value;
  return isName(bare) ? bare : undefined;
}

const invited: ReadonlySet<MakerPlace> = new Set(["byline", "link", "beside", "marked"]);

function withoutInvitation(text: string, place: MakerPlace): string {
  const rest = text.replace(behind, "").replace(invitation, "");
  if (rest !== text && rest !== "") return rest.replace(invitationEnd, "");
  return place === "byline" ? text.replace(prepositions, "") : text;
}

function trimmed(text: string): string {
  return text.replace(/^[\s"'“”«»*•·>›,;:–-]+|[\s"“”«»*•·>›,;:–-]+$/gu, "");
}

function isName(text: string): boolean {
  if (text.length < 2 || text.length > longestName || text.split(/\s+/u).length > mostWords) return false;
  return isBrand(text) && !notNames.test(text) && !shapes.test(text) && /\p{L}/u.test(text);
}
