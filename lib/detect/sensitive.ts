import type { PageFacts } from "../model/page.ts";
import type { TabState } from "../model/tab-state.ts";
import {
  adultSites,
  financeSites,
  governmentSites,
  healthSites,
  sensitiveSuffixes,
} from "./sensitive-sites.ts";

/** Names for networks at home and at work, and for tests. `.example` is not here: the sample world lives there. */
const localEndings: ReadonlySet<string> = new Set(
  (
    "local localhost localdomain lan home internal intranet corp private onion i2p test invalid home.arpa in-addr.arpa " +
    "ip6.arpa fritz.box speedport.ip"
  ).split(" "),
);

const always: ReadonlySet<string> = new Set([
  ...healthSites,
  ...governmentSites,
  ...adultSites,
  ...sensitiveSuffixes,
]);
const finance: ReadonlySet<string> = new Set(financeSites);

/** `gov.au`, `gob.mx`, `go.jp`: public bodies below a country's ending, whatever the country. */
const publicBody = /(?:^|[.])(?:gov|gob|gouv|govt|gub|guv|gv|go|mil|nhs)[.][a-z]{2}$/;
/** Two-letter second levels of that spelling that anyone can register. */
const notPublic = /(?:^|[.])(?:go|gv)[.](?:com|it|de|fr|es|pl|co|io|me|tv|us)$/;
const adultLabel =
  /(?:^|[.-])(?:[a-z\d-]*porno?[a-z\d-]*|xxx(?!lutz)[a-z\d]*|[a-z\d]*hentai[a-z\d]*|sex(?:cam|chat|tube|video|kontakt)s?[a-z\d]*|nudes?|escorts?)(?=[.-])/;
const bankHost =
  /(?:^|[.])(?:e-?banking|(?:online|internet|net|home|web|mobile|digital)-?bank(?:ing)?|bank(?:ing)?-?online|meine-?bank|banking|brokerage|mychart|patient-?portal|myhealth)[\w-]*[.]/;
const accountPath =
  /\/(?:[\w-]*banking|log-?in|sign-?in|log-?on|sign-?on|my-?account|account|secure|dashboard|wallet|transfer|portfolio|auth|olb|webapps|customer|mijn|mon-compte|mein-konto|kundenportal|area-?cliente)(?:[/_.-]|$)/i;

/**
 * Why nothing of ours is drawn on a page by itself, whatever there is to say; `undefined` on ordinary pages.
 * Works from the address alone; with the page's facts also for log-ins and articles.
 */
export function quietReason(
  url: string,
  facts?: Pick<PageFacts, "hasPassword" | "kind">,
): Extract<TabState["quiet"], "local" | "sensitive" | "password" | "article"> | undefined {
  const address = URL.parse(url);
  if (!address || isLocal(address)) return "local";
  if (isSensitive(address)) return "sensitive";
  if (facts?.hasPassword || facts?.kind === "login") return "password";
  return facts?.kind === "article" ? "article" : undefined;
}

/** Whether an address belongs to this machine, a private network or a hidden one. */
function isLocal({ protocol, hostname }: URL): boolean {
  if (protocol !== "http:" && protocol !== "https:") return true;
  const host = hostname.replace(/[.]$/, "");
  if (host.startsWith("[") || /^\d+[.]\d+[.]\d+[.]\d+$/.test(host) || !host.includes(".")) return true;
  return endingsOf(host).some((ending) => localEndings.has(ending));
}

function isSensitive({ hostname, pathname }: URL): boolean {
  const host = hostname.replace(/[.]$/, "");
  const endings = endingsOf(host);
  if (endings.some((ending) => always.has(ending))) return true;
  if (publicBody.test(host) && !notPublic.test(host)) return true;
  if (adultLabel.test(host) || bankHost.test(`${host}.`)) return true;
  const bank = endings.find((ending) => finance.has(ending));
  return bank !== undefined && (!isFrontDoor(host, bank) || accountPath.test(pathname));
}

/** A bank's public site, as opposed to `online.` or `login.` before it. */
function isFrontDoor(host: string, site: string): boolean {
  return host === site || host === `www.${site}` || host === `www2.${site}`;
}

/** The host and every ending of it at a dot: `a.b.c`, `b.c`, `c`. */
function endingsOf(host: string): readonly string[] {
  const labels = host.split(".");
  return labels.map((_, index) => labels.slice(index).join("."));
}
