/**
 * `npm run eval [-- PART… --keep]`: how well pages, posts and titles are understood, in one table: each figure with
 * the naive baseline and what was kept before beside it. Measures the small set that we wrote ourselves, and the
 * corpora where they are at hand; where parts of names are given ("own", "wnut17"), only the sets that they fit.
 * `--keep` writes the figures to `docs/figures/detection.json` for the next comparison.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { baselineOf, figuresOf, type Figures } from "./eval/figures-of.ts";
import { measurements } from "./eval/measurements.ts";

const parts = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const keptFile = "docs/figures/detection.json";
const kept = (existsSync(keptFile) ? JSON.parse(readFileSync(keptFile, "utf8")) : {}) as Record<
  string,
  Figures
>;
const now: Record<string, Figures> = {};
const rows: Record<string, string | number>[] = [];
let failed = 0;

for (const measurement of measurements()) {
  const { name, paths, script } = measurement;
  if (parts.length > 0 && !parts.some((part) => name.includes(part))) continue;
  console.error(`${name} …`);
  const { status, stdout } = spawnSync("npm", ["run", "-s", script, "--", ...paths], {
    encoding: "utf8",
    maxBuffer: 64_000_000,
    stdio: ["ignore", "pipe", "inherit"],
    shell: process.platform === "win32",
  });
  if (status !== 0) {
    failed += 1;
    console.error(`${name}: ${script} ended with ${status}`);
    continue;
  }
  const figures = figuresOf(measurement, stdout);
  const baseline = baselineOf(measurement, stdout);
  now[name] = figures;
  for (const [figure, value] of Object.entries(figures)) {
    rows.push({
      set: name,
      figure,
      now: value,
      before: kept[name]?.[figure] ?? "–",
      naive: baseline[figure] ?? "–",
    });
  }
}

console.table(rows);
if (!existsSync(".corpora")) console.log("Only our own small set: no corpora in .corpora.");
if (process.argv.includes("--keep")) {
  mkdirSync(dirname(keptFile), { recursive: true });
  writeFileSync(keptFile, `${JSON.stringify({ ...kept, ...now }, undefined, 2)}\n`);
}
process.exitCode = failed > 0 ? 1 : 0;
