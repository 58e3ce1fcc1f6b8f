import type { TabState } from "../../lib/model/tab-state.ts";
import { brandUri, productUri } from "./world.ts";

/** The product page of a brand's own site. */
export const brandPage: TabState = {
  tabId: 1,
  url: productUri,
  title: "Trail Runner 2 | Northwind Shoes",
  siteKey: "northwind.example",
  kind: "product",
  resolution: {
    brand: {
      lens: "brand",
      brandId: "northwind.example",
      name: "Northwind Shoes",
      known: true,
      domain: "northwind.example",
      owner: "Harbour Group",
      subject: brandUri,
      keys: [brandUri],
      evidence: [
        { code: "own-site", detail: "northwind.example" },
        { code: "markup-brand", detail: "Northwind" },
      ],
    },
    product: {
      lens: "product",
      name: "Trail Runner 2",
      subject: productUri,
      keys: [productUri],
      gtins: [],
      evidence: [{ code: "canonical", detail: productUri }],
    },
  },
  claimedRatings: [
    { value: 4.8, best: 5, count: 2314, about: "organization" },
    { value: 4.9, best: 5, count: 87, about: "product" },
  ],
  organization: {
    name: "Northwind Shoes",
    legalName: "Northwind Shoes GmbH",
    address: "Hafenstraße 12, 20457 Hamburg, Germany",
    vatId: "DE123456789",
    sameAs: [],
  },
  figure: { kind: "none" },
  quiet: undefined,
  readAt: 0,
};

/** An unknown brand in a shop, on an address too long to write about. */
export const shopPage: TabState = {
  tabId: 2,
  url: "https://puma-fan.example/p/1",
  title: "Puma Fan",
  siteKey: "puma-fan.example",
  kind: "product",
  resolution: {
    brand: {
      lens: "brand",
      brandId: "name:puma fan",
      name: "Puma Fan",
      known: false,
      subject: "https://puma-fan.example",
      keys: ["https://puma-fan.example", "https://puma-fan.example/home"],
      evidence: [{ code: "markup-brand", detail: "Puma Fan" }],
    },
    product: {
      lens: "product",
      name: "Scarf",
      keys: [],
      gtins: [],
      evidence: [{ code: "title" }],
      unaddressable: "too-long",
    },
    shop: {
      lens: "shop",
      name: "Everything Mart",
      domain: "mart.example",
      known: false,
      subject: "https://mart.example",
      keys: ["https://mart.example"],
      evidence: [{ code: "seller" }],
    },
  },
  claimedRatings: [{ value: 8.6, best: 10, about: "product" }],
  figure: { kind: "none" },
  readAt: 0,
};
