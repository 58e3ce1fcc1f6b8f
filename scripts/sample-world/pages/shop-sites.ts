import { drawing } from "../art.ts";
import { brands, shops, unknownBrandProduct, type SampleShop } from "../brands.ts";
import { boughtPraise, makeOpinion } from "../opinions.ts";
import { Chance } from "../random.ts";
import type { Item } from "./item.ts";
import { styleOf } from "../style.ts";
import { escapeHtml, htmlPage, jsonLd, siteFiles, starLine, type Frame, type SampleSite } from "./page.ts";
import { singlePageShop } from "./single-page-shop.ts";

const shelf: readonly Item[] = [
  ...brands.flatMap(({ name, aliases, hue, category, products }) =>
    products.map((product) => Object.assign({ brand: aliases[0] ?? name, hue, category }, product)),
  ),
  { ...unknownBrandProduct, hue: 30, category: "furniture" },
];

/** A review that the shop shows on its own page. */
interface ShownReview {
  readonly author: string;
  readonly stars: number;
  readonly text: string;
  readonly date: string;
}

/** Whoever writes nine reviews for money writes one and changes a few words. */
const boughtEnding = "Delivery was quick, the service was friendly, and my whole family wants a pair now.";

/** What a shop shows under an item: some honest, and under the Trail Runner nine that were paid for. */
function shownReviews(chance: Chance, { slug, category }: Item): readonly ShownReview[] {
  const authors = ["Mara", "K. Osei", "Dan", "lena77", "A. Customer", "Pim", "Rosa", "T.", "Joel", "Wanda"];
  const used = new Set<string>();
  const honest = Array.from({ length: slug === "trail-runner-2" ? 31 : 4 }, () => {
    const stars = chance.weighted([2, 2, 3, 5, 5]) + 1;
    const day = String(1 + chance.below(28)).padStart(2, "0");
    const date = `2026-0${1 + chance.below(9)}-${day}`;
    return {
      author: chance.pick(authors),
      stars,
      text: ownWords(makeOpinion(chance, { category, stars, lang: "en" }), used),
      date,
    };
  });
  if (slug !== "trail-runner-2") return honest;
  const bought = Array.from({ length: 9 }, (_, i) => {
    const text = `${boughtPraise(chance)} ${boughtEnding}`;
    return { author: `happy${1000 + i * 37}`, stars: 5, text, date: "2026-05-03" };
  });
  return [...bought, ...honest];
}

/** The sentences of which nobody on the page has said three words yet: honest people use their own. None: stars alone. */
function ownWords(text: string, used: Set<string>): string {
  const own = text.split(/(?<=[.!?])\s+/u).filter((sentence) => {
    const runs = runsOf(sentence);
    const isNew = !runs.some((run) => used.has(run));
    for (const run of runs) used.add(run);
    return isNew;
  });
  return own.join(" ");
}

function runsOf(sentence: string): readonly string[] {
  const words = sentence.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.slice(2).map((word, index) => `${words[index]} ${words[index + 1]} ${word}`);
}

function meanOf(reviews: readonly ShownReview[]): number {
  return reviews.reduce((sum, { stars }) => sum + stars, 0) / reviews.length;
}

function frameOf({ name, host }: SampleShop): Omit<Frame, "title"> {
  return {
    host,
    siteName: name,
    nav: [
      ["Shoes", "/"],
      ["Home", "/"],
      ["Offers", "/"],
    ],
    footer: `© 2026 ${escapeHtml(name)} Retail Ltd, Unit 4, Trading Estate, Sampleton · VAT XX123456789`,
  };
}

function listing(pathOf: (item: Item) => string): string {
  const cards = shelf.map(
    (item) =>
      `<li><a class="card" href="${pathOf(item)}">${drawing(item.art, item.hue, item.name)}<b>${escapeHtml(item.name)}</b><span class="muted">${escapeHtml(item.brand)} · € ${item.price}</span></a></li>`,
  );
  return `<h1>New this week</h1><ul class="grid">${cards.join("")}</ul>`;
}

function reviewList(reviews: readonly ShownReview[]): string {
  return reviews
    .map(
      ({ author, stars, text, date }) =>
        `<article class="review" itemprop="review" itemscope itemtype="https://schema.org/Review"><b itemprop="author">${escapeHtml(author)}</b> <span class="stars" itemprop="reviewRating" itemscope itemtype="https://schema.org/Rating"><span itemprop="ratingValue">${stars}</span>/5</span> <time class="muted" itemprop="datePublished" datetime="${date}">${date}</time><p itemprop="reviewBody">${escapeHtml(text)}</p></article>`,
    )
    .join("");
}

function itemMain(item: Item, reviews: readonly ShownReview[]): string {
  return `<div class="product">${drawing(item.art, item.hue, item.name)}<div><p class="muted">${escapeHtml(item.brand)}</p><h1>${escapeHtml(item.name)}</h1>${starLine(meanOf(reviews), reviews.length)}<p class="lead">${escapeHtml(item.about)}</p><p class="price">€ ${item.price}</p><button class="button" type="button">Add to basket</button><p class="muted">Sold by Parcel Partner 24 GmbH · EAN ${item.gtin}</p></div></div><h2>Customer reviews</h2>${reviewList(reviews)}`;
}

function shopNamed(host: string): SampleShop {
  const shop = shops.find((shop) => shop.host === host);
  if (!shop) throw new Error(`No shop at ${host}`);
  return shop;
}

/** Rich and right: JSON-LD in a graph, microdata reviews, canonical address, breadcrumbs. */
function bazaar(seed: string): SampleSite {
  const shop = shopNamed("bazaar.example");
  const chance = new Chance(`${seed}/bazaar`);
  const site = siteFiles(styleOf(shop.hue, "shop"), shop.hue, "B");
  site.set(
    "/",
    htmlPage(
      { ...frameOf(shop), title: "Bazaar – everything, nearly", canonical: "/" },
      listing(({ slug }) => `/p/${slug}`),
    ),
  );
  for (const item of shelf) {
    const path = `/p/${item.slug}`;
    const reviews = shownReviews(chance, item);
    const graph = {
      "@context": "https://schema.org",
      "@graph": [
        {
          "@type": "Organization",
          name: "Bazaar",
          legalName: "Bazaar Retail Ltd",
          url: "https://bazaar.example/",
        },
        {
          "@type": "BreadcrumbList",
          itemListElement: [{ "@type": "ListItem", position: 1, name: item.category }],
        },
        {
          "@type": ["Product", "Thing"],
          "@id": `https://bazaar.example${path}#product`,
          name: `${item.brand} ${item.name}`,
          brand: { "@type": "Brand", name: item.brand },
          gtin13: item.gtin,
          offers: {
            "@type": "Offer",
            price: item.price,
            priceCurrency: "EUR",
            seller: { "@type": "Organization", name: "Parcel Partner 24 GmbH" },
          },
          aggregateRating: {
            "@type": "AggregateRating",
            ratingValue: meanOf(reviews).toFixed(1),
            ratingCount: reviews.length,
          },
        },
      ],
    };
    const head = `<meta property="og:site_name" content="Bazaar"><meta property="og:type" content="product">${jsonLd(graph)}`;
    const title = `${item.brand} ${item.name} | Bazaar`;
    site.set(
      path,
      htmlPage(
        { ...frameOf(shop), title, canonical: path, head },
        `<div itemscope itemtype="https://schema.org/Product"><meta itemprop="name" content="${escapeHtml(item.name)}">${itemMain(item, reviews)}</div>`,
      ),
    );
  }
  return site;
}

/** As found in the wild: a trailing comma, a raw line break in a string, HTML comments, an empty brand. */
function cheapMart(seed: string): SampleSite {
  const shop = shopNamed("cheapmart.example");
  const chance = new Chance(`${seed}/cheapmart`);
  const site = siteFiles(styleOf(shop.hue, "shop"), shop.hue, "C");
  site.set(
    "/",
    htmlPage(
      { ...frameOf(shop), title: "CheapMart | Low, lower, CheapMart" },
      listing(({ slug }) => `/item/${slug}.html`),
    ),
  );
  for (const item of shelf) {
    const broken = `<script type="application/ld+json"><!--
{"@context":"http://schema.org","@type":"product","name":"${item.brand} ${item.name}
NEW","brand":{"name":"${item.brand}",},"gtin":"${item.gtin}","offers":{"price":"${item.price},00 EUR",},}
//--></script><script type="application/ld+json">{"@type":"Organization","name":""}</script>`;
    const head = `${broken}<meta property="og:title" content="${escapeHtml(`${item.brand} ${item.name} NEW!!`)}"><meta property="product:brand" content="${escapeHtml(item.brand)}">`;
    const title = `${item.brand} ${item.name} NEW!! cheap price - CheapMart`;
    site.set(
      `/item/${item.slug}.html`,
      htmlPage({ ...frameOf(shop), title, head }, itemMain(item, shownReviews(chance, item))),
    );
  }
  return site;
}

/** No markup at all: a title, a heading, a table. */
function oldHarbour(): SampleSite {
  const shop = shopNamed("oldharbour.example");
  const site = siteFiles(styleOf(shop.hue, "plain"), shop.hue, "O");
  site.set(
    "/",
    htmlPage(
      { ...frameOf(shop), title: "Old Harbour Store" },
      listing(({ slug }) => `/goods/${slug}`),
    ),
  );
  for (const item of shelf) {
    const main = `<h1>${escapeHtml(`${item.brand} ${item.name}`)}</h1><div class="product">${drawing(item.art, item.hue, item.name)}<div><p>${escapeHtml(item.about)}</p><table><tr><th>Maker</th><td>${escapeHtml(item.brand)}</td></tr><tr><th>Price</th><td>${item.price} EUR</td></tr><tr><th>In the shop</th><td>Tuesday to Saturday</td></tr></table><form action="/basket"><button class="button" type="button">Add to basket</button></form></div></div>`;
    site.set(
      `/goods/${item.slug}`,
      htmlPage({ ...frameOf(shop), title: `${item.brand} ${item.name} - Old Harbour Store` }, main),
    );
  }
  return site;
}

export function shopSites(seed: string): Map<string, SampleSite> {
  const swiftCart = shopNamed("swiftcart.example");
  return new Map([
    ["bazaar.example", bazaar(seed)],
    ["cheapmart.example", cheapMart(seed)],
    ["oldharbour.example", oldHarbour()],
    ["swiftcart.example", singlePageShop(swiftCart, frameOf(swiftCart), shelf)],
  ]);
}
