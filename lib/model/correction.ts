import type { Point } from "./point.ts";
import type { Lens, Resolution } from "./subject.ts";

/** What a correction holds for: one site, a name wherever a shop says it, or the place that a page is about. */
export type CorrectionScope =
  | { readonly kind: "site"; readonly siteKey: string }
  /** As the page wrote it; untrusted text. */
  | { readonly kind: "name"; readonly name: string }
  /** The place of business that a site (by its key) or one of its pages (by its subject key) is about. */
  | { readonly kind: "place"; readonly at: string };

/** What the person said instead of what we had recognised. */
export type CorrectedTo =
  /** `brandId` as in `BrandSubject`; `domain` a site key. */
  | { readonly kind: "brand"; readonly brandId: string; readonly name: string; readonly domain?: string }
  /** For the scope `place` alone. `name` as its reviewers wrote it. */
  | { readonly kind: "place"; readonly name?: string; readonly point: Point }
  | { readonly kind: "none" };

/** What "Wrong brand?" can be about. */
export type BrandScope = Exclude<CorrectionScope, { kind: "place" }>;

/** One correction, as it is remembered on this device. */
export interface Correction {
  /** Made of the scope: each has one correction. */
  readonly id: string;
  readonly scope: CorrectionScope;
  readonly to: CorrectedTo;
  /** Epoch ms. */
  readonly at: number;
}

/** A brand that one can choose from a list. */
export interface BrandChoice {
  readonly brandId: string;
  readonly name: string;
  readonly domain?: string;
  readonly category?: string;
  readonly owner?: string;
}

/** The part of a tab's state that a correction starts from. */
interface CorrectablePage {
  readonly resolution: Resolution;
  readonly recognised?: Resolution;
  readonly siteKey?: string;
}

/**
 * What a correction made on a page holds for: the brand a shop sells goes by its name, because the shop has many;
 * everything else by the site. `undefined` where the page has neither.
 */
export function correctionScope(
  { resolution, recognised = resolution, siteKey }: CorrectablePage,
  lens: Lens | undefined,
): BrandScope | undefined {
  const { brand, shop } = recognised;
  if (lens !== "shop" && brand && shop) return { kind: "name", name: saidName(brand) };
  return siteKey === undefined ? undefined : { kind: "site", siteKey };
}

/** The name by which a page said whose product it sells: what was read, not what we made of it. */
export function saidName({
  name,
  evidence: [first],
}: {
  readonly name: string;
  readonly evidence: readonly { readonly detail?: string }[];
}): string {
  return first?.detail ?? name;
}

/** The answer to "is this the place?" that counts: what was said of a page comes before what was said of its site. */
export function placeAnswer(corrections: readonly Correction[]): Correction | undefined {
  const answers = corrections.filter(({ scope }) => scope.kind === "place");
  return answers.toSorted((a, b) => b.id.length - a.id.length)[0];
}
