import { codebookVersions } from "../../db/research-codebook.ts";
import { itemsOfSample } from "../../db/research-samples.ts";
import { putCodings } from "../../db/research-items.ts";
import type { ResearchDatabase } from "../../db/research.ts";
import { refused } from "../../model/refusal.ts";
import type { Coding } from "../../model/research/coding.ts";
import type { Collection } from "../../model/research/collection.ts";
import { ok, type Result } from "../../model/result.ts";
import type { AnswersFile } from "./sample-file.ts";

/** What came of a file of answers. */
export interface TakenAnswers {
  /** As the coder is called here: a name that is the first coder's own has a number behind it. */
  readonly coder: string;
  readonly taken: number;
  /** Answers to items that are not here any more, or never were. */
  readonly unknown: number;
}

/**
 * Takes in what a second coder said, in the place of what came from them before. Codes that no version of the codebook
 * has are left out.
 *
 * @returns `refused` with `not-found` where the sample is not one of this collection.
 */
export async function takeAnswers(
  db: ResearchDatabase,
  collection: Collection,
  file: AnswersFile,
): Promise<Result<TakenAnswers>> {
  const sample = await db.samples.get(file.sample);
  if (sample?.collection !== collection.id) return refused("not-found");
  const items = await itemsOfSample(db, sample);
  const versions = await codebookVersions(db, collection.id);
  const codes = new Set(versions.flatMap((book) => book.codes.map(({ id }) => id)));
  const seqs = new Map(items.map(({ key, seq }) => [key, seq]));
  const coder = file.coder === collection.coder ? `${file.coder} (2)` : file.coder;
  const codings = file.answers.flatMap(({ key, sentiment, ...answer }): readonly Coding[] => {
    const seq = seqs.get(key);
    if (seq === undefined) return [];
    return [
      {
        ...answer,
        ...(sentiment !== undefined && { sentiment }),
        codes: answer.codes.filter((code) => codes.has(code)),
        collection: collection.id,
        seq,
        coder,
        codebook: file.codebook,
        sample: sample.id,
      },
    ];
  });
  await putCodings(db, codings);
  return ok({ coder, taken: codings.length, unknown: file.answers.length - codings.length });
}
