import { describe, expect, it, vi } from "vitest";
import { createGate, fetchThrough, type Gate } from "./gate.ts";

/** A request whose answer comes when the test says so, or never. */
function slowServer() {
  const answer = Promise.withResolvers<Response>();
  const send: typeof fetch = (_, init) =>
    new Promise((resolve, reject) => {
      init?.signal?.addEventListener("abort", () => reject(new Error("aborted")));
      void answer.promise.then(resolve);
    });
  return { answer, send };
}

/** A sync step: asks a server and writes down what became of it. */
function stepThrough(gate: Gate, send: typeof fetch, rows: string[]) {
  const run = async (): Promise<void> => {
    const outcome = await fetchThrough(
      gate,
      send,
    )("https://server.example/").then(
      () => "reviews",
      () => "failed",
    );
    rows.push(outcome);
  };
  return gate.job({ id: "sync", run, nextRunAt: () => Promise.resolve(1) });
}

const wipe = (rows: string[]) => (): Promise<void> => {
  rows.length = 0;
  return Promise.resolve();
};

describe("deleting everything with a reply in flight", () => {
  it("ends the request, waits for the step, and leaves nothing behind", async () => {
    const gate = createGate();
    const rows = ["old"];
    const { answer, send } = slowServer();
    const run = stepThrough(gate, send, rows).run();
    await gate.alone(wipe(rows), 1000);
    answer.resolve(new Response());
    await run;
    expect(rows).toEqual([]);
  });

  it("lets nothing new begin, and sets no alarm, until it is done", async () => {
    const gate = createGate();
    const rows: string[] = [];
    const step = stepThrough(gate, () => Promise.resolve(new Response()), rows);
    const seen: unknown[] = [];
    await gate.alone(async () => {
      await step.run();
      seen.push(
        await step.nextRunAt(),
        await gate.pass(
          () => Promise.resolve("done"),
          () => "refused",
        ),
      );
    }, 1000);
    expect(seen).toEqual([undefined, "refused"]);
    expect(rows).toEqual([]);
  });

  it("opens only when the last of two deletions is done", async () => {
    const gate = createGate();
    const second = Promise.withResolvers<void>();
    const first = gate.alone(() => Promise.resolve(), 1000);
    const both = gate.alone(() => second.promise, 1000);
    await first;
    const enter = (): Promise<string> =>
      gate.pass(
        () => Promise.resolve("in"),
        () => "refused",
      );
    expect(await enter()).toBe("refused");
    second.resolve();
    await both;
    expect(await enter()).toBe("in");
  });

  it("does not wait without end for a step that hangs", async () => {
    vi.useFakeTimers();
    const gate = createGate();
    void gate.pass(
      () => new Promise<void>(() => undefined),
      () => undefined,
    );
    const deleted = gate.alone(() => Promise.resolve("deleted"), 5000);
    await vi.advanceTimersByTimeAsync(5000);
    expect(await deleted).toBe("deleted");
    vi.useRealTimers();
  });
});

describe("afterwards", () => {
  it("work goes on, with requests that are not aborted", async () => {
    const gate = createGate();
    const rows: string[] = [];
    await gate.alone(() => Promise.resolve(), 1000);
    const step = stepThrough(
      gate,
      (_, init) => (init?.signal?.throwIfAborted(), Promise.resolve(new Response())),
      rows,
    );
    await step.run();
    expect(rows).toEqual(["reviews"]);
    expect(await step.nextRunAt()).toBe(1);
  });

  it("it goes on as well where the deletion failed", async () => {
    const gate = createGate();
    await expect(gate.alone(() => Promise.reject(new Error("disk")), 1000)).rejects.toThrow("disk");
    expect(
      await gate.pass(
        () => Promise.resolve("done"),
        () => "refused",
      ),
    ).toBe("done");
  });

  it("a step that fails inside fails for its own caller", async () => {
    const gate = createGate();
    const broken = gate.pass(
      () => Promise.reject(new Error("bug")),
      () => undefined,
    );
    await expect(broken).rejects.toThrow("bug");
  });

  it("a caller's own signal still counts", async () => {
    const caller = new AbortController();
    const { send } = slowServer();
    const request = fetchThrough(createGate(), send)("https://server.example/", { signal: caller.signal });
    caller.abort();
    await expect(request).rejects.toThrow("aborted");
  });
});
