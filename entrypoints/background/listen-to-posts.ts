import type { Gate } from "../../lib/app/gate.ts";
import { siteIds } from "../../lib/app/post-reports.ts";
import {
  frameSender,
  type FrameSender,
  type MessageSender,
  type OwnIdentity,
} from "../../lib/app/senders.ts";
import { t, uiDirection } from "../../lib/i18n.ts";
import { inBackground } from "../../lib/log.ts";
import { pageMessaging, type PostSites } from "../../lib/messages/page.ts";
import { isOnSite, type PostServices } from "./post-services.ts";
import { injectPostsIntoFrames, openSidebar, surface } from "./surface.ts";

/**
 * The part of the `page` map that is about posts. Frames may send it too. Every sender is checked, every argument is
 * parsed where it is used. Call it synchronously at start-up.
 */
export function listenToPosts(posts: PostServices, own: OwnIdentity, gate: Gate): void {
  /** Answers a page, or with `otherwise` a stranger and everybody while everything is being deleted. */
  const answer = async <T>(
    sender: MessageSender,
    work: (frame: FrameSender) => Promise<T>,
    otherwise: T,
  ): Promise<T> => {
    const frame = frameSender(sender, own);
    return frame
      ? gate.pass(
          () => work(frame),
          () => otherwise,
        )
      : otherwise;
  };

  pageMessaging.onMessage("postSites", ({ sender }) =>
    answer(sender, (frame) => sitesOf(posts, frame), undefined),
  );
  pageMessaging.onMessage("reportPosts", ({ data, sender }) =>
    answer(sender, (frame) => posts.report(data, frame), []),
  );
  pageMessaging.onMessage("checkedPosts", ({ data, sender }) =>
    answer(sender, (frame) => posts.check(data, frame), undefined),
  );
  pageMessaging.onMessage("framesCame", ({ sender }) =>
    answer(sender, (frame) => readFrames(posts, frame), undefined),
  );
  // Synchronous up to the call itself: an `await` before it would lose the person's gesture.
  pageMessaging.onMessage("openSidebarAbout", ({ data, sender }) => {
    const frame = frameSender(sender, own);
    if (!frame) return undefined;
    // Firefox opens its sidebar only from the toolbar; there the page shows it in a frame once this is answered.
    if (surface.frameUrl(frame.tabId) === undefined) inBackground("open sidebar", openSidebar(frame.tabId));
    return answer(sender, () => posts.ask(data, frame), undefined);
  });
}

async function sitesOf(posts: PostServices, frame: FrameSender): Promise<PostSites | undefined> {
  const frameUrl = surface.frameUrl(frame.tabId);
  const { chips, record } = await posts.sitesFor(frame);
  // The sidebar does not fit into a frame of a page, and there is no other place for it.
  const sites = siteIds({ chips: frameUrl && !frame.isTop ? [] : chips, ...(record && { record }) });
  if (sites.length === 0) return undefined;
  const read = { sites, ...(record && { record }) };
  if (!frameUrl) return read;
  const words = { label: t("chip_frame"), frameClose: t("badge_frame_close") };
  return { ...read, frame: { frameUrl, dir: uiDirection(), ...words } };
}

async function readFrames(posts: PostServices, frame: FrameSender): Promise<void> {
  const sites = frame.isTop ? siteIds(await posts.sitesFor(frame)) : [];
  if (sites.length > 0)
    await injectPostsIntoFrames(frame.tabId, (url) => sites.some((id) => isOnSite(id, url)));
}
