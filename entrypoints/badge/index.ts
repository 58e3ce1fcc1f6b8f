import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import type { BadgeUpdate } from "../../lib/messages/page.ts";
import { contentApi, sendPage } from "../../lib/messages/page-send.ts";
import { Badge } from "./badge.ts";

interface World {
  /** Set in our isolated world while a badge of this version serves the document. */
  backtalkBadge?: Badge;
}

/**
 * Injected by the background where there is something to say. Asks what to draw; where that has changed
 * it is injected again, which only asks again. That nothing is to be drawn any more comes as a message.
 */
export default defineUnlistedScript(() => {
  const world = globalThis as World;
  let badge = world.backtalkBadge;
  if (!badge) {
    const listen = (message: unknown): void => {
      if ((message as Partial<BadgeUpdate> | undefined)?.type === "backtalk-badge") badge?.show(undefined);
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
