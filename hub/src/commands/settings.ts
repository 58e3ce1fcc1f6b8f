import { defaultFloodAllowance, type FloodAllowance } from "../http/flood-limit.ts";
import type { Allowance } from "../http/rate-limit.ts";
import { defaultRateLimit } from "../start-hub.ts";
import { UsageError, type Flags, type Surroundings } from "./command.ts";

/** Options of every command that opens the database. */
export const storageOptions = { storage: { type: "string" } } as const;

/** `--storage`, else `DATABASE_URL`, else `HUB_STORAGE`, else a file in the working directory. */
export function storageOf(flags: Flags, { env }: Pick<Surroundings, "env">): string {
  return text(flags["storage"]) ?? env["DATABASE_URL"] ?? env["HUB_STORAGE"] ?? "hub-data/hub.sqlite";
}

/** @throws {UsageError} */
export function numberOf(value: string | undefined, name: string, otherwise: number): number {
  if (value === undefined || value === "") return otherwise;
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number < 0) throw new UsageError(`${name} must be a whole number.`);
  return number;
}

/** `HUB_READS_PER_MINUTE` and `HUB_WRITES_PER_MINUTE`; 0 in both switches limits off. */
export function rateLimitOf({ env }: Pick<Surroundings, "env">): Allowance | false {
  const reads = numberOf(env["HUB_READS_PER_MINUTE"], "HUB_READS_PER_MINUTE", defaultRateLimit.reads);
  const writes = numberOf(env["HUB_WRITES_PER_MINUTE"], "HUB_WRITES_PER_MINUTE", defaultRateLimit.writes);
  if (reads === 0 && writes === 0) return false;
  if (reads === 0 || writes === 0) throw new UsageError("Limits must both be 0 or both be more.");
  return { reads, writes };
}

/** `HUB_KEY_PER_HOUR` and its kin: what one key, or one network, may say. */
export function floodsOf({ env }: Pick<Surroundings, "env">): FloodAllowance {
  const of = (name: string, otherwise: number): number => {
    const most = numberOf(env[name], name, otherwise);
    if (most === 0) throw new UsageError(`${name} must be more than 0.`);
    return most;
  };
  const usual = defaultFloodAllowance;
  return {
    keyPerHour: of("HUB_KEY_PER_HOUR", usual.keyPerHour),
    keyPerDay: of("HUB_KEY_PER_DAY", usual.keyPerDay),
    keySubjectPerDay: of("HUB_KEY_SUBJECT_PER_DAY", usual.keySubjectPerDay),
    networkPerHour: of("HUB_NETWORK_PER_HOUR", usual.networkPerHour),
    networkPerDay: of("HUB_NETWORK_PER_DAY", usual.networkPerDay),
  };
}

/** Of an option that may be given more than once. */
export function texts(flag: Flags[string]): readonly string[] {
  return (Array.isArray(flag) ? flag : [flag]).flatMap((one) => text(one) ?? []);
}

export function text(flag: Flags[string]): string | undefined {
  return typeof flag === "string" && flag !== "" ? flag : undefined;
}
