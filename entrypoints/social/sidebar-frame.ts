import type { PostSites } from "../../lib/messages/page.ts";
import { isAlive } from "../../lib/messages/page-send.ts";
import type { ByPerson } from "../badge/by-person.ts";
import { toggleFrame } from "../badge/frame.ts";
import { style } from "../badge/style.ts";

const frameTag = "backtalk-frame";

/**
 * Firefox opens its sidebar only from the toolbar, so there a chip shows the sidebar page in a frame at the window's
 * edge, as the badge does. A post may be clipped or moved by its page, so the frame hangs from the document.
 */
export function openFrame(frame: NonNullable<PostSites["frame"]>, opener: HTMLElement): void {
  for (const old of document.querySelectorAll(frameTag)) old.remove();
  const host = document.createElement(frameTag);
  const root = host.attachShadow({ mode: "closed" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [sheet];
  const byPerson: ByPerson = (act) => (event) => {
    if (!event.isTrusted) return;
    if (!isAlive()) return host.remove();
    act(event);
    if (root.childElementCount === 0) host.remove();
  };
  document.documentElement.append(host);
  toggleFrame(root, opener, frame, byPerson);
}
