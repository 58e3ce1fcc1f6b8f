import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { sites } from "../lib/sites/index.ts";

/**
 * `npm run -s sites`: one JSON line per platform. `real` counts saved pages of a local corpus that the adapter is held
 * to (tests/contract/sites-real.test.ts), `synthetic` the pages written by us.
 */
const folder = join(import.meta.dirname, "../tests/fixtures/sites");
const Held = z.record(z.string(), z.unknown());

async function fixturesOf(id: string): Promise<{ real: number; synthetic: number }> {
  const files = await readdir(join(folder, id));
  const real = files.includes("real.json")
    ? Object.keys(Held.parse(JSON.parse(await readFile(join(folder, id, "real.json"), "utf8")))).length
    : 0;
  return { real, synthetic: files.filter((file) => file.endsWith(".html")).length };
}

for (const { id, hosts } of sites) {
  console.log(JSON.stringify({ id, hosts, fixtures: await fixturesOf(id) }));
}
