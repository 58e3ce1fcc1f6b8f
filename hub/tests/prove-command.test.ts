import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { run } from "../src/commands/run.ts";
import { silentLog } from "../src/log.ts";

let folder: string;
let printed: string[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "hub-prove-command-"));
  printed = [];
});
afterEach(() => rm(folder, { recursive: true }));

/** Runs the hub in a process that is told to stop at once: nobody is asked, what is known is written. */
const hub = (...args: string[]): Promise<number> =>
  run(args, {
    env: {},
    log: silentLog,
    print: (line) => void printed.push(line),
    stopped: async () => undefined,
  });

it("writes the keys that are known to be proven, and the daily job passes them on beside the operator's word", async () => {
  const at = Date.now();
  const [author, out, state] = ["a".repeat(32), join(folder, "proofs.json"), join(folder, "state")];
  const brands = join(folder, "brands.jsonl");
  await writeFile(brands, '{"id":"kettle.com","name":"Kettle","domains":["kettle.com"]}');
  expect(await hub("prove", "--brands", brands, "--out", out, "--state", state)).toBe(0);
  const keys = [{ author, expiresAt: at + 900_000_000 }];
  const places = { dns: { at, keys, withdrawn: [] } };
  await writeFile(
    join(state, "proofs.jsonl"),
    `${JSON.stringify({ domain: "kettle.com", askedAt: at, places })}\n`,
  );
  expect(await hub("prove", "--brands", brands, "--out", out, "--state", state)).toBe(0);
  expect(printed.at(-1)).toBe(`${out}: 1 proven keys`);

  const [operators, daily] = [join(folder, "own.json"), join(folder, "daily.json")];
  await writeFile(operators, '{"sitesOff":["x"]}');
  const added = ["--with", out, "--with", operators];
  expect(await hub("daily", "--brands", brands, "--out", daily, "--state", state, ...added)).toBe(0);
  expect(JSON.parse(await readFile(daily, "utf8"))).toMatchObject({
    officialKeys: [{ brand: "kettle.com", author, method: "dns" }],
    sitesOff: ["x"],
  });
});

it("says how it is used where it is not told where to write", async () => {
  expect(await hub("prove")).toBe(2);
  expect(printed.join("\n")).toContain("hub prove --out FILE");
});
