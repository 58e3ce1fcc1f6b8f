import type { PostSites } from "../../lib/messages/page.ts";
import { isAlive, sendPage } from "../../lib/messages/page-send.ts";
import { siteOf } from "../../lib/sites/index.ts";
import { Chips } from "./chips.ts";
import { openFrame } from "./sidebar-frame.ts";
import { SiteCheck } from "./site-check.ts";
import { followFrames } from "./site-frames.ts";
import { PostWatcher } from "./watch-posts.ts";

interface Running {
  /** Which platforms, in their order. */
  readonly ids: string;
  readonly stop: () => void;
}

/** Reads the posts of one document for as long as the background wants them. */
export class PostReader {
  #running: Running | undefined;
  #asked = 0;

  /** Asks what is to be read here, and does that from now on. */
  async refresh(): Promise<void> {
    const asked = ++this.#asked;
    const answer = await sendPage("postSites");
    // An answer that was overtaken by a newer question, or by the order to stop.
    if (asked !== this.#asked) return;
    const ids = answer?.sites.join(" ") ?? "";
    if (ids === (this.#running?.ids ?? "")) return;
    this.#end();
    if (answer && ids) this.#running = { ids, stop: start(answer) };
  }

  stop(): void {
    this.#asked++;
    this.#end();
  }

  #end(): void {
    this.#running?.stop();
    this.#running = undefined;
  }
}

function start({ frame, sites: ids }: PostSites): () => void {
  const sites = ids.flatMap((id) => siteOf(id) ?? []);
  const check = new SiteCheck(sites);
  const chips = new Chips((brandId, quote, pill) => {
    const asked = sendPage("openSidebarAbout", { brandId, quote });
    if (frame) void asked.then(() => openFrame(frame, pill));
  });
  const watcher = new PostWatcher(sites, chips, (site) => check.found(site));
  const unfollow = followFrames(sites);
  // Fired for every change of the address in this document.
  const onNavigated = (): void => {
    if (isAlive()) check.begin();
    else stop();
  };
  const stop = (): void => {
    globalThis.navigation?.removeEventListener("navigatesuccess", onNavigated);
    unfollow();
    check.stop();
    watcher.stop();
  };
  globalThis.navigation?.addEventListener("navigatesuccess", onNavigated);
  check.begin();
  return stop;
}
