import { expect, it } from "vitest";
import { brandDomainOf } from "./brand-domain.ts";

it.each([
  ["kite.example", "kite.example"],
  [" https://www.Kite.example/about?x=1 ", "kite.example"],
  ["kite.co.uk", "kite.co.uk"],
  ["bücher.example", "xn--bcher-kva.example"],
  ["kite.example.", "kite.example"],
])("the domain of %s is %s", (text, domain) => expect(brandDomainOf(text)).toBe(domain));

it.each(["", "kite", "127.0.0.1", "[::1]", "localhost", "two words.example", "https://"])(
  "%s is no domain of a brand",
  (text) => expect(brandDomainOf(text)).toBeUndefined(),
);
