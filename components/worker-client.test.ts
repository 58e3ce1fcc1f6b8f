import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ComputeMessages } from "../lib/messages/compute.ts";
import type { WorkerAnswer, WorkerRequest } from "../lib/messages/worker.ts";
import { WorkerClient } from "./worker-client.ts";

const about = { keys: ["https://northwind.example"], names: [] };
const found = { ok: true, value: { texts: 5, topics: [] } } as const;

/** A worker that remembers what it was told and says what it is made to. */
class FakeWorker extends EventTarget {
  readonly told: WorkerRequest<ComputeMessages>[] = [];
  terminated = 0;
  postMessage(request: WorkerRequest<ComputeMessages>): void {
    this.told.push(request);
  }
  terminate(): void {
    this.terminated++;
  }
  say(answer: WorkerAnswer<ComputeMessages>): void {
    this.dispatchEvent(new MessageEvent("message", { data: answer }));
  }
  fail(): void {
    this.dispatchEvent(Object.assign(new Event("error"), { message: "not found" }));
  }
}

let workers: FakeWorker[];
let client: WorkerClient<ComputeMessages>;
beforeEach(() => {
  vi.useFakeTimers();
  workers = [];
  client = new WorkerClient<ComputeMessages>("compute", () => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker as never;
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe("the worker of a page", () => {
  it("starts with the first question and answers several in any order", async () => {
    expect(workers).toHaveLength(0);
    const { signal } = new AbortController();
    const first = client.ask("topics", about, signal);
    const second = client.ask("topics", about, signal);
    expect(workers).toHaveLength(1);
    const [one, two] = workers[0]?.told ?? [];
    workers[0]?.say({ id: two?.id ?? 0, result: { ok: false, error: { code: "quota" } } });
    workers[0]?.say({ id: one?.id ?? 0, result: found });
    expect(await first).toEqual(found);
    expect(await second).toEqual({ ok: false, error: { code: "quota" } });
  });

  it("is told when nobody waits any more, once", () => {
    const controller = new AbortController();
    void client.ask("topics", about, controller.signal);
    controller.abort();
    controller.abort();
    expect(workers[0]?.told.map(({ name }) => name)).toEqual(["topics", "cancel"]);
  });

  it("ends a while after the last who needs it, and not before", () => {
    const [one, other] = [client.hold(), client.hold()];
    void client.ask("topics", about, new AbortController().signal);
    one();
    one();
    vi.advanceTimersByTime(60_000);
    expect(workers[0]?.terminated).toBe(0);
    other();
    const again = client.hold();
    vi.advanceTimersByTime(60_000);
    expect(workers[0]?.terminated).toBe(0);
    again();
    vi.advanceTimersByTime(60_000);
    expect(workers[0]?.terminated).toBe(1);
  });

  it("starts again after it ended", () => {
    const { signal } = new AbortController();
    void client.ask("topics", about, signal);
    client.hold()();
    vi.advanceTimersByTime(60_000);
    void client.ask("topics", about, signal);
    expect(workers).toHaveLength(2);
  });

  it("that breaks leaves nobody waiting, and is not tried again", async () => {
    const said = vi.spyOn(console, "error").mockReturnValue();
    const { signal } = new AbortController();
    const waiting = client.ask("topics", about, signal);
    workers[0]?.fail();
    expect(await waiting).toMatchObject({ ok: false, error: { code: "bug" } });
    expect(await client.ask("topics", about, signal)).toMatchObject({ ok: false, error: { code: "bug" } });
    expect(workers).toHaveLength(1);
    expect(said).toHaveBeenCalledOnce();
  });

  it("that cannot be started at all is a bug for whoever asks, and no exception", async () => {
    vi.spyOn(console, "error").mockReturnValue();
    const without = new WorkerClient<ComputeMessages>("compute", () => {
      throw new DOMException("no workers here", "SecurityError");
    });
    const { signal } = new AbortController();
    expect(await without.ask("topics", about, signal)).toMatchObject({ ok: false, error: { code: "bug" } });
  });
});
