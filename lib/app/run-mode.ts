import type { RunMode } from "../settings.ts";

export interface RunModeTools {
  /** Registers `page.content` for every http(s) page; again is harmless. */
  register(): Promise<void>;
  unregister(): Promise<void>;
  /** Chrome puts registered scripts into new documents only. */
  injectIntoOpenTabs(): Promise<void>;
  /** Takes away what stands in open tabs and what is known of them. */
  leaveOpenTabs(): Promise<void>;
}

/**
 * Makes the browser do what the chosen mode says. Idempotent, one at a time: the start of the worker and the
 * person's choice may fall together, and whichever comes last reads the mode that holds.
 *
 * @returns A function to call after each change; `freshly` where open tabs have no copy of ours that works: after
 *   install, update and the first-run choice.
 */
export function runModeKeeper(
  mode: () => Promise<RunMode>,
  tools: RunModeTools,
): (freshly: boolean) => Promise<void> {
  let turn: Promise<void> = Promise.resolve();
  const apply = async (freshly: boolean): Promise<void> => {
    if ((await mode()) === "all-sites") {
      await tools.register();
      if (freshly) await tools.injectIntoOpenTabs();
      return;
    }
    await tools.unregister();
    if (freshly) await tools.leaveOpenTabs();
  };
  return (freshly) => {
    const mine = turn.then(() => apply(freshly));
    turn = mine.catch(() => undefined);
    return mine;
  };
}
