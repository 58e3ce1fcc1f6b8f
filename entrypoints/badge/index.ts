import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import type { BadgeUpdate } from "../../lib/messages/page.ts";
import { contentApi, sendPage } from "../../lib/messages/page-send.ts";
import { Badge } from "./badge.ts";

interface World {
  /** Set in our isolated world while a badge of this version serves the document. */
  backtalkBadge?: Badge;
}

/**
 * Injected by the background where there is something to say. Asks once what to draw; later changes come as
 * messages. A second injection only asks again.
 */
export default defineUnlistedScript(() => {
  const world = globalThis as World;
  let badge = world.backtalkBadge;
  if (!badge) {
    const listen = (message: unknown): void => {
      const update = message as Partial<BadgeUpdate> | undefined;
      if (update?.type === "backtalk-badge") badge?.show(update.view);
    };
    badge = new Badge(() => {
      contentApi.runtime?.onMessage?.removeListener(listen);
      delete world.backtalkBadge;
    });
    world.backtalkBadge = badge;
    contentApi.runtime.onMessage.addListener(listen);
  }
  const drawn = badge;
  void sendPage("badgeView").then((view) => drawn.show(view ?? undefined));
});
