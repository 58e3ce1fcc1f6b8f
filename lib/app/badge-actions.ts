import { siteKeyOf } from "../brands/subjects.ts";
import type { TabState } from "../model/tab-state.ts";
import { BadgePosition, HideScope } from "../schema/page-messages.ts";
import type { PageSender } from "./senders.ts";
import type { siteChoices } from "./site-choices.ts";
import type { TabStates } from "./tab-states.ts";

export interface BadgeActionDependencies {
  readonly states: TabStates;
  readonly choices: ReturnType<typeof siteChoices>;
  readonly setBadgeEverywhere: (on: boolean) => Promise<void>;
  /** Brings `quiet` of all open tabs up to date with what was chosen. */
  readonly refreshQuiet: () => Promise<void>;
}

export interface BadgeActions {
  readonly hide: (scope: unknown, sender: PageSender) => Promise<void>;
  readonly move: (position: unknown, sender: PageSender) => Promise<void>;
}

/** What a press on the badge may change. Arguments come from a page's process: what does not parse is dropped. */
export function createBadgeActions(needs: BadgeActionDependencies): BadgeActions {
  /** The site is read from the tab's own state, so that a page cannot choose for another site. */
  const siteOf = async ({ tabId, url }: PageSender): Promise<string | undefined> => {
    const state: TabState | undefined = await needs.states.get(tabId);
    return siteKeyOf(state?.url ?? url);
  };
  return {
    async hide(scope, sender) {
      const parsed = HideScope.safeParse(scope);
      // "Once" lives in the document: the badge removed itself and stays away until the next one.
      if (!parsed.success || parsed.data === "once") return;
      if (parsed.data === "everywhere") await needs.setBadgeEverywhere(false);
      else {
        const siteKey = await siteOf(sender);
        if (siteKey) await needs.choices.change(siteKey, sender.isPrivate, { off: true });
      }
      await needs.refreshQuiet();
    },
    async move(position, sender) {
      const parsed = BadgePosition.safeParse(position);
      const siteKey = parsed.success ? await siteOf(sender) : undefined;
      if (parsed.success && siteKey)
        await needs.choices.change(siteKey, sender.isPrivate, { badgePosition: parsed.data });
    },
  };
}
