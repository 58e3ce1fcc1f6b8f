import { drawing } from "../art.ts";
import { brands, owners, type SampleBrand, type SampleProduct } from "../brands.ts";
import { styleOf } from "../style.ts";
import { forumHost } from "../talk/forum.ts";
import { escapeHtml, htmlPage, jsonLd, siteFiles, starLine, type Frame, type SampleSite } from "./page.ts";

/** The strictest policy a site can have and still be a page: no script, no inline style, trusted types. */
const strictPolicy = {
  "content-security-policy":
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "geolocation=(), camera=(), microphone=()",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
} as const;
const strictHost = "lumen-audio.example";

/** Has a forum of its own. */
const forumOwner = "northwind.example";

const countries = [
  ["de", "Schuhe für Wetter, nicht für Regale.", "Schuhe"],
  ["fr", "Des chaussures pour la pluie, pas pour la vitrine.", "Chaussures"],
] as const;

const words: Readonly<Record<string, readonly [products: string, about: string]>> = {
  ar: ["المنتجات", "من نحن"],
  de: ["Produkte", "Über uns"],
  en: ["Products", "About"],
  fr: ["Produits", "À propos"],
  ja: ["商品", "私たちについて"],
};

/** Every brand's own site, on each of its domains; Northwind also in other languages and with a log-in. */
export function brandSites(): Map<string, SampleSite> {
  const sites = new Map<string, SampleSite>();
  for (const brand of brands) for (const host of brand.domains) sites.set(host, brandSite(brand, host));
  const northwind = brands[0];
  const site = sites.get("northwind.example");
  if (!northwind || !site) throw new Error("Northwind is gone");
  for (const [lang, slogan, shoes] of countries) {
    const frame = { ...frameOf({ ...northwind, lang }, "northwind.example"), canonical: `/${lang}/` };
    site.set(
      `/${lang}/`,
      htmlPage({ ...frame, title: `Northwind – ${shoes}` }, homeMain({ ...northwind, lang, slogan })),
    );
  }
  site.set("/login", loginPage(northwind));
  return sites;
}

function wordsOf(lang: string): readonly [products: string, about: string] {
  return words[lang] ?? ["Products", "About"];
}

function frameOf(brand: SampleBrand, host: string): Omit<Frame, "title"> {
  const { name, lang, dir, owner } = brand;
  const [productsWord, aboutWord] = wordsOf(lang);
  const company = owners[owner as keyof typeof owners] as (typeof owners)[keyof typeof owners] | undefined;
  const imprint = company
    ? `${company.legalName}, ${company.address}`
    : `${name} Ltd, 12 Example Street, Sampleton`;
  return {
    host,
    siteName: name,
    lang,
    dir,
    nav: [
      [productsWord, "/#products"],
      [aboutWord, "/about"],
      ...(host === forumOwner ? [["Community", `https://${forumHost}/`] as const] : []),
    ],
    footer: `© 2026 ${escapeHtml(imprint)}`,
    headers: host === strictHost ? strictPolicy : {},
  };
}

function brandSite(brand: SampleBrand, host: string): SampleSite {
  const { name, slogan, hue, products } = brand;
  const frame = frameOf(brand, host);
  const site = siteFiles(styleOf(hue), hue, name.charAt(0));
  const organization = jsonLd(organizationOf(brand, host));
  site.set(
    "/",
    htmlPage(
      {
        ...frame,
        title: `${name} – ${slogan}`,
        canonical: "/",
        head: `<meta property="og:site_name" content="${escapeHtml(name)}"><meta name="description" content="${escapeHtml(slogan)}">${organization}`,
      },
      homeMain(brand),
    ),
  );
  site.set("/about", htmlPage({ ...frame, title: `About · ${name}`, canonical: "/about" }, aboutMain(brand)));
  for (const product of products) {
    const path = `/products/${product.slug}`;
    const head = `<meta property="og:type" content="product"><meta property="og:site_name" content="${escapeHtml(name)}">${jsonLd(productOf(brand, product, host))}`;
    site.set(
      path,
      htmlPage(
        { ...frame, title: `${product.name} | ${name}`, canonical: path, head },
        productMain(brand, product),
      ),
    );
  }
  return site;
}

function organizationOf({ name, owner, claims }: SampleBrand, host: string): object {
  const company = owners[owner as keyof typeof owners] as (typeof owners)[keyof typeof owners] | undefined;
  return {
    "@context": "https://schema.org",
    "@type": "Organization",
    name,
    url: `https://${host}/`,
    ...(company && { legalName: company.legalName, address: company.address, parentOrganization: owner }),
    ...(claims && {
      aggregateRating: { "@type": "AggregateRating", ratingValue: claims.value, reviewCount: claims.count },
    }),
  };
}

function productOf({ name, claims }: SampleBrand, product: SampleProduct, host: string): object {
  return {
    "@context": "https://schema.org",
    "@type": "Product",
    name: product.name,
    description: product.about,
    brand: { "@type": "Brand", name },
    gtin13: product.gtin,
    sku: product.slug.toUpperCase(),
    url: `https://${host}/products/${product.slug}`,
    offers: {
      "@type": "Offer",
      price: product.price,
      priceCurrency: "EUR",
      availability: "https://schema.org/InStock",
    },
    ...(claims && {
      aggregateRating: {
        "@type": "AggregateRating",
        ratingValue: claims.value,
        bestRating: 5,
        reviewCount: Math.round(claims.count / 6),
      },
    }),
  };
}

function homeMain({ name, lang, slogan, hue, products, claims }: SampleBrand): string {
  const cards = products.map(
    ({ slug, name, art, price }) =>
      `<li><a class="card" href="/products/${slug}">${drawing(art, hue, name)}<b>${escapeHtml(name)}</b><span class="muted">€ ${price}</span></a></li>`,
  );
  const [first] = products;
  return `<section class="hero"><div><h1>${escapeHtml(slogan)}</h1><p class="lead">${escapeHtml(first?.about ?? name)}</p>${claims ? starLine(claims.value, claims.count) : ""}<a class="button" href="/products/${first?.slug ?? ""}">${escapeHtml(first?.name ?? name)}</a></div>${first ? drawing(first.art, hue, first.name) : ""}</section>
<h2 id="products">${wordsOf(lang)[0]}</h2><ul class="grid">${cards.join("")}</ul>`;
}

function aboutMain({ name, owner }: SampleBrand): string {
  const belongs = owner ? ` ${escapeHtml(name)} belongs to ${escapeHtml(owner)}.` : "";
  return `<div class="text"><h1>About ${escapeHtml(name)}</h1><p>We began in a shed with one machine and a stubborn idea of how things should be made.${belongs}</p></div>`;
}

function productMain(
  { hue, name, claims }: SampleBrand,
  { art, name: title, price, about, gtin }: SampleProduct,
): string {
  return `<div class="product">${drawing(art, hue, title)}<div><p class="muted">${escapeHtml(name)}</p><h1>${escapeHtml(title)}</h1>${claims ? starLine(claims.value, Math.round(claims.count / 6)) : ""}<p class="lead">${escapeHtml(about)}</p><p class="price">€ ${price}</p><button class="button" type="button">Add to basket</button><p class="muted">EAN ${gtin}</p></div></div>`;
}

function loginPage(northwind: SampleBrand) {
  const form = `<form class="narrow" method="post" action="/login"><h1>Sign in</h1><label>E-mail<input type="email" name="email" autocomplete="username"></label><label>Password<input type="password" name="password" autocomplete="current-password"></label><button class="button">Sign in</button></form>`;
  return htmlPage({ ...frameOf(northwind, "northwind.example"), title: "Sign in · Northwind" }, form);
}
