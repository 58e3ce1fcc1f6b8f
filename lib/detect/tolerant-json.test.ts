import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseTolerantJson } from "./tolerant-json.ts";

const plain = (value: unknown): unknown =>
  value === undefined ? undefined : JSON.parse(JSON.stringify(value));

// null becomes nothing: a property without a value says nothing.
const withoutNull = (_: string, part: unknown): unknown => (part === null ? undefined : part);

/** For what one pass does in a second, in ms. */
const patience = 30_000;

describe("parseTolerantJson", () => {
  test.each([
    ["a trailing comma", '{"a":1,"b":[1,2,],}', { a: 1, b: [1, 2] }],
    ["a missing comma", '{"a":"x"\n"b":"y"}', { a: "x", b: "y" }],
    ["a raw line break in a string", '{"a":"x\ny"}', { a: "x\ny" }],
    ["comments", '{/* c */"a":1, // d\n"b":2}', { a: 1, b: 2 }],
    ["an address is no comment", '{"a":"https://shop.example/x"}', { a: "https://shop.example/x" }],
    ["CDATA", '<![CDATA[{"a":1}]]>', { a: 1 }],
    ["CDATA in a comment", '//<![CDATA[\n{"a":1}\n//]]>', { a: 1 }],
    ["CDATA and data on one line", '//<![CDATA[ {"a":1} //]]>', { a: 1 }],
    ["an HTML comment", '<!-- {"a":1} -->', { a: 1 }],
    ["single quotes and bare keys", "{a:'x', b: y}", { a: "x", b: "y" }],
    ["a quote inside a string", '{"a":"a 5" pipe","b":1}', { a: 'a 5" pipe', b: 1 }],
    ["an unknown escape", String.raw`{"a":"it\'s \x","b":"\u00e9\n"}`, { a: "it's x", b: "é\n" }],
    ["an assignment around it", 'window.data = {"a":1};', { a: 1 }],
    ["two documents", '{"a":1}{"b":2}', [{ a: 1 }, { b: 2 }]],
    ["half a document", '{"a":{"b":"c', { a: { b: "c" } }],
    ["a missing bracket", '{"a":[1,2,"b":3}', { a: [1, 2, "b", 3] }],
    ["words that are no values", '{"a":undefined,"b":NaN,"c":null,"d":true}', { d: true }],
    ["a byte order mark", '\uFEFF{"a":1}', { a: 1 }],
  ])("reads %s", (_, text, value) => expect(plain(parseTolerantJson(text))).toEqual(value));

  test.each(["", "hello", "]]]}", "//", "/*", "\\"])("finds nothing in %j", (text) => {
    expect(parseTolerantJson(text)).toBeUndefined();
  });

  test("a key named __proto__ changes no prototype", () => {
    const value = parseTolerantJson('{"__proto__":{"polluted":1},}') as object;
    expect(Object.getPrototypeOf(value)).toBeNull();
    expect({}).not.toHaveProperty("polluted");
  });

  test("whatever JSON can write is read as JSON reads it", () => {
    const value = fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), fc.jsonValue({ maxDepth: 4 }), {
      minKeys: 1,
    });
    fc.assert(
      fc.property(value, (object) => {
        const text = JSON.stringify(object);
        if (/null|"[^"]*["\\]/.test(text.replaceAll(/"[a-z]*"/g, ""))) return;
        expect(plain(parseTolerantJson(text))).toEqual(JSON.parse(text, withoutNull));
      }),
    );
  });

  test("never throws, and ends on any text", () => {
    const token = fc.constantFrom(
      ..."{}[]\"',:;/*\\ \n<>!-".split(""),
      "<![CDATA[",
      "]]>",
      "//",
      "a",
      "1",
      "\\u00",
    );
    fc.assert(
      fc.property(fc.array(token, { maxLength: 200 }), (tokens) => void parseTolerantJson(tokens.join(""))),
      {
        numRuns: 2000,
      },
    );
  });

  // Backtracking would outlast any machine's patience; how busy this one is does not matter.
  test.each([
    ["100 000 open brackets", "[".repeat(100_000)],
    ["100 000 open objects", '{"a":'.repeat(100_000)],
    ["open quotes", `{"a":"${'" '.repeat(120_000)}`],
    ["open comments", `{${"/*".repeat(120_000)}`],
    ["spaces after quotes", `{"a":"${`"${" ".repeat(190)}x`.repeat(1000)}`],
    ["half a million commas", `[${",".repeat(250_000)}`],
  ])(
    "reads %s in one pass",
    (_, text) => {
      expect(() => parseTolerantJson(text)).not.toThrow();
    },
    patience,
  );
});
