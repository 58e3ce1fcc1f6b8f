import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { verifyToken } from "../../../lib/reviews/token.ts";
import type { Review } from "../../../lib/model/review.ts";
import { earliestIssuedAt } from "../../../lib/reviews/limits.ts";
import { openStorage } from "../storage/open-storage.ts";
import type { Storage } from "../storage/storage.ts";
import { schemeOf } from "../subject.ts";
import { UsageError, type Command } from "./command.ts";
import { storageOf, storageOptions } from "./settings.ts";

/** Tokens per transaction. */
const chunkSize = 500;

interface Counts {
  added: number;
  known: number;
  held: number;
  removed: number;
  rejected: number;
}

export const importTokens: Command = {
  name: "import",
  usage: "FILE … [--storage WHERE]",
  summary:
    "Copy signed tokens, one a line, bare or as JSON with a `jwt` field (segments of a feed fit). `-` reads standard input.",
  options: storageOptions,
  async run(flags, positionals, surroundings) {
    if (positionals.length === 0) throw new UsageError("import needs a FILE.");
    const storage = await openStorage(storageOf(flags, surroundings));
    const counts: Counts = { added: 0, known: 0, held: 0, removed: 0, rejected: 0 };
    try {
      for (const file of positionals) await importFile(storage, file, counts);
    } finally {
      await storage.close();
    }
    const { added, known, held, removed, rejected } = counts;
    const waiting = held > 0 ? `, ${held} held` : "";
    surroundings.print(
      `${added} added, ${known} known, ${removed} removed before, ${rejected} rejected${waiting}`,
    );
  },
};

async function importFile(storage: Storage, file: string, counts: Counts): Promise<void> {
  const input = file === "-" ? process.stdin : createReadStream(file, "utf8");
  // A stream that fails while nobody listens would end the process; the loop below sees the error itself.
  const lines = createInterface({ input, crlfDelay: Infinity });
  const failed = new Promise<never>((_, reject) => input.once("error", reject));
  const reading = readLines(storage, lines, counts);
  await Promise.race([reading, failed]);
}

async function readLines(storage: Storage, lines: AsyncIterable<string>, counts: Counts): Promise<void> {
  let chunk: string[] = [];
  for await (const line of lines) {
    if (line.trim() === "") continue;
    chunk.push(line);
    if (chunk.length < chunkSize) continue;
    await store(storage, chunk, counts);
    chunk = [];
  }
  await store(storage, chunk, counts);
}

async function store(storage: Storage, lines: readonly string[], counts: Counts): Promise<void> {
  const results = await Promise.all(lines.map((line) => verifyToken(tokenOf(line))));
  const reviews: Review[] = [];
  for (const result of results) {
    if (result.ok && isStorable(result.value)) reviews.push(result.value);
    else counts.rejected += 1;
  }
  for (const { kind } of await storage.copy(reviews)) {
    if (kind === "added" || kind === "known" || kind === "removed" || kind === "held") counts[kind] += 1;
  }
}

/** What no server of the protocol would have taken is not passed on. */
function isStorable({ subject, issuedAt }: Review): boolean {
  return issuedAt >= earliestIssuedAt && "scheme" in schemeOf(subject);
}

function tokenOf(line: string): string {
  if (!line.startsWith("{")) return line.trim();
  try {
    const { jwt } = JSON.parse(line) as { jwt?: unknown };
    return typeof jwt === "string" ? jwt : "";
  } catch {
    return "";
  }
}
