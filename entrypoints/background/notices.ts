import { browser } from "wxt/browser";
import { followNotifier, type Notice } from "../../lib/app/follow-notice.ts";
import { inBackground } from "../../lib/log.ts";
import { followNotices } from "../../lib/settings.ts";

/** The next notice takes the place of the one before. */
const noticeId = "backtalk-follow";

async function show(notice: Notice): Promise<void> {
  const iconUrl = browser.runtime.getURL("/icons/128.png" as never);
  await browser.notifications.create(noticeId, { type: "basic", iconUrl, ...notice });
}

/** Tells of news about followed brands, once the person asked for it and the browser allows it. */
export const notifyOfNews = followNotifier({
  isWanted: () => followNotices.getValue(),
  isAllowed: () => browser.permissions.contains({ permissions: ["notifications"] }),
  show,
});

function onPress(id: string): void {
  if (id !== noticeId) return;
  const url = browser.runtime.getURL("/options.html#following" as never);
  inBackground("news", Promise.all([browser.notifications.clear(id), browser.tabs.create({ url })]));
}

/** The permission is optional: before it is granted there is no `browser.notifications`. */
function listen(): void {
  const { notifications } = browser as { readonly notifications?: typeof browser.notifications };
  if (notifications && !notifications.onClicked.hasListener(onPress))
    notifications.onClicked.addListener(onPress);
}

/** A press on a notice opens the list. Call it synchronously at start-up. */
export function listenToNotices(): void {
  listen();
  browser.permissions.onAdded.addListener(listen);
}
