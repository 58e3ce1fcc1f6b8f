import type { Problem } from "./model/result.ts";

/** An expected failure as an exception, for code that cannot return a `Result`. */
export class ProblemError extends Error {
  override readonly name = "ProblemError";
  readonly problem: Problem;
  constructor(problem: Problem, options?: ErrorOptions) {
    super(`${problem.code}${problem.params ? ` ${JSON.stringify(problem.params)}` : ""}`, options);
    this.problem = problem;
  }
}

/** Whoever asked does not wait any more. */
export class CancelledError extends Error {
  override readonly name = "CancelledError";
}
