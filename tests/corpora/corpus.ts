import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What a page of the corpus must do to us. */
export type Expectation =
  | "brand-site"
  | "unknown-brand-in-shop"
  | "small-business"
  | "article"
  | "feed"
  | "any";

export interface CorpusPage {
  readonly url: string;
  readonly file: string;
  readonly expectation: Expectation;
}

const shared = process.env["BACKTALK_SHARED"] ?? "../shared";
const archive = join(shared, "corpora/corpora-dev.tar.xz");
const unpacked = ".corpora";

/** The recorded replies of the default review server, where this machine has them. */
export const recordings = join(shared, "recordings/mangrove");

/** Whether this machine has the corpora. They hold other people's pages and are not part of the project. */
export const corporaPresent = existsSync(archive) && existsSync(recordings);

function unpackOnce(): void {
  if (existsSync(join(unpacked, "pages"))) return;
  mkdirSync(unpacked, { recursive: true });
  const { status, stderr } = spawnSync("tar", ["-xJf", archive, "-C", unpacked], { encoding: "utf8" });
  if (status !== 0) throw new Error(`The corpora could not be unpacked: ${stderr}`);
}

/** Which folders, how many pages of each, and what they are. 60 in all. */
const selection: readonly (readonly [folder: string, count: number, expectation: Expectation])[] = [
  ["product_extraction", 14, "unknown-brand-in-shop"],
  ["webstruct_business", 10, "small-business"],
  ["article_extraction", 12, "article"],
  ["trafilatura", 6, "article"],
  ["recipe_scrapers", 6, "any"],
  ["formasaurus", 6, "any"],
  ["social_dom", 6, "feed"],
];

/** Pages in a fixed order, one per site, each with a real https address. */
export function corpusPages(): readonly CorpusPage[] {
  unpackOnce();
  const hosts = new Set<string>();
  return selection.flatMap(([folder, count, expectation]) => {
    const labels = readFileSync(join(unpacked, "pages", folder, "labels.tsv"), "utf8")
      .trimEnd()
      .split(/\r?\n/);
    const columns = labels[0]?.split("\t") ?? [];
    const pages: CorpusPage[] = [];
    for (const row of labels.slice(1)) {
      const cells = row.split("\t");
      const url = addressOf(cells[columns.indexOf("url")]);
      const file = join(unpacked, "pages", folder, cells[columns.indexOf("file")] ?? "");
      if (!url || hosts.has(url.hostname) || !existsSync(file)) continue;
      hosts.add(url.hostname);
      pages.push({ url: url.href, file, expectation });
      if (pages.length === count) break;
    }
    return pages;
  });
}

function addressOf(cell: string | undefined): URL | undefined {
  if (!cell || !URL.canParse(cell)) return undefined;
  const url = new URL(cell);
  if (!/^https?:$/.test(url.protocol) || url.port) return undefined;
  url.protocol = "https:";
  url.hash = "";
  return url;
}
