import { mkdir, readFile, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { skeleton } from "./new-site/skeleton.ts";

/** `npm run new-site -- ID "Name" HOST`: what docs/adding-a-site.md begins with. */
const root = join(import.meta.dirname, "..");
const [id, name, host] = process.argv.slice(2);

async function registerSite(id: string, symbol: string): Promise<void> {
  const file = join(root, "lib/sites/index.ts");
  const source = await readFile(file, "utf8");
  const listed = [...source.matchAll(/^import \{ (\w+) \} from "\.\/([\w-]+)\.ts";$/gmu)];
  const known = listed.map(([, name = "", file = ""]) => ({ name, file }));
  const all = [...known, { name: symbol, file: id }].toSorted((one, other) =>
    one.file < other.file ? -1 : 1,
  );
  const imports = all.map(({ name, file }) => `import { ${name} } from "./${file}.ts";\n`).join("");
  const withImport = source
    .replaceAll(/^import \{ \w+ \} from "\.\/[\w-]+\.ts";\n/gmu, "")
    .replace(/(import type \{ Site \}.*\n)/u, `$1${imports}`);
  const names = all.map(({ name }) => name);
  await writeFile(file, withImport.replace(/sites = \[[^\]]*\]/u, `sites = [\n  ${names.join(",\n  ")},\n]`));
}

function symbolOf(id: string): string {
  return id.replaceAll(/-(\w)/gu, (_, letter: string) => letter.toUpperCase());
}

async function main(id: string, name: string, host: string): Promise<void> {
  const adapter = join(root, "lib/sites", `${id}.ts`);
  if (existsSync(adapter)) throw new Error(`${adapter} is there already`);
  const fixtures = join(root, "tests/fixtures/sites", id);
  const files = skeleton({ id, name, host, symbol: symbolOf(id) });
  await mkdir(fixtures, { recursive: true });
  await writeFile(adapter, files.adapter);
  await writeFile(join(fixtures, "thread.html"), files.page);
  await writeFile(join(fixtures, "thread.json"), files.expected);
  await registerSite(id, symbolOf(id));
  console.log(
    `lib/sites/${id}.ts, tests/fixtures/sites/${id}/thread.{html,json} and a line in lib/sites/index.ts`,
  );
}

if (!id || !name || !host || !/^[a-z][a-z\d]*(?:-[a-z\d]+)*$/u.test(id)) {
  console.error('npm run new-site -- id "Name" host.example');
  process.exitCode = 1;
} else {
  await main(id, name, host);
}
