import { bing } from "./bing.ts";
import { blogger } from "./blogger.ts";
import { bluesky } from "./bluesky.ts";
import { brave } from "./brave.ts";
import { commento } from "./commento.ts";
import type { Site } from "./define-site.ts";
import { discourse } from "./discourse.ts";
import { disqus } from "./disqus.ts";
import { duckduckgo } from "./duckduckgo.ts";
import { ecosia } from "./ecosia.ts";
import { facebook } from "./facebook.ts";
import { giscus } from "./giscus.ts";
import { google } from "./google.ts";
import { hackernews } from "./hackernews.ts";
import { instagram } from "./instagram.ts";
import { isso } from "./isso.ts";
import { kagi } from "./kagi.ts";
import { lemmy } from "./lemmy.ts";
import { linkedin } from "./linkedin.ts";
import { lobsters } from "./lobsters.ts";
import { mastodon } from "./mastodon.ts";
import { microformats } from "./microformats.ts";
import { qwant } from "./qwant.ts";
import { reddit } from "./reddit.ts";
import { schemaOrg } from "./schema-org.ts";
import { startpage } from "./startpage.ts";
import { telegram } from "./telegram.ts";
import { threads } from "./threads.ts";
import { tiktok } from "./tiktok.ts";
import { typepad } from "./typepad.ts";
import { utterances } from "./utterances.ts";
import { wordpress } from "./wordpress.ts";
import { x } from "./x.ts";
import { youtube } from "./youtube.ts";

/** Every platform we read, by id. A new one is a file beside this and a line here: docs/adding-a-site.md. */
export const sites = [
  bing,
  blogger,
  bluesky,
  brave,
  commento,
  discourse,
  disqus,
  duckduckgo,
  ecosia,
  facebook,
  giscus,
  google,
  hackernews,
  instagram,
  isso,
  kagi,
  lemmy,
  linkedin,
  lobsters,
  mastodon,
  microformats,
  qwant,
  reddit,
  schemaOrg,
  startpage,
  telegram,
  threads,
  tiktok,
  typepad,
  utterances,
  wordpress,
  x,
  youtube,
] as const satisfies readonly Site[];

export function siteOf(id: string): Site | undefined {
  return sites.find((site) => site.id === id);
}

/**
 * The platforms that may have posts on a page: those of its host; where none stands there, those whose marks the page
 * bears; and only where it bears none of them, the markup that any software may write, which would read their posts
 * again. Threads that a page embeds come beside whatever it is itself.
 */
export function sitesFor(url: URL, marks: readonly string[] = []): readonly Site[] {
  const all: readonly Site[] = sites;
  const here = all.filter((site) => standsOn(site, url.hostname));
  if (here.length > 0) return here;
  const marked = all.filter((site) => site.marks?.some((mark) => marks.includes(mark)));
  const own = marked.filter((site) => site.isEmbedded !== true);
  const known = own.filter((site) => site.anySoftware !== true);
  return [...(known.length > 0 ? known : own), ...marked.filter((site) => site.isEmbedded === true)];
}

/** Whether a host, or the host it is below, is one of the site's. */
export function standsOn(site: Site, hostname: string): boolean {
  return site.hosts.some((host) => {
    if (!host.endsWith(".*")) return hostname === host || hostname.endsWith(`.${host}`);
    const name = host.slice(0, -2);
    const labels = hostname.split(".");
    // A public suffix has one label ("de") or two short ones ("co.uk", "com.br").
    const at = labels.lastIndexOf(name);
    const suffix = labels.slice(at + 1);
    return at >= 0 && (suffix.length === 1 || (suffix.length === 2 && suffix.join("").length <= 6));
  });
}
