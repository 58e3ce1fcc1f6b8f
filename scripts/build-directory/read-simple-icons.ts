import { foldName } from "../../lib/brands/fold-name.ts";
import type { BrandFacts, SiteClaim } from "./facts.ts";
import { readWebsite } from "./websites.ts";

/** One row of `data/simple-icons.json`, as far as it is read. */
export interface IconRow {
  readonly title: string;
  readonly source: string;
  readonly guidelines?: string;
  readonly aliases?: {
    readonly aka?: readonly string[];
    readonly dup?: readonly { readonly title: string }[];
    readonly loc?: Readonly<Record<string, string>>;
    readonly old?: readonly string[];
  };
}

/**
 * Brands of simple-icons whose drawing comes from a site of their own name. The others are mostly libraries
 * and formats, with a source that says nothing of where they live.
 */
export function readSimpleIcons(rows: readonly IconRow[]): BrandFacts[] {
  return rows.flatMap((row) => {
    const sites = sitesOf(row);
    if (sites.length === 0) return [];
    const { aka = [], loc = {}, old = [] } = row.aliases ?? {};
    return [
      {
        source: "simple-icons" as const,
        name: row.title,
        aliases: [...new Set([...aka, ...Object.values(loc), ...old])],
        sites,
        handles: [],
        category: "software",
        weight: 1,
        international: false,
      },
    ];
  });
}

function sitesOf({ title, source, guidelines = "" }: IconRow): SiteClaim[] {
  const sites = new Map<string, SiteClaim>();
  for (const address of [source, guidelines]) {
    const read = address === "" ? undefined : readWebsite(address);
    if (read?.kind !== "site" || !isNamedAfter(read.site.label, title)) continue;
    // The drawing lies on a press page; the site is what counts.
    const { registrable, label } = read.site;
    sites.set(registrable, { host: registrable, registrable, label, isRoot: true });
  }
  return [...sites.values()];
}

function isNamedAfter(label: string, title: string): boolean {
  const folded = foldName(title);
  const plain = foldName(label);
  if (plain === folded) return true;
  const affixed =
    /^(?:get|use|try|go|join|my|the)?(.+?)(?:app|hq|project|js|lang|inc|group|io|labs|official)?$/u.exec(
      plain,
    );
  return (
    folded.length >= 3 && (affixed?.[1] === folded || plain.replace(/^(?:get|use|try|join)/u, "") === folded)
  );
}
