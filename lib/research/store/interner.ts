/** Numbers strings in the order in which they are first met. */
export class Interner {
  readonly #ids = new Map<string, number>();
  readonly #values: string[] = [];

  get size(): number {
    return this.#values.length;
  }

  idOf(value: string): number {
    const known = this.#ids.get(value);
    if (known !== undefined) return known;
    const id = this.#values.length;
    this.#ids.set(value, id);
    this.#values.push(value);
    return id;
  }

  /** `undefined`: never met. */
  find(value: string): number | undefined {
    return this.#ids.get(value);
  }

  valueAt(id: number): string {
    return this.#values[id] ?? "";
  }

  values(): readonly string[] {
    return this.#values;
  }
}

/**
 * Numbers sets of numbers. Items name few different sets of brands or codes, so a column of sets is one number a row,
 * and what holds for a set is worked out once.
 */
export class SetInterner {
  readonly #ids = new Map<string, number>();
  readonly #sets: (readonly number[])[] = [];

  get size(): number {
    return this.#sets.length;
  }

  idOf(members: readonly number[]): number {
    const sorted = [...new Set(members)].toSorted((a, b) => a - b);
    const name = sorted.join(" ");
    const known = this.#ids.get(name);
    if (known !== undefined) return known;
    const id = this.#sets.length;
    this.#ids.set(name, id);
    this.#sets.push(sorted);
    return id;
  }

  /** Rising. */
  membersAt(id: number): readonly number[] {
    return this.#sets[id] ?? [];
  }

  sets(): readonly (readonly number[])[] {
    return this.#sets;
  }
}
