import { browser } from "wxt/browser";
import { createCollecting, type Collecting } from "../../lib/app/research/collect.ts";
import { collectedItem } from "../../lib/app/research/collected-item.ts";
import { judgedPages } from "../../lib/app/research/judged-pages.ts";
import type { UiHandlers } from "../../lib/app/ui-commands.ts";
import type { ResearchDatabase } from "../../lib/db/research.ts";
import { likely } from "../../lib/mentions/mention-finder.ts";
import { ok } from "../../lib/model/result.ts";
import { protectWords } from "../../lib/research/privacy/protect.ts";
import { readFoundInPage } from "../../lib/schema/found-in-page.ts";
import { collectInto } from "../../lib/settings.ts";
import type { PageServices } from "./page-services.ts";
import type { ResearchServices } from "./research-services.ts";
import { findInPage } from "./surface.ts";

/** One thing at a time into a collection, wired to the real browser and the database of research. */
export function createCollectServices(
  research: ResearchDatabase,
  { finder }: Pick<PageServices, "finder">,
  { stamp, tools }: Pick<ResearchServices, "stamp" | "tools">,
): Collecting {
  const { session } = browser.storage;
  return createCollecting({
    db: research,
    session,
    read: ({ frameId, tabId, wish }) => findInPage(tabId, wish, frameId),
    parse: readFoundInPage,
    itemOf: (found, collection, note) =>
      collectedItem(found, collection, note, {
        async mentionsIn({ author, details, links, text }, site) {
          const around = {
            links,
            platform: site,
            ...(author?.handle && { authorHandle: author.handle }),
            ...(details?.lang && { lang: details.lang }),
          };
          const mentions = await (await finder()).find(text, around);
          return mentions.filter(({ confidence }) => confidence >= likely);
        },
        tools,
        protectWords,
        stamp,
        now: Date.now,
      }),
    mayKeep: tools.mayKeep,
    into: collectInto,
    judged: judgedPages(session),
    now: Date.now,
  });
}

/** What the sidebar may ask of it. */
export function collectCommands(
  collecting: Collecting,
): Pick<UiHandlers, "collectPost" | "keepCollected" | "undoCollected"> {
  return {
    async collectPost({ quote, tabId }) {
      const tab = await browser.tabs.get(tabId);
      await collecting.press({ tabId, url: tab.url, isPrivate: tab.incognito, wish: { quote } });
      return ok(undefined);
    },
    keepCollected: collecting.keep,
    undoCollected: collecting.undo,
  };
}
