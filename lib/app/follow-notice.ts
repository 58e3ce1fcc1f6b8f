import { t } from "../i18n.ts";
import type { FoundNews } from "./follow-news.ts";

/** A notification of the operating system. Its words are ours alone: no title, no text of others. */
export interface Notice {
  readonly title: string;
  readonly message: string;
}

/** One notice for all that was found: a row of them would be noise. */
export function noticeOf(found: readonly FoundNews[]): Notice {
  const [first] = found;
  const message = t("notice_opens");
  if (!first || found.length > 1) return { title: t("follow_news", { count: found.length }), message };
  const { kind, name } = first;
  return { title: t(`notice_${kind}`, { name }), message };
}

export interface NoticeDependencies {
  /** Whether the person asked to be told. */
  readonly isWanted: () => Promise<boolean>;
  /** Whether the browser lets us; the person can take that back at any time. */
  readonly isAllowed: () => Promise<boolean>;
  readonly show: (notice: Notice) => Promise<void>;
}

/** Tells the person of news, if they want that and the browser still allows it. */
export function followNotifier({ isAllowed, isWanted, show }: NoticeDependencies) {
  return async (found: readonly FoundNews[]): Promise<void> => {
    if ((await isWanted()) && (await isAllowed())) await show(noticeOf(found));
  };
}
