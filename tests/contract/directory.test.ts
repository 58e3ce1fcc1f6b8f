import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { openDirectory } from "../../lib/brands/directory.ts";
import type { Directory } from "../../lib/brands/directory.ts";
import { buildDirectory, directoryFolder } from "../../scripts/build-directory/build.ts";

/** The directory as it ships: what people would expect of it, and the traps in its sources. */
let directory: Directory;

beforeAll(async () => {
  await buildDirectory();
  directory = await openDirectory((path) => readFile(join(directoryFolder, path)));
});

async function namesOf(name: string): Promise<string[]> {
  return (await directory.byName(name)).map((entry) => entry.id);
}

test("knows a great many brands", () => {
  expect(directory.size).toBeGreaterThan(18_000);
});

test.each([
  ["nike.com", "Nike"],
  ["www.adidas.de", "Adidas"],
  ["shop.lego.com", "LEGO"],
  ["www.canon.co.uk", "Canon"],
  ["www.loreal-paris.fr", "L'Oréal Paris"],
  ["gymshark.com", "Gymshark"],
  ["glossier.com", "Glossier"],
  ["nestle.de", "Nestlé"],
  ["www.heineken.com", "Heineken"],
  ["open.spotify.com", "Spotify"],
  ["music.apple.com", "Apple Music"],
  ["www.apple.com", "Apple"],
  ["aws.amazon.com", "AWS"],
  ["www.amazon.co.jp", "Amazon"],
  ["www.dm.de", "dm"],
  ["trendyol.com", "Trendyol"],
  ["allegro.pl", "Allegro"],
])("%s is %s", async (host, name) => {
  expect((await directory.byHost(host))?.name).toBe(name);
});

test.each([
  ["nike.co.za", "nike.com"],
  ["ikea.rs", "ikea.com"],
  ["www.canon.no", "canon.com"],
])("%s is guessed to be the country site of %s", async (host, id) => {
  expect(await directory.matchHost(host)).toMatchObject({ how: "country-site", entry: { id } });
});

describe("traps", () => {
  test.each([
    ["marriott.com", "Marriott"],
    ["hilton.com", "Hilton"],
    ["ihg.com", "IHG"],
    ["all.accor.com", "Accor"],
    ["hyatt.com", "Hyatt"],
  ])("a hotel group's %s is the group %s", async (host, name) => {
    expect((await directory.byHost(host))?.name).toBe(name);
  });

  test.each([
    ["Delta", "delta.com"],
    ["Apple", "apple.com"],
    ["Target", "target.com"],
    ["Orange", "orange.com"],
    ["Shell", "shell.com"],
    ["Dove", "dove.com"],
    ["Mint", "mintmobile.com"],
    ["Puma", "puma.com"],
  ])("of all that is called %s, %s comes first", async (name, id) => {
    expect((await namesOf(name))[0]).toBe(id);
  });

  test("the others of a name are there as well", async () => {
    expect(await namesOf("Dove")).toContain("dovechocolate.com");
    expect(await namesOf("Target")).toContain("target.com.au");
    expect((await namesOf("Delta")).length).toBeGreaterThan(2);
  });

  test.each(["delta.dk", "apple.no", "target.de", "shell.io", "mint.fr"])(
    "%s is not guessed by its word",
    async (host) => {
      expect((await directory.matchHost(host))?.how).not.toBe("country-site");
    },
  );

  test.each([
    "canada.ca",
    "harvard.edu",
    "success-academies.org",
    "aamaadmiparty.org",
    "cdu.de",
    "greensboro-nc.gov",
    "met.police.uk",
    "churchofengland.org",
  ])("%s is no brand", async (host) => {
    expect(await directory.byHost(host)).toBeUndefined();
  });

  test("users' sites belong to nobody", async () => {
    expect(await directory.byHost("someone.wordpress.com")).toBeUndefined();
    expect(await directory.byHost("someone.github.io")).toBeUndefined();
    expect(await directory.byHost("a-shop.myshopify.com")).toBeUndefined();
  });
});

test.each([
  ["adid", "Adidas"],
  ["the north f", "The North Face"],
  ["mcdon", "McDonald's"],
  ["nestl", "Nestlé"],
  ["zal", "Zalando"],
])("whoever types %s is offered %s", async (text, name) => {
  expect((await directory.byBeginning(text, 8)).map((entry) => entry.name)).toContain(name);
});

test("handles, ids and owners", async () => {
  expect((await directory.byHandle("x", "@Nike"))?.id).toBe("nike.com");
  expect((await directory.byHandle("instagram", "glossier"))?.id).toBe("glossier.com");
  expect((await directory.byWikidata("Q483915"))?.id).toBe("nike.com");
  expect((await directory.byName("KitKat"))[0]?.owner).toBe("Nestlé");
});

test("is small where it must be read at once", async () => {
  expect((await stat(join(directoryFolder, "head.bin"))).size).toBeLessThan(128);
  expect((await stat(join(directoryFolder, "i/00.bin"))).size).toBeLessThan(40_000);
  expect((await stat(join(directoryFolder, "e/0000.bin"))).size).toBeLessThan(80_000);
});
