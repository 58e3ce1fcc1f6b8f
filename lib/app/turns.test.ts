import { expect, it } from "vitest";
import { createTurns } from "./turns.ts";

it("lets the second wait for the first, also where the first fails", async () => {
  const inTurn = createTurns<number>();
  const seen: string[] = [];
  let fail: (() => void) | undefined;
  const first = inTurn(1, () => new Promise<void>((_, reject) => (fail = () => reject(new Error("no")))));
  const second = inTurn(1, async () => void seen.push("second"));
  await inTurn(2, async () => void seen.push("other key"));
  expect(seen).toEqual(["other key"]);
  fail?.();
  await expect(first).rejects.toThrow("no");
  await second;
  expect(seen).toEqual(["other key", "second"]);
});
