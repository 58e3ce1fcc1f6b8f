import type { BrandEntry, Directory } from "../brands/directory.ts";
import { brandOfLink } from "./text-links.ts";

/** Posts of one feed name the same few hundred brands, people and hosts again and again. */
const mostKept = 3_000;

/** The directory's answers, kept: what was asked before is answered without a promise. */
export class LookUps {
  readonly #directory: Directory;
  readonly #names = new Map<string, readonly BrandEntry[]>();
  readonly #handles = new Map<string, BrandEntry | undefined>();
  readonly #links = new Map<string, BrandEntry | undefined>();

  constructor(directory: Directory) {
    this.#directory = directory;
  }

  byName(name: string): readonly BrandEntry[] | Promise<readonly BrandEntry[]> {
    return this.#names.get(name) ?? keep(this.#names, name, this.#directory.byName(name));
  }

  byHandle(platform: string, handle: string): BrandEntry | undefined | Promise<BrandEntry | undefined> {
    const key = `${platform}:${handle}`;
    if (this.#handles.has(key)) return this.#handles.get(key);
    return keep(this.#handles, key, this.#directory.byHandle(platform, handle));
  }

  byLink(link: string): BrandEntry | undefined | Promise<BrandEntry | undefined> {
    const key = link.slice(0, 2_000);
    if (this.#links.has(key)) return this.#links.get(key);
    return keep(this.#links, key, brandOfLink(key, this.#directory));
  }
}

async function keep<T>(kept: Map<string, T>, key: string, answer: Promise<T>): Promise<T> {
  const value = await answer;
  if (kept.size >= mostKept)
    for (const oldest of kept.keys()) {
      kept.delete(oldest);
      if (kept.size < mostKept) break;
    }
  kept.set(key, value);
  return value;
}
