import { describe, expect, it } from "vitest";
import type { RawBehind } from "../model/behind.ts";
import { keyLink } from "../reviews/key-link.ts";
import { generateSigningKey } from "../reviews/keys.ts";
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

  it("tells of whom the page says that their key is its owner's, and where it says so", async () => {
    const { author, kid } = await generateSigningKey();
    const links = [
      ["me", "https://social.example/@anna"],
      ["me", keyLink(kid, "Anna\u202e") ?? ""],
      ["me", `https://reviews.example/list?kid=${encodeURIComponent(kid)}`],
      ["me", "backtalk-key:AAAA"],
      ["author", keyLink((await generateSigningKey()).kid) ?? ""],
    ] as const;
    const home = "https://www.anna.example/about/?utm_source=x";
    const page = { ...raw, page: { ...raw.page, url: home, links } };
    const looked = await look(page, home);
    expect(looked).toMatchObject({
      ok: true,
      value: { keys: [{ author, kid, name: "Anna", address: "anna.example/about" }] },
    });
    expect(looked).not.toHaveProperty("value.me");
    const plain = "http://anna.example/";
    expect(await look({ ...page, page: { ...page.page, url: plain } }, plain)).not.toHaveProperty(
      "value.keys",
    );
  });

  it("believes no page that names keys by the dozen", async () => {
    const keys = await Promise.all(Array.from({ length: 12 }, async () => generateSigningKey()));
    const links = keys.map(({ kid }) => ["me", keyLink(kid) ?? ""] as const);
    expect(await look({ ...raw, page: { ...raw.page, links } })).not.toHaveProperty("value.keys");
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
