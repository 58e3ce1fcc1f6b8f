import type { Evaluated } from "./evaluate-page.ts";

/** One page in one line, for the terminal of whoever looks for what went wrong. */
export function verboseLine({ facts, outcome, page, resolution }: Evaluated): string {
  const { brand, product, shop } = resolution;
  const how = brand?.evidence.map(({ code }) => code).join("+");
  return [
    page.folder,
    `product:${outcome.productBrand}`,
    `site:${outcome.siteIdentity}`,
    facts.kind,
    page.url.slice(0, 160),
    `truth: ${page.label["brand"] || page.label["org"] || page.label["site_name"] || "-"}`,
    `brand: ${brand ? `${brand.name} <${brand.brandId}> ${how}` : "-"}`,
    `shop: ${shop?.name ?? "-"}`,
    product ? "product" : "-",
    facts.title.slice(0, 100),
    `${outcome.readMs.toFixed(1)}+${outcome.deepMs?.toFixed(1) ?? "-"} ms`,
    page.file.split("/").at(-1) ?? "",
  ].join(" ¦ ");
}
