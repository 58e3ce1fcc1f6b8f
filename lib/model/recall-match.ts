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
    "small medium large big xs s m l xl xxl xxxl " +
    "black white red blue green yellow orange pink purple brown grey gray silver gold beige navy " +
    "men mens man women womens woman kids kid boys girls baby adult unisex"
  ).split(" "),
);

const measure =
  /(?<![\p{L}\p{N}])\d+(?:[.,]\d+)?\s?(?:ml|cl|dl|l|mg|g|kg|oz|lb|lbs|mm|cm|m|in|inch|ft|w|kw|v|hz|mah|wh|gb|tb|mb|%|pcs|pack|ct)(?![\p{L}\p{N}])/gu;

/** Without accents. Marks of other scripts stay: they are vowels there, and other words. */
function folded(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/[\u0300-\u036f]/gu, "")
    .toLowerCase()
    .replaceAll(/['’]/gu, "");
}

function wordsOf(text: string): readonly string[] {
  return (
    folded(text)
      .replaceAll(measure, " ")
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  );
}

/** What many products bear: counts and measures ("10-pack", "1080p"), sizes ("9x13"), norms, batteries, versions. */
const noModels: readonly RegExp[] = [
  /^\d{1,3}\p{L}+$/u,
  /^\d+(?:p|\p{L}{3,})$/u,
  /^\d+(?:x\d+)+\p{L}*$/u,
  /^\d+in\d+$/u,
  /^\p{L}{3,}\d{1,2}$/u,
  /^(?:[cls]r|iso|en|astm)\d+$/u,
  /^(?:80211\p{L}*|cat\d\p{L}|usb\p{L}?\d+|vitamin\p{L}\d+)$/u,
];

/** Letters and digits in one run of five or more, dashes left out: `WH-1000XM4` is `wh1000xm4`. */
function modelsOf(text: string): readonly string[] {
  return folded(text)
    .replaceAll(measure, " ")
    .split(/[^\p{L}\p{N}\-./]+/u)
    .map((run) => run.replaceAll(/[-./]/gu, ""))
    .filter((run) => run.length >= 5 && /\d/u.test(run) && /\p{L}/u.test(run))
    .filter((run) => !noModels.some((pattern) => pattern.test(run)));
}

/** Digits without the zeros that a longer form of the same number has in front. */
function bareGtin(digits: string): string {
  return digits.replace(/^0+/u, "");
}

function gtinsIn(texts: readonly string[]): ReadonlySet<string> {
  const runs = texts.flatMap((text) => text.match(/(?<!\d)\d(?:[ -]?\d){7,13}(?!\d)/gu) ?? []);
  return new Set(runs.map((run) => bareGtin(run.replaceAll(/\D/gu, ""))));
}

/** What tells this product from others of its brand, in the order of the text. */
function distinctive(text: string, brand = ""): readonly string[] {
  const ofBrand = new Set(wordsOf(brand));
  return wordsOf(text).filter((word) => !ofBrand.has(word) && !commonWords.has(word));
}

/** Behind a name they make another product of it: "Runner 2", "Runner Pro", "Runner (2nd generation)". */
const variant =
  /^(?:\d{1,4}(?:st|nd|rd|th|g)?|ii|iii|iv|vi|pro|max|plus|ultra|lite|mini|se|air|jr|junior|sport|deluxe|premium)$/u;

/** Whether all of `wanted` stand close together, and what follows makes no other product of them. */
function standsIn(there: readonly string[], wanted: ReadonlySet<string>): boolean {
  const span = wanted.size * 2 + 2;
  return there.some((word, start) => {
    if (!wanted.has(word)) return false;
    const missing = new Set(wanted);
    for (let at = start; at < Math.min(there.length, start + span); at += 1) {
      missing.delete(there[at] ?? "");
      if (missing.size > 0) continue;
      const next = there[at + 1] ?? "";
      return wanted.has(next) || !variant.test(next);
    }
    return false;
  });
}

function namesProduct(recalled: string, { name, brand }: ComparedProduct): boolean {
  const wanted = new Set(distinctive(name, brand));
  const there = distinctive(recalled, brand);
  // One word, such as "Kettle", is what many are called: then nothing else may stand beside it.
  if (wanted.size < 2)
    return wanted.size === 1 && there.length > 0 && there.every((word) => wanted.has(word));
  return standsIn(there, wanted);
}

/**
 * Whether a recall by its brand concerns one product: by GTIN, by model number, else where all distinctive words of the
 * product's name stand together in the name of one recalled product. Who sold it, and what else the record tells, is never
 * compared: a shop that sold one recalled thing sells thousands that are fine.
 */
export function recallMatch(recall: Fact, product: ComparedProduct): RecallMatch | undefined {
  const names = recall.products && recall.products.length > 0 ? recall.products : [recall.title];
  // Barcodes are also written into the description of what was recalled; nobody sells by barcode.
  const gtins = gtinsIn([...names, recall.title, ...(recall.details ?? [])]);
  // Shops put zeros where they have no number.
  if (product.gtins.map(bareGtin).some((gtin) => gtin !== "" && gtins.has(gtin))) return "gtin";
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
