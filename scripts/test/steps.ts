import { readFileSync } from "node:fs";

/** What a step found. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Names of failed tests with the first line of why, as far as the step's report tells. */
  readonly failures?: readonly string[];
  /** Names of tests that passed at the second attempt only. */
  readonly flaky?: readonly string[];
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
  readonly testResults: readonly {
    readonly name: string;
    readonly message?: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages?: readonly string[] | null;
    }[];
  }[];
}

interface PlaywrightReport {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
  readonly suites: readonly PlaywrightSuite[];
}

interface PlaywrightSuite {
  readonly file: string;
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs: readonly {
    readonly title: string;
    readonly ok: boolean;
    readonly tests: readonly {
      readonly status: string;
      readonly results: readonly { readonly error?: { readonly message?: string } }[];
    }[];
  }[];
}

function readVitest(text: string): Counts {
  const report = JSON.parse(text) as VitestReport;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: report.testResults.flatMap(({ name, message, assertionResults }) => {
      const failed = assertionResults.filter(({ status }) => status === "failed");
      // A file that could not be run at all has no tests to name.
      if (failed.length === 0) return message ? [`${name}: ${firstLine(message)}`] : [];
      return failed.map((test) => `${name}: ${test.fullName}: ${firstLine(test.failureMessages?.[0])}`);
    }),
  };
}

function firstLine(text: string | undefined): string {
  return (text ?? "").split("\n")[0] ?? "";
}

function readPlaywright(text: string): Counts {
  const { stats, suites } = JSON.parse(text) as PlaywrightReport;
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
    failures: suites.flatMap(failuresIn),
    flaky: suites.flatMap(flakyIn),
  };
}

function flakyIn({ file, suites = [], specs }: PlaywrightSuite): readonly string[] {
  const own = specs
    .filter(({ tests }) => tests.some(({ status }) => status === "flaky"))
    .map(({ title }) => `${file}: ${title}`);
  return [...own, ...suites.flatMap(flakyIn)];
}

function failuresIn({ file, suites = [], specs }: PlaywrightSuite): readonly string[] {
  const own = specs
    .filter(({ ok }) => !ok)
    .map(({ title, tests }) => {
      const error = tests.flatMap(({ results }) => results).find((result) => result.error)?.error;
      return `${file}: ${title}: ${firstLine(error?.message)}`;
    });
  return [...own, ...suites.flatMap(failuresIn)];
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
