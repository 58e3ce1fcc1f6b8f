/** Runs every benchmark in `tests/bench` one after the other, or those whose name holds an argument. */
import { spawnSync } from "node:child_process";
import { globSync } from "node:fs";

const wanted = process.argv.slice(2);
const files = globSync("tests/bench/*.bench.ts")
  .toSorted()
  .filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)));

let failed = 0;
for (const file of files) {
  console.log(`\n── ${file} ${"─".repeat(Math.max(0, 72 - file.length))}`);
  const { status } = spawnSync(process.execPath, [file], { stdio: "inherit" });
  if (status !== 0) failed += 1;
}
if (files.length === 0) console.error(`No benchmark is named like ${wanted.join(", ")}.`);
process.exitCode = failed || files.length === 0 ? 1 : 0;
