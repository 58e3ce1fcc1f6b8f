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
    const estimate = async () => ({ usage: 10 * gigabyte, quota: 9 * gigabyte });
    expect(await roomLeft(storage({ estimate }))).toMatchObject({ free: 0, state: "scarce" });
    const nearly = async () => ({ usage: 9.9 * gigabyte, quota: 10 * gigabyte });
    expect(await roomLeft(storage({ estimate: nearly }))).toMatchObject({ state: "scarce" });
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
