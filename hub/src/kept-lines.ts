import { appendFile, mkdir, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import type * as z from "zod";
import { jsonOf } from "../../lib/model/json.ts";
import { writeWhole } from "./write-whole.ts";

/** What a job keeps between two runs, entry by entry. */
export interface KeptLines<T> {
  get(id: string): T | undefined;
  /** On disk once this resolves. */
  put(entry: T): Promise<void>;
  all(): Iterable<T>;
}

interface Kind<T> {
  readonly schema: z.ZodType<T>;
  readonly idOf: (entry: T) => string;
  /** Whether an entry is still worth keeping. */
  readonly counts: (entry: T) => boolean;
}

/**
 * Opens a file with one entry a line, of which the last one about something counts. A line that a killed run left
 * half-written is none. On opening the file is written anew without what no longer counts.
 */
export async function openKeptLines<T>(
  path: string,
  { schema, idOf, counts }: Kind<T>,
): Promise<KeptLines<T>> {
  const entries = new Map<string, T>();
  for (const line of (await readIfThere(path)).split("\n")) {
    const entry = schema.safeParse(jsonOf(line));
    if (entry.success && counts(entry.data)) entries.set(idOf(entry.data), entry.data);
  }
  await mkdir(dirname(path), { recursive: true });
  await writeWhole(path, [...entries.values()].map((entry) => lineOf(entry)).join(""));
  return {
    get: (id) => entries.get(id),
    async put(entry) {
      await appendFile(path, lineOf(entry));
      entries.set(idOf(entry), entry);
    },
    all: () => entries.values(),
  };
}

function lineOf(entry: unknown): string {
  return `${JSON.stringify(entry)}\n`;
}

async function readIfThere(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return "";
    throw cause;
  }
}
