import type { Fact } from "./fact.ts";

/** What of a page's product a recall is compared with. */
export interface ComparedProduct {
  readonly name: string;
  readonly gtins: readonly string[];
  /** Its maker's name: that it stands in both says nothing, because both are by the same brand. */
  readonly brand?: string;
}

/** How a recall is known to concern a product: by number, which is sure, or by its name, which is a strong hint. */
export type RecallMatch = "gtin" | "model" | "name";

/** Words that tell no product of a brand from another: grammar, wrapping, size, colour, whom it is made for. */
const commonWords = new Set(
  (
    "a an and by for from in of on the to with without new original " +
    "der die das und mit fur von le la les et avec pour de du des el los las con para y il lo gli per " +
    "pack packs pair piece pieces set box bag bottle can count ct pcs edition size model version " +
    "small medium large big mini xs s m l xl xxl xxxl " +
    "black white red blue green yellow orange pink purple brown grey gray silver gold beige navy " +
    "men mens man women womens woman kids kid boys girls baby adult unisex"
  ).split(" "),
);

const measure =
  /(?<![\p{L}\p{N}])\d+(?:[.,]\d+)?\s?(?:ml|cl|dl|l|mg|g|kg|oz|lb|lbs|mm|cm|m|in|inch|ft|w|kw|v|hz|mah|wh|gb|tb|mb|%|pcs|pack|ct)(?![\p{L}\p{N}])/gu;

function folded(text: string): string {
  return text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase().replaceAll(/['’]/gu, "");
}

function wordsOf(text: string): readonly string[] {
  return (
    folded(text)
      .replaceAll(measure, " ")
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** Letters and digits in one run of four or more, dashes left out: `WH-1000XM4` is `wh1000xm4`. */
function modelsOf(text: string): readonly string[] {
  return folded(text)
    .replaceAll(measure, " ")
    .split(/[^\p{L}\p{N}\-./]+/u)
    .map((run) => run.replaceAll(/[-./]/gu, ""))
    .filter((run) => run.length >= 4 && /\d/u.test(run) && /\p{L}/u.test(run));
}

/** Digits without the zeros that a longer form of the same number has in front. */
function bareGtin(digits: string): string {
  return digits.replace(/^0+/u, "");
}

function gtinsIn(texts: readonly string[]): ReadonlySet<string> {
  const runs = texts.flatMap((text) => text.match(/(?<!\d)\d(?:[ -]?\d){7,13}(?!\d)/gu) ?? []);
  return new Set(runs.map((run) => bareGtin(run.replaceAll(/\D/gu, ""))));
}

/** What tells this product from others of its brand. */
function distinctive(text: string, brand = ""): readonly string[] {
  const ofBrand = new Set(wordsOf(brand));
  return [...new Set(wordsOf(text))].filter((word) => !ofBrand.has(word) && !commonWords.has(word));
}

function namesProduct(recalled: string, { name, brand }: ComparedProduct): boolean {
  const wanted = distinctive(name, brand);
  const there = distinctive(recalled, brand);
  // One word, such as "Kettle", is what many are called: then nothing else may stand beside it.
  if (wanted.length < 2) return wanted.length === 1 && there.length === 1 && there[0] === wanted[0];
  return wanted.every((word) => there.includes(word));
}

/**
 * Whether a recall by its brand concerns one product: by GTIN, by model number, else where all distinctive words of the
 * product's name stand in the name of one recalled product. Who sold it, and what else the record tells, is never
 * compared: a shop that sold one recalled thing sells thousands that are fine.
 */
export function recallMatch(recall: Fact, product: ComparedProduct): RecallMatch | undefined {
  const names = recall.products && recall.products.length > 0 ? recall.products : [recall.title];
  // Barcodes are also written into the description of what was recalled; nobody sells by barcode.
  const gtins = gtinsIn([...names, recall.title, ...(recall.details ?? [])]);
  if (product.gtins.some((gtin) => gtins.has(bareGtin(gtin)))) return "gtin";
  const models = new Set(names.flatMap(modelsOf));
  if (modelsOf(product.name).some((model) => models.has(model))) return "model";
  return names.some((name) => namesProduct(name, product)) ? "name" : undefined;
}

const yearMs = 365 * 86_400_000;

/** Whether something happened in the last twelve months. Without a date nobody knows. */
export function isWithinYear(atMs: number | undefined, nowMs: number): boolean {
  return atMs !== undefined && atMs > nowMs - yearMs;
}

const severities = ["serious", "moderate", "slight"] as const;

function rank({ severity }: Fact): number {
  return severity ? severities.indexOf(severity) : severities.length;
}

/** Worst first, then newest first. */
function byWeight(a: Fact, b: Fact): number {
  return rank(a) - rank(b) || (b.at ?? 0) - (a.at ?? 0);
}

/** The recall that a page has to speak of first. */
export interface LeadingRecall<F extends Fact = Fact> {
  readonly concerns: "product" | "brand";
  readonly fact: F;
  /** How it is known to concern the product. */
  readonly match?: RecallMatch;
  /** How many there are of its kind, itself included. */
  readonly count: number;
}

/**
 * The recall that matters most: of this product, whenever that was; else of its brand within twelve months.
 *
 * @param facts - What official records say of the brand.
 */
export function leadingRecall<F extends Fact>(
  facts: readonly F[],
  product: ComparedProduct | undefined,
  nowMs: number,
): LeadingRecall<F> | undefined {
  const recalls = facts.filter(({ kind }) => kind === "recall").toSorted(byWeight);
  const ofProduct = product
    ? recalls.flatMap((fact) => {
        const match = recallMatch(fact, product);
        return match ? [{ fact, match }] : [];
      })
    : [];
  const [first] = ofProduct;
  if (first) return { concerns: "product", ...first, count: ofProduct.length };
  const recent = recalls.filter(({ at }) => isWithinYear(at, nowMs));
  const [newest] = recent;
  return newest && { concerns: "brand", fact: newest, count: recent.length };
}
