/** Runs every check and test, goes on after a failure, and ends with one line of counts. */
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { countsOf, steps, type Counts, type Step } from "./steps.ts";

const names = process.argv.slice(2);
rmSync("out/test", { recursive: true, force: true });
mkdirSync("out/test", { recursive: true });

interface Outcome {
  readonly step: Step;
  readonly counts: Counts;
  readonly seconds: number;
}

function runStep(step: Step): Outcome {
  console.log(`\n── ${step.name} ${"─".repeat(Math.max(0, 70 - step.name.length))}`);
  if (step.skip) {
    console.log(`skipped: ${step.skip}`);
    return { step, counts: { passed: 0, failed: 0, skipped: 1 }, seconds: 0 };
  }
  const [program, ...args] = step.command;
  const from = performance.now();
  const { status } = spawnSync(program, args, {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...step.env },
    shell: process.platform === "win32",
  });
  return { step, counts: countsOf(step, status ?? 1), seconds: (performance.now() - from) / 1000 };
}

const chosen = steps(process.env["BACKTALK_FIREFOX"]).filter(
  ({ name }) => names.length === 0 || names.some((part) => name.includes(part)),
);
const outcomes = chosen.map(runStep);

console.log("\n── summary ".padEnd(75, "─"));
for (const { step, counts, seconds } of outcomes) {
  const verdict = counts.failed ? "FAILED" : counts.passed ? "ok" : "skipped";
  console.log(
    `${verdict.padEnd(8)} ${step.name.padEnd(38)} ${String(counts.passed).padStart(5)} passed ${String(counts.failed).padStart(3)} failed ${String(counts.skipped).padStart(3)} skipped ${seconds.toFixed(1).padStart(7)} s`,
  );
}
const total = (pick: (counts: Counts) => number): number =>
  outcomes.reduce((sum, { counts }) => sum + pick(counts), 0);
const failed = total((counts) => counts.failed);
console.log(
  `\n${total((counts) => counts.passed)} passed, ${failed} failed, ${total((counts) => counts.skipped)} skipped`,
);
process.exitCode = failed ? 1 : 0;
