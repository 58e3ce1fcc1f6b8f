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
 * Makes the browser do what the mode says. Idempotent; `freshly` where open tabs have no copy of ours that works:
 * after install, update and the first-run choice.
 */
export async function applyRunMode(mode: RunMode, freshly: boolean, tools: RunModeTools): Promise<void> {
  if (mode !== "all-sites") {
    await tools.unregister();
    if (freshly) await tools.leaveOpenTabs();
    return;
  }
  await tools.register();
  if (freshly) await tools.injectIntoOpenTabs();
}
