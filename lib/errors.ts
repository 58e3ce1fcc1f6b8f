import type { Problem, ProblemCode } from "./model/result.ts";

const retryableCodes: ReadonlySet<ProblemCode> = new Set(["offline", "timeout", "rate-limited"]);

/** Whether waiting and trying the same again can help. */
export function isRetryable({ code, params }: Problem): boolean {
  if (code === "refused") return String(params?.["reason"] ?? "").startsWith("http-5");
  return retryableCodes.has(code);
}

/** An expected failure as an exception, for code that cannot return a `Result`. */
export class ProblemError extends Error {
  override readonly name = "ProblemError";
  readonly problem: Problem;
  constructor(problem: Problem, options?: ErrorOptions) {
    super(`${problem.code}${problem.params ? ` ${JSON.stringify(problem.params)}` : ""}`, options);
    this.problem = problem;
  }
}
