import { dirname, join } from "node:path";
import { dayOf } from "../../../lib/model/day.ts";
import { targetOf } from "../../../lib/reviews/kind.ts";
import { parseSignature, signatureKey } from "../../../lib/reviews/signature.ts";
import { openHubKey, type HubKey } from "../hub-key.ts";
import { openStorage } from "../storage/open-storage.ts";
import type { Storage } from "../storage/storage.ts";
import { UsageError, type Flags, type Surroundings } from "./command.ts";
import { storageOf, text } from "./settings.ts";

/** Opens the database for a command, and closes it whatever happens. What a new day ends is ended first. */
export async function withStorage<T>(
  flags: Flags,
  surroundings: Surroundings,
  use: (storage: Storage) => Promise<T>,
): Promise<T> {
  const storage = await openStorage(storageOf(flags, surroundings));
  try {
    await storage.endDay(dayOf(Date.now()));
    return await use(storage);
  } finally {
    await storage.close();
  }
}

/**
 * The key that signs removals: the file that `HUB_KEY` names, else one beside the SQLite file. None of a hub in memory,
 * and none where `HUB_KEY` is empty.
 */
export async function keyOf(flags: Flags, surroundings: Surroundings): Promise<HubKey | undefined> {
  const storage = storageOf(flags, surroundings);
  const path = surroundings.env["HUB_KEY"] ?? keyPathBeside(storage);
  return path === "" ? undefined : openHubKey(path);
}

function keyPathBeside(storage: string): string {
  if (storage === "memory") return "";
  const folder = /^postgres(?:ql)?:/.test(storage) ? "hub-data" : dirname(storage);
  return join(folder, "hub-key.json");
}

/** `--signature`, bare or as the subject that names a review. @throws {UsageError} */
export function signatureOf(flags: Flags, command: string): string {
  const given = text(flags["signature"]);
  if (given === undefined) throw new UsageError(`${command} needs --signature S.`);
  const key = targetOf(given) ?? (parseSignature(given) ? signatureKey(given) : undefined);
  if (key === undefined) throw new UsageError("--signature is 64 bytes in base64url, as reviews carry it.");
  return key;
}

/** @throws {UsageError} */
export function dayFlag(value: string | undefined, name: string): string | undefined {
  if (value === undefined) return undefined;
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
  if (!isDay || dayOf(Date.parse(value)) !== value) throw new UsageError(`${name} is a day: 2026-05-31.`);
  return value;
}
