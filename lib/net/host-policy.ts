/** Names that mean this machine whatever any DNS server says (RFC 6761 §6.3), and its addresses. */
const loopbackPattern = /^(?:(?:[a-z0-9-]+\.)*localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

export function isLoopback(hostname: string): boolean {
  return loopbackPattern.test(hostname);
}

/**
 * The name under which consent to `url` is recorded: its host, with the port where that is not the scheme's
 * own. `undefined` where the extension never sends anything: another scheme, plain http to another machine,
 * a name and password in the address.
 */
export function consentHostOf(url: string): string | undefined {
  const parsed = URL.parse(url);
  return parsed && isSendable(parsed) ? parsed.host : undefined;
}

/** https, or http to this machine; without credentials. */
function isSendable({ protocol, hostname, username, password }: URL): boolean {
  if (username !== "" || password !== "") return false;
  return protocol === "https:" || (protocol === "http:" && isLoopback(hostname));
}
