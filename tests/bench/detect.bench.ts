/**
 * How well and how fast pages are read and resolved, on the corpora where they are at hand (`.corpora/pages`,
 * or the folder given as first argument) and on hostile pages of our own. Prints figures; asserts nothing.
 */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { openDirectory } from "../../lib/brands/directory.ts";
import { foldName } from "../../lib/brands/fold-name.ts";
import { resolvePage } from "../../lib/brands/resolve.ts";
import { collectRawPage } from "../../lib/detect/collect.ts";
import { readPage } from "../../lib/detect/facts.ts";
import type { PageFacts, RawPage } from "../../lib/model/page.ts";
import type { Resolution } from "../../lib/model/subject.ts";
import { RawPageSchema } from "../../lib/schema/raw-page.ts";

const verbose = process.argv.includes("--verbose");
const folder = process.argv.slice(2).find((argument) => !argument.startsWith("--")) ?? ".corpora/pages";
const directory = await openDirectory(
  async (path) => new Uint8Array(readFileSync(join("public/directory", path))),
);

interface Page {
  readonly set: string;
  readonly row: Readonly<Record<string, string>>;
  readonly facts: PageFacts;
  readonly resolution: Resolution;
}

const times = {
  collect: [] as number[],
  check: [] as number[],
  read: [] as number[],
  resolve: [] as number[],
};
let exceptions = 0;

async function readFolder(set: string): Promise<Page[]> {
  const [head = "", ...lines] = readFileSync(join(folder, set, "labels.tsv"), "utf8")
    .trimEnd()
    .split(/\r?\n/);
  const columns = head.split("\t");
  const pages: Page[] = [];
  for (const line of lines) {
    const cells = line.split("\t");
    const row = Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ""]));
    const page = await readOne(set, row);
    if (page) pages.push(page);
  }
  return pages;
}

async function readOne(set: string, row: Record<string, string>): Promise<Page | undefined> {
  const html = readFileSync(join(folder, set, row["file"] ?? ""), "utf8");
  const { document } = parseHTML(html);
  const location = { href: row["url"] || "https://unknown.example/page" } as Location;
  try {
    const collected = timed("collect", () => collectRawPage(document, location));
    const raw: RawPage = timed("check", () => RawPageSchema.parse(collected));
    const facts = timed("read", () => readPage(raw));
    const start = performance.now();
    const resolution = await resolvePage(facts, directory);
    times.resolve.push(performance.now() - start);
    return { set, row, facts, resolution };
  } catch (error) {
    exceptions += 1;
    console.log("exception", set, row["file"], error);
    return undefined;
  }
}

function timed<T>(stage: keyof typeof times, run: () => T): T {
  const start = performance.now();
  const value = run();
  times[stage].push(performance.now() - start);
  return value;
}

/** Whether a name found is one of the spellings given, `|` between them, or one contains the other. */
function isRight(found: string, truth: string): boolean {
  const folded = foldName(found);
  return truth.split("|").some((spelling) => {
    const expected = foldName(spelling);
    return (
      folded === expected ||
      (Math.min(folded.length, expected.length) > 3 &&
        (folded.includes(expected) || expected.includes(folded)))
    );
  });
}

function percentile(values: readonly number[], share: number): string {
  const sorted = values.toSorted((a, b) => a - b);
  return `${(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(2)} ms`;
}

function tally(title: string, pages: readonly Page[], judge: (page: Page) => string): void {
  const counts = new Map<string, number>();
  for (const page of pages) {
    const verdict = judge(page);
    counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
    if (verbose) {
      const { brand, shop, product } = page.resolution;
      console.log(
        [
          title,
          verdict,
          page.facts.kind,
          page.row["url"],
          page.row["brand"] ?? page.row["org"] ?? page.row["site_name"],
          brand && `${brand.name} <${brand.brandId}> ${brand.evidence.map(({ code }) => code).join("+")}`,
          shop?.name,
          product?.subject ?? product?.unaddressable,
          page.facts.product?.brand,
          page.facts.title.slice(0, 80),
        ].join(" ¦ "),
      );
    }
  }
  console.log(
    `${title} (${pages.length}): ${[...counts]
      .toSorted(([a], [b]) => a.localeCompare(b))
      .map(([key, count]) => `${key} ${count}`)
      .join(", ")}`,
  );
}

if (existsSync(folder)) {
  const sets = readdirSync(folder).filter((set) => existsSync(join(folder, set, "labels.tsv")));
  const pages: Page[] = [];
  for (const set of sets) pages.push(...(await readFolder(set)));
  const of = (...names: readonly string[]): readonly Page[] => pages.filter(({ set }) => names.includes(set));
  const products = of("product_extraction");
  tally(
    "product brand",
    products.filter(({ row }) => row["brand"]),
    ({ row, resolution: { brand, shop, product } }) => {
      if (!brand || (shop && brand.brandId === shop.domain)) return "silent";
      if (!product) return "not seen as a product";
      return isRight(brand.name, row["brand"] ?? "") ? "right" : "wrong";
    },
  );
  tally("product kind", products, ({ facts }) => facts.kind);
  tally("product subject", products, ({ resolution: { product } }) =>
    product ? (product.unaddressable ?? "written") : "none",
  );
  tally(
    "gtin",
    products.filter(({ row }) => row["gtin"]),
    ({ row, facts }) =>
      facts.product?.gtins.some((gtin) => gtin.padStart(14, "0") === row["gtin"]?.padStart(14, "0"))
        ? "right"
        : facts.product?.gtins.length
          ? "other"
          : "silent",
  );
  tally("shops", of("metascraper_shopping", "misc_product"), ({ facts }) => facts.kind);
  tally(
    "news",
    of("article_extraction", "metascraper", "trafilatura", "readability"),
    ({ facts }) => facts.kind,
  );
  tally("recipes", of("recipe_scrapers"), ({ facts }) => facts.kind);
  tally("formasaurus", of("formasaurus"), ({ facts }) => facts.kind);
  tally(
    "social",
    of("social_dom"),
    ({ facts, resolution }) => `${facts.kind}${resolution.brand ? "+brand" : ""}`,
  );
  tally(
    "business name",
    of("webstruct_business").filter(({ row }) => row["org"] && row["url"]),
    ({ row, resolution: { brand } }) => {
      if (!brand || brand.evidence.at(-1)?.code === "domain-only") return "silent";
      return isRight(brand.name, row["org"] ?? "") ? "right" : "wrong";
    },
  );
  tally(
    "site name",
    of("recipe_scrapers").filter(({ row }) => row["site_name"]),
    ({ row, resolution: { brand } }) => {
      if (!brand || brand.evidence.at(-1)?.code === "domain-only") return "silent";
      return isRight(brand.name, row["site_name"] ?? "") ? "right" : "wrong";
    },
  );
  console.log(`pages ${pages.length}, exceptions ${exceptions}`);
} else console.log(`no corpora at ${folder}: give their pages/ folder as argument`);

for (const [stage, values] of Object.entries(times)) {
  if (values.length > 0)
    console.log(`${stage}: median ${percentile(values, 0.5)}, p99 ${percentile(values, 0.99)}`);
}

const blank: RawPage = {
  url: "https://shop.example/x",
  title: "",
  jsonLd: [],
  meta: [],
  links: [],
  microdata: [],
  hasPassword: false,
  articleCount: 0,
};
const hostile: Readonly<Record<string, readonly string[]>> = {
  "nested arrays": ["[".repeat(256_000), "[".repeat(128_000) + "]".repeat(128_000)],
  "open quotes": ['"'.repeat(256_000), `{"a":"${'" '.repeat(127_000)}`],
  "open comments": ["{" + "/*".repeat(127_000), "//".repeat(128_000)],
  "a list of 20 000": [`[${'{"@type":"Product","name":"x"},'.repeat(8000)}]`],
  entities: ["&quot;".repeat(42_000)],
};
for (const [name, jsonLd] of Object.entries(hostile)) {
  const start = performance.now();
  readPage({ ...blank, jsonLd });
  console.log(`hostile, ${name}: ${(performance.now() - start).toFixed(1)} ms`);
}
