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
  /** Which of them are recorded, and by which recording. */
  recorded: string;
  readonly record: (ids: readonly string[]) => void;
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
    if (ids !== (this.#running?.ids ?? "")) this.#end();
    if (!answer || !ids) return;
    this.#running ??= { ids, recorded: "", ...start(answer) };
    this.#record(this.#running, answer.record);
  }

  /** Chips stay as they are: a page must not see by them that a recording has begun. */
  #record(running: Running, record: PostSites["record"]): void {
    const recorded = record ? `${record.since} ${record.sites.join(" ")}` : "";
    if (recorded === running.recorded) return;
    running.recorded = recorded;
    running.record(record?.sites ?? []);
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

function start({ frame, sites: ids }: PostSites): Pick<Running, "record" | "stop"> {
  const sites = ids.flatMap((id) => siteOf(id) ?? []);
  const check = new SiteCheck(sites);
  const chips = new Chips((brandId, quote, pill) => {
    const asked = sendPage("openSidebarAbout", { brandId, quote });
    if (frame) void asked.then(() => openFrame(frame, pill));
  });
  const watcher = new PostWatcher(sites, chips, (site) => check.found(site));
  let unfollow = followFrames(sites);
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
  return {
    record: (recorded) => {
      watcher.record(recorded);
      // Frames have readers of their own, which ask again once they are injected again.
      unfollow();
      unfollow = followFrames(sites);
    },
    stop,
  };
}
