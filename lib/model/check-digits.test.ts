import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { luhn, mod9710, remainder } from "./check-digits.ts";

describe("check digits", () => {
  it("of Luhn fit real numbers, and no number of zeros alone", () => {
    expect(["4111111111111111", "732829320", "79927398713"].map(luhn)).toEqual([true, true, true]);
    expect(["4111111111111112", "0000", "0", ""].map(luhn)).toEqual([false, false, false, false]);
  });

  it("of MOD 97-10 fit an IBAN turned round and an LEI, in capitals", () => {
    expect(mod9710("370400440532013000DE89")).toBe(true);
    expect(mod9710("5493001KJTIIGC8Y1R12")).toBe(true);
    expect(mod9710("370400440532013000DE98")).toBe(false);
    expect(mod9710("370400440532013000de89")).toBe(false);
  });

  it("catch every single wrong digit", () => {
    const digits = fc.stringMatching(/^[1-9]\d{7,15}$/);
    fc.assert(
      fc.property(digits, fc.nat(), fc.integer({ min: 1, max: 9 }), (text, place, more) => {
        const check = "0123456789".split("").find((digit) => luhn(text + digit))!;
        const whole = text + check;
        const at = place % whole.length;
        const wrong = whole.slice(0, at) + ((Number(whole[at]) + more) % 10) + whole.slice(at + 1);
        expect(luhn(wrong)).toBe(false);
      }),
    );
  });

  it("take the remainder of numbers of any length", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 30n }), (number) => {
        expect(remainder(String(number), 97)).toBe(Number(number % 97n));
      }),
    );
  });
});
