import { openDirectory } from "../../lib/brands/directory.ts";
import type { Directory, ReadPart } from "../../lib/brands/directory.ts";
import { openMentions } from "../../lib/mentions/mention-finder.ts";
import type { MentionFinder } from "../../lib/mentions/mention-finder.ts";
import { compileDirectory } from "../../scripts/build-directory/compile.ts";
import { encodeDirectory } from "../../scripts/build-directory/encode-directory.ts";
import { readSupplement } from "../../scripts/build-directory/read-supplement.ts";
import type { WordLists } from "../../scripts/build-directory/word-levels.ts";

/** A directory of a dozen brands, some of whose names are words, people or places. */
const mentionRows = [
  "Nike\t\tnike.com|nike.de|nike.fr|nike.es\ttwitter:Nike|instagram:nike\t\tfashion",
  "Apple\tiPhone\tapple.com|apple.de\ttwitter:Apple|instagram:apple\t\telectronics",
  "Target\t\ttarget.com|target.com.au\ttwitter:Target|instagram:target\t\tdepartment_store",
  "Gap\t\tgap.com|gap.co.uk\ttwitter:Gap|instagram:gap\t\tclothes",
  "Shell\t\tshell.com|shell.de\ttwitter:Shell|instagram:shell\t\tfuel",
  "Just\t\tjust.example.com\t\t\tfood",
  "KFC\t\tkfc.com|kfc.de|kfc.co.uk|kfc.fr\ttwitter:kfc|instagram:kfc\t\tfast_food",
  "YouTube\t\tyoutube.com\ttwitter:YouTube|instagram:youtube\t\tstreaming",
  "McDonald's\tMcDonalds\tmcdonalds.com|mcdonalds.de|mcdonalds.fr|mcdonalds.it\ttwitter:McDonalds|instagram:mcdonalds\t\tfast_food",
  "Marks & Spencer\tM&S\tmarksandspencer.com\ttwitter:marksandspencer|instagram:marksandspencer\t\tretail",
  "Ben & Jerry's\tBen and Jerrys\tbenjerry.com\ttwitter:benandjerrys|instagram:benandjerrys\t\tfood",
  "H&M\t\thm.com|hm.de\ttwitter:hm|instagram:hm\t\tclothes",
  "Nestlé\tNestle\tnestle.com|nestle.de\ttwitter:Nestle|instagram:nestle\t\tfood",
  "Uniqlo\tユニクロ|优衣库\tuniqlo.com|uniqlo.jp\ttwitter:uniqlo|instagram:uniqlo\t\tclothes",
  "Samsung\t삼성|삼성전자\tsamsung.com|samsung.de\ttwitter:Samsung|instagram:samsung\t\telectronics",
  "Delta Air Lines\tDelta\tdelta.com\ttwitter:Delta|instagram:delta\t\tairlines",
  "Delta Faucet\tDelta\tdeltafaucet.com\ttwitter:deltafaucet|instagram:deltafaucet\t\thardware",
  "Wendy's\tWendys\twendys.com\ttwitter:Wendys|instagram:wendys\t\tfast_food",
  "Quirrel & Vane\t\tquirrel-vane.example.com\ttwitter:quirrelvane|instagram:quirrelvane\t\tfashion",
];

const ordinary: Readonly<Record<string, number>> = {
  apple: 5,
  target: 5,
  gap: 5,
  shell: 5,
  just: 6,
  delta: 3,
  marks: 5,
  air: 5,
  lines: 5,
  and: 6,
};

const words: WordLists = {
  ordinary: (word) => ordinary[word] ?? 0,
  isFirstName: (word) => ["ben", "wendy"].includes(word),
  isSurname: (word) => ["marks", "spencer"].includes(word),
  isPlace: () => false,
};

export function mentionFiles(): ReadonlyMap<string, Uint8Array> {
  return encodeDirectory(compileDirectory(readSupplement("test", mentionRows.join("\n"))), words);
}

export interface MentionWorld {
  readonly directory: Directory;
  readonly finder: MentionFinder;
  /** Paths read so far. */
  readonly log: string[];
}

export async function openMentionWorld(files = mentionFiles()): Promise<MentionWorld> {
  const log: string[] = [];
  const read: ReadPart = async (path) => {
    log.push(path);
    const bytes = files.get(path);
    if (!bytes) throw new Error(`no ${path}`);
    return bytes;
  };
  const directory = await openDirectory(read);
  return { directory, finder: openMentions(read, directory), log };
}
