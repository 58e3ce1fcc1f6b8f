import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import type { PostUpdate } from "../../lib/messages/page.ts";
import { contentApi } from "../../lib/messages/page-send.ts";
import { PostReader } from "./post-reader.ts";
import { rememberPressed } from "./pressed.ts";

interface World {
  /** Set in our isolated world while a reader of this version serves the document. */
  backtalkPosts?: PostReader;
}

/**
 * Injected by the background into pages and frames of platforms whose posts get chips. Injected again it only asks
 * again what to read. That nothing is to be read any more comes as a message.
 */
export default defineUnlistedScript(() => {
  const world = globalThis as World;
  let reader = world.backtalkPosts;
  if (!reader) {
    const made = new PostReader();
    reader = made;
    world.backtalkPosts = made;
    rememberPressed();
    contentApi.runtime.onMessage.addListener((message: unknown) => {
      if ((message as Partial<PostUpdate> | undefined)?.type === "backtalk-posts") made.stop();
    });
  }
  void reader.refresh();
});
