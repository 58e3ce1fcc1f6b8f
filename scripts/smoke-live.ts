/**
 * For the first person online: reads one page from each review server and one head from each feed, with the
 * extension's own network layer and schemas, and prints what differs from the contract. Writes nothing anywhere,
 * posts nothing.
 *
 *     npm run smoke:live -- [--server URL]… [--feed URL]…
 *
 * Exits 0 when everything is as expected, 1 on a difference, 2 when nothing could be reached.
 */
import { parseArgs } from "node:util";
import { consentHostOf, createNet, type Net } from "../lib/net/index.ts";
import { checkFeed, checkServer, type Finding } from "./smoke-live/checks.ts";

const { values } = parseArgs({
  options: {
    server: { type: "string", multiple: true },
    feed: { type: "string", multiple: true },
  },
});
const servers = values.server ?? ["https://api.mangrove.reviews"];
const feeds = values.feed ?? [];

const consents = new Set([...servers, ...feeds].flatMap((url) => consentHostOf(url) ?? []));
const net: Net = createNet({
  fetch,
  ledger: async () => undefined,
  consents: async () => consents,
  now: Date.now,
  random: Math.random,
});

const findings: Finding[] = [];
for (const server of servers) findings.push(...(await checkServer(net, server)));
for (const feed of feeds) findings.push(...(await checkFeed(net, feed)));

const width = Math.max(...findings.map(({ what }) => what.length));
let source = "";
for (const finding of findings) {
  if (finding.source !== source) console.log(`\n${(source = finding.source)}`);
  console.log(`  ${finding.state.padEnd(11)} ${finding.what.padEnd(width)}  ${finding.note}`);
}

const count = (state: Finding["state"]): number =>
  findings.filter((finding) => finding.state === state).length;
const reached = new Set(findings.filter(({ state }) => state !== "unreachable").map(({ source }) => source));
console.log("");
if (reached.size === 0) {
  console.log(
    "Nothing could be reached: this machine is offline, or the addresses are wrong. Nothing was checked.",
  );
  process.exitCode = 2;
} else {
  console.log(
    `${count("ok")} as expected, ${count("differs")} different, ${count("unreachable")} not reached`,
  );
  process.exitCode = count("differs") + count("unreachable") > 0 ? 1 : 0;
}
