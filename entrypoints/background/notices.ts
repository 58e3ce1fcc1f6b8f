import { browser } from "wxt/browser";
import { answersNotice, newsNotice, notifier, type Notice } from "../../lib/app/notice.ts";
import { inBackground } from "../../lib/log.ts";
import { answerNotices, followNotices } from "../../lib/settings.ts";

/** Each kind by its own id, so that its next notice takes the place of the one before; a press opens its list. */
const lists = { "backtalk-follow": "following", "backtalk-answers": "answers" } as const;

type NoticeId = keyof typeof lists;

function shower(id: NoticeId) {
  return async (notice: Notice): Promise<void> => {
    const iconUrl = browser.runtime.getURL("/icons/128.png" as never);
    await browser.notifications.create(id, { type: "basic", iconUrl, ...notice });
  };
}

const isAllowed = (): Promise<boolean> => browser.permissions.contains({ permissions: ["notifications"] });

/** Tells of news about followed brands, once the person asked for it and the browser allows it. */
export const notifyOfNews = notifier({
  noticeOf: newsNotice,
  isWanted: () => followNotices.getValue(),
  isAllowed,
  show: shower("backtalk-follow"),
});

/** Tells that somebody answered, likewise. */
export const notifyOfAnswers = notifier({
  noticeOf: answersNotice,
  isWanted: () => answerNotices.getValue(),
  isAllowed,
  show: shower("backtalk-answers"),
});

function onPress(id: string): void {
  if (!Object.hasOwn(lists, id)) return;
  const url = browser.runtime.getURL(`/options.html#${lists[id as NoticeId]}` as never);
  inBackground("notice", Promise.all([browser.notifications.clear(id), browser.tabs.create({ url })]));
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
