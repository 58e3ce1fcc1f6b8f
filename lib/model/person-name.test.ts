import { describe, expect, it } from "vitest";
import { cleanPersonName, nameLook } from "./person-name.ts";

describe("a name as it may be shown", () => {
  it("loses what cannot be seen and what turns the words around it", () => {
    expect(cleanPersonName("  anna\u202e\u2066_k\u200b\ufeff ")).toBe("anna_k");
    expect(cleanPersonName("anna\n\t k")).toBe("anna k");
    expect(cleanPersonName("\u202e\u200b\u3164")).toBeUndefined();
    expect(cleanPersonName("")).toBeUndefined();
  });

  it("is of a length that fits a line, and not cut within a character", () => {
    expect(cleanPersonName("x".repeat(500))).toHaveLength(40);
    expect(cleanPersonName(`${"x".repeat(39)}😀`)).toBe("x".repeat(39));
  });

  it("does not paint over its neighbours", () => {
    expect(cleanPersonName(`a${"\u0317".repeat(30)}`)).toBe("a\u0317\u0317");
  });

  it("keeps other scripts as they are", () => {
    expect(cleanPersonName("דנה")).toBe("דנה");
    expect(cleanPersonName("Žofie Ňouma")).toBe("Žofie Ňouma");
  });
});

describe("names that may be taken for each other", () => {
  it.each([
    ["anna_k", "Anna K"],
    ["anna_k", "аnnа_k"], // Cyrillic а
    ["paypal", "pаypаI"],
    ["miller", "rniller"],
    ["vera", "νera"], // Greek ν
    ["zoe", "zoë"],
    ["Ilona", "llona"],
    ["bob", "b0b"],
    ["anna", "an\u200bna"],
  ])("%s and %s", (a, b) => expect(nameLook(a)).toBe(nameLook(b)));

  it.each([
    ["anna", "hanna"],
    ["anna_k", "anna_m"],
    ["דנה", "דנא"],
    ["★", "☆"],
  ])("but not %s and %s", (a, b) => expect(nameLook(a)).not.toBe(nameLook(b)));
});
