import type { BrandEntry, Directory } from "../brands/directory.ts";
import { brandOfHost, hostOfLink } from "./text-links.ts";

/** Posts of one feed name the same few hundred brands, people and hosts again and again. */
const mostKept = 3_000;
const nobody: readonly BrandEntry[] = [];

/**
 * The directory's answers, kept, so that deciding about a text is one plain run over what is known. An answer that
 * is not known yet is empty, and noted: `settle` fetches those and decides anew.
 */
export class LookUps {
  readonly #directory: Directory;
  readonly #names = new Map<string, readonly BrandEntry[]>();
  readonly #handles = new Map<string, BrandEntry | undefined>();
  readonly #hosts = new Map<string, BrandEntry | undefined>();
  readonly #missing = new Map<string, () => Promise<void>>();

  constructor(directory: Directory) {
    this.#directory = directory;
  }

  byName(name: string): readonly BrandEntry[] {
    const known = this.#names.get(name);
    if (known) return known;
    this.#missing.set(`name:${name}`, async () =>
      keep(this.#names, name, await this.#directory.byName(name)),
    );
    return nobody;
  }

  byHandle(platform: string, handle: string): BrandEntry | undefined {
    const key = `${platform}:${handle}`;
    return this.#one(this.#handles, key, () => this.#directory.byHandle(platform, handle));
  }

  /** The brand at the other end of an address. */
  byLink(link: string): BrandEntry | undefined {
    const host = hostOfLink(link);
    if (host === undefined) return undefined;
    return this.#one(this.#hosts, host, () => brandOfHost(host, this.#directory));
  }

  /** What `decide` gives when it lacks no answer; a promise only where one did. Rejects with `DirectoryError` alone. */
  settle<T>(decide: () => T): T | Promise<T> {
    const decided = decide();
    return this.areMissing ? this.#fetchAndSettle(decide) : decided;
  }

  async #fetchAndSettle<T>(decide: () => T): Promise<T> {
    const fetches = [...this.#missing.values()];
    this.#missing.clear();
    await Promise.all(fetches.map(async (fetchOne) => fetchOne()));
    return this.settle(decide);
  }

  /** Whether an answer was missing since they were last fetched. */
  get areMissing(): boolean {
    return this.#missing.size > 0;
  }

  #one(
    kept: Map<string, BrandEntry | undefined>,
    key: string,
    ask: () => Promise<BrandEntry | undefined>,
  ): BrandEntry | undefined {
    const known = kept.get(key);
    if (known === undefined && !kept.has(key))
      this.#missing.set(key, async () => keep(kept, key, await ask()));
    return known;
  }
}

function keep<T>(kept: Map<string, T>, key: string, value: T): void {
  if (kept.size >= mostKept)
    for (const oldest of kept.keys()) {
      kept.delete(oldest);
      if (kept.size < mostKept) break;
    }
  kept.set(key, value);
}
