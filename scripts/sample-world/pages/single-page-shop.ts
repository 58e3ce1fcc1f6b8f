import { drawing } from "../art.ts";
import type { SampleShop } from "../brands.ts";
import { styleOf } from "../style.ts";
import { htmlPage, scriptJson, siteFiles, type Frame, type SampleSite } from "./page.ts";
import type { Item } from "./item.ts";

/** Runs in the page. One document for all addresses; the script draws and `history.pushState` moves. */
const script = `
const items = JSON.parse(document.getElementById("items").textContent);
const view = document.getElementById("view");
const template = (id) => document.getElementById("art-" + id).content.cloneNode(true);
function node(tag, fields, ...children) {
  const element = Object.assign(document.createElement(tag), fields);
  element.append(...children);
  return element;
}
function draw() {
  document.getElementById("facts")?.remove();
  const item = items.find(({ slug }) => location.pathname === "/product/" + slug);
  document.title = item ? item.brand + " " + item.name + " | SwiftCart" : "SwiftCart";
  document.querySelector("link[rel=canonical]").href = location.href.split(/[?#]/)[0];
  if (!item) {
    view.replaceChildren(node("h1", { textContent: "All at once" }), node("div", { className: "grid" }, ...items.map((one) =>
      node("a", { className: "card", href: "/product/" + one.slug }, template(one.slug), node("b", { textContent: one.name }), node("span", { className: "muted", textContent: one.brand })))));
    return;
  }
  const facts = { "@context": "https://schema.org", "@type": "Product", name: item.name, brand: { "@type": "Brand", name: item.brand }, gtin13: item.gtin, offers: { "@type": "Offer", price: item.price, priceCurrency: "EUR" } };
  document.head.append(node("script", { type: "application/ld+json", id: "facts", textContent: JSON.stringify(facts) }));
  view.replaceChildren(node("div", { className: "product" }, template(item.slug), node("div", {}, node("p", { className: "muted", textContent: item.brand }), node("h1", { textContent: item.name }), node("p", { className: "lead", textContent: item.about }), node("p", { className: "price", textContent: "€ " + item.price }), node("button", { className: "button", type: "button", textContent: "Add to basket" }))));
}
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='/']");
  if (!link) return;
  event.preventDefault();
  history.pushState({}, "", link.getAttribute("href"));
  // As an application would: the address changes first, the content follows.
  setTimeout(draw, 60);
});
addEventListener("popstate", draw);
draw();
`;

export function singlePageShop(
  shop: SampleShop,
  frame: Omit<Frame, "title">,
  shelf: readonly Item[],
): SampleSite {
  const site = siteFiles(styleOf(shop.hue, "shop"), shop.hue, "S");
  const art = shelf.map(
    ({ slug, art, hue, name }) => `<template id="art-${slug}">${drawing(art, hue, name)}</template>`,
  );
  const items = shelf.map(({ slug, name, brand, price, gtin, about }) => ({
    slug,
    name,
    brand,
    price,
    gtin,
    about,
  }));
  const main = `<div id="view"></div>${art.join("")}<script type="application/json" id="items">${scriptJson(items)}</script><script>${script}</script>`;
  for (const path of ["/", ...shelf.map(({ slug }) => `/product/${slug}`)]) {
    site.set(path, htmlPage({ ...frame, title: "SwiftCart", canonical: path }, main));
  }
  return site;
}
