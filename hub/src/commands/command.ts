import type { ParseArgsOptionsConfig } from "node:util";
import type { Log } from "../log.ts";

/** The world outside, so that tests can be one. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: Log;
  /** What was asked for, as opposed to what happened. */
  print(line: string): void;
  /** Resolves when the process is told to stop. */
  stopped(): Promise<void>;
}

export type Flags = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

export interface Command {
  readonly name: string;
  /** After the name. */
  readonly usage: string;
  readonly summary: string;
  readonly options: ParseArgsOptionsConfig;
  run(flags: Flags, positionals: readonly string[], surroundings: Surroundings): Promise<void>;
}

/** The command line or the environment says something that cannot be. Its words are for the operator. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
