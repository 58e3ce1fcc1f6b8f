import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseStrictJson } from "./strict-json.ts";

describe("strict JSON", () => {
  it("reads whatever JSON.stringify writes, to the same value", () => {
    // `too-deep` is the only other answer to a value without repeated keys.
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 8 }), (value) => {
        const text = JSON.stringify(value, undefined, 1);
        fc.pre(!text.includes('"__proto__"'));
        expect(parseStrictJson(text)).toEqual({ ok: true, value: JSON.parse(text) });
      }),
    );
  });

  it("finds a key that is there twice, however it is written and wherever it stands", () => {
    const wrap = fc.constantFrom<(inner: string) => string>(
      (inner) => inner,
      (inner) => `[0,"{",${inner}]`,
      (inner) => `{"\\"}":{"b":[],"c":${inner}},"d":1}`,
    );
    const spelling = fc.constantFrom<(key: string) => string>(
      JSON.stringify,
      (key) =>
        `"${key
          .split("")
          .map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`)
          .join("")}"`,
    );
    const key = fc.string({ unit: "binary-ascii", maxLength: 8 });
    fc.assert(
      fc.property(wrap, key, spelling, spelling, fc.jsonValue(), (around, name, one, other, between) => {
        const object = `{${one(name)}:1,"_":${JSON.stringify(between)},${other(name)}:2}`;
        fc.pre(name !== "_" && !object.includes("__proto__"));
        expect(parseStrictJson(around(object))).toEqual({ ok: false, error: "duplicate-key" });
      }),
    );
  });

  it("lets the same key stand in different objects, and as a value", () => {
    const text = '{"a":"a","b":{"a":["a","a"]},"c":[{"a":1},{"a":2}],"A":0}';
    expect(parseStrictJson(text)).toEqual({ ok: true, value: JSON.parse(text) });
  });

  it.each([
    ["", "not-json"],
    ["{} {}", "not-json"],
    ["{'a':1}", "not-json"],
    ['{"a":1,}', "not-json"],
    ['{"__proto__":{}}', "duplicate-key"],
    ["[".repeat(17) + "]".repeat(17), "too-deep"],
  ])("refuses %s", (text, error) => {
    expect(parseStrictJson(text)).toEqual({ ok: false, error });
  });
});
