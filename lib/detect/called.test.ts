import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { elementsCalled, withNames } from "./called.ts";

const kinds = { logo: "logo", cart: "add-to-cart|buybox" } as const;

const texts = (elements: readonly Element[]): string[] => elements.map((one) => one.textContent ?? "");

function called(body: string): Record<keyof typeof kinds, readonly string[]> {
  const { document } = parseHTML(`<!doctype html><html><body>${body}</body></html>`);
  const found = elementsCalled(document.querySelectorAll(withNames), kinds);
  return { logo: texts(found.logo), cart: texts(found.cart) };
}

describe("elements by what they are called", () => {
  it("are found by class and by id, in any case, as a part of a word, in document order", () => {
    const found = called(
      '<b class="SiteLogo__x">1</b><b id="header-LOGO">2</b><b>3</b><b class="a logo b">4</b><b class="log-o">5</b>',
    );
    expect(found).toEqual({ logo: ["1", "2", "4"], cart: [] });
  });

  it("may be of several kinds, by class and id together, and are of each once", () => {
    expect(called('<b class="logo logo-2" id="buybox-logo">1</b>')).toEqual({ logo: ["1"], cart: ["1"] });
  });

  it("are bounded", () => {
    expect(called('<b class="logo">1</b>'.repeat(1000)).logo).toHaveLength(400);
  });

  it("are none where there are no elements", () => {
    expect(elementsCalled([], kinds)).toEqual({ logo: [], cart: [] });
  });
});
