/**
 * The address of a server or feed as it is stored: without query, fragment, credentials and trailing slash.
 * `undefined` where the network layer would refuse it: only https, and http on this very machine.
 */
export function copyAddress(text: string): string | undefined {
  const written = text.trim();
  const url = URL.parse(/^[a-z]+:\/\//i.test(written) ? written : `https://${written}`);
  if (!url || url.username || url.password || !url.hostname) return undefined;
  const isLoopback = url.hostname === "localhost" || url.hostname === "127.0.0.1";
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isLoopback)) return undefined;
  return `${url.origin}${url.pathname}`.replace(/\/+$/, "");
}
