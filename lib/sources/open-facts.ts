import * as z from "zod";
import type { Fact } from "../model/fact.ts";
import { ok } from "../model/result.ts";
import { address, isNotFound, readJson } from "./access.ts";
import { type Hit, nothing, type Source, further } from "./define-source.ts";
import { Count, factOf, hit, Id, Line, listOf, maybe } from "./shapes.ts";

const Product = z.object({
  code: Id,
  product_name: maybe(Line),
  brands: maybe(Line),
  nutriscore_grade: maybe(z.string().max(20)),
  ecoscore_grade: maybe(z.string().max(20)),
  nova_group: maybe(z.union([z.number(), z.string()]).transform(String)),
  labels: maybe(Line),
  last_modified_t: maybe(z.number()),
});
const Page = z.object({ count: Count, page: z.coerce.number().catch(1), products: listOf(Product, 100) });
const fields = Object.keys(Product.shape).join(",");
const pageLength = 50;

/** `Ben & Jerry's` → `ben-jerry-s`, as its tags are written. */
function tagOf(name: string): string {
  return name
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/gu, "");
}

const grade = (text: string | undefined): string | undefined => text?.match(/^[a-e]$/u)?.[0].toUpperCase();

function detailsOf(product: z.output<typeof Product>): readonly string[] {
  const { nutriscore_grade: nutrition, ecoscore_grade: ecology, nova_group: nova, labels } = product;
  return [
    grade(nutrition) && `Nutri-Score ${grade(nutrition)}`,
    grade(ecology) && `Green-Score ${grade(ecology)}`,
    nova && /^[1-4]$/u.test(nova) && `NOVA ${nova}`,
    labels,
  ].filter((text): text is string => typeof text === "string" && text !== "");
}

/** The sister projects differ in their hosts alone. */
function openFacts(id: string, name: string, origin: string, suits: NonNullable<Source["suits"]>): Source {
  return {
    id,
    name,
    kind: "reference",
    searchesBy: ["name"],
    suits,
    bulk: false,
    origins: [origin],
    licence: "ODbL-1.0",
    attribution: name,
    limits: [{ count: 10, perMs: 60_000 }],

    async search({ words, cursor }, access) {
      const tag = tagOf(words);
      if (tag === "") return ok(nothing);
      const at = Number(cursor ?? 1);
      const url = address(origin, "/api/v2/search", {
        brands_tags: tag,
        fields,
        page_size: pageLength,
        page: at,
      });
      const page = await readJson(access, url, Page);
      if (!page.ok) return isNotFound(page.error) ? ok(nothing) : page;
      const { count, products } = page.value;
      const facts = products.flatMap((product): Hit<Fact>[] => {
        if (!product.product_name) return [];
        const fact = factOf({
          id: product.code,
          source: id,
          kind: "product",
          title: product.product_name,
          url: `${origin}/product/${encodeURIComponent(product.code)}`,
          at: product.last_modified_t === undefined ? undefined : product.last_modified_t * 1000,
          details: detailsOf(product),
        });
        // "Fjord, Fjord Kids": each is a name of its own.
        return [hit(fact, [], product.brands?.split(",").map((brand) => brand.trim()) ?? [])];
      });
      const next = at * pageLength < count ? String(at + 1) : undefined;
      return ok({ threads: [], facts, ...further(products, next) });
    },
  };
}

export const openFoodFacts = openFacts(
  "open-food-facts",
  "Open Food Facts",
  "https://world.openfoodfacts.org",
  ["food", "retail"],
);
export const openBeautyFacts = openFacts(
  "open-beauty-facts",
  "Open Beauty Facts",
  "https://world.openbeautyfacts.org",
  ["beauty", "health", "retail"],
);
export const openProductsFacts = openFacts(
  "open-products-facts",
  "Open Products Facts",
  "https://world.openproductsfacts.org",
  ["home", "tech", "fashion", "retail"],
);
