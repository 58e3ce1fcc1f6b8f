import { parse } from "tldts";
import { hostParts } from "./host.ts";

/** Endings that are a country's on paper and anyone's in practice: no hint of a country site. */
const openCountryCodes: ReadonlySet<string> = new Set(
  "ac ai am as bz cc cd co cx dj fm gg gl io is la ly me ms mu nu pw sc sh so st su tf tk tm to tv vc vg ws".split(
    " ",
  ),
);

export interface ReadHost {
  /** Without `www.`. */
  readonly name: string;
  /** The host and what is above it, down to the registrable domain. */
  readonly candidates: readonly string[];
  readonly registrable: string;
  /** The registrable domain without its suffix. */
  readonly label: string;
  readonly isCountry: boolean;
}

/** What the look-up needs of a host; `undefined` for addresses, lone suffixes and no hosts at all. */
export function readHost(text: string): ReadHost | undefined {
  if (text.length > 300) return undefined;
  const parsed = parse(text.trim().replace(/\.(?=$|:)/u, ""), { allowPrivateDomains: true });
  const name = parsed.hostname?.replace(/^www\./u, "");
  if (!name || parsed.isIp) return undefined;
  const suffix = parsed.publicSuffix ?? "";
  // The site of a host for users (wordpress.com) or a city (wroclaw.pl) is a suffix: only that host is its own.
  if (name === suffix && name.includes(".")) {
    const label = name.slice(0, name.indexOf("."));
    return { name, candidates: [name], registrable: name, label, isCountry: false };
  }
  const label = parsed.domainWithoutSuffix;
  // Below a host where each user has a name, the user's own host is as high as one may look.
  const registrable = hostParts(name)?.site ?? parsed.domain;
  if (!registrable || !label) return undefined;
  const country = suffix.slice(suffix.lastIndexOf(".") + 1);
  const isPlain = parsed.isIcann === true && registrable === parsed.domain;
  return {
    name,
    candidates: hostsBetween(name, registrable),
    registrable,
    label,
    isCountry: isPlain && country.length === 2 && !openCountryCodes.has(country),
  };
}

function hostsBetween(host: string, registrable: string): readonly string[] {
  const hosts = [host];
  // Real hosts have few labels; a hostile one of a hundred is read at its end.
  for (let rest = host; rest !== registrable && hosts.length < 8;) {
    const dot = rest.indexOf(".");
    if (dot < 0) break;
    rest = rest.slice(dot + 1);
    hosts.push(rest);
  }
  return hosts.includes(registrable) ? hosts : [...hosts, registrable];
}
