import { t } from "../i18n.ts";
import type { FoundNews } from "./follow-news.ts";

/** A notification of the operating system. Its words are ours alone: no title, no text of others. */
export interface Notice {
  readonly title: string;
  readonly message: string;
}

/** One notice for all that was found: a row of them would be noise. */
export function newsNotice(found: readonly FoundNews[]): Notice {
  const [first] = found;
  const message = t("notice_opens");
  if (!first || found.length > 1) return { title: t("follow_news", { count: found.length }), message };
  const { kind, name } = first;
  return { title: t(`notice_${kind}`, { name }), message };
}

/** @param people - How many have answered. */
export function answersNotice(people: number): Notice {
  return { title: t("answered_you", { count: people }), message: t("notice_answers_opens") };
}

export interface NoticeDependencies<Found> {
  readonly noticeOf: (found: Found) => Notice;
  /** Whether the person asked to be told. */
  readonly isWanted: () => Promise<boolean>;
  /** Whether the browser lets us; the person can take that back at any time. */
  readonly isAllowed: () => Promise<boolean>;
  readonly show: (notice: Notice) => Promise<void>;
}

/** Tells the person of what was found, if they want that and the browser still allows it. */
export function notifier<Found>({ isAllowed, isWanted, noticeOf, show }: NoticeDependencies<Found>) {
  return async (found: Found): Promise<void> => {
    if ((await isWanted()) && (await isAllowed())) await show(noticeOf(found));
  };
}
