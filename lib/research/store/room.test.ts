import { describe, expect, it } from "vitest";
import { askToPersist, type RoomStorage, roomLeft } from "./room.ts";

const gigabyte = 2 ** 30;

function storage(changes: Partial<RoomStorage> = {}): RoomStorage {
  return {
    estimate: async () => ({ usage: gigabyte, quota: 10 * gigabyte }),
    persist: async () => true,
    persisted: async () => false,
    ...changes,
  };
}

describe("the room that is left", () => {
  it("is what the browser says", async () => {
    expect(await roomLeft(storage())).toEqual({
      used: gigabyte,
      free: 9 * gigabyte,
      isPersistent: false,
      state: "ample",
    });
  });

  it("is scarce before nothing fits any more, and never below nothing", async () => {
    const used = (usage: number): RoomStorage =>
      storage({ estimate: async () => ({ usage, quota: 10 * gigabyte }) });
    expect(await roomLeft(used(11 * gigabyte))).toMatchObject({ free: 0, state: "scarce" });
    expect(await roomLeft(used(9.9 * gigabyte))).toMatchObject({ state: "scarce" });
  });

  it("is unknown where the browser does not tell", async () => {
    expect(await roomLeft(storage({ estimate: async () => ({}) }))).toBeUndefined();
  });
});

describe("asking to persist", () => {
  it("asks only where it is not granted already", async () => {
    let asked = 0;
    const persist = async (): Promise<boolean> => {
      asked++;
      return false;
    };
    expect(await askToPersist(storage({ persist }))).toBe(false);
    expect(await askToPersist(storage({ persist, persisted: async () => true }))).toBe(true);
    expect(asked).toBe(1);
  });
});
