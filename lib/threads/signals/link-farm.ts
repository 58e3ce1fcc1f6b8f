import type { Signal } from "./signal.ts";

/** A site that this many unrelated posts link to … */
const fewest = 8;
/** … and of which fewer than this share got any answer or vote. */
const leastEcho = 0.5;

/** One site is linked from many unrelated posts that nobody answers or likes. */
export const linkFarm: Signal = ({ story: { host } }, { hosts }) => {
  const tally = host === undefined ? undefined : hosts.get(host);
  if (host === undefined || !tally || tally.stories < fewest) return undefined;
  const echo = (tally.replies + tally.score) / tally.stories;
  return echo < leastEcho ? { code: "link-farm", params: { host, count: tally.stories } } : undefined;
};
