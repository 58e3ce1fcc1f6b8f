import type { ForgetTalkDependencies } from "../../lib/app/talk/forget-talk.ts";
import type { Talk } from "../../lib/app/talk/index.ts";
import type { Begun } from "../../lib/app/talk/searches.ts";
import type { Gate } from "../../lib/app/gate.ts";
import type { UiHandlers } from "../../lib/app/ui-commands.ts";
import type { CommunityDatabase } from "../../lib/db/community.ts";
import { inBackground, logBug } from "../../lib/log.ts";
import { ok, type Result } from "../../lib/model/result.ts";
import { searchChoices, searchHosts, searchOrigins } from "../../lib/settings.ts";
import type { Network } from "./network.ts";
import type { PageServices } from "./page-services.ts";

/**
 * Searching and reading elsewhere, wired to the real browser. Made at the first command: its parsers and schemas take
 * longer to set up than most wakes of a worker have.
 */
export function lazyTalk(...needs: Parameters<typeof createTalkServices>): () => Promise<Talk> {
  let made: Promise<Talk> | undefined;
  return () => (made ??= createTalkServices(...needs));
}

async function createTalkServices(
  community: CommunityDatabase,
  { net }: Pick<Network, "net">,
  { directory, finder }: Pick<PageServices, "directory" | "finder">,
): Promise<Talk> {
  const { createTalk, sources } = await import("./lazy-sources.ts");
  return createTalk({
    community,
    net,
    sources,
    directory,
    finder,
    settings: async () => ({
      origins: await searchOrigins.getValue(),
      choices: await searchChoices.getValue(),
    }),
    consent: async (hosts) => {
      const before = await searchHosts.getValue();
      const all = new Set([...before, ...hosts]);
      if (all.size > before.length) await searchHosts.setValue([...all]);
    },
    now: Date.now,
  });
}

/** What forgetting needs to know of searches. */
export async function forgettingOf({
  community,
  pages,
  talk,
}: {
  readonly community: CommunityDatabase;
  readonly pages: Pick<PageServices, "directory">;
  readonly talk: () => Promise<Talk>;
}): Promise<ForgetTalkDependencies> {
  const { sources } = await import("./lazy-sources.ts");
  return {
    community,
    stop: async () => (await talk()).stop(),
    brandIdOf: async (site) => {
      try {
        return (await (await pages.directory()).byHost(site))?.id;
      } catch (cause: unknown) {
        // Without the directory the rest is forgotten all the same.
        logBug("forget", cause);
        return undefined;
      }
    },
    forums: { sources, origins: searchOrigins, hosts: searchHosts, choices: searchChoices },
  };
}

type TalkCommands = Pick<
  UiHandlers,
  "listSources" | "planSearch" | "readThread" | "search" | "searchMore" | "stopSearch"
>;

/** What extension pages may ask for about talk elsewhere. Searches go on after their command was answered. */
export function talkCommands(talk: () => Promise<Talk>, gate: Gate): TalkCommands {
  const begin = async (begun: Promise<Result<Begun>>): Promise<Result<void>> => {
    const result = await begun;
    if (!result.ok) return result;
    const { drop, run } = result.value;
    inBackground("search", gate.pass(run, drop));
    return ok(undefined);
  };
  return {
    listSources: async () => ok((await talk()).listSources()),
    planSearch: async (brand) => (await talk()).plan(brand),
    search: async (what) => begin((await talk()).search(what)),
    searchMore: async (what) => begin((await talk()).more(what)),
    stopSearch: async (brandId) => (await talk()).stop(brandId),
    readThread: async (what) => (await talk()).readThread(what),
  };
}
