import { copyAddress } from "./copy-address.ts";

/**
 * The origin of a place that speaks an API (`https://fosstodon.org`), from what a person types or pastes: a name, or
 * the address of any page there. `undefined` where the network layer would refuse it, or it is no host of the web.
 */
export function instanceOrigin(text: string): string | undefined {
  const address = copyAddress(text);
  const url = address === undefined ? undefined : URL.parse(address);
  if (!url) return undefined;
  const isHost = url.hostname === "localhost" || /^[^.]+(?:\.[^.]+)+$/u.test(url.hostname);
  return isHost ? url.origin : undefined;
}
