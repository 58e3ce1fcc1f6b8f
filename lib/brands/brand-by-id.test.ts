import { describe, expect, it } from "vitest";
import { brandById } from "./brand-by-id.ts";
import type { BrandEntry } from "./directory.ts";

const entry = (id: string, domains: readonly string[]): BrandEntry => ({
  id,
  name: "Kite",
  aliases: [],
  domains,
  sharedDomains: [],
  handles: {},
});
const kite = entry("kite.example", ["kite.example", "kite-shoes.example"]);
const nameless = entry("name:kite", []);
const directory = {
  matchHost: (host: string) =>
    Promise.resolve(
      kite.domains.includes(host.replace(/^www\./, ""))
        ? { entry: kite, how: "domain" as const, domain: host }
        : undefined,
    ),
  byName: (name: string) => Promise.resolve(name === "kite" ? [kite, nameless] : []),
};

describe("a brand by its id", () => {
  it("is found by its primary domain, and by its name where it has none", async () => {
    expect(await brandById(directory, "kite.example")).toBe(kite);
    expect(await brandById(directory, "name:kite")).toBe(nameless);
  });

  it("is not found by anything that is no id", async () => {
    for (const id of ["kite-shoes.example", "www.kite.example", "name:other", "name:", "other.example", ""])
      expect(await brandById(directory, id), id).toBeUndefined();
  });
});
