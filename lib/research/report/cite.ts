import type { ReportFacts } from "./facts.ts";
import { releaseLine } from "./release.ts";

/** The software as `CITATION.cff` names it. */
const authors = "Backtalk contributors";
const title = "Backtalk: what the community says about a brand, on the brand's own page";

/** How to cite the software that collected and counted: for people, for BibTeX, and for tools that read CSL-JSON. */
export function citeSection({ extension, release, madeAt }: ReportFacts): string {
  const year = new Date(madeAt).getUTCFullYear();
  const version = release?.version ?? extension;
  const note = release
    ? `Brand directory ${release.directory.version} (sha256 ${release.directory.sha256}), site adapters sha256 ${release.adapters.sha256}`
    : "Built without hashes";
  const bibtex = [
    `@software{backtalk_${version.replaceAll(/[^0-9a-z]/gi, "_")},`,
    `  author = {{${authors}}},`,
    `  title = {${title}},`,
    `  version = {${version}},`,
    `  year = {${year}},`,
    `  note = {${note}}`,
    "}",
  ].join("\n");
  const csl = {
    id: `backtalk-${version}`,
    type: "software",
    title,
    version,
    author: [{ literal: authors }],
    issued: { "date-parts": [[year]] },
    note,
  };
  return [
    "## How to cite",
    `${authors} (${year}): _${title}_, version ${version}. ${release ? releaseLine(release) : ""}`.trim(),
    `${note}. A release holds \`provenance.json\` with the hash of every file behind these.`,
    `\`\`\`bibtex\n${bibtex}\n\`\`\``,
    `\`\`\`json\n${JSON.stringify([csl], undefined, 2)}\n\`\`\``,
  ].join("\n\n");
}
