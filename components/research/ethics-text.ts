import { formatDate, formatList, formatNumber, t } from "../../lib/i18n.ts";
import type { Collection, CollectionPrivacy } from "../../lib/model/research/collection.ts";
import type { Session } from "../../lib/model/research/session.ts";

/**
 * A first text for an ethics board, in Markdown: what the researcher said, and the facts that the collection itself
 * knows. What nobody has answered stands there as a question.
 */
export function ethicsText(collection: Collection, sessions: readonly Session[]): string {
  const { name, privacy, statement } = collection;
  const parts: readonly (readonly [title: string, ...paragraphs: string[]])[] = [
    [t("research_privacy_statement_purpose"), said(statement.purpose)],
    [t("research_privacy_statement_who_collects"), said(statement.whoCollects)],
    [
      t("research_privacy_statement_who_is_studied"),
      said(statement.whoIsStudied),
      t("research_privacy_board_unaware"),
    ],
    [t("research_privacy_board_collected"), collectedText(sessions), bullets(protections(privacy))],
    [t("research_privacy_statement_legal_basis"), said(statement.legalBasis)],
    [t("research_privacy_board_stored"), t("research_privacy_board_device"), retentionText(privacy)],
    [t("research_privacy_board_rights"), t("research_privacy_board_rights_words"), removedText(collection)],
    [t("research_privacy_statement_how_it_is_shared"), said(statement.howItIsShared)],
    [t("research_privacy_statement_limits"), said(statement.limits), bullets(risks(privacy))],
  ];
  const title = t("research_privacy_board_title", { name: name.replaceAll(/\s+/gu, " ") });
  return `${[`# ${title}`, ...parts.map(([head, ...rest]) => [`## ${head}`, ...rest].join("\n\n"))].join("\n\n")}\n`;
}

function said(words: string): string {
  return words.trim() || `_${t("research_privacy_board_open")}_`;
}

function bullets(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join("\n");
}

function collectedText(sessions: readonly Session[]): string {
  if (sessions.length === 0) return t("research_privacy_board_nothing_yet");
  const sum = (of: (session: Session) => number): string =>
    formatNumber(sessions.reduce((total, session) => total + of(session), 0));
  return t("research_privacy_board_sessions", {
    count: sessions.length,
    from: formatDate(Math.min(...sessions.map(({ startedAt }) => startedAt))),
    to: formatDate(Math.max(...sessions.map(({ endsAt, ended }) => ended?.at ?? endsAt))),
    sites: formatList([...new Set(sessions.flatMap(({ plan }) => plan.sites))].toSorted()),
    seen: sum(({ seen }) => seen),
    kept: sum(({ kept }) => kept),
    sampled: sum(({ sampled }) => sampled),
    left: sum(({ notPublic }) => notPublic),
  });
}

function protections(privacy: CollectionPrivacy): readonly string[] {
  const { audience, audienceNote = "", keepMedia, pseudonymise, sealTo } = privacy;
  return [
    t(pseudonymise ? "research_privacy_board_pseudonyms" : "research_privacy_board_no_pseudonyms"),
    ...(pseudonymise
      ? [t(sealTo ? "research_privacy_board_sealed" : "research_privacy_board_not_sealed")]
      : []),
    audience === "public-only"
      ? t("research_privacy_board_public")
      : t("research_privacy_board_any", { reason: audienceNote }),
    t(keepMedia ? "research_privacy_board_media" : "research_privacy_board_no_media"),
  ];
}

function retentionText({ retentionDays }: CollectionPrivacy): string {
  return retentionDays === undefined
    ? t("research_privacy_board_no_retention")
    : t("research_privacy_board_retention", { count: retentionDays });
}

function removedText({ log }: Collection): string {
  const erased = log?.erased.length ?? 0;
  return t("research_privacy_board_removed", { erased, expired: log?.expired ?? 0, gone: log?.gone ?? 0 });
}

function risks({ pseudonymise }: CollectionPrivacy): readonly string[] {
  return [
    t("research_privacy_board_risk_search"),
    ...(pseudonymise ? [t("research_privacy_board_risk_names")] : []),
    t("research_privacy_board_risk_feed"),
  ];
}
