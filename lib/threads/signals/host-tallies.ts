import type { Draft, HostTally } from "./signal.ts";

/** Parameters that name who is paid for a sale, as the programmes document them. */
const paying =
  /[?&](?:tag=[\w-]+-2\d|aff(?:id|_id|iliate(?:_id)?)?=|irclickid=|ranmid=|awc=|awinaffid=|sscid=|ascsubtag=|campid=\d|refid=|clickref=|subid=)/iu;

/** How many of a story's links pay whoever posted them. */
function affiliateLinks({ threads }: Draft["story"]): number {
  return threads.filter(({ thread }) => thread.about !== undefined && paying.test(thread.about)).length;
}

function isOwn(host: string, own: readonly string[]): boolean {
  return own.some((domain) => host === domain || host.endsWith(`.${domain}`));
}

const nothing: HostTally = { stories: 0, replies: 0, score: 0, affiliate: 0 };

/** What the stories together say of the sites that they link to. The brand's own are no evidence of anything. */
export function hostTallies(
  drafts: readonly Draft[],
  own: readonly string[],
): ReadonlyMap<string, HostTally> {
  const hosts = new Map<string, HostTally>();
  for (const { story } of drafts) {
    const { host } = story;
    if (host === undefined || isOwn(host, own)) continue;
    const tally = hosts.get(host) ?? nothing;
    hosts.set(host, {
      stories: tally.stories + 1,
      replies: tally.replies + story.replies,
      score: tally.score + story.score,
      affiliate: tally.affiliate + affiliateLinks(story),
    });
  }
  return hosts;
}
