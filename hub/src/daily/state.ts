import { appendFile, mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { jsonOf } from "../../../lib/model/json.ts";
import { writeWhole } from "../write-whole.ts";
import { Answer } from "./answer.ts";

/** Answers that nobody has renewed for so long go: the brand or the source is no longer asked about. */
const longestKeptMs = 120 * 86_400_000;

/** What one source has said so far, brand by brand. */
export interface SourceState {
  get(brandId: string): Answer | undefined;
  /** On disk once this resolves. */
  put(answer: Answer): Promise<void>;
  all(): Iterable<Answer>;
}

/**
 * Opens what is kept of a source: a file with one answer a line, of which the last one about a brand counts. A line
 * that a killed run left half-written is none. On opening the file is written anew without what no longer counts.
 */
export async function openSourceState(folder: string, source: string, nowMs: number): Promise<SourceState> {
  const path = join(folder, `${source}.jsonl`);
  const answers = new Map<string, Answer>();
  for (const line of (await readIfThere(path)).split("\n")) {
    const answer = Answer.safeParse(jsonOf(line));
    if (!answer.success) continue;
    const { brand, at, failedAt = 0 } = answer.data;
    if (Math.max(at, failedAt) > nowMs - longestKeptMs) answers.set(brand, answer.data);
  }
  await mkdir(folder, { recursive: true });
  await writeWhole(path, [...answers.values()].map((answer) => lineOf(answer)).join(""));
  return {
    get: (brandId) => answers.get(brandId),
    async put(answer) {
      await appendFile(path, lineOf(answer));
      answers.set(answer.brand, answer);
    },
    all: () => answers.values(),
  };
}

function lineOf(answer: Answer): string {
  return `${JSON.stringify(answer)}\n`;
}

async function readIfThere(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return "";
    throw cause;
  }
}
