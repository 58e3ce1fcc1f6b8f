import { forgetBucketBrandsOf, forgetBucketBrandsSince } from "../../db/bucket-brands.ts";
import type { CommunityDatabase } from "../../db/community.ts";
import { forgetTalkOf, forgetTalkSince } from "../../db/talk-cache.ts";
import type { Source } from "../../sources/define-source.ts";
import type { ForgetWhat } from "../forget.ts";

const hourMs = 3_600_000;

export interface ForgetTalkDependencies {
  readonly community: CommunityDatabase;
  /** Ends what is under way: it would write after all is forgotten. */
  readonly stop: () => Promise<unknown>;
  /** The brand whose site this is: that of a country's site is filed under another domain. */
  readonly brandIdOf: (site: string) => Promise<string | undefined>;
  readonly forums: Forums;
}

/**
 * What was asked and read elsewhere, or looked for in the rest of a feed, tells where a person was: it goes with the
 * other traces.
 */
export async function forgetTalk(
  what: ForgetWhat,
  { brandIdOf, community, forums, stop }: ForgetTalkDependencies,
  nowMs: number,
): Promise<void> {
  await stop();
  if ("site" in what) {
    const brandIds = new Set([what.site, (await brandIdOf(what.site)) ?? what.site]);
    for (const brandId of brandIds) {
      await forgetTalkOf(community, brandId);
      await forgetBucketBrandsOf(community, brandId);
    }
  } else {
    await forgetTalkSince(community, nowMs - hourMs);
    await forgetBucketBrandsSince(community, nowMs - hourMs);
  }
  await forgetForums(forums);
}

/** A setting that can be read and written. */
interface Kept<T> {
  getValue(): Promise<T>;
  setValue(value: T): Promise<void>;
}

interface Forums {
  readonly sources: readonly Source[];
  /** Places that the person chose, by source id. */
  readonly origins: Pick<Kept<Readonly<Record<string, readonly string[]>>>, "getValue">;
  readonly hosts: Kept<readonly string[]>;
  readonly choices: Kept<Readonly<Record<string, boolean>>>;
}

/**
 * Consent to a brand's own forum, and whether it was ticked, name the brand. Nobody knows when that was, so all of it
 * goes: the next press on Search, which names the host again, brings it back.
 */
async function forgetForums({ choices, hosts, origins, sources }: Forums): Promise<void> {
  const chosen = await origins.getValue();
  const knownHosts = new Set<string | undefined>();
  const places = new Set<string>();
  for (const { id, origins: own, alsoAsks = [] } of sources) {
    places.add(id);
    const asked = [...own, ...(chosen[id] ?? [])];
    for (const origin of asked) places.add(`${id} ${origin}`);
    for (const origin of [...asked, ...alsoAsks]) knownHosts.add(URL.parse(origin)?.host);
  }
  await hosts.setValue((await hosts.getValue()).filter((host) => knownHosts.has(host)));
  await choices.setValue(
    Object.fromEntries(Object.entries(await choices.getValue()).filter(([id]) => places.has(id))),
  );
}
