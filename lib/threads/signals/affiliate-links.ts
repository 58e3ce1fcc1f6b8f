import type { Signal } from "./signal.ts";

const fewest = 3;

/** Three links or more to one shop that pay whoever posted them. One such link is a habit of people, too. */
export const affiliateLinks: Signal = ({ story: { host } }, { hosts }) => {
  const count = host === undefined ? 0 : (hosts.get(host)?.affiliate ?? 0);
  return host !== undefined && count >= fewest
    ? { code: "affiliate-links", params: { host, count } }
    : undefined;
};
