import type { BrandEntry } from "./directory.ts";

/**
 * Sites that sell what others make, by the label before the public suffix: one word covers all their countries.
 * Where a product page of theirs names no brand, the shop is not taken for it.
 */
const shopLabels: ReadonlySet<string> = new Set(
  (
    "amazon ebay etsy aliexpress alibaba walmart target bestbuy costco homedepot lowes wayfair overstock newegg " +
    "macys nordstrom bloomingdales kohls jcpenney sears boscovs qvc hsn zappos chewy petco petsmart gamestop bhphotovideo " +
    "adorama microcenter instacart temu wish shopee lazada tokopedia bukalapak flipkart myntra snapdeal ajio nykaa " +
    "rakuten jd tmall taobao coupang gmarket 11st mercadolibre mercadolivre americanas submarino magazineluiza " +
    "magalu casasbahia falabella paris ripley linio jumia noon namshi souq zalando otto aboutyou asos boohoo argos " +
    "currys johnlewis next very littlewoods selfridges harrods debenhams ao tesco sainsburys asda morrisons ocado " +
    "boots superdrug mediamarkt saturn conrad galaxus digitec brack jumbo manor globus coop migros alternate " +
    "notebooksbilliger cyberport mindfactory kaufland real lidl aldi rewe edeka dm rossmann mueller douglas flaconi " +
    "notino thomann bol coolblue wehkamp blokker fnac darty cdiscount boulanger laredoute galerieslafayette " +
    "leroymerlin castorama manomano conforama but auchan carrefour leclerc elcorteingles pccomponentes worten " +
    "eprice unieuro euronics allegro ceneo empik morele x-kom mall alza czc heureka agem emag altex elefant " +
    "flanco skroutz kotsovolos plaisio public ozon wildberries lamoda citilink dns-shop mvideo eldorado rozetka " +
    "prom kaspi mechta sulpak market hepsiburada trendyol n11 gittigidiyor komplett elkjop power elgiganten " +
    "verkkokauppa gigantti k-rauta tokmanni stockmann cdon proshop myer davidjones kogan catch jbhifi harveynorman " +
    "officeworks bunnings mightyape thewarehouse takealot makro zooplus fressnapf vinted depop poshmark mercari " +
    "grailed stockx goat farfetch ssense mytheresa net-a-porter yoox footlocker jdsports sportscheck decathlon-pro " +
    "intersport sephora ulta lookfantastic cultbeauty iherb vitacost reverb sweetwater guitarcenter discogs " +
    "abebooks thriftbooks barnesandnoble waterstones hugendubel thalia weltbild pchome momoshop books ruten " +
    "mobly madeiramadeira strumentimusicali pcstore stockcenter dafiti netshoes shopping idealo geizhals pricerunner " +
    "sportsdirect houseoffraser decathlon steampowered gog humblebundle"
  ).split(" "),
);

/**
 * Kinds of shop, as the directory names them, that carry many makers' goods. Kinds that also name makers
 * (`sports`, `electronics`, `toys`) are left to the labels above.
 */
const shopCategories: ReadonlySet<string> = new Set(
  (
    "supermarket department_store retail marketplace catalogue convenience variety_store general wholesale " +
    "doityourself chemist mobile_phone car_parts newsagent garden_centre"
  ).split(" "),
);

/** Whether a site sells many makers' goods, as far as is known. */
export function isShop(label: string | undefined, entry: Pick<BrandEntry, "category"> | undefined): boolean {
  if (label !== undefined && shopLabels.has(label)) return true;
  return entry?.category !== undefined && shopCategories.has(entry.category);
}
