import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildDirectory, directoryFolder } from "../../scripts/build-directory/build.ts";

/*
 * What a brand look-up costs: start-up (loading the code, opening the directory) and the first look-up, each the
 * median of fresh processes; then later look-ups in one process, in microseconds. Files come from the disk here,
 * by `fetch` of the extension's own files in the browser.
 */

const freshProcesses = 9;
const asChild = process.argv[2];

async function open() {
  const { openDirectory } = await import("../../lib/brands/directory.ts");
  return openDirectory((path) => readFile(join(directoryFolder, path)));
}

/** In a fresh process: prints `[load + open, first look-up, second, other brand]` in milliseconds. */
async function measureFresh(): Promise<void> {
  const startedAt = performance.now();
  const directory = await open();
  const openedAt = performance.now();
  await directory.matchHost("www.nike.com");
  const firstAt = performance.now();
  await directory.matchHost("shop.nike.com");
  const secondAt = performance.now();
  await directory.matchHost("www.nobody-has-heard-of-this.de");
  const endedAt = performance.now();
  console.log(
    JSON.stringify([openedAt - startedAt, firstAt - openedAt, secondAt - firstAt, endedAt - secondAt]),
  );
}

async function microsecondsEach(times: number, act: (i: number) => Promise<unknown>): Promise<number> {
  for (let i = 0; i < times; i++) await act(i);
  const startedAt = performance.now();
  for (let i = 0; i < times; i++) await act(i);
  return ((performance.now() - startedAt) * 1_000) / times;
}

async function each(list: readonly string[], act: (item: string) => Promise<unknown>): Promise<string> {
  const figure = await microsecondsEach(5_000, (i) => act(list[i % list.length] ?? ""));
  return `${figure.toFixed(1)} µs`;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

async function report(): Promise<void> {
  await buildDirectory();
  const self = fileURLToPath(import.meta.url);
  const runs = Array.from(
    { length: freshProcesses },
    () => JSON.parse(execFileSync(process.execPath, [self, "fresh"], { encoding: "utf8" })) as number[],
  );
  const fresh = (column: number): string => `${median(runs.map((run) => run[column] ?? 0)).toFixed(1)} ms`;
  const directory = await open();
  const hosts = ["www.nike.com", "adidas.de", "shop.lego.com", "nike.co.za", "canon.co.uk"];
  const unknown = ["www.nobody.example.org", "blog.some-person.net", "kleiner-laden.de"];
  const names = ["Nike", "L'Oréal", "Procter & Gamble", "Delta", "Coca Cola"];
  console.table({
    "brands known": { figure: String(directory.size) },
    "start-up: load code, read the head": { figure: fresh(0) },
    "first look-up after it": { figure: fresh(1) },
    "same brand again": { figure: fresh(2) },
    "first look-up of an unknown host": { figure: fresh(3) },
    "later, known host": { figure: await each(hosts, (host) => directory.matchHost(host)) },
    "later, unknown host": { figure: await each(unknown, (host) => directory.matchHost(host)) },
    "later, name": { figure: await each(names, (name) => directory.byName(name)) },
    "beginning of a name, nowhere found": {
      figure: await each(["qqx", "zzq"], (text) => directory.byBeginning(text, 8)),
    },
    "later, handle": { figure: await each(["nike", "Adidas"], (handle) => directory.byHandle("x", handle)) },
  });
}

await (asChild === "fresh" ? measureFresh() : report());
