import { PartCache } from "./directory-cache.ts";
import { foldLetters } from "./fold-name.ts";

/** The names of every entry of one shard, in the order of the directory. */
type ReadNames = (shard: number) => Promise<readonly (readonly string[])[]>;

/** Shards that are read side by side. */
const atOnce = 8;

/**
 * Finds brands by how one of their names begins. Reads from the best known on and no further than it must; of what was
 * read, the folded names stay in memory, one string a shard.
 */
export class NameBeginnings {
  readonly #shards: number;
  readonly #perShard: number;
  /** Entries end with a line feed; each name begins with a tab. */
  readonly #folded: PartCache<number, string>;

  constructor(shards: number, perShard: number, read: ReadNames) {
    this.#shards = shards;
    this.#perShard = perShard;
    this.#folded = new PartCache(Math.max(1, shards), async (shard) =>
      (await read(shard)).map((names) => `${foldedNames(names)}\n`).join(""),
    );
  }

  /** @returns Numbers of at most so many entries, the best known first. */
  async find(text: string, most: number): Promise<number[]> {
    const beginning = foldLetters(text);
    const found: number[] = [];
    if (beginning === "") return found;
    for (let first = 0; first < this.#shards && found.length < most; first += atOnce) {
      const count = Math.min(atOnce, this.#shards - first);
      const shards = await Promise.all(
        Array.from({ length: count }, (_, index) => this.#folded.get(first + index)),
      );
      for (const [index, folded] of shards.entries())
        for (const slot of slotsWith(folded, `\t${beginning}`))
          found.push((first + index) * this.#perShard + slot);
    }
    return found.slice(0, most);
  }
}

/** "The North Face" is looked for under N as well. */
function foldedNames(names: readonly string[]): string {
  const all = names.flatMap((name) => [name, ...(/^the\s/iu.test(name) ? [name.slice(4)] : [])]);
  return [...new Set(all.map((name) => `\t${foldLetters(name)}`))].join("");
}

/** The entries of a shard that hold `wanted`, each once. */
function* slotsWith(folded: string, wanted: string): Generator<number> {
  let slot = 0;
  let line = 0;
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, line)) {
    for (let end = folded.indexOf("\n", line); end >= 0 && end < at; end = folded.indexOf("\n", line)) {
      slot += 1;
      line = end + 1;
    }
    yield slot;
    slot += 1;
    line = folded.indexOf("\n", at) + 1;
  }
}
