import { beforeEach, describe, expect, test } from "vitest";
import { DirectoryError } from "../brands/directory-error.ts";
import type { Directory } from "../brands/directory.ts";
import { openMentionWorld } from "../../tests/support/mention-world.ts";
import { LookUps } from "./look-ups.ts";

let asked: string[];
let directory: Directory;

beforeEach(async () => {
  asked = [];
  const { directory: known } = await openMentionWorld();
  directory = {
    ...known,
    byName: (name) => (asked.push(name), known.byName(name)),
    byHandle: (platform, handle) => (asked.push(`${platform}:${handle}`), known.byHandle(platform, handle)),
    matchHost: (host) => (asked.push(host), known.matchHost(host)),
  };
});

describe("the directory's answers", () => {
  test("are empty until they were fetched, and known from then on", async () => {
    const lookUps = new LookUps(directory);
    expect(lookUps.byName("Nike")).toEqual([]);
    expect(lookUps.areMissing).toBe(true);
    expect((await lookUps.settle(() => lookUps.byName("Nike"))).map(({ name }) => name)).toEqual(["Nike"]);
    expect(lookUps.byName("Nike").map(({ name }) => name)).toEqual(["Nike"]);
    expect(lookUps.areMissing).toBe(false);
    expect(asked).toEqual(["Nike"]);
  });

  test("that say nobody are kept too", async () => {
    const lookUps = new LookUps(directory);
    const decide = () => [lookUps.byHandle("twitter", "nobody"), lookUps.byLink("https://nobody.example/a")];
    expect(await lookUps.settle(decide)).toEqual([undefined, undefined]);
    expect(await lookUps.settle(decide)).toEqual([undefined, undefined]);
    expect(asked).toEqual(["twitter:nobody", "nobody.example"]);
  });

  test("about addresses are kept by host", async () => {
    const lookUps = new LookUps(directory);
    const nike = await lookUps.settle(() => lookUps.byLink("https://www.Nike.com/run"));
    expect(nike?.name).toBe("Nike");
    expect(await lookUps.settle(() => lookUps.byLink("www.nike.com?a=b"))).toBe(nike);
    expect(lookUps.byLink("no address")).toBeUndefined();
    expect(asked).toEqual(["www.nike.com"]);
  });

  test("decide anew for what only the first answers lead to", async () => {
    const lookUps = new LookUps(directory);
    const decide = () => lookUps.byName("Nike").flatMap(() => lookUps.byName("KFC"));
    expect((await lookUps.settle(decide)).map(({ name }) => name)).toEqual(["KFC"]);
    expect(asked).toEqual(["Nike", "KFC"]);
  });

  test("that cannot be read reject, and are asked for again", async () => {
    const failing = {
      ...directory,
      byName: () => Promise.reject(new DirectoryError("missing", "i/0001.bin")),
    };
    const lookUps = new LookUps(failing);
    await expect(lookUps.settle(() => lookUps.byName("Nike"))).rejects.toThrow(DirectoryError);
    await expect(lookUps.settle(() => lookUps.byName("Nike"))).rejects.toThrow(DirectoryError);
  });
});
