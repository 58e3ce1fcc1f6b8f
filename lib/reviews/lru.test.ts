import { describe, expect, it } from "vitest";
import { Lru } from "./lru.ts";

describe("a bounded map", () => {
  it("never holds more than its capacity", () => {
    const lru = new Lru<number, number>(10);
    for (let i = 0; i < 1000; i++) {
      lru.set(i, i);
      expect(lru.size).toBeLessThanOrEqual(10);
    }
    expect(lru.get(999)).toBe(999);
    expect(lru.get(0)).toBeUndefined();
  });

  it("keeps what is used again and again", () => {
    const lru = new Lru<string, number>(6);
    lru.set("kept", 1);
    for (let i = 0; i < 100; i++) {
      lru.set(`other ${i}`, i);
      expect(lru.get("kept")).toBe(1);
    }
  });

  it("gives the newest value of a key", () => {
    const lru = new Lru<string, number>(4);
    lru.set("a", 1);
    lru.set("b", 1);
    lru.set("a", 2);
    expect(lru.get("a")).toBe(2);
    expect(lru.size).toBe(2);
  });
});
