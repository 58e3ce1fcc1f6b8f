import { refused } from "../model/refusal.ts";
import type { Problem } from "../model/result.ts";

export type DatabaseErrorCode = "newer" | "quota" | "closed" | "unavailable";

const problems: Readonly<Record<DatabaseErrorCode, Problem>> = {
  newer: refused("newer-database").error,
  quota: { code: "quota" },
  closed: { code: "bug", params: { reason: "database-closed" } },
  unavailable: { code: "bug", params: { reason: "database-unavailable" } },
};

/** The database let us down in a way that the person should be told of. Nothing was half-written. */
export class DatabaseError extends Error {
  override readonly name: string = "DatabaseError";
  readonly code: DatabaseErrorCode;
  constructor(code: DatabaseErrorCode, options?: ErrorOptions) {
    super(`database: ${code}`, options);
    this.code = code;
  }
  /** The same as it travels in messages. */
  get problem(): Problem {
    return problems[this.code];
  }
}

/** What is on disk was written by a newer Backtalk. Nothing was touched: update first. */
export class DatabaseNewerError extends DatabaseError {
  override readonly name = "DatabaseNewerError";
  constructor(options?: ErrorOptions) {
    super("newer", options);
  }
}

const codeOfName = new Map<string, DatabaseErrorCode>([
  ["QuotaExceededError", "quota"],
  ["VersionError", "newer"],
  ["DatabaseClosedError", "closed"],
  ["MissingAPIError", "unavailable"],
  ["OpenFailedError", "unavailable"],
]);

/**
 * Reads what Dexie wrapped: the reason of an aborted transaction is its `inner`, that of a bulk write its first
 * failure.
 *
 * @returns `undefined` for anything that is not the storage's doing, which is a bug and should surface.
 */
export function databaseErrorOf(error: unknown): DatabaseError | undefined {
  const names: string[] = [];
  let link: unknown = error;
  for (let depth = 0; depth < 6 && typeof link === "object" && link !== null; depth++) {
    if (link instanceof DatabaseError) return link;
    const { name, inner, cause, failures } = link as Wrapped;
    if (typeof name === "string") names.push(name);
    link = inner ?? cause ?? failures?.[0];
  }
  // The innermost name is the storage's own; the outer ones only say what was interrupted.
  const code = names
    .toReversed()
    .map((name) => codeOfName.get(name))
    .find((code) => code !== undefined);
  if (code === undefined) return undefined;
  return code === "newer"
    ? new DatabaseNewerError({ cause: error })
    : new DatabaseError(code, { cause: error });
}

interface Wrapped {
  readonly name?: unknown;
  readonly inner?: unknown;
  readonly cause?: unknown;
  readonly failures?: readonly unknown[];
}

/**
 * Runs `work` and gives the storage's own failures their type.
 *
 * @throws {DatabaseError} Full, closed, newer or missing storage; anything else as it was.
 */
export async function withDatabaseErrors<T>(work: () => PromiseLike<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw databaseErrorOf(error) ?? error;
  }
}
