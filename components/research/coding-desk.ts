import { itemsOfSample } from "../../lib/db/research-samples.ts";
import { codingsBy } from "../../lib/db/research-codings.ts";
import { putAnswer, taskAnswers } from "../../lib/db/research-tasks.ts";
import type { Codebook, ReliabilitySample } from "../../lib/model/research/coding.ts";
import type { Collection } from "../../lib/model/research/collection.ts";
import type { CodingTask, TaskItem } from "../../lib/model/research/task.ts";
import { taskItem } from "../../lib/research/reliability/sample-file.ts";
import type { AnswerPlace } from "../controllers/answer.ts";
import { databases } from "../databases.ts";
import { codingPlace } from "./bt-coding.ts";

/** Items to be coded one after the other, by whoever sits here. */
export interface CodingDesk {
  readonly name: string;
  readonly codebook: Codebook;
  readonly items: readonly TaskItem[];
  placeOf(item: TaskItem): AnswerPlace;
  /** Keys of the items that are coded. */
  answered(): Promise<ReadonlySet<string>>;
}

/** A task that came in a file. */
export function taskDesk({ id, name, codebook, items }: CodingTask): CodingDesk {
  const db = databases().research;
  return {
    name,
    codebook,
    items,
    placeOf: ({ key }) => ({
      id: `${id} ${key}`,
      read: async () => (await taskAnswers(db, id)).get(key),
      write: async (answer) => putAnswer(db, id, key, answer),
    }),
    answered: async () => new Set((await taskAnswers(db, id)).keys()),
  };
}

/** A sample of one's own collection, seen as a second coder sees it: without author and computed sentiment. */
export async function sampleDesk(collection: Collection, sample: ReliabilitySample): Promise<CodingDesk> {
  const db = databases().research;
  const items = await itemsOfSample(db, sample);
  const seqs = new Map(items.map(({ key, seq }) => [key, seq]));
  return {
    name: collection.name,
    codebook: collection.codebook,
    items: items.map(taskItem),
    placeOf: ({ key }) => codingPlace(collection, seqs.get(key) ?? 0, sample.id),
    answered: async () => {
      const coded = new Set((await codingsBy(db, collection.id, collection.coder)).map(({ seq }) => seq));
      return new Set(items.filter(({ seq }) => coded.has(seq)).map(({ key }) => key));
    },
  };
}
