import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { openDirectory } from "../../../lib/brands/directory.ts";
import { decodeHead, entriesPerShard, openShard, shardPath } from "../../../lib/brands/directory-format.ts";
import { openMentions, type MentionFinder } from "../../../lib/mentions/mention-finder.ts";
import { brandOf, type DailyBrand } from "./brand.ts";

export interface DirectoryBrands {
  /** The best known first, as the directory has them. */
  readonly brands: readonly DailyBrand[];
  readonly finder: MentionFinder;
}

/** All brands of a built brand directory. @throws {DirectoryError} where there is none. */
export async function directoryBrands(folder: string): Promise<DirectoryBrands> {
  const read = async (path: string): Promise<Uint8Array> => readFile(join(folder, path));
  const directory = await openDirectory(read);
  const head = decodeHead(await read("head.bin"), "head.bin");
  const brands: DailyBrand[] = [];
  for (let shard = 0; shard < head.shards; shard += 1) {
    const path = shardPath(shard);
    const entries = openShard(await read(path), head.build, path);
    const count = Math.min(entriesPerShard, head.entries - shard * entriesPerShard);
    for (let slot = 0; slot < count; slot += 1) brands.push(brandOf(entries.entry(slot), true));
  }
  return { brands, finder: openMentions(read, directory) };
}
