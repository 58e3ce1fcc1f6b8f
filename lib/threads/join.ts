/** Groups of things that belong together, over any number of steps: disjoint sets with path halving. */
class Groups {
  readonly #parents: Int32Array;

  constructor(size: number) {
    this.#parents = Int32Array.from({ length: size }, (_, index) => index);
  }

  #rootOf(index: number): number {
    const parents = this.#parents;
    let at = index;
    while (parents[at] !== at) {
      const above = parents[at] ?? at;
      parents[at] = parents[above] ?? above;
      at = above;
    }
    return at;
  }

  join(one: number, other: number): void {
    const [a, b] = [this.#rootOf(one), this.#rootOf(other)];
    // The smaller index leads, so that the order of joining does not show.
    this.#parents[Math.max(a, b)] = Math.min(a, b);
  }

  /** Indexes by group; groups and members in ascending order. */
  all(): readonly (readonly number[])[] {
    const groups = new Map<number, number[]>();
    for (const index of this.#parents.keys()) {
      const root = this.#rootOf(index);
      const group = groups.get(root);
      if (group) group.push(index);
      else groups.set(root, [index]);
    }
    return [...groups.values()];
  }
}

/** Joins everything that has the same key. */
export class KeyedGroups extends Groups {
  readonly #first = new Map<string, number>();

  put(key: string, index: number): void {
    const first = this.#first.get(key);
    if (first === undefined) this.#first.set(key, index);
    else this.join(first, index);
  }
}
