// Makes a fresh clone ready: dependencies, a suitable Node, browsers. Plain JavaScript for Node 20, because
// it runs before anything is installed. Every step is skipped when there is nothing to do.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { findChromium, findFirefox } from "./browsers.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const windows = process.platform === "win32";
const stamp = join(root, "node_modules", ".backtalk-setup");
const leastNode = 24;

/** A failure that a person can mend: its message says how. */
class SetupError extends Error {}

const say = (line) => process.stderr.write(`${line}\n`);

function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ["ignore", 2, 2],
    shell: windows,
    ...options,
  });
  return !error && status === 0;
}

function lockHash() {
  return createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
}

function installDependencies() {
  const hash = lockHash();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return;
  say("Installing dependencies (once, about a minute) …");
  if (!run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"])) {
    throw new SetupError(
      "npm ci failed (see above). Check that this machine reaches the npm registry, then try again.",
    );
  }
  writeFileSync(stamp, hash);
}

/** The Node that runs our TypeScript: the one from the lock file, else the one that runs this. */
function suitableNode() {
  const bundled = join(root, "node_modules", ".bin", windows ? "node.cmd" : "node");
  if (existsSync(bundled)) return bundled;
  if (Number(process.versions.node.split(".")[0]) >= leastNode) return process.execPath;
  throw new SetupError(
    `Node ${process.versions.node} is too old here and none came with the dependencies. Install Node ${leastNode} or newer from https://nodejs.org.`,
  );
}

const isRoot = () => process.getuid?.() === 0;
const hasApt = () => process.platform === "linux" && existsSync("/usr/bin/apt-get");

function installWithApt(name) {
  if (!hasApt() || !isRoot()) return false;
  say(`Installing ${name} with apt …`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return (
    run("apt-get", ["update", "-qq"], { env }) &&
    run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", name], { env })
  );
}

function ensureChromium() {
  const installed = findChromium() ?? (installWithApt("chromium") ? findChromium() : undefined);
  if (installed) return installed;
  say("No Chromium found; asking Playwright for its own …");
  if (run(join(root, "node_modules", ".bin", "playwright"), ["install", "chromium"])) return undefined;
  throw new SetupError(
    "No browser that loads unpacked extensions was found and none could be installed.\n" +
      "Install Chromium, Chrome for Testing or Brave, or name one: BACKTALK_CHROMIUM=/path/to/chromium npm start",
  );
}

/** Firefox is needed by tests alone; without one its journey is counted as skipped. */
function ensureFirefox() {
  return findFirefox() ?? (installWithApt("firefox-esr") ? findFirefox() : undefined);
}

/**
 * Sets up and runs a TypeScript file of ours with the suitable Node; exits with its exit code.
 *
 * @param {string} script path below the project's root
 * @param {{ firefox?: boolean }} needs
 */
export function setUpAndRun(script, { firefox = false } = {}) {
  try {
    installDependencies();
    const node = suitableNode();
    const env = {
      ...process.env,
      PATH: `${join(root, "node_modules", ".bin")}${delimiter}${process.env.PATH ?? ""}`,
    };
    const chromium = ensureChromium();
    if (chromium) env.BACKTALK_CHROMIUM = chromium;
    const fox = firefox ? ensureFirefox() : undefined;
    if (fox) env.BACKTALK_FIREFOX = fox;
    const { status, signal } = spawnSync(node, [join(root, script), ...process.argv.slice(2)], {
      cwd: root,
      env,
      stdio: "inherit",
      shell: windows,
    });
    process.exitCode = status ?? (signal ? 1 : 0);
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    say(`\n${error.message}`);
    process.exitCode = 1;
  }
}
