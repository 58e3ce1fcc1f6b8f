import { drawing } from "../art.ts";
import { bakery } from "../brands.ts";
import { companyRegister, safetyBoard } from "../records.ts";
import { styleOf } from "../style.ts";
import { authoritySite, registerSite } from "./authority-sites.ts";
import { escapeHtml, htmlPage, jsonLd, siteFiles, type SampleSite } from "./page.ts";

function bakerySite(): SampleSite {
  const { name, host, latitude, longitude } = bakery;
  const hue = 32;
  const site = siteFiles(styleOf(hue), hue, "S");
  const facts = {
    "@context": "https://schema.org",
    "@type": ["Bakery", "LocalBusiness"],
    name,
    url: `https://${host}/`,
    telephone: "+49 30 0000000",
    address: {
      "@type": "PostalAddress",
      streetAddress: "Musterallee 7",
      postalCode: "10000",
      addressLocality: "Musterstadt",
      addressCountry: "DE",
    },
    geo: { "@type": "GeoCoordinates", latitude, longitude },
    openingHours: ["Tu-Sa 06:30-18:00", "Su 08:00-12:00"],
  };
  const main = `<section class="hero"><div><h1>Brot braucht Zeit.</h1><p class="lead">Sauerteig, vierundzwanzig Stunden, Steinofen. Dienstag bis Sonntag, solange der Vorrat reicht.</p><p class="panel">Musterallee 7, 10000 Musterstadt<br>Di–Sa 6:30–18:00, So 8:00–12:00</p></div>${drawing("bread", hue, "Brot")}</section>`;
  const frame = { host, siteName: name, lang: "de", footer: `${escapeHtml(name)}, Inh. Frieda Korn` };
  site.set(
    "/",
    htmlPage({ ...frame, title: `${name} · Musterstadt`, canonical: "/", head: jsonLd(facts) }, main),
  );
  return site;
}

const posts: readonly (readonly [author: string, handle: string, text: string, link?: string])[] = [
  [
    "Gwen",
    "gwen",
    "Third pair of Northwind boots. The soles are finally as good as the leather.",
    "https://northwind.example/products/harbour-boot",
  ],
  ["Rob", "rob", "Train late again. Reading on the platform."],
  [
    "Northwind",
    "northwindshoes",
    "Our workshop repairs any pair, whatever its age. Bring them in.",
    "https://northwind.example/",
  ],
  [
    "priya",
    "priya",
    "Does anyone else's Tessera Slate stop charging after the update?",
    "https://tessera.example/products/slate-11",
  ],
  ["さくら", "sakura", "もみじ文具の新しい鉛筆、とても書きやすい。", "https://momiji.example/"],
  ["Desmond O.", "desmond", "Solvang City 7: four hundred rainy kilometres, not one squeak."],
  ["ليلى", "layla", "زيت الزيتون من زيتون الجبل هذا العام ممتاز.", "https://zaytoun.example/"],
  ["kit", "kit", "A north wind blew all night and the jasmine is gone."],
  [
    "Mei",
    "mei",
    "Papercrane recalled the rattle. Check the cupboard.",
    "https://safetyboard.example/recalls/2026-118",
  ],
  ["Jo & Ty", "joty", "Fjordline sewed a new zip into a ten-year-old jacket. For nothing. Respect."],
];

type Post = (typeof posts)[number];

/** A post as microformats have it (https://microformats.org/wiki/h-entry), so that software can read it. */
function postHtml([author, handle, text, link]: Post, i: number): string {
  const who = `<span class="p-author h-card"><b class="p-name" dir="auto">${escapeHtml(author)}</b> <a class="u-url muted" href="/@${handle}">@${handle}</a></span>`;
  const when = `<a class="u-url muted" href="/@${handle}/${1000 + i}">${i + 1} h</a>`;
  const shown = link ? `<br><a href="${link}">${link.replace("https://", "")}</a>` : "";
  return `<article class="post h-entry" data-post="${i}"><header>${who} ${when}</header><div class="e-content" dir="auto">${escapeHtml(text)}${shown}</div></article>`;
}

/** A feed that goes on: more posts come as one reads. */
function chirpSite(): SampleSite {
  const host = "chirp.example";
  const hue = 204;
  const site = siteFiles(styleOf(hue, "plain"), hue, "C");
  const frame = { host, siteName: "Chirp", footer: "Chirp Social Ltd" };
  posts.forEach((post, i) => {
    const [author, handle, text] = post;
    const title = `${author}: "${text.slice(0, 60)}" / Chirp`;
    site.set(`/@${handle}/${1000 + i}`, htmlPage({ ...frame, title }, postHtml(post, i)));
  });
  const more = `<script>
const feed = document.getElementById("feed");
let pages = 1;
document.getElementById("more").addEventListener("click", () => {
  for (const post of [...feed.children].slice(0, 10)) {
    const copy = post.cloneNode(true);
    const number = Number(post.dataset.post) + 10 * pages;
    copy.dataset.post = String(number);
    const when = copy.querySelector("header > a");
    when.href = when.href.replace(/\\d+$/, 1000 + number);
    when.textContent = number + 1 + " h";
    feed.append(copy);
  }
  pages++;
});
</script>`;
  const main = `<div id="feed">${posts.map(postHtml).join("")}</div><p class="post"><button class="button" id="more" type="button">More</button></p>${more}`;
  site.set("/", htmlPage({ ...frame, title: "Home / Chirp" }, main));
  for (const [author, handle] of posts) {
    const own = posts.map((post, i) => (post[1] === handle ? postHtml(post, i) : ""));
    site.set(
      `/@${handle}`,
      htmlPage(
        { ...frame, title: `${author} (@${handle}) / Chirp` },
        `<h1>${escapeHtml(author)}</h1>${own.join("")}`,
      ),
    );
  }
  return site;
}

function forumSite(): SampleSite {
  const host = "trailtalk.example";
  const hue = 120;
  const site = siteFiles(styleOf(hue, "plain"), hue, "T");
  const thread = [
    [
      "wet socks",
      "Which trail shoe survives a winter here? My Northwind Trail Runner 2 lost a sole in March.",
    ],
    [
      "ex-cobbler",
      "Glue of one batch was bad. Ask them, they replace it. Otherwise Fjordline's boots, if you can carry them.",
    ],
    ["two left feet", "I have had mine for two years. No trouble."],
  ];
  // Marked with schema.org's microdata, as forum software of every age does.
  const items = thread.map(([author, text], i) => {
    const [type, body] = i === 0 ? ["DiscussionForumPosting", "articleBody"] : ["Comment", "text"];
    return `<article class="review" id="post-${i + 1}" itemscope itemtype="https://schema.org/${type}"><div><b itemprop="author">${author}</b> <span class="muted">#${i + 1}</span></div><p itemprop="${body}">${text}</p></article>`;
  });
  const facts = jsonLd({
    "@context": "https://schema.org",
    "@type": "DiscussionForumPosting",
    headline: "Trail shoe for wet winters?",
    author: { "@type": "Person", name: "wet socks" },
  });
  const frame = { host, siteName: "Trail Talk", footer: "Run by volunteers" };
  site.set(
    "/",
    htmlPage(
      { ...frame, title: "Trail Talk" },
      `<h1>Newest threads</h1><p><a href="/t/trail-shoe-for-wet-winters/42">Trail shoe for wet winters?</a></p>`,
    ),
  );
  site.set(
    "/t/trail-shoe-for-wet-winters/42",
    htmlPage(
      { ...frame, title: "Trail shoe for wet winters? - Gear - Trail Talk", head: facts },
      `<h1>Trail shoe for wet winters?</h1>${items.join("")}`,
    ),
  );
  return site;
}

/** An article that names brands: about none of them. */
function newspaperSite(): SampleSite {
  const host = "dailycurrent.example";
  const hue = 0;
  const site = siteFiles(styleOf(hue, "plain"), hue, "D");
  const path = "/business/2026/10/harbour-group-opens-its-workshops";
  const title = "Harbour Group opens its workshops to everyone";
  const facts = jsonLd({
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    headline: title,
    datePublished: "2026-10-20",
    author: { "@type": "Person", name: "M. Arden" },
    publisher: { "@type": "Organization", name: "The Daily Current", url: `https://${host}/` },
  });
  const text = `<article class="text"><p class="muted">Business · 20 October 2026</p><h1>${title}</h1><p>Northwind, Fjordline and Solvang will repair what they sold, whatever its age and wherever it was bought, their owner Harbour Group said on Tuesday.</p><p>The group had been criticised for a batch of shoes whose soles came off. It now says that a repair costs it less than a lost customer.</p><p>Consumer groups welcomed the step and asked when spare parts would be sold to independent workshops.</p></article>`;
  const frame = { host, siteName: "The Daily Current", footer: "The Daily Current" };
  site.set(
    "/",
    htmlPage(
      { ...frame, title: "The Daily Current", canonical: "/" },
      `<h1>Today</h1><p><a href="${path}">${title}</a></p>`,
    ),
  );
  site.set(
    path,
    htmlPage(
      {
        ...frame,
        title: `${title} - The Daily Current`,
        canonical: path,
        head: `<meta property="og:type" content="article">${facts}`,
      },
      text,
    ),
  );
  return site;
}

function portalSite(): SampleSite {
  const hue = 230;
  const site = siteFiles(styleOf(hue, "plain"), hue, "P");
  const form = `<form class="narrow" method="post" action="/login"><h1>Log in</h1><label>User<input name="user" autocomplete="username"></label><label>Password<input type="password" name="password" autocomplete="current-password"></label><button class="button">Log in</button></form>`;
  const page = htmlPage(
    { host: "portal.example", siteName: "Citizen Portal", title: "Log in", footer: "Citizen Portal" },
    form,
  );
  return site.set("/", page).set("/login", page);
}

/** What is neither a brand nor a shop. */
export function otherSites(): Map<string, SampleSite> {
  return new Map([
    [bakery.host, bakerySite()],
    ["chirp.example", chirpSite()],
    ["trailtalk.example", forumSite()],
    ["dailycurrent.example", newspaperSite()],
    [safetyBoard.host, authoritySite()],
    [companyRegister.host, registerSite()],
    ["portal.example", portalSite()],
  ]);
}
