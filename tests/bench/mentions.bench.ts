import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { openDirectory } from "../../lib/brands/directory.ts";
import { openMentions } from "../../lib/mentions/mention-finder.ts";
import { buildDirectory, directoryFolder } from "../../scripts/build-directory/build.ts";
import { naiveMatches, namesIn } from "../../scripts/fit-mentions/naive.ts";

/*
 * How fast brands are found in text, in megabytes of UTF-8 a second of processor time, beside the naive baseline
 * (every run of words looked up in a set). Posts are made up; with files of `{"text": …}` lines as arguments,
 * those are searched instead.
 */

const sentences = [
  "Honestly the new phone is fine but the battery could be better, what do you think?",
  "We walked along the river this morning and then had coffee at Starbucks near the station.",
  "lol my brother just ordered three pizzas and ate them all by himself",
  "Good morning! Nothing beats a quiet day at home with a book and a cup of tea :)",
  "RT @someone: the match yesterday was unbelievable, I still can't believe that goal",
  "Der Zug war wieder zu spät, aber immerhin gab es einen Sitzplatz und WLAN.",
];
const megabytes = 20;
const rounds = 5;

async function textsOf(files: readonly string[]): Promise<readonly string[]> {
  const lines = await Promise.all(files.map(async (file) => (await readFile(file, "utf8")).split("\n")));
  const texts = lines
    .flat()
    .flatMap((line) => (line === "" ? [] : [(JSON.parse(line) as { text: string }).text]));
  return texts.length > 0 ? texts : sentences;
}

async function best(bytes: number, act: () => unknown): Promise<number> {
  let most = 0;
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage();
    await act();
    const { user, system } = process.cpuUsage(before);
    most = Math.max(most, bytes / (user + system));
  }
  return most;
}

await buildDirectory();
const read = async (path: string): Promise<Uint8Array> => readFile(join(directoryFolder, path));
const finder = openMentions(read, await openDirectory(read));
const names = await namesIn(directoryFolder);
const texts = await textsOf(process.argv.slice(2));
const once = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
const times = Math.ceil((megabytes * 1e6) / once);
const batch = texts.map((text) => ({ text }));
const found = await best(once * times, async () => {
  for (let i = 0; i < times; i++) await finder.findAll(batch);
});
const few = Math.ceil(times / 10);
const naive = await best(once * few, () => {
  for (let i = 0; i < few; i++) for (const text of texts) naiveMatches(text, names);
});
console.table({
  "mentions, scan and decisions": { "MB/s": found.toFixed(1) },
  "naive: every run of words in a set": { "MB/s": naive.toFixed(1) },
});
