import type { Recording } from "../model/research/session.ts";
import type { TabStates } from "./tab-states.ts";
import { blankLook, recordingLook, toolbarLook, type ToolbarLook } from "./toolbar.ts";

export interface ToolbarDependencies {
  /** Puts a look on the icon: of one tab, or of every tab that has none of its own. Tabs that are gone are no fault. */
  readonly put: (tabId: number | undefined, look: ToolbarLook) => Promise<void>;
  readonly recording: () => Promise<Recording | undefined>;
  /** Every tab there is, whether or not we may see what it shows. */
  readonly tabIds: () => Promise<readonly number[]>;
}

export interface Toolbar {
  /** Shows this for a tab; while something is recorded, that. */
  readonly paint: (tabId: number, look: ToolbarLook) => Promise<void>;
  /** A recording began, paused, went on or ended: brings every tab up to date, and tabs that are yet to come. */
  readonly refresh: (states: Pick<TabStates, "all">) => Promise<void>;
}

/** The toolbar icon, on which a recording cannot be overlooked. */
export function createToolbar({ put, recording, tabIds }: ToolbarDependencies): Toolbar {
  const over = async (look: ToolbarLook): Promise<ToolbarLook> => {
    const current = await recording();
    return current ? recordingLook(current, look) : look;
  };
  return {
    paint: async (tabId, look) => put(tabId, await over(look)),
    async refresh(states) {
      const known = new Map((await states.all()).map((state) => [state.tabId, toolbarLook(state)]));
      const tabs = await tabIds();
      await Promise.all([
        over(blankLook).then((look) => put(undefined, look)),
        ...tabs.map(async (tabId) => put(tabId, await over(known.get(tabId) ?? blankLook))),
      ]);
    },
  };
}
