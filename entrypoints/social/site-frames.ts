import { sendPage } from "../../lib/messages/page-send.ts";
import type { Site } from "../../lib/sites/define-site.ts";
import { standsOn } from "../../lib/sites/index.ts";

/** Comments that load late: how often and how long a page is looked at for their frame, in ms. */
const looks = [0, 1000, 3000, 8000, 20_000];

/**
 * Asks for the posts in frames of platforms that stand on hosts of their own, such as a thread of comments below a
 * blog's article. The background decides and looks up the frames itself.
 *
 * @returns Ends it.
 */
export function followFrames(sites: readonly Site[]): () => void {
  const framed = sites.filter((site) => site.hosts.length > 0 && !standsOn(site, location.hostname));
  if (framed.length === 0 || window.top !== window) return () => undefined;
  const known = new WeakSet<HTMLIFrameElement>();
  const look = (): void => {
    for (const frame of document.querySelectorAll("iframe")) {
      const host = URL.parse(frame.src)?.hostname;
      if (known.has(frame) || !host || !framed.some((site) => standsOn(site, host))) continue;
      known.add(frame);
      frame.addEventListener("load", ask);
      ask();
    }
  };
  const timers = looks.map((ms) => setTimeout(look, ms));
  // Many load their comments when one scrolls down to them.
  addEventListener("scrollend", look);
  return () => {
    timers.forEach(clearTimeout);
    removeEventListener("scrollend", look);
  };
}

function ask(): void {
  void sendPage("framesCame");
}
