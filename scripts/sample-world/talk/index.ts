import { escapeHtml, htmlPage, siteFiles, type SampleSite } from "../pages/page.ts";
import { styleOf } from "../style.ts";
import { sampleTalks, type SampleTalk } from "./conversations.ts";
import { forumHost, forumService } from "./forum.ts";
import { lemmyHost, lemmyService } from "./lemmy.ts";
import { mastodonHost, mastodonService } from "./mastodon.ts";
import { idOf, type SampleService } from "./places.ts";

export { lemmyHost } from "./lemmy.ts";
export { mastodonHost } from "./mastodon.ts";
export type { SampleService } from "./places.ts";

/** The places of the sample world where people talk, by host: each speaks the API of its kind. */
export const sampleServices: ReadonlyMap<string, SampleService> = new Map([
  [lemmyHost, lemmyService],
  [mastodonHost, mastodonService],
  [forumHost, forumService],
]);

const addresses: Readonly<
  Record<SampleTalk["place"], (talk: SampleTalk) => readonly [host: string, path: string]>
> = {
  lemmy: (talk) => [lemmyHost, `/post/${idOf(talk)}`],
  mastodon: (talk) => [mastodonHost, `/@${talk.by}/${idOf(talk)}`],
  forum: (talk) => [forumHost, `/t/${idOf(talk)}`],
};

/** Where people read a conversation. */
export function talkAddress(talk: SampleTalk): string {
  const [host, path] = addresses[talk.place](talk);
  return `https://${host}${path}`;
}

/** The same conversations as pages, where "open the original" leads. */
export function talkSites(): Map<string, SampleSite> {
  const sites = new Map<string, SampleSite>();
  for (const host of sampleServices.keys()) sites.set(host, siteFiles(styleOf(260, "plain"), 260, "T"));
  for (const host of sites.keys()) sites.get(host)?.set("/", contents(host));
  for (const talk of sampleTalks) {
    const [host, path] = addresses[talk.place](talk);
    sites.get(host)?.set(path, talkPage(host, talk));
  }
  return sites;
}

function contents(host: string): ReturnType<typeof htmlPage> {
  const links = sampleTalks.flatMap((talk) => {
    const [at, path] = addresses[talk.place](talk);
    return at === host ? [`<li><a href="${path}">${escapeHtml(headingOf(talk))}</a></li>`] : [];
  });
  return htmlPage({ host, siteName: host, title: host, footer: "Sample talk" }, `<ul>${links.join("")}</ul>`);
}

const headingOf = ({ by, text = "", title }: SampleTalk): string => title || `${by}: ${text}`;

const plain = (words: string): string => escapeHtml(words.replaceAll(/<[^>]+>/gu, ""));

function talkPage(host: string, talk: SampleTalk): ReturnType<typeof htmlPage> {
  const { by, comments, text = "" } = talk;
  const said = [{ by, text }, ...comments].map(
    (one) => `<article class="review"><b>${escapeHtml(one.by)}</b><p>${plain(one.text)}</p></article>`,
  );
  const heading = headingOf(talk);
  return htmlPage(
    { host, siteName: host, title: heading, footer: "Sample talk" },
    `<h1>${plain(heading)}</h1>${said.join("")}`,
  );
}
