import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { exportBackup, generateSigningKey, importBackup, type SigningKey } from "../../lib/reviews/keys.ts";
import { readRecord, signRecord } from "../../lib/reviews/removal-record.ts";
import type { SignRecord } from "./storage/remove.ts";
import type { Storage } from "./storage/storage.ts";

/** What a hub signs removals with. */
export interface HubKey {
  /** SPKI PEM on one line. */
  readonly public: string;
  readonly sign: SignRecord;
}

/**
 * Reads the key of a hub, or makes one where there is none yet. Only its owner may read the file; whoever has it can
 * sign removals in the hub's name. Several hubs on one database share one file.
 *
 * @throws {Error} when the file holds something else, or cannot be read or written.
 */
export async function openHubKey(path: string): Promise<HubKey> {
  const text = (await readIfThere(path)) ?? (await makeFile(path));
  const key = await importBackup(text);
  if (!key.ok) throw new Error(`${path} is no key: ${key.error}. Move it away to have a new one made.`);
  return hubKeyOf(key.value);
}

export function hubKeyOf(key: SigningKey): HubKey {
  return { public: key.kid, sign: (record) => signRecord(record, key) };
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (cause) {
    if (isCode(cause, "ENOENT")) return undefined;
    throw cause;
  }
}

async function makeFile(path: string): Promise<string> {
  const text = `${await exportBackup(await generateSigningKey())}\n`;
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(path, text, { mode: 0o600, flag: "wx" });
    return text;
  } catch (cause) {
    // Another hub has just made one: there must be only one.
    if (isCode(cause, "EEXIST")) return readFile(path, "utf8");
    throw cause;
  }
}

function isCode(cause: unknown, code: string): boolean {
  return cause instanceof Error && "code" in cause && cause.code === code;
}

/**
 * Signs what has no record by this key: removals from before there were any, or by a key that is lost.
 *
 * @returns How many.
 */
export async function signUnsigned(storage: Storage, key: HubKey): Promise<number> {
  let signed = 0;
  for (const row of await storage.removals()) {
    if (row.record !== null && (await readRecord(row.record, key.public))) continue;
    const { id, code, day, jurisdiction } = row;
    const place = jurisdiction === null ? {} : { jurisdiction };
    const record = await key.sign({ act: "remove", id, code: code ?? "unstated", day, ...place });
    await storage.keepRecord("removals", id, record);
    signed += 1;
  }
  for (const { id, code, day, record } of await storage.restorations()) {
    if (record !== null && (await readRecord(record, key.public))) continue;
    await storage.keepRecord("restorations", id, await key.sign({ act: "restore", id, code, day }));
    signed += 1;
  }
  return signed;
}
