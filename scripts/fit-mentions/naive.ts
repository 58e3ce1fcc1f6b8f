import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { decodeHead, entriesPerShard, openShard, shardPath } from "../../lib/brands/directory-format.ts";

const mostWords = 5;

/** Every name and alias of a directory, as written. */
export async function namesIn(folder: string): Promise<Set<string>> {
  const head = decodeHead(await readFile(join(folder, "head.bin")), "head.bin");
  const names = new Set<string>();
  for (let shard = 0; shard < head.shards; shard++) {
    const path = shardPath(shard);
    const entries = openShard(await readFile(join(folder, path)), head.build, path);
    const count = Math.min(entriesPerShard, head.entries - shard * entriesPerShard);
    for (let slot = 0; slot < count; slot++) {
      const { name, aliases } = entries.entry(slot);
      for (const spelling of [name, ...aliases]) names.add(spelling);
    }
  }
  return names;
}

/** The baseline: the longest run of words, as written, that is a name. */
export function naiveMatches(text: string, names: ReadonlySet<string>): { start: number; end: number }[] {
  const words = [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }));
  const found: { start: number; end: number }[] = [];
  for (let i = 0; i < words.length; i++) {
    const start = words[i]?.start ?? 0;
    for (let last = Math.min(words.length, i + mostWords) - 1; last >= i; last--) {
      const end = words[last]?.end ?? 0;
      if (!names.has(text.slice(start, end))) continue;
      found.push({ start, end });
      i = last;
      break;
    }
  }
  return found;
}
