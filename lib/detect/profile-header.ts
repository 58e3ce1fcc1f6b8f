import type { ProfileHeader } from "../model/profile.ts";
import { cut } from "./cut.ts";

/**
 * Where networks show who an account is. Class names are generated; what stands here are test ids, roles and
 * landmarks that have been stable, and where none fits the first heading is all that is read.
 */
interface HeaderRule {
  readonly host: RegExp;
  /** What shows that the page is of this software, where any host may run it. */
  readonly software?: string;
  readonly name: string;
  readonly description?: string;
  readonly links?: string;
  /** What holds the name and the network's mark, and nothing of any post. */
  readonly marked?: string;
  /** An element that is the mark itself, where it has no words. */
  readonly mark?: string;
}

const rules: readonly HeaderRule[] = [
  {
    host: /(?:^|\.)(?:x|twitter)\.com$/,
    name: '[data-testid="UserName"]',
    description: '[data-testid="UserDescription"]',
    links: 'a[data-testid="UserUrl"],[data-testid="UserUrl"] a,[data-testid="UserDescription"] a',
    marked: '[data-testid="UserName"]',
    mark: '[data-testid="UserName"] [data-testid="icon-verified"]',
  },
  {
    host: /(?:^|\.)bsky\.app$/,
    name: '[data-testid="profileHeaderDisplayName"]',
    description: '[data-testid="profileHeaderDescription"]',
    links: '[data-testid="profileHeaderDescription"] a',
    marked: ':has(> [data-testid="profileHeaderDisplayName"])',
  },
  {
    host: /(?:^|\.)facebook\.com$/,
    name: '[role="main"] h1',
    links: '[role="main"] a[href*="l.facebook.com/l.php"]',
    marked: '[role="main"] h1',
  },
  {
    host: /(?:^|\.)instagram\.com$/,
    name: "main header h1,main header h2",
    description: "main header section:last-of-type",
    links: 'main header a[rel~="me"],main header a[href*="l.instagram.com"]',
    marked: "main header",
  },
  {
    host: /(?:^|\.)threads\.(?:com|net)$/,
    name: "h1",
    links: 'a[rel~="me"]',
    marked: ":has(> h1)",
  },
  {
    host: /(?:^|\.)tiktok\.com$/,
    name: '[data-e2e="user-subtitle"],[data-e2e="user-title"]',
    description: '[data-e2e="user-bio"]',
    links: 'a[data-e2e="user-link"]',
    marked: ':has(> [data-e2e="user-title"])',
  },
  {
    host: /(?:^|\.)youtube\.com$/,
    name: "#page-header h1,yt-page-header-renderer h1",
    description: "yt-description-preview-view-model",
    links: "yt-attribution-view-model a",
    marked: "#page-header h1,yt-page-header-renderer h1",
  },
  {
    host: /(?:^|\.)linkedin\.com$/,
    name: "main h1,h1",
    description: ".org-top-card-summary__tagline,.top-card-layout__headline",
    links:
      'a[href*="/redir/redirect"][data-tracking-control-name*="website" i],.org-top-card-primary-actions a[href^="http"]',
    marked: ":has(> h1)",
  },
  {
    host: /^(?:t\.me|telegram\.me)$/,
    name: ".tgme_channel_info_header_title,.tgme_page_title",
    description: ".tgme_channel_info_description,.tgme_page_description",
    links: ".tgme_channel_info_description a,.tgme_page_description a",
    mark: ".tgme_channel_info_header_title_wrap .verified-icon,.tgme_page_title .verified-icon",
  },
  {
    host: /(?:^|\.)pinterest\.[a-z.]+$/,
    name: '[data-test-id="profile-name"]',
    links: '[data-test-id="profile-header"] a[rel~="nofollow"]',
    marked: '[data-test-id="profile-header"]',
  },
  {
    host: /(?:^|\.)github\.com$/,
    name: "main h1,.vcard-fullname",
    links: '.vcard-details a[rel~="me"],main header a[itemprop="url"]',
    marked: "main header",
  },
  {
    // Mastodon and its forks. The server itself checks that a site links back, and marks the link, not the account:
    // only such links count.
    host: /(?:)/,
    software: "#mastodon .account__header",
    name: ".account__header__tabs__name h1 > span:first-child,.account__header__tabs__name h1:not(:has(> span))",
    description: ".account__header__content",
    links: '.account__header__fields .verified a[rel~="me"]',
    mark: ".account__header__fields .verified [title]",
  },
];
const anyNetwork: HeaderRule = { host: /(?:)/, name: "h1", links: 'a[rel~="me"]' };

/** "Verified" as networks write it, in the languages they are used in. */
const verifiedWords =
  /verif|vérifi|überprüf|bestätigt|geverifi|zweryfik|ověřen|overen|подтвержд|верифиц|підтвердж|認証|认证|認證|인증|doğrulan|onaylan|موثق|موثّق|מאומת|hitelesített|vahvistettu|verifisert|επαληθευμ|terverifikasi|đã xác minh|सत्यापित/i;
/** A person's own words stand under such a label as well: "Not verified", "Get verified". */
const notVerified = /\b(?:not|get|un)[ -]?verif|nicht (?:überprüf|bestätigt)|non vérifi|no verific/i;

const mostLinks = 12;

/**
 * Reads who an account page says that it is. Plain DOM, a handful of selectors; never throws.
 *
 * @returns `undefined` while the page does not show it yet.
 */
export function readProfileHeader(document: Document, location: Location): ProfileHeader | undefined {
  try {
    const rule = rules.find((one) => fits(one, document, location)) ?? anyNetwork;
    const text = (selector: string | undefined, length: number): string =>
      selector === undefined ? "" : cut(document.querySelector(selector)?.textContent?.trim(), length);
    const name = text(rule.name, 200);
    if (name === "") return undefined;
    const description = text(rule.description, 2000) || metaDescription(document);
    const mark = readMark(document, rule);
    return {
      url: cut(location.href, 4096),
      name,
      links: readLinks(document, rule),
      ...(description !== "" && { description }),
      ...(mark !== undefined && { mark }),
    };
  } catch {
    return undefined;
  }
}

function fits({ host, software }: HeaderRule, document: Document, { hostname }: Location): boolean {
  return host.test(hostname) && (software === undefined || document.querySelector(software) !== null);
}

function metaDescription(document: Document): string {
  const meta = document.querySelector('meta[property="og:description"],meta[name="description"]');
  return cut(meta?.getAttribute("content")?.trim(), 2000);
}

function readLinks(document: Document, { links }: HeaderRule): readonly string[] {
  if (links === undefined) return [];
  const found = new Set<string>();
  for (const link of document.querySelectorAll<HTMLAnchorElement>(links)) {
    // What others posted on the page are not the account's own links.
    if (link.closest?.('article,[role="article"],[role="feed"]')) continue;
    const address = shownAddress(link);
    if (/^https?:/i.test(address)) found.add(cut(address, 2048));
    if (found.size >= mostLinks) break;
  }
  return [...found];
}

/** X wraps every address in one of its own and shows the real one as the link's text. */
function shownAddress(link: HTMLAnchorElement): string {
  const shown = link.textContent?.trim() ?? "";
  const isWrapped = /^https?:\/\/t\.co\//i.test(link.href);
  return isWrapped && /^(?:https?:\/\/)?[\w-]+(?:\.[\w-]+)+(?:\/[^\s…]*)?$/.test(shown)
    ? `https://${shown.replace(/^https?:\/\//i, "")}`
    : link.href;
}

/** The words of the network's own mark; `undefined` where there is none. */
function readMark(document: Document, { mark, marked }: HeaderRule): string | undefined {
  const icon = mark === undefined ? null : document.querySelector(mark);
  if (icon) return cut(labelOf(icon) || "verified", 100);
  if (marked === undefined) return undefined;
  const holder = document.querySelector(marked);
  const candidates = holder
    ? [holder, ...holder.querySelectorAll("[aria-label],[title],svg title,img[alt]")].slice(0, 60)
    : [];
  const label = candidates
    .map(labelOf)
    .find((words) => verifiedWords.test(words) && !notVerified.test(words));
  return label === undefined ? undefined : cut(label, 100);
}

function labelOf(element: Element): string {
  if (element.localName === "title") return element.textContent?.trim() ?? "";
  for (const attribute of ["aria-label", "title", "alt"]) {
    const label = element.getAttribute(attribute)?.trim();
    if (label) return label;
  }
  return "";
}
