import { afterEach, describe, expect, it, vi } from "vitest";
import { DatabaseError } from "../../db/database-error.ts";
import type { ComputeMessages, FoundTopics } from "../../messages/compute.ts";
import type { WorkerAnswer } from "../../messages/worker.ts";
import type { Weighing } from "../../model/weighing.ts";
import type { WorkerPort } from "../worker/serve.ts";
import { serveCompute } from "./serve.ts";
import { CancelledError } from "../../errors.ts";
import type { TopicService } from "./topic-service.ts";

afterEach(() => vi.restoreAllMocks());

const found: FoundTopics = { texts: 7, topics: [{ kind: "aspect", id: "price", count: 7 }] };
const nothingSaid: Weighing = {
  plain: { kind: "few", voices: 0 },
  weighed: { kind: "few", voices: 0 },
  reasons: [],
  lighter: [],
};
const about = { keys: ["https://northwind.example"], names: ["Northwind"] };

function serve(topics: TopicService["topics"]): {
  ask: (data: unknown) => void;
  answers: WorkerAnswer<ComputeMessages>[];
} {
  const answers: WorkerAnswer<ComputeMessages>[] = [];
  let listener: Parameters<WorkerPort["addEventListener"]>[1] | undefined;
  const port: WorkerPort = {
    addEventListener: (_, added) => (listener = added),
    postMessage: (answer) => answers.push(answer as WorkerAnswer<ComputeMessages>),
  };
  serveCompute(port, {
    topics: { topics, quotes: async () => ({ quotes: [], total: 0 }) },
    weights: { weigh: async () => nothingSaid },
  });
  return { ask: (data) => listener?.({ data } as MessageEvent<unknown>), answers };
}

describe("the compute worker", () => {
  it("answers each question under its number", async () => {
    const { ask, answers } = serve(async () => found);
    ask({ id: 3, name: "topics", data: about });
    ask({ id: 4, name: "quotes", data: { about, kind: "aspect", id: "price", skip: 0, limit: 5 } });
    ask({ id: 5, name: "weigh", data: { keys: about.keys, off: ["burst"] } });
    await vi.waitFor(() => expect(answers).toHaveLength(3));
    expect(answers.find(({ id }) => id === 5)?.result).toEqual({ ok: true, value: nothingSaid });
    expect(answers.find(({ id }) => id === 3)?.result).toEqual({ ok: true, value: found });
    expect(answers.find(({ id }) => id === 4)?.result).toEqual({ ok: true, value: { quotes: [], total: 0 } });
  });

  it.each([
    ["nothing", undefined],
    ["an unknown name", { id: 1, name: "everything", data: about }],
    [
      "too many sentences at once",
      { id: 1, name: "quotes", data: { about, kind: "aspect", id: "price", skip: 0, limit: 1e6 } },
    ],
    ["weights without what is off", { id: 1, name: "weigh", data: { keys: ["https://a.example"] } }],
    ["no keys", { id: 1, name: "topics", data: { names: [] } }],
  ])("says of %s that it is a bug, and answers nothing", async (_, data) => {
    const said = vi.spyOn(console, "error").mockReturnValue();
    const topics = vi.fn<TopicService["topics"]>(async () => found);
    const { ask, answers } = serve(topics);
    ask(data);
    ask({ id: 9, name: "topics", data: about });
    await vi.waitFor(() => expect(answers).toEqual([{ id: 9, result: { ok: true, value: found } }]));
    expect(said).toHaveBeenCalledOnce();
    expect(topics).toHaveBeenCalledOnce();
  });

  it("stops, and answers nothing, when a question is cancelled", async () => {
    let stopped = 0;
    const { ask, answers } = serve(
      (_, signal) =>
        new Promise((resolve, reject) => {
          if (signal.aborted) resolve(found);
          signal.addEventListener("abort", () => {
            stopped++;
            reject(new CancelledError());
          });
        }),
    );
    ask({ id: 1, name: "topics", data: about });
    ask({ id: 1, name: "cancel" });
    ask({ id: 77, name: "cancel" });
    ask({ id: 2, name: "quotes", data: { about, kind: "aspect", id: "price", skip: 0, limit: 5 } });
    await vi.waitFor(() => expect(answers.map(({ id }) => id)).toEqual([2]));
    expect(stopped).toBe(1);
  });

  it("says under its code what the database cannot do, and of anything else that it is a bug", async () => {
    vi.spyOn(console, "error").mockReturnValue();
    const failures = [new DatabaseError("quota"), new TypeError("oh")];
    const { ask, answers } = serve(async () => {
      throw failures.shift();
    });
    ask({ id: 1, name: "topics", data: about });
    ask({ id: 2, name: "topics", data: about });
    await vi.waitFor(() => expect(answers).toHaveLength(2));
    expect(answers.map(({ result }) => result)).toEqual([
      { ok: false, error: { code: "quota" } },
      { ok: false, error: { code: "bug", params: { reason: "oh" } } },
    ]);
  });
});
