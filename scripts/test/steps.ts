import { readFileSync } from "node:fs";

/** What a step found. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** One thing that `npm test` runs. */
export interface Step {
  readonly name: string;
  readonly command: readonly [program: string, ...args: string[]];
  readonly env?: Readonly<Record<string, string>>;
  /** Reads the report the command wrote. Without one the step counts as one test: its exit code. */
  readonly report?: { readonly path: string; read(text: string): Counts };
  /** A reason not to run, counted as one skipped. */
  readonly skip?: string;
  /** Runs on one core and writes nothing: may run beside its neighbours that do likewise. */
  readonly isCheck?: true;
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
}

interface PlaywrightReport {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
}

function readVitest(text: string): Counts {
  const report = JSON.parse(text) as VitestReport;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

function readPlaywright(text: string): Counts {
  const { stats } = JSON.parse(text) as PlaywrightReport;
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}

function playwrightStep(name: string, project: string, skip?: string): Step {
  const path = `out/test/${project}.json`;
  return {
    name,
    command: ["playwright", "test", "--project", project, "--reporter=list,json"],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: path },
    report: { path, read: readPlaywright },
    ...(skip ? { skip } : {}),
  };
}

const npm = (script: string): Step["command"] => ["npm", "run", "-s", script];

/** Everything, cheapest first. */
export function steps(firefox: string | undefined): readonly Step[] {
  return [
    { name: "brand directory", command: npm("directory") },
    { name: "generated types", command: ["wxt", "prepare"] },
    { name: "format", command: npm("check:format"), isCheck: true },
    { name: "lint", command: npm("check:lint"), isCheck: true },
    { name: "types", command: npm("check:types"), isCheck: true },
    { name: "import boundaries", command: npm("check:boundaries"), isCheck: true },
    { name: "dead code", command: npm("check:dead"), isCheck: true },
    {
      name: "unit, component and contract tests",
      command: [
        "vitest",
        "run",
        "--reporter=default",
        "--reporter=json",
        "--outputFile.json=out/test/vitest.json",
      ],
      report: { path: "out/test/vitest.json", read: readVitest },
    },
    { name: "build for Chrome", command: npm("build") },
    { name: "build for Firefox", command: npm("build:firefox") },
    { name: "built files parse", command: ["node", "scripts/test/check-build.ts"] },
    playwrightStep("end to end in Chromium", "chromium"),
    playwrightStep(
      "journey in Firefox",
      "firefox",
      firefox ? undefined : "no Firefox here; install one or name it with BACKTALK_FIREFOX",
    ),
  ];
}

/** A step's counts: from its report, else from its exit code. A report that says too little is a failure. */
export function countsOf(step: Step, exitCode: number): Counts {
  const byExit = exitCode === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
  if (!step.report) return byExit;
  try {
    const counts = step.report.read(readFileSync(step.report.path, "utf8"));
    // Errors outside any test (a broken import, a failed set-up) fail the run without failing a test.
    if (exitCode !== 0 && counts.failed === 0) return { ...counts, failed: 1 };
    if (counts.passed + counts.failed === 0) return { ...counts, failed: 1 };
    return counts;
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
