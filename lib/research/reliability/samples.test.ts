import "fake-indexeddb/auto";
import { array, assert, integer, property, uniqueArray } from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { aCollection, anItem, keepItems, sampleNoon } from "../../../components/testing/research.ts";
import { codingsBy } from "../../db/research-codings.ts";
import { saveCodebook } from "../../db/research-codebook.ts";
import { deleteItems } from "../../db/research-items.ts";
import { itemsOfSample, keepSample, samplesOf } from "../../db/research-samples.ts";
import { deleteTask, keepTask, putAnswer, taskAnswers, tasksWithProgress } from "../../db/research-tasks.ts";
import { openResearch, type ResearchDatabase } from "../../db/research.ts";
import type { Collection } from "../../model/research/collection.ts";
import type { ReliabilitySample } from "../../model/research/coding.ts";
import type { CodingTask } from "../../model/research/task.ts";
import { drawSample } from "./draw-sample.ts";
import { answersFile, readAnswersFile, readSampleFile, sampleFile } from "./sample-file.ts";
import { takeAnswers } from "./take-answers.ts";

describe("a drawn sample", () => {
  const seqs = Uint32Array.from({ length: 1000 }, (_, at) => at + 1);

  test("is the same for the same seed, in whatever order the items come, and another for another", () => {
    expect(drawSample(seqs, 50, "may")).toEqual(drawSample(seqs.toReversed(), 50, "may"));
    expect(drawSample(seqs, 50, "may")).not.toEqual(drawSample(seqs, 50, "june"));
  });

  test("a larger one begins with the smaller one", () => {
    expect(drawSample(seqs, 80, "may").slice(0, 50)).toEqual(drawSample(seqs, 50, "may"));
  });

  test("takes from everywhere alike", () => {
    const times = Array.from({ length: 200 }, (_, seed) => drawSample(seqs, 100, `seed ${seed}`)).flat();
    const early = times.filter((seq) => seq <= 500).length;
    expect(early / times.length).toBeGreaterThan(0.48);
    expect(early / times.length).toBeLessThan(0.52);
  });

  test("holds each item once, and never more than there are", () => {
    assert(
      property(uniqueArray(integer({ min: 1, max: 5000 })), integer({ min: 0, max: 200 }), (some, size) => {
        const drawn = drawSample(Uint32Array.from(some), size, "x");
        expect(new Set(drawn).size).toBe(drawn.length);
        return drawn.length === Math.min(size, some.length) && drawn.every((seq) => some.includes(seq));
      }),
    );
    assert(
      property(
        array(integer({ min: 1, max: 9 })),
        (some) => drawSample(Uint32Array.from(some), 0, "x").length === 0,
      ),
    );
  });
});

describe("a second coder, by files", () => {
  let db: ResearchDatabase;
  let theirs: ResearchDatabase;
  let collection: Collection;
  let sample: ReliabilitySample;

  beforeEach(async () => {
    db = openResearch("first-coder");
    theirs = openResearch("second-coder");
    await db.collections.put(await aCollection({ coder: "Ada" }));
    const codes = [{ id: "price", name: "Price", description: "What it costs", colour: 2 }];
    await saveCodebook(db, { collection: "returns-study", from: 1, codes, note: "" }, sampleNoon);
    collection = (await db.collections.get("returns-study")) as Collection;
    const items = await keepItems(db, [anItem(1), anItem(2), anItem(3)]);
    const draft = {
      id: "sample-1",
      collection: collection.id,
      seed: "may",
      codebook: 2,
      createdAt: sampleNoon,
    };
    sample = await keepSample(db, draft, items.map(({ seq }) => seq).toReversed());
  });
  afterEach(async () => {
    await db.delete();
    await theirs.delete();
  });

  const taskOf = async (): Promise<CodingTask> => {
    const file = await sampleFile(sample, collection, await itemsOfSample(db, sample), sampleNoon);
    const read = await readSampleFile(file, sampleNoon);
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    return { ...read.value, coder: "Grace" };
  };

  test("see texts and codebook in the order drawn, and neither author nor address nor codes", async () => {
    const file = await sampleFile(sample, collection, await itemsOfSample(db, sample), sampleNoon);
    expect(file).not.toContain("p-1");
    expect(file).not.toContain("social.example");
    const task = await taskOf();
    expect(task.items.map(({ text }) => text.slice(0, 6))).toEqual(["Pair 3", "Pair 2", "Pair 1"]);
    expect(task).toMatchObject({
      id: "sample-1",
      from: "Ada",
      codebook: { version: 2, codes: [{ id: "price" }] },
    });
  });

  test("go on where they were, and hand back what they said", async () => {
    const task = await taskOf();
    await keepTask(theirs, task);
    const [first, second] = task.items;
    await putAnswer(theirs, task.id, first?.key ?? "", {
      codes: ["price"],
      note: "Too dear",
      sentiment: -1,
      at: 5,
    });
    await keepTask(theirs, { ...task, openedAt: 9 });
    expect(await tasksWithProgress(theirs)).toMatchObject([{ answered: 1, task: { openedAt: sampleNoon } }]);
    await putAnswer(theirs, task.id, second?.key ?? "", { codes: ["unheard-of"], note: "", at: 6 });
    const file = await readAnswersFile(
      await answersFile(task, await taskAnswers(theirs, task.id), sampleNoon),
    );
    if (!file.ok) throw new Error(JSON.stringify(file.error));
    expect(await takeAnswers(db, collection, file.value)).toEqual({
      ok: true,
      value: { coder: "Grace", taken: 2, unknown: 0 },
    });
    const codings = await codingsBy(db, collection.id, "Grace");
    expect(codings.map(({ codes, note, sample: of }) => [codes, note, of])).toEqual([
      [[], "", "sample-1"],
      [["price"], "Too dear", "sample-1"],
    ]);
  });

  test("of the first coder's own name are told apart from them", async () => {
    const answers = new Map([[sample.keys[0] ?? "", { codes: [], note: "", at: 1 }]]);
    const file = await readAnswersFile(
      await answersFile({ ...(await taskOf()), coder: "Ada" }, answers, sampleNoon),
    );
    const taken = file.ok && (await takeAnswers(db, collection, file.value));
    expect(taken).toMatchObject({ ok: true, value: { coder: "Ada (2)", taken: 1 } });
    expect(await codingsBy(db, collection.id, "Ada")).toEqual([]);
  });

  test("answers to items that were deleted meanwhile are counted, not kept", async () => {
    const task = await taskOf();
    const answers = new Map(task.items.map(({ key }) => [key, { codes: [], note: "", at: 1 }]));
    const [item] = await itemsOfSample(db, sample);
    await deleteItems(db, [item?.seq ?? 0]);
    const file = await readAnswersFile(await answersFile(task, answers, sampleNoon));
    const taken = file.ok && (await takeAnswers(db, collection, file.value));
    expect(taken).toMatchObject({ value: { taken: 2, unknown: 1 } });
  });

  test("answers to another sample, damaged files and files of another kind are refused", async () => {
    const answers = await answersFile({ ...(await taskOf()), id: "sample-9" }, new Map(), sampleNoon);
    const file = await readAnswersFile(answers);
    expect(file.ok && (await takeAnswers(db, collection, file.value))).toMatchObject({
      error: { params: { reason: "not-found" } },
    });
    expect(await readSampleFile(answers, 0)).toMatchObject({ error: { params: { reason: "format" } } });
    expect(await readAnswersFile(answers.replace("Grace", "Eve"))).toMatchObject({
      error: { params: { reason: "checksum" } },
    });
  });

  test("a task that is deleted leaves nothing behind, and nothing comes back", async () => {
    const task = await taskOf();
    await keepTask(theirs, task);
    await putAnswer(theirs, task.id, sample.keys[0] ?? "", { codes: [], note: "", at: 1 });
    await deleteTask(theirs, task.id);
    await putAnswer(theirs, task.id, sample.keys[0] ?? "", { codes: [], note: "", at: 2 });
    expect(await tasksWithProgress(theirs)).toEqual([]);
    expect((await taskAnswers(theirs, task.id)).size).toBe(0);
  });

  test("items of another collection are no part of a sample", async () => {
    const [other] = await keepItems(db, [anItem(7, { collection: "other" })]);
    const kept = await keepSample(db, { ...sample, id: "sample-2" }, [other?.seq ?? 0, 9999]);
    expect(kept.keys).toEqual([]);
    expect((await samplesOf(db, collection.id)).map(({ id }) => id).toSorted()).toEqual([
      "sample-1",
      "sample-2",
    ]);
  });
});
