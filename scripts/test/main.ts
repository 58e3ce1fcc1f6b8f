/** Runs every check and test, goes on after a failure, and ends with one line of counts. */
import { mkdirSync, rmSync } from "node:fs";
import { runChecks, runStep, type Outcome } from "./run-step.ts";
import { steps, type Counts } from "./steps.ts";

const names = process.argv.slice(2);
rmSync("out/test", { recursive: true, force: true });
mkdirSync("out/test", { recursive: true });

const chosen = steps(process.env["BACKTALK_FIREFOX"]).filter(
  ({ name }) => names.length === 0 || names.some((part) => name.includes(part)),
);
const checks = chosen.filter(({ isCheck }) => isCheck);
const outcomes: Outcome[] = [];
for (const step of chosen) {
  if (!step.isCheck) outcomes.push(await runStep(step));
  else if (step === checks[0]) outcomes.push(...(await runChecks(checks)));
}

console.log("\n── summary ".padEnd(75, "─"));
for (const { step, counts, seconds } of outcomes) {
  const verdict = counts.failed ? "FAILED" : counts.passed ? "ok" : "skipped";
  console.log(
    `${verdict.padEnd(8)} ${step.name.padEnd(38)} ${String(counts.passed).padStart(5)} passed ${String(counts.failed).padStart(3)} failed ${String(counts.skipped).padStart(3)} skipped ${seconds.toFixed(1).padStart(7)} s`,
  );
}
for (const { step, counts } of outcomes)
  for (const failure of counts.failures ?? []) console.log(`\nfailed in ${step.name}:\n  ${failure}`);
for (const { step, counts } of outcomes)
  for (const test of counts.flaky ?? [])
    console.log(`\npassed at the second attempt in ${step.name}:\n  ${test}`);
const total = (pick: (counts: Counts) => number): number =>
  outcomes.reduce((sum, { counts }) => sum + pick(counts), 0);
const failed = total((counts) => counts.failed);
console.log(
  `\n${total((counts) => counts.passed)} passed, ${failed} failed, ${total((counts) => counts.skipped)} skipped`,
);
process.exitCode = failed ? 1 : 0;
