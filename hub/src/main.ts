#!/usr/bin/env node
import { run } from "./commands/run.ts";
import { createLog } from "./log.ts";

process.exitCode = await run(process.argv.slice(2), {
  env: process.env,
  log: createLog(),
  print: (line) => process.stdout.write(`${line}\n`),
  stopped: () =>
    new Promise((resolve) => {
      // A second signal finds no listener and ends the process at once.
      for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => resolve());
    }),
});
