import type { z } from "zod";
import type { Collection } from "../../model/research/collection.ts";
import type { ReliabilitySample } from "../../model/research/coding.ts";
import type { ResearchItem } from "../../model/research/item.ts";
import type { Answer, CodingTask, TaskItem } from "../../model/research/task.ts";
import { ok, type Result } from "../../model/result.ts";
import { sealedFile } from "../../model/sealed-file.ts";
import { AnswersData, SampleData } from "../../schema/research-sample.ts";
import { readSealedFile } from "../../schema/sealed-file.ts";

const sampleFormat = "backtalk-coding-sample";
const answersFormat = "backtalk-coding-answers";

/** An item as a coder sees it who must not know more. */
export function taskItem({ key, text, title, lang }: ResearchItem): TaskItem {
  return { key, text, ...(title !== undefined && { title }), ...(lang !== undefined && { lang }) };
}

/** A sample for a blind second coder: texts and codebook; no authors, addresses or codes. */
export async function sampleFile(
  { id }: ReliabilitySample,
  { name, coder, codebook }: Collection,
  items: readonly ResearchItem[],
  nowMs: number,
): Promise<string> {
  const data: z.infer<typeof SampleData> = {
    sample: id,
    name,
    from: coder,
    codebook: { version: codebook.version, codes: [...codebook.codes] },
    items: items.map(taskItem),
  };
  return sealedFile({ format: sampleFormat, version: 1, exportedAt: nowMs }, data);
}

/** Reads a sample as a task. The coder's name is still to be said. @returns `bad-shape` as in `readSealedFile`. */
export async function readSampleFile(text: string, nowMs: number): Promise<Result<CodingTask>> {
  const file = await readSealedFile(text, { format: sampleFormat, version: 1, data: SampleData });
  if (!file.ok) return file;
  const { sample, name, from, codebook, items } = file.value;
  return ok({
    id: sample,
    name,
    from,
    codebook: { ...codebook, createdAt: nowMs, note: "" },
    items,
    coder: "",
    openedAt: nowMs,
  });
}

/** The answers, for who asked. */
export async function answersFile(
  { id, coder, codebook }: CodingTask,
  answers: ReadonlyMap<string, Answer>,
  nowMs: number,
): Promise<string> {
  const data = {
    sample: id,
    coder,
    codebook: codebook.version,
    answers: [...answers].map(([key, answer]) => Object.assign({ key }, answer)),
  };
  return sealedFile({ format: answersFormat, version: 1, exportedAt: nowMs }, data);
}

export type AnswersFile = z.infer<typeof AnswersData>;

/** @returns `bad-shape` as in `readSealedFile`. */
export async function readAnswersFile(text: string): Promise<Result<AnswersFile>> {
  return readSealedFile(text, { format: answersFormat, version: 1, data: AnswersData });
}
