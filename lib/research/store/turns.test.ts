import { describe, expect, it } from "vitest";
import { Turns } from "./turns.ts";

function refuse(cause: unknown): never {
  throw cause;
}

describe("turns", () => {
  it("are taken in the order of the calls, also after one that failed", async () => {
    const turns = new Turns();
    const done: string[] = [];
    const first = turns.take(async () => {
      await Promise.resolve();
      done.push("first");
      throw new Error("first");
    });
    const second = turns.take(async () => done.push("second"));
    await expect(first).rejects.toThrow("first");
    await second;
    expect(done).toEqual(["first", "second"]);
  });

  it("go on by themselves while there is more and nobody waits", async () => {
    const turns = new Turns();
    let left = 5;
    let inTurn: Promise<unknown> | undefined;
    turns.whenIdle(async () => {
      left--;
      // Somebody comes: the rest is for the next time.
      if (left === 3) inTurn = turns.take(async () => undefined);
      return left > 0;
    }, refuse);
    await turns.idle();
    await inTurn;
    expect(left).toBe(3);
    turns.whenIdle(async () => --left > 0, refuse);
    await turns.idle();
    expect(left).toBe(0);
  });

  it("tell whoever asked what went wrong when nobody waited", async () => {
    const turns = new Turns();
    const failures: unknown[] = [];
    turns.whenIdle(
      async () => {
        throw new Error("broken");
      },
      (cause) => failures.push(cause),
    );
    await turns.idle();
    expect(failures).toEqual([new Error("broken")]);
  });
});
