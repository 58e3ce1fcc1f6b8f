import type { UiHandlers } from "../../lib/app/ui-commands.ts";
import type { CommunityDatabase } from "../../lib/db/community.ts";
import type { PersonalDatabase } from "../../lib/db/personal.ts";
import type { Result } from "../../lib/model/result.ts";
import { runMode } from "../../lib/settings.ts";
import { type BlockLists, createBlockLists } from "../../lib/sync/block-lists.ts";
import type { Jobs } from "../../lib/sync/job.ts";
import type { Network } from "./network.ts";

/** Block lists that the person subscribes to, wired to the real network. */
export function blockListServices(
  personal: PersonalDatabase,
  community: CommunityDatabase,
  { netFor }: Network,
): BlockLists {
  return createBlockLists({
    personal,
    community,
    netFor,
    mayRun: async () => (await runMode.getValue()) !== "unset",
    now: Date.now,
    random: Math.random,
  });
}

/** What extension pages may ask of them. */
export function blockListCommands(
  lists: BlockLists,
  jobs: Jobs,
): Pick<UiHandlers, "addBlockList" | "readBlockList" | "removeBlockList"> {
  const armed = async (result: Promise<Result<void>>): Promise<Result<void>> => {
    const settled = await result;
    await jobs.arm(lists.job.id);
    return settled;
  };
  return {
    addBlockList: (url) => armed(lists.add(url)),
    readBlockList: (url) => armed(lists.readNow(url)),
    removeBlockList: (url) => armed(lists.remove(url)),
  };
}
