import type { MakerPlace, RawMaker } from "../../model/product-page.ts";

const longest = 160;
/** Distinct names kept of one place, and of all. The same bounds as `RawProductSchema`. */
const mostOfPlace = 12;
const mostOfAll = 120;

/** Collects names, each once a place, with how often it stood there. */
export class FoundMakers {
  readonly #counts = new Map<string, number>();
  readonly #makers: { readonly place: MakerPlace; readonly text: string; readonly key: string }[] = [];
  readonly #ofPlace = new Map<MakerPlace, number>();

  /** Adds a name where it can be one: a few words in one line. */
  add(place: MakerPlace, value: unknown): void {
    // Pages can put elements where DOM properties are expected.
    if (typeof value !== "string" || value.length > 600) return;
    const text = value.replace(/\s+/gu, " ").trim();
    if (text === "" || text.length > longest) return;
    const key = `${place} ${text.toLowerCase()}`;
    const known = this.#counts.get(key);
    if (known !== undefined) {
      this.#counts.set(key, Math.min(99, known + 1));
      return;
    }
    const kept = this.#ofPlace.get(place) ?? 0;
    if (kept >= mostOfPlace || this.#makers.length >= mostOfAll) return;
    this.#ofPlace.set(place, kept + 1);
    this.#counts.set(key, 1);
    this.#makers.push({ place, text, key });
  }

  list(): readonly RawMaker[] {
    return this.#makers.map(({ place, text, key }) => ({ place, text, count: this.#counts.get(key) ?? 1 }));
  }
}
