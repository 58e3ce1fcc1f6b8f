import type { Coding } from "../../model/research/coding.ts";
import type { ResearchItem } from "../../model/research/item.ts";

/** How often each of some values came. */
class Counts {
  readonly #counts = new Map<string, number>();

  add(value: string, by = 1): void {
    this.#counts.set(value, (this.#counts.get(value) ?? 0) + by);
  }

  /** Most first. */
  entries(): readonly (readonly [value: string, count: number])[] {
    return [...this.#counts].toSorted(([a, some], [b, more]) => more - some || (a < b ? -1 : 1));
  }
}

interface Range {
  readonly from: number;
  readonly to: number;
}

function widened(range: Range | undefined, at: number): Range {
  return range ? { from: Math.min(range.from, at), to: Math.max(range.to, at) } : { from: at, to: at };
}

/** What a report says of items, counted in one pass that keeps none of them. */
export class ItemTally {
  items = 0;
  published: Range | undefined;
  collected: Range | undefined;
  undated = 0;
  truncated = 0;
  edited = 0;
  gone = 0;
  withoutBrand = 0;
  notShownPublic = 0;
  scored = 0;
  byHand = 0;
  coded = 0;
  readonly why = new Counts();
  readonly langs = new Counts();
  readonly detectors = new Counts();
  readonly methods = new Counts();
  readonly codebooks = new Counts();

  add(item: ResearchItem, coding: Coding | undefined): void {
    this.items++;
    this.why.add(item.why);
    this.langs.add(item.lang ?? "");
    this.detectors.add(`${item.detector.extension} ${item.detector.directory}`);
    this.collected = widened(this.collected, item.collectedAt);
    if (item.publishedAt === undefined) this.undated++;
    else this.published = widened(this.published, item.publishedAt);
    if (item.truncated) this.truncated++;
    if (item.versions.length > 0) this.edited++;
    if (item.recheck?.found === "gone") this.gone++;
    if (item.mentions.length === 0) this.withoutBrand++;
    if (item.audience !== "public") this.notShownPublic++;
    if (item.sentiment) {
      this.scored++;
      this.methods.add(item.sentiment.method);
    }
    if (coding) this.#addCoding(coding);
  }

  #addCoding(coding: Coding): void {
    this.coded++;
    this.codebooks.add(String(coding.codebook));
    if (coding.sentiment !== undefined) this.byHand++;
  }
}
