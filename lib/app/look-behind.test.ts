import { describe, expect, it } from "vitest";
import type { RawBehind } from "../model/behind.ts";
import { RawBehindSchema } from "../schema/raw-behind.ts";
import type { BrandSubject } from "../model/subject.ts";
import type { TabState } from "../model/tab-state.ts";
import { lookBehind, type LookBehindDependencies } from "./look-behind.ts";

const url = "https://northwind.example/imprint";
const raw: RawBehind = {
  page: {
    url,
    title: "Imprint",
    jsonLd: [],
    meta: [],
    links: [],
    microdata: [],
    heading: "Imprint",
    hasPassword: false,
    articleCount: 0,
  },
  blocks: [["imprint", "Northwind Shoes GmbH\nHafenstraße 12\n20457 Hamburg"]],
  links: [],
  maps: [],
};

const nearby = "geo:53.5424,9.9883?q=northwind%20shoes";

function look(
  collected: unknown,
  shown: string | undefined = url,
  state: Partial<TabState> = {},
): ReturnType<typeof lookBehind> {
  const needs: LookBehindDependencies = {
    collect: async () => collected,
    parse: (what) => RawBehindSchema.safeParse(what).data,
    stateOf: async () => (shown === "" ? undefined : ({ url: shown, resolution: {}, ...state } as TabState)),
    placeKeys: async (point) => (point ? [nearby] : []),
  };
  return lookBehind(7, needs);
}

describe("lookBehind", () => {
  it("tells who stands behind the page of a tab", async () => {
    expect(await look(raw)).toMatchObject({
      ok: true,
      value: { legalName: { value: "Northwind Shoes GmbH", from: "imprint" } },
    });
  });

  it("a fragment makes no other page", async () => {
    expect(await look(raw, `${url}#top`)).toMatchObject({ ok: true });
  });

  it.each([
    ["a tab without a page", raw, "", { code: "refused", params: { reason: "no-page" } }],
    ["a tab that went on", raw, "https://kite.example/", { code: "refused", params: { reason: "no-page" } }],
    ["a page that is withheld", undefined, url, { code: "permission", params: { reason: "site-access" } }],
    ["an answer that is not ours", { blocks: 3 }, url, { code: "bad-shape" }],
  ])("%s", async (_, collected, shown, error) => {
    expect(await look(collected, shown)).toEqual({ ok: false, error });
  });
});

describe("is this the place?", () => {
  const geo = { latitude: 53.5421, longitude: 9.9883 };
  const shop = { "@type": "Store", name: "Northwind Shoes", url: "https://northwind.example/", geo };
  const located = { ...raw, page: { ...raw.page, jsonLd: [JSON.stringify(shop)] } };
  const brand = { lens: "brand", name: "Northwind", keys: [], evidence: [] } as unknown as BrandSubject;
  const known: Partial<TabState> = { siteKey: "northwind.example", resolution: { brand } };

  it("is asked about reviewed places that are like the one on the page", async () => {
    const found = await look(located, url, known);
    expect(found).toMatchObject({
      value: {
        question: {
          scope: { kind: "place", at: "https://northwind.example/imprint" },
          places: [{ keys: [nearby] }],
        },
      },
    });
  });

  it("is not asked where the page gives no point to look around, or is nobody's", async () => {
    expect(await look(raw, url, known)).not.toHaveProperty("value.question");
    expect(await look(located)).not.toHaveProperty("value.question");
  });
});
