import { Dexie } from "dexie";
import type { CollectionId } from "../model/research/collection.ts";
import type { ResearchItem } from "../model/research/item.ts";
import type { Answer, CodingTask, TaskItem } from "../model/research/task.ts";
import { withDatabaseErrors } from "./database-error.ts";
import type { AnswerRow, ResearchDatabase } from "./research.ts";

/** A task, and how much of it is answered. */
export interface TaskProgress {
  readonly task: CodingTask;
  readonly answered: number;
}

/** Keeps a task. One that came before stays as it is, with what was answered: a file may be opened twice. */
export async function keepTask(db: ResearchDatabase, task: CodingTask): Promise<void> {
  await withDatabaseErrors(() =>
    db.transaction("rw", db.tasks, async () => {
      if (!(await db.tasks.get(task.id))) await db.tasks.add(task);
    }),
  );
}

export async function renameCoder(db: ResearchDatabase, id: string, coder: string): Promise<void> {
  await withDatabaseErrors(async () => db.tasks.update(id, { coder }));
}

/** Newest first. */
export async function tasksWithProgress(db: ResearchDatabase): Promise<readonly TaskProgress[]> {
  return withDatabaseErrors(async () => {
    const tasks = await db.tasks.toArray();
    const answered = await Promise.all(tasks.map(async ({ id }) => answersOf(db, id).primaryKeys()));
    return tasks
      .map((task, at) => ({ task, answered: answered[at]?.length ?? 0 }))
      .toSorted((a, b) => b.task.openedAt - a.task.openedAt);
  });
}

/** By item key. */
export async function taskAnswers(db: ResearchDatabase, id: string): Promise<ReadonlyMap<string, Answer>> {
  return withDatabaseErrors(async () => {
    const rows = await answersOf(db, id).toArray();
    return new Map(rows.map((row) => [row.key, answerOf(row)]));
  });
}

export async function putAnswer(
  db: ResearchDatabase,
  task: string,
  key: string,
  answer: Answer,
): Promise<void> {
  await withDatabaseErrors(() =>
    db.transaction("rw", db.tasks, db.answers, async () => {
      // Deleted in another window: its texts are gone, and nothing of it may come back.
      if (await db.tasks.get(task)) await db.answers.put({ ...answer, task, key });
    }),
  );
}

/** Deletes the texts and what was answered. */
export async function deleteTask(db: ResearchDatabase, id: string): Promise<void> {
  await withDatabaseErrors(() =>
    db.transaction("rw", db.tasks, db.answers, async () => {
      await answersOf(db, id).delete();
      await db.tasks.delete(id);
    }),
  );
}

/** Takes away what a sample of this collection became on this very device. */
export async function deleteOwnTasks(db: ResearchDatabase, samples: readonly string[]): Promise<void> {
  for (const id of samples) await deleteTask(db, id);
}

/** Items of a collection that were deleted, or say something else now, are so in tasks of its samples here as well. */
export async function followInTasks(
  db: ResearchDatabase,
  collection: CollectionId,
  gone: readonly string[],
  changed: readonly ResearchItem[],
): Promise<void> {
  if (gone.length + changed.length === 0) return;
  const samples = await db.samples.where("collection").equals(collection).primaryKeys();
  const [left, now] = [new Set(gone), new Map(changed.map((item) => [item.key, item]))];
  for (const task of (await db.tasks.bulkGet(samples)).filter((one) => one !== undefined)) {
    const items = task.items
      .filter(({ key }) => !left.has(key))
      .map((item) => asItIs(item, now.get(item.key)));
    await db.tasks.put({ ...task, items });
    await db.answers.bulkDelete(gone.map((key): [string, string] => [task.id, key]));
  }
}

function asItIs(item: TaskItem, now: ResearchItem | undefined): TaskItem {
  if (!now) return item;
  const { text, title } = now;
  return { ...item, text, ...(title !== undefined && { title }) };
}

function answersOf(db: ResearchDatabase, id: string) {
  return db.answers.where("[task+key]").between([id, Dexie.minKey], [id, Dexie.maxKey]);
}

function answerOf({ codes, note, sentiment, at }: AnswerRow): Answer {
  return { codes, note, ...(sentiment !== undefined && { sentiment }), at };
}
