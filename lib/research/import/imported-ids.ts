import type { Collection } from "../../model/research/collection.ts";
import { keyedHex } from "../capture/item-key.ts";

/**
 * Ids that recordings of another collection have in this one: ids are of one collection alone, and the same file gives
 * the same ones each time. Each is worked out once.
 */
export class ImportedIds {
  readonly #key: CryptoKey;
  readonly #known = new Map<string, Promise<string>>();

  constructor({ hashKey }: Pick<Collection, "hashKey">) {
    this.#key = hashKey;
  }

  session(id: string): Promise<string> {
    return this.#of(`imported session\n${id}`);
  }

  view(id: string): Promise<string> {
    return this.#of(`imported view\n${id}`);
  }

  #of(text: string): Promise<string> {
    const known = this.#known.get(text) ?? keyedHex(this.#key, text);
    this.#known.set(text, known);
    return known;
  }
}
