import { parse } from "tldts";
import { isUserHostRoot } from "./user-sites.ts";

/** A host name taken apart. */
export interface HostParts {
  /** Lower case, without a final dot; `www.` kept. */
  readonly host: string;
  /** Without `www.`, where what remains is still a site of its own. */
  readonly bare: string;
  /**
   * The site: registrable domain, private suffixes counted (`alice.github.io`), or the host of one user on a
   * host where each has a site of its own. `undefined` for IP addresses, single labels and bare suffixes.
   */
  readonly site?: string;
  /** `site` up to its public suffix: `nike` of `nike.co.uk`. */
  readonly label?: string;
  readonly suffix?: string;
  /** Whether one of many users of a host lives here. */
  readonly isUserSite: boolean;
}

const longestHost = 253; // octets, RFC 1035

/** Takes a host name apart; `undefined` where it is none. */
export function hostParts(hostname: string): HostParts | undefined {
  const host = hostname.toLowerCase().replace(/[.]+$/, "");
  if (host === "" || host.length > longestHost) return undefined;
  const bare = withoutWww(host);
  const parsed = parse(bare, { allowPrivateDomains: true, extractHostname: false });
  const own = parsed.isIp ? undefined : (parsed.domain ?? undefined);
  const base = { host, bare, suffix: parsed.publicSuffix ?? undefined };
  // The suffix itself (`github.io`) is somebody's site too, unless the registry owns it (`co.uk`).
  if (!own)
    return {
      ...base,
      ...(parsed.isPrivate ? { site: bare, label: bare.split(".")[0] } : {}),
      isUserSite: false,
    };
  const user = userHost(bare, own);
  return {
    ...base,
    site: user ?? own,
    label: parsed.domainWithoutSuffix ?? undefined,
    isUserSite: user !== undefined || parsed.isPrivate === true,
  };
}

/** `alice.tumblr.com` of `alice.tumblr.com` and `a.b.alice.tumblr.com`, where `tumblr.com` gives users hosts. */
function userHost(bare: string, domain: string): string | undefined {
  const labels = bare.split(".");
  const depth = domain.split(".").length;
  for (let length = depth; length < labels.length; length += 1) {
    const root = labels.slice(-length).join(".");
    const label = labels[labels.length - length - 1];
    if (label !== undefined && isUserHostRoot(root, label)) return `${label}.${root}`;
  }
  return undefined;
}

function withoutWww(host: string): string {
  let bare = host;
  while (bare.startsWith("www.")) {
    const rest = bare.slice(4);
    // `www.co.uk` and `www.com` are names themselves.
    if (!parse(rest, { allowPrivateDomains: true, extractHostname: false }).domain) break;
    bare = rest;
  }
  return bare;
}
