import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  decodeBase64,
  decodeBase64Url,
  decodeBase64UrlText,
  encodeBase64,
  encodeBase64Url,
} from "./base64url.ts";

const bytes = fc.uint8Array({ maxLength: 200 });

describe("base64", () => {
  it("agrees with Node in both alphabets, both ways", () => {
    fc.assert(
      fc.property(bytes, (data) => {
        expect(encodeBase64Url(data)).toBe(Buffer.from(data).toString("base64url"));
        expect(encodeBase64(data)).toBe(Buffer.from(data).toString("base64"));
        expect(decodeBase64Url(encodeBase64Url(data))).toEqual(new Uint8Array(data));
        expect(decodeBase64(encodeBase64(data))).toEqual(new Uint8Array(data));
      }),
    );
  });

  it("has one spelling per value: whatever decodes is what encoding gives", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."AZaz09-_+/= \né".split("")), maxLength: 12 }),
        (text) => {
          const url = decodeBase64Url(text);
          if (url) expect(encodeBase64Url(url)).toBe(text);
          const standard = decodeBase64(text);
          if (standard) expect(encodeBase64(standard)).toBe(text);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it.each(["A", "AA==", "AB", "AA A", "+/AA", "AAAAA", "AA\n"])("refuses %j as base64url", (text) => {
    expect(decodeBase64Url(text)).toBeUndefined();
  });

  it.each(["AA", "AB==", "-_AA", "AA= =", "===="])("refuses %j as base64", (text) => {
    expect(decodeBase64(text)).toBeUndefined();
  });

  it("reads text, also after a longer one, and refuses what is not UTF-8", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        expect(decodeBase64UrlText(encodeBase64Url(new TextEncoder().encode(text)))).toEqual({
          ok: true,
          value: text,
        });
      }),
    );
    const long = "é".repeat(10_000);
    expect(decodeBase64UrlText(Buffer.from(long).toString("base64url"))).toEqual({ ok: true, value: long });
    expect(decodeBase64UrlText("_w")).toEqual({ ok: false, error: "utf-8" });
    expect(decodeBase64UrlText("_w=")).toEqual({ ok: false, error: "base64url" });
  });
});
