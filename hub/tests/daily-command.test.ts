import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { run } from "../src/commands/run.ts";
import { silentLog } from "../src/log.ts";

let folder: string;
let printed: string[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "hub-daily-command-"));
  printed = [];
});
afterEach(() => rm(folder, { recursive: true }));

/** Runs `hub daily` in a process that is told to stop at once: nothing is asked, what is known is written. */
const daily = (...flags: string[]): Promise<number> =>
  run(["daily", ...flags], {
    env: {},
    log: silentLog,
    print: (line) => void printed.push(line),
    stopped: async () => undefined,
  });
const file = async (name: string, text: string): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
};

it("writes what is known of the brands in a file, and what the operator adds", async () => {
  const brands = await file(
    "brands.jsonl",
    '{"id":"kettle.com","name":"Kettle","domains":["kettle.com"]}\n\n',
  );
  const answer = { brand: "kettle.com", at: Date.now(), requests: 1, facts: [], threads: 4, titles: [] };
  const added = await file("with.json", '{"sitesOff":["x"],"removals":[],"brands":{"not.theirs":{}}}');
  const [out, state] = [join(folder, "daily.json"), join(folder, "state")];
  expect(await daily("--brands", brands, "--out", out, "--state", state, "--with", added)).toBe(0);
  await writeFile(join(state, "hackernews.jsonl"), `${JSON.stringify(answer)}\n`);
  expect(await daily("--brands", brands, "--out", out, "--state", state, "--with", added)).toBe(0);
  expect(JSON.parse(await readFile(out, "utf8"))).toEqual({
    brands: { "kettle.com": { threads: { hackernews: 4 } } },
    sources: {
      hackernews: {
        name: "Hacker News",
        licence: "© their authors",
        attribution: "Hacker News, search by Algolia",
      },
    },
    sitesOff: ["x"],
  });
  expect(printed.at(-1)).toBe(`${out}: 1 of 1 brands`);
});

it.each([
  ["no --out", []],
  ["no directory where it is told to look", ["--out", "x.json", "--directory", "/nowhere"]],
  ["minutes that are no number", ["--out", "x.json", "--minutes", "many"]],
])("says how it is used where there is %s", async (_what, flags) => {
  expect(await daily(...flags)).toBe(2);
  expect(printed.join("\n")).toContain("hub daily --out FILE");
});

it.each([
  ["no JSON", "kettle.com"],
  ["a brand without a name", '{"id":"kettle.com"}'],
])("names the line that is %s", async (_what, line) => {
  const brands = await file("brands.jsonl", `{"id":"a.com","name":"A"}\n${line}\n`);
  expect(await daily("--brands", brands, "--out", join(folder, "daily.json"))).toBe(2);
  expect(printed.join("\n")).toContain("Line 2");
});
