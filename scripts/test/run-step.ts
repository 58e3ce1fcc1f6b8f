import { spawn } from "node:child_process";
import { countsOf, type Counts, type Step } from "./steps.ts";

export interface Outcome {
  readonly step: Step;
  readonly counts: Counts;
  readonly seconds: number;
}

const heading = (name: string): string => `\n── ${name} ${"─".repeat(Math.max(0, 70 - name.length))}`;

/**
 * Runs a step to its end.
 *
 * @param isQuiet - Its output is shown once it is over, so that two at a time stay readable.
 */
export async function runStep(step: Step, isQuiet = false): Promise<Outcome> {
  if (!isQuiet || step.skip) console.log(heading(step.name));
  if (step.skip) {
    console.log(`skipped: ${step.skip}`);
    return { step, counts: { passed: 0, failed: 0, skipped: 1 }, seconds: 0 };
  }
  const [program, ...args] = step.command;
  const from = performance.now();
  const child = spawn(program, args, {
    stdio: ["ignore", isQuiet ? "pipe" : "inherit", isQuiet ? "pipe" : "inherit"],
    env: { ...process.env, ...step.env },
    shell: process.platform === "win32",
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (text: string) => said.push(text));
  const exitCode = await new Promise<number>((done) => {
    child.on("error", (error) => {
      said.push(`${error.message}\n`);
      done(1);
    });
    child.on("close", (code) => done(code ?? 1));
  });
  if (isQuiet) console.log(`${heading(step.name)}\n${said.join("")}`.trimEnd());
  return { step, counts: countsOf(step, exitCode), seconds: (performance.now() - from) / 1000 };
}

/** Runs checks two at a time. @returns Their outcomes, in the order of the steps. */
export async function runChecks(checks: readonly Step[]): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  const waiting = [...checks.entries()];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift())
      outcomes[next[0]] = await runStep(next[1], true);
  };
  await Promise.all([work(), work()]);
  return outcomes;
}
