import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { registerNumbers } from "./register-numbers.ts";

const shown = (line: string): readonly string[] =>
  registerNumbers(line).map(({ label, value }) => `${label} ${value}`);

describe("numbers of public registers", () => {
  it.each([
    ["Amtsgericht Hamburg, HRB 123456", "Handelsregister HRB 123456, Hamburg"],
    ["Firmenbuch: FN 123456a", "FN 123456a"],
    ["SIRET 404 833 048 00022", "SIRET 404 833 048 00022"],
    ["RCS Nanterre 404 833 048", "RCS 404 833 048"],
    ["KvK-nummer: 12345678", "KvK 12345678"],
    ["CVR-nr. 13585628", "CVR 13585628"],
    ["Company number: 01234567", "Company number 01234567"],
    ["Registered in England and Wales no. 1234567", "Company number 1234567"],
    ["ABN 51 824 753 556", "ABN 51 824 753 556"],
    ["CNPJ: 11.222.333/0001-81", "CNPJ 11.222.333/0001-81"],
    ["LEI 5493001KJTIIGC8Y1R12", "LEI 5493001KJTIIGC8Y1R12"],
  ])("%s", (line, expected) => {
    expect(shown(line)).toContain(expected);
  });
});

describe("what is none", () => {
  it.each([
    ["a wrong check digit", "SIREN 404 833 049"],
    ["a number that is called nothing", "404 833 048"],
    ["a year", "© 2026 Northwind"],
  ])("%s", (_, line) => {
    expect(registerNumbers(line)).toEqual([]);
  });

  it("never throws, and gives six at most", () => {
    fc.assert(fc.property(fc.string({ maxLength: 600 }), (line) => registerNumbers(line).length <= 6));
  });
});
