import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PageText } from "../model/page.ts";
import { holderOf, selfNames } from "./self-names.ts";

describe("holderOf", () => {
  test.each([
    ["© 2019 Sunny Bakery. All rights reserved.", "Sunny Bakery."],
    ["Copyright (c) 2001-2019 by Sunny Bakery Ltd | Privacy Policy", "Sunny Bakery Ltd"],
    ["Sunny Bakery © 2019", "Sunny Bakery"],
    ["Copyright © 2019, Sunny Bakery - Website by Pixel Mill", "Sunny Bakery"],
    ["© Sonnenbäckerei 2019 Alle Rechte vorbehalten", "Sonnenbäckerei"],
    ["© 2019 – present Boulangerie du Soleil. Tous droits réservés", "Boulangerie du Soleil"],
    ["Panadería Sol. Todos los derechos reservados", "Panadería Sol."],
    ["©2019 Home and Hearth Bakery Powered by ShopMaker", "Home and Hearth Bakery"],
    ["© 2019 Sunny Bakery, LLC, a Sun Group company", "Sunny Bakery, LLC"],
  ])("%s", (line, name) => expect(holderOf(line)?.replace(/[.]$/u, "")).toBe(name.replace(/[.]$/u, "")));

  test("a line without a holder has none", () => {
    expect(holderOf("All rights reserved.")).toBeUndefined();
    expect(holderOf("© 2019")).toBeUndefined();
    expect(holderOf("Sunny Bakery since 2019")).toBeUndefined();
  });

  test("ends for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        expect((holderOf(`© ${text}`) ?? "").length).toBeLessThanOrEqual(80);
      }),
    );
    expect(holderOf(`©${" 2019-".repeat(20_000)}`)).toBeUndefined();
  });
});

const named = (...texts: PageText[]): readonly string[] =>
  selfNames(texts, undefined)
    .filter(({ from }) => from !== "line")
    .map(({ from, text }) => `${from}: ${text}`);

describe("selfNames", () => {
  test("each place gives its own kind of name", () => {
    expect(named(["logo", "Sunny Bakery Logo"])).toEqual(["logo: Sunny Bakery"]);
    expect(named(["logo", "Logo von Sonnenbäckerei"])).toEqual(["logo: Sonnenbäckerei"]);
    expect(named(["home", "Sunny Bakery"])).toEqual(["home: Sunny Bakery"]);
    expect(named(["home", "x".repeat(61)])).toEqual([]);
    expect(named(["mail", "mailto:hello@bakery.example?subject=Bread"])).toEqual([
      "mail: hello@bakery.example",
    ]);
    expect(named(["top", "Welcome to Sunny Bakery"])).toEqual(["welcome: Sunny Bakery"]);
    expect(named(["end", "© 2019 Sunny Bakery Ltd"])).toEqual([
      "copyright: Sunny Bakery Ltd",
      "legal: Sunny Bakery Ltd",
    ]);
  });

  test("what the page's meta says of its copyright counts too; characters that cannot be seen do not", () => {
    expect(selfNames([["logo", "Sunny\u202E Bakery"]], "2019 Sunny Bakery")).toEqual([
      { from: "copyright", text: "Sunny Bakery" },
      { from: "logo", text: "Sunny Bakery" },
    ]);
  });

  test("a page of nothing but texts gives a bounded list", () => {
    const many = Array.from({ length: 5000 }, (): PageText => ["end", "© Sunny Bakery Ltd"]);
    expect(selfNames(many, undefined).length).toBeLessThanOrEqual(150);
  });
});
