import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { companyNames, isLegalForm } from "./legal-form.ts";

describe("companyNames", () => {
  test.each<[string, readonly string[]]>([
    ["Sunny Bakery Ltd, 4 High Street, Leeds", ["Sunny Bakery Ltd"]],
    [
      "© 2019 Sonnenbäckerei Möller GmbH & Co. KG · Alle Rechte vorbehalten",
      ["Sonnenbäckerei Möller GmbH & Co. KG"],
    ],
    ["Boulangerie du Soleil SARL au capital de 8 000 €", ["Boulangerie du Soleil SARL"]],
    ["Panaderia Sol, S.L. - CIF B00000000", ["Panaderia Sol, S.L."]],
    ["Forno Sole S.r.l. via Roma 1", ["Forno Sole S.r.l."]],
    ["Piekarnia Słońce Sp. z o.o. ul. Polna 1", ["Piekarnia Słońce Sp. z o.o."]],
    ["Bakkerij Zon B.V. Amsterdam", ["Bakkerij Zon B.V."]],
    ["Pekárna Slunce s.r.o., Praha", ["Pekárna Slunce s.r.o."]],
    ["Solbageriet ApS and Brød A/S", ["Solbageriet ApS", "Brød A/S"]],
    ["Sun Bakery Pty Ltd ABN 00 000 000 000", ["Sun Bakery Pty Ltd"]],
    ["ООО «Солнечная пекарня», Москва", ["ООО «Солнечная пекарня»"]],
    ["this site is operated by Sunny Bakery, Inc.", ["Sunny Bakery, Inc."]],
  ])("%s", (line, names) => expect(companyNames(line)).toEqual(names));

  test("words that only look like a legal form make no company", () => {
    expect(companyNames("as soon as the spa opens, nv and se")).toEqual([]);
    expect(companyNames("5 Ludlow Street SE")).toEqual([]);
    expect(companyNames("Ltd")).toEqual([]);
    expect(companyNames("our company is limited by guarantee")).toEqual([]);
    expect(isLegalForm("spa")).toBe(false);
    expect(isLegalForm("S.p.A.")).toBe(true);
  });

  test("for any text, names are parts of it and reading ends", () => {
    const word = fc.constantFrom(
      "Sunny",
      "Ltd",
      "&",
      "GmbH",
      "Co.",
      "KG",
      "of",
      "«",
      "»",
      "ООО",
      "Sp.",
      "z",
      "o.o.",
      "by",
      ",",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.array(word).map((words) => words.join(" ")),
        ),
        (text) => {
          const plain = text.replaceAll(/\s+/gu, " ");
          for (const name of companyNames(text)) expect(plain).toContain(name);
        },
      ),
    );
    expect(companyNames(`${"A ".repeat(100_000)}Ltd`)).toEqual([]);
  });
});
