import { describe, expect, test } from "vitest";
import { compileDirectory } from "../../scripts/build-directory/compile.ts";
import { encodeDirectory } from "../../scripts/build-directory/encode-directory.ts";
import { readSupplement } from "../../scripts/build-directory/read-supplement.ts";
import { openDirectory } from "./directory.ts";
import type { Directory, ReadPart } from "./directory.ts";

const rows = [
  "Nike\tNike Inc\tnike.com|nike.com.cn\ttwitter:Nike|instagram:@nike|youtube:UC123|linkedin:company/nike\t\tfashion\tQ483915",
  "Converse\t\tconverse.com\t\tNike\tfashion",
  "Procter & Gamble\tP&G\tpg.com",
  "The North Face\t\tthenorthface.com",
  "Delta Air Lines\tDelta\tdelta.com",
  "Delta Faucet\tDelta\tdeltafaucet.com",
  "Orange\t\torange.com|orange.fr",
  "WordPress\t\twordpress.com",
  "Old Navy\t\toldnavy.gap.com",
  "Gap\t\tgap.com",
  "Shop without a site",
  ...Array.from({ length: 300 }, (_, i) => `Filler ${i}x\t\tfiller-${i}.example.com`),
];

function files(): Map<string, Uint8Array> {
  return encodeDirectory(compileDirectory(readSupplement("test", rows.join("\n"))));
}

function readerOf(parts: ReadonlyMap<string, Uint8Array>, log: string[] = []): ReadPart {
  return async (path) => {
    log.push(path);
    const bytes = parts.get(path);
    if (!bytes) throw new Error("no such file");
    return bytes;
  };
}

async function open(): Promise<Directory> {
  return openDirectory(readerOf(files()));
}

describe("by host", () => {
  test.each([
    ["nike.com", "nike.com", "primary"],
    ["WWW.NIKE.COM", "nike.com", "primary"],
    ["www.nike.com:8443", "nike.com", "primary"],
    ["nike.com.", "nike.com", "primary"],
    ["nike.com.cn", "nike.com", "domain"],
    ["shop.eu.nike.com", "nike.com", "subdomain"],
    ["nike.co.za", "nike.com", "country-site"],
    ["www.nike.de", "nike.com", "country-site"],
    ["oldnavy.gap.com", "oldnavy.gap.com", "primary"],
    ["images.oldnavy.gap.com", "oldnavy.gap.com", "subdomain"],
    ["www.gap.com", "gap.com", "primary"],
    ["wordpress.com", "wordpress.com", "primary"],
  ])("%s is %s as %s", async (host, id, how) => {
    const directory = await open();
    expect(await directory.matchHost(host)).toMatchObject({ how, entry: { id } });
    expect((await directory.byHost(host))?.id).toBe(id);
  });

  test.each([
    ["nike.io", "an open ending says nothing of a country"],
    ["nike.shop", "neither does a generic one"],
    ["orange.no", "a word is anyone's abroad"],
    ["notnike.com", "a longer label is another"],
    ["someone.wordpress.com", "a user's site is not its host's brand"],
    ["com", "a suffix"],
    ["127.0.0.1", "an address"],
    ["[::1]", "an address"],
    ["localhost", "a machine"],
    ["", "nothing"],
    ["..", "nothing"],
    ["a".repeat(5_000), "no host"],
    [`${"a.".repeat(140)}nike.com`, "longer than a host can be"],
  ])("%s is nobody's: %s", async (host) => {
    expect(await (await open()).byHost(host)).toBeUndefined();
  });
});

describe("by handle", () => {
  test.each([
    ["twitter", "nike"],
    ["x", "@NIKE"],
    ["instagram", "nike"],
    ["youtube", "channel/UC123"],
    ["linkedin", "nike"],
    ["LinkedIn", "company/nike/"],
  ])("%s %s", async (platform, handle) => {
    expect((await (await open()).byHandle(platform, handle))?.id).toBe("nike.com");
  });

  test("on another platform, empty, or absurd is nobody's", async () => {
    const directory = await open();
    expect(await directory.byHandle("tiktok", "nike")).toBeUndefined();
    expect(await directory.byHandle("twitter", "@")).toBeUndefined();
    expect(await directory.byHandle("twitter", "n".repeat(10_000))).toBeUndefined();
  });
});

test("by Wikidata id, in any case", async () => {
  const directory = await open();
  expect((await directory.byWikidata("q483915"))?.name).toBe("Nike");
  expect(await directory.byWikidata("Q1")).toBeUndefined();
});

describe("by name", () => {
  test.each([
    ["NIKE, Inc.", ["nike.com"]],
    ["procter and gamble", ["pg.com"]],
    ["P & G", ["pg.com"]],
    ["Procter Gamble", ["pg.com"]],
    ["North Face", ["thenorthface.com"]],
    ["the nike", ["nike.com"]],
    ["Nike.com", ["nike.com"]],
    ["shop.nike.com", ["nike.com"]],
    ["shop without a site", ["name:shopwithoutasite"]],
    ["Delta", ["delta.com", "deltafaucet.com"]],
    ["Nikee", []],
    ["nike.de", []],
    ["—", []],
  ])("%s is %j", async (name, ids) => {
    expect((await (await open()).byName(name)).map(({ id }) => id)).toEqual(ids);
  });
});

describe("by the beginning of a name", () => {
  test.each([
    ["n", ["nike.com", "thenorthface.com"]],
    ["NOR", ["thenorthface.com"]],
    ["the nor", ["thenorthface.com"]],
    ["p&", ["pg.com"]],
    ["Delta F", ["deltafaucet.com"]],
    ["delt", ["delta.com", "deltafaucet.com"]],
    ["old na", ["oldnavy.gap.com"]],
    ["filler 299", ["filler-299.example.com"]],
    ["ike", []],
    ["—", []],
  ])("%s is %j", async (text, ids) => {
    expect((await (await open()).byBeginning(text, 8)).map(({ id }) => id)).toEqual(ids);
  });

  test("gives so many and no more, and reads no further than it must", async () => {
    const log: string[] = [];
    const directory = await openDirectory(readerOf(files(), log));
    expect(await directory.byBeginning("fill", 5)).toHaveLength(5);
    const read = log.length;
    expect(await directory.byBeginning("fill", 5)).toHaveLength(5);
    expect(log).toHaveLength(read);
  });

  test("finds what it could not read before, once it can", async () => {
    const parts = files();
    const gone = parts.get("e/0000.bin")!;
    parts.delete("e/0000.bin");
    const directory = await openDirectory(readerOf(parts));
    await expect(directory.byBeginning("nik", 8)).rejects.toMatchObject({ name: "DirectoryError" });
    parts.set("e/0000.bin", gone);
    expect(await directory.byBeginning("nik", 8)).toHaveLength(1);
  });
});

describe("reading", () => {
  test("opens with the head alone, then reads one bucket and one shard for a page, and nothing again", async () => {
    const log: string[] = [];
    const directory = await openDirectory(readerOf(files(), log));
    expect(log).toEqual(["head.bin"]);
    await directory.matchHost("shop.nike.com");
    expect(log).toHaveLength(3);
    await Promise.all([directory.byHost("nike.com"), directory.byHost("nike.at"), directory.byName("nike")]);
    expect(log).toHaveLength(3);
  });

  test("a host of no brand costs one bucket", async () => {
    const log: string[] = [];
    const directory = await openDirectory(readerOf(files(), log));
    await directory.matchHost("www.nobody-knows-this.de");
    expect(log).toHaveLength(2);
  });

  test("askers at the same time share a read", async () => {
    const log: string[] = [];
    const directory = await openDirectory(readerOf(files(), log));
    await Promise.all(Array.from({ length: 20 }, () => directory.byHost("nike.com")));
    expect(log).toHaveLength(3);
  });

  test("a failed read is a DirectoryError, and is tried again", async () => {
    const parts = files();
    let broken = true;
    const directory = await openDirectory(async (path) => {
      if (broken && path !== "head.bin") throw new Error("gone");
      return readerOf(parts)(path);
    });
    await expect(directory.byHost("nike.com")).rejects.toMatchObject({ fault: "missing" });
    broken = false;
    expect((await directory.byHost("nike.com"))?.name).toBe("Nike");
  });

  test("no directory at all, and one of two builds, say so", async () => {
    await expect(openDirectory(readerOf(new Map()))).rejects.toMatchObject({
      fault: "missing",
      file: "head.bin",
    });
    const other = encodeDirectory(compileDirectory(readSupplement("test", "Other\t\tother.com")));
    const mixed = new Map([...files(), ["head.bin", other.get("head.bin") ?? new Uint8Array()]]);
    await expect((await openDirectory(readerOf(mixed))).byHost("nike.com")).rejects.toMatchObject({
      fault: "mixed",
    });
  });
});

test("the same rows give the same bytes", () => {
  expect([...files()]).toEqual([...files()]);
});
