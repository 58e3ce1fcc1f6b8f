/** What crosses a border: a value, or the reason why there is none. Error classes do not survive messages. */
export type Result<T, E = Problem> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

/** Expected failures, by code. Words for people live in `_locales` under `problem_<code>`. */
export type ProblemCode =
  | "offline"
  | "timeout"
  | "rate-limited"
  | "refused"
  | "bad-shape"
  | "quota"
  | "permission"
  | "bug";

/** An expected failure as it travels: a code and what its message needs, never a sentence. */
export interface Problem {
  readonly code: ProblemCode;
  /** For `refused` the reason (`consent`, `http-400`, the server's own words …); for `rate-limited` the wait. */
  readonly params?: Readonly<Record<string, string | number>>;
}

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function err<E>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error };
}

/** Shorthand for `err({ code, params })`. */
export function problem(
  code: ProblemCode,
  params?: Problem["params"],
): { readonly ok: false; readonly error: Problem } {
  return { ok: false, error: params ? { code, params } : { code } };
}
