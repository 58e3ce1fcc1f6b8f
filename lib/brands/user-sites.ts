import { profileRules } from "./social-profiles.ts";
import type { ProfileRule } from "./social-profiles.ts";

/**
 * Hosts that give each user a host name of its own, beyond those in the public suffix list's private part.
 * https://publicsuffix.org/list/ has many of the kind; these have not asked to be listed.
 */
const hostRoots: ReadonlySet<string> = new Set(
  (
    "wordpress.com tumblr.com substack.com medium.com bandcamp.com itch.io weebly.com squarespace.com " +
    "livejournal.com dreamwidth.org over-blog.com jimdo.com jimdosite.com jimdofree.com typepad.com fc2.com " +
    "booth.pm stores.jp thebase.in base.shop shop-pro.jp ocnk.net tistory.com bigcartel.com company.site " +
    "mystrikingly.com strikingly.com business.site gumroad.com lemonsqueezy.com sourceforge.io sourceforge.net " +
    "neocities.org e-monsite.com canalblog.com blog4ever.com ucoz.ru ucoz.com ucoz.net narod.ru tilda.ws " +
    "tiendanube.com mitiendanube.com nuvemshop.com.br lojavirtualnuvem.com.br lojaintegrada.com.br tmall.com " +
    "taobao.com 1688.com en.alibaba.com deviantart.com storenvy.com odoo.com webnode.com webnode.page ghost.io " +
    "canva.site godaddysites.com glitch.me wpengine.com wpcomstaging.com hubpages.com fandom.com zohosites.com " +
    "yolasite.com ueniweb.com wixstudio.io wixstudio.com site123.me simplesite.com doodlekit.com angelfire.com " +
    "tripod.com blogger.com hubspotpagebuilder.com mailchimpsites.com univer.se spreadshirt.com myspreadshop.com " +
    "myspreadshop.de threadless.com ecwid.com shopware.store jouwweb.nl jouwweb.be webador.com webador.de " +
    "site.pro cargo.site format.com pixieset.com smugmug.com zenfolio.com photoshelter.com 500px.me blog.ir " +
    "blogsky.com pixnet.net xrea.com exblog.jp ameblo.jp seesaa.net jugem.jp cocolog-nifty.com prom.ua satu.kz free.fr " +
    "tiu.ru deal.by insales.ru blogspot.com"
  ).split(" "),
);

/** Names below such a host that are its keeper's own. */
const ownLabels: ReadonlySet<string> = new Set(
  (
    "www m mobile help support about blog blogs shop store app apps api developer developers docs doc forum " +
    "forums community status login accounts account my mail cdn static assets media img images news press jobs " +
    "careers legal secure id auth en de fr es it pt ru ja jp us uk fr-fr world detail list item login pages " +
    "adsl imp subscribe assistance boutique portail webmail zimbra mafreebox checkout dashboard admin partners go get learn academy marketplace market search tags"
  ).split(" "),
);

/** Whether `label` below `root` is one user's own site. */
export function isUserHostRoot(root: string, label: string): boolean {
  return hostRoots.has(root) && !ownLabels.has(label);
}

/** Somebody's account or shop on a host of many. */
export interface Profile {
  readonly platform: string;
  readonly handle: string;
  /** The host as we write it, and the path without trailing slash: `x.com`, `/nike`. */
  readonly host: string;
  readonly path: string;
  readonly kind: "account" | "store";
  /** What follows the profile's own path; `""` on the profile itself. */
  readonly rest: string;
}

const fileEnd = /[.](?:html?|php|aspx?)$/;
const aliasLabel = /^(?:www|m|mobile|web|old|new|touch|[a-z]{2}(?:-[a-z]{2})?)$/;

/** The row's host that `bare` belongs to, as we write it. */
function writtenHost(
  rule: ProfileRule,
  bare: string,
  site: string,
  label: string | undefined,
): string | undefined {
  const [first] = rule.hosts;
  for (const host of rule.hosts) {
    const isCompanyWide = host.endsWith(".*");
    if (isCompanyWide ? host.slice(0, -2) !== label : host !== site) continue;
    const sub = bare === site ? undefined : bare.slice(0, -site.length - 1);
    if (sub !== undefined && !aliasLabel.test(sub)) return undefined;
    return first?.endsWith(".*") ? site : first;
  }
  return undefined;
}

/** Whether a host is a network of accounts, so that most of its pages are somebody else's. */
export function isAccountHost(parts: {
  readonly bare: string;
  readonly site: string;
  readonly label?: string;
}): boolean {
  return profileRules.some(
    (rule) => rule.kind === undefined && writtenHost(rule, parts.bare, parts.site, parts.label) !== undefined,
  );
}

/**
 * Whose page this is, on a host where each account has a path of its own. Knows nothing of who they are.
 *
 * @param bare - Host without `www.`. @param path - Without trailing slash.
 */
export function profileAt(
  { bare, site, label }: { readonly bare: string; readonly site?: string; readonly label?: string },
  path: string,
): Profile | undefined {
  if (site === undefined || path === "") return undefined;
  let isOfNetwork = false;
  for (const rule of profileRules) {
    const host = writtenHost(rule, bare, site, label);
    if (host === undefined) continue;
    isOfNetwork = true;
    const profile = readProfile(rule, host, path);
    if (profile) return profile;
  }
  return isOfNetwork ? undefined : atAccount(bare, path);
}

/**
 * `/@name` on any other host: an account there by a custom that Mastodon and its like share with most who have
 * accounts at all, and never the host's own page. `/@name@elsewhere` is an account of another server as this one
 * shows it. https://docs.joinmastodon.org/spec/webfinger/
 */
function atAccount(host: string, path: string): Profile | undefined {
  const [whole, written] = /^\/@(\w[\w.-]{0,63}(?:@[\w-]+(?:\.[\w-]+)+)?)(?=\/|$)/.exec(path) ?? [];
  if (whole === undefined || written === undefined) return undefined;
  const name = written.toLowerCase();
  return {
    platform: "mastodon",
    handle: name.includes("@") ? name : `${name}@${host}`,
    host,
    path: `/@${name}`,
    kind: "account",
    rest: path.slice(whole.length),
  };
}

function readProfile(rule: ProfileRule, host: string, path: string): Profile | undefined {
  const [whole, prefix, written] = rule.path.exec(path) ?? [];
  if (whole === undefined || written === undefined) return undefined;
  const handle = rule.caseSensitive ? written : written.toLowerCase();
  const rest = path.slice(whole.length);
  // `/nike-store` must not be read as `/nike` with something behind it.
  if (rest !== "" && !rest.startsWith("/")) return undefined;
  if (rule.reserved?.includes(handle) || fileEnd.test(handle)) return undefined;
  const own = `/${(prefix ?? "").toLowerCase()}${handle}`;
  return { platform: rule.platform, handle, host, path: own, kind: rule.kind ?? "account", rest };
}
