import { wantsDeep } from "../../lib/app/wants-deep.ts";
import type { Directory } from "../../lib/brands/directory.ts";
import { resolvePage } from "../../lib/brands/resolve.ts";
import { readPage } from "../../lib/detect/facts.ts";
import type { PageFacts } from "../../lib/model/page.ts";
import type { Resolution } from "../../lib/model/subject.ts";
import { RawPageSchema } from "../../lib/schema/raw-page.ts";
import { RawProductSchema } from "../../lib/schema/raw-product.ts";
import type { Answers, Outcome } from "./figures.ts";
import { judgeProductBrand } from "./judge-product-brand.ts";
import { judgeSiteIdentity, truthOfSite } from "./judge-site-identity.ts";
import type { LabelledPage } from "./labelled-pages.ts";
import type { RealDom } from "./real-dom.ts";
import { verdictOf } from "./spelling.ts";

export interface Evaluated {
  readonly page: LabelledPage;
  readonly facts: PageFacts;
  readonly resolution: Resolution;
  readonly outcome: Outcome;
}

/** Opens a page, runs what would run there, understands it as the background does, and judges the answer. */
export async function evaluatePage(
  page: LabelledPage,
  dom: RealDom,
  directory: Directory,
): Promise<Evaluated> {
  return dom.visit(page.url, page.file, async (open) => {
    const read = await open.run("page.js");
    const raw = RawPageSchema.parse(read.messages.find(({ type }) => type === "reportPage")?.data);
    let facts = readPage(raw);
    const naive = judgeMarkup(facts, page.label);
    let resolution = await resolvePage(facts, directory);
    let deepMs: number | undefined;
    if (wantsDeep({ facts, resolution })) {
      const deep = await open.run("product.js");
      deepMs = deep.cpuMs;
      const sent = deep.messages.find(({ type }) => type === "reportProduct");
      facts = readPage(raw, RawProductSchema.parse(sent?.data));
      resolution = await resolvePage(facts, directory);
    }
    return {
      page,
      facts,
      resolution,
      outcome: { ...judge(page, facts, resolution), naive, readMs: read.cpuMs, deepMs },
    };
  });
}

function judge(
  { isFromShop, label }: LabelledPage,
  { kind }: PageFacts,
  resolution: Resolution,
): Omit<Outcome, "naive" | "readMs" | "deepMs"> {
  return {
    productBrand: judgeProductBrand(resolution, label),
    siteIdentity: judgeSiteIdentity(resolution, label),
    isFalseProduct: isFromShop ? undefined : kind === "product",
  };
}

/** What the page's markup says, taken at its word. */
function judgeMarkup({ organization, product, siteName }: PageFacts, label: LabelledPage["label"]): Answers {
  return {
    productBrand: verdictOf(product?.brand, label["brand"]),
    siteIdentity: verdictOf(siteName ?? organization?.name, truthOfSite(label)),
  };
}
