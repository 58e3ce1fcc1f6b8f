import { codeKey, formatDate, formatList, formatShare, t } from "../../lib/i18n.ts";
import type { FeedView, KeepRule, Session } from "../../lib/model/research/session.ts";
import { languageName } from "../parts/language.ts";
import { siteName } from "./site-names.ts";

/** When a recording began and, where it has, ended: `Nov 21, 3:02 PM – 3:44 PM`. */
export function sessionTime({ startedAt, ended }: Pick<Session, "startedAt" | "ended">): string {
  const from = formatDate(startedAt, {
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
  });
  if (!ended) return from;
  const isSameDay = new Date(startedAt).toDateString() === new Date(ended.at).toDateString();
  const to = formatDate(ended.at, {
    ...(!isSameDay && { day: "numeric", month: "short" }),
    hour: "2-digit",
    minute: "2-digit",
  });
  return t("research_from_to", { from, to });
}

/** Which posts were kept. */
export function keepWords(keep: KeepRule): string {
  if (keep.kind === "everything") return t("research_session_keep_everything");
  if (keep.kind === "words") return t("research_session_keep_words", { words: keep.words.join(", ") });
  const share = formatShare(keep.confidence);
  return keep.brands.length > 0
    ? t("research_session_keep_brands", { share, brands: keep.brands.join(", ") })
    : t("research_session_keep_mentions", { share });
}

/** One way of looking: `Reddit, newest first` or `Mastodon, search for “returns”`. */
export function viewWords({ site, kind, terms }: FeedView): string {
  const how =
    terms && (kind === "search" || kind === "tag" || kind === "group" || kind === "profile")
      ? t(codeKey("research_feed_of", kind), { terms })
      : t(codeKey("research_feed", kind));
  return t("research_feed_on", { site: siteName(site), how });
}

/** In which language, and how far down: `English, scrolled 12 windows`. */
export function viewHow({ depth, locale }: FeedView): string {
  const count = Math.round(depth);
  return locale === undefined
    ? t("research_feed_down", { count })
    : t("research_feed_how", { language: languageName(locale), count });
}

export function sitesWords(sites: readonly string[]): string {
  return formatList(sites.map(siteName));
}
