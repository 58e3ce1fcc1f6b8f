import { existsSync, readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";

/** One saved page of a corpus, and what its `labels.tsv` says of it. */
export interface LabelledPage {
  /** Name of the corpus's folder. */
  readonly folder: string;
  readonly file: string;
  /** A whole `http(s)` address; one of our own where the label has none. */
  readonly url: string;
  readonly label: Readonly<Record<string, string>>;
  /** Whether its folder is one of product pages: by its labels, or by its name. */
  readonly isFromShop: boolean;
}

const productColumns = ["brand", "gtin", "sku", "price"];

/** The pages of corpora; each folder is a corpus itself, or holds several. Files that are missing are left out. */
export function readLabelledPages(folders: readonly string[]): readonly LabelledPage[] {
  return folders.flatMap(corporaBelow).flatMap(readCorpus);
}

function corporaBelow(folder: string): readonly string[] {
  if (existsSync(join(folder, "labels.tsv"))) return [folder];
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
    .map(({ name }) => join(folder, name))
    .flatMap((below) => (existsSync(join(below, "labels.tsv")) ? [below] : pagesBelow(below)));
}

/** `corpora/pages/*` may also be given as `corpora`. */
function pagesBelow(folder: string): readonly string[] {
  return basename(folder) === "pages" ? corporaBelow(folder) : [];
}

function readCorpus(folder: string): readonly LabelledPage[] {
  const [head = "", ...lines] = readFileSync(join(folder, "labels.tsv"), "utf8")
    .replace(/^\uFEFF/u, "")
    .split(/\r?\n/u);
  const columns = head.split("\t").map((name) => name.trim());
  const name = basename(folder);
  const isFromShop = productColumns.some((column) => columns.includes(column)) || /product|shop/iu.test(name);
  return lines.flatMap((line, index) => {
    const cells = line.split("\t");
    const label = Object.fromEntries(columns.map((column, at) => [column, cells[at]?.trim() ?? ""]));
    const file = fileOf(folder, label["file"] ?? "");
    if (file === undefined) return [];
    return { folder: name, file, url: addressOf(label["url"], index), label, isFromShop };
  });
}

function fileOf(folder: string, name: string): string | undefined {
  if (name === "") return undefined;
  return [join(folder, name), join(folder, "html", name)].find((path) => existsSync(path));
}

/** Labels leave the scheme out, or the address; then the page stands at one that tells nothing. */
function addressOf(cell: string | undefined, index: number): string {
  const unknown = `https://unknown-${index}.example/page`;
  if (!cell) return unknown;
  const url = URL.parse(cell) ?? URL.parse(`https://${cell}`);
  return url && /^https?:$/u.test(url.protocol) && url.hostname !== "" ? url.href : unknown;
}
