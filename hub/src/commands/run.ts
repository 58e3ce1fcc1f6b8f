import { parseArgs } from "node:util";
import { UsageError, type Command, type Surroundings } from "./command.ts";
import { daily } from "./daily.ts";
import { importTokens } from "./import.ts";
import { hold, release } from "./hold.ts";
import { prove } from "./prove.ts";
import { publish } from "./publish.ts";
import { dismiss, queue } from "./queue.ts";
import { remove } from "./remove.ts";
import { restore } from "./restore.ts";
import { serve } from "./serve.ts";

const commands: readonly Command[] = [
  serve,
  publish,
  daily,
  prove,
  importTokens,
  queue,
  dismiss,
  hold,
  release,
  remove,
  restore,
];

/** Runs one command line, without the program's name. Returns the exit code. */
export async function run(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const [name = "serve", ...rest] = args[0]?.startsWith("--") ? ["serve", ...args] : args;
  if (["help", "--help", "-h"].includes(args[0] ?? "")) {
    surroundings.print(help());
    return 0;
  }
  const command = commands.find((candidate) => candidate.name === name);
  try {
    if (!command) throw new UsageError(`There is no command ${name}.`);
    const { values, positionals } = parse(command, rest);
    await command.run(values, positionals, surroundings);
    return 0;
  } catch (cause) {
    if (cause instanceof UsageError) surroundings.print(`${cause.message}\n\n${help()}`);
    else surroundings.log.error(name, cause);
    return cause instanceof UsageError ? 2 : 1;
  }
}

function parse(command: Command, args: string[]): ReturnType<typeof parseArgs> {
  try {
    return parseArgs({ args, options: command.options, allowPositionals: command.name === "import" });
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

function help(): string {
  return [
    "hub: an open review server and feed publisher",
    ...commands.flatMap(({ name, usage, summary }) => [`\n  hub ${name} ${usage}`, `      ${summary}`]),
    "\nWHERE: a path of an SQLite file, a postgres:// address, or memory. Default: DATABASE_URL, HUB_STORAGE,",
    "hub-data/hub.sqlite. Other settings: see README.md.",
  ].join("\n");
}
