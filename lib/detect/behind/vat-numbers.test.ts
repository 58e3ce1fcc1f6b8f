import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { vatNumbers } from "./vat-numbers.ts";

const values = (line: string): readonly string[] => vatNumbers(line).map(({ value }) => value);

describe("numbers with their country's letters", () => {
  it.each([
    ["USt-IdNr.: DE 136 695 976", "DE136695976"],
    ["UID-Nr: ATU13585627", "ATU13585627"],
    ["N° TVA intracommunautaire : FR40 303 265 045", "FR40303265045"],
    ["BTW NL004495445B01", "NL004495445B01"],
    ["VAT No. GB 980 7806 84", "GB980780684"],
    ["P.IVA IT00743110157", "IT00743110157"],
    ["NIP PL8567346215", "PL8567346215"],
    ["CVR DK13585628", "DK13585628"],
  ])("%s", (line, number) => {
    expect(values(line)).toEqual([number]);
  });
});

describe("numbers whose country the line names by its own word", () => {
  it.each([
    ["Partita IVA 00743110157", "IT", "IT00743110157"],
    ["NIP: 856-734-62-15", "PL", "PL8567346215"],
    ["VAT registration number 980 7806 84", "GB", "GB980780684"],
  ])("%s", (line, country, value) => {
    expect(vatNumbers(line)).toEqual([{ value, country }]);
  });
});

describe("what is no VAT number", () => {
  it.each([
    ["a wrong check digit", "USt-IdNr.: DE 136 695 977"],
    ["letters and digits in a line about something else", "Order DE136695976 has been shipped"],
    ["nothing but noughts", "VAT DE000000000"],
    ["a telephone number", "Telefon +49 30 1234567"],
  ])("%s", (_, line) => {
    expect(vatNumbers(line)).toEqual([]);
  });

  it("never throws, and gives four at most", () => {
    fc.assert(fc.property(fc.string({ maxLength: 600 }), (line) => vatNumbers(`VAT ${line}`).length <= 4));
  });
});
