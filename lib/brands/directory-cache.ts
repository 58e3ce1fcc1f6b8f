/**
 * The last `limit` parts that were read, least recently used first out. Two askers of one part share one read;
 * a failed read is forgotten, so that the next asker tries again.
 */
export class PartCache<Key, Part> {
  readonly #parts = new Map<Key, Promise<Part>>();
  readonly #limit: number;
  readonly #load: (key: Key) => Promise<Part>;

  constructor(limit: number, load: (key: Key) => Promise<Part>) {
    this.#limit = limit;
    this.#load = load;
  }

  get(key: Key): Promise<Part> {
    const known = this.#parts.get(key);
    if (known) {
      this.#parts.delete(key);
      this.#parts.set(key, known);
      return known;
    }
    const part = this.#load(key);
    this.#parts.set(key, part);
    part.catch(() => {
      if (this.#parts.get(key) === part) this.#parts.delete(key);
    });
    for (const oldest of this.#parts.keys()) {
      if (this.#parts.size <= this.#limit) break;
      this.#parts.delete(oldest);
    }
    return part;
  }
}
