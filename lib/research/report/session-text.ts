import type { EndReason, FeedKind, FeedView, KeepRule, Session } from "../../model/research/session.ts";
import type { SessionFacts } from "./facts.ts";
import { code, plain } from "./markdown.ts";
import { counted, figure, minuteText, percent } from "./report-words.ts";

const endings: Readonly<Record<EndReason, string>> = {
  person: "ended by the researcher",
  time: "ended by its time limit",
  quota: "ended because the disk was full",
  failed: "ended by a failure",
};

const feeds: Readonly<Record<FeedKind, string>> = {
  ranked: "ranked feed",
  latest: "feed in order of time",
  following: "feed of followed accounts",
  search: "search",
  tag: "tag",
  profile: "profile",
  thread: "thread",
  group: "group",
  unknown: "page of unknown kind",
};

/** Which posts were kept, in words. */
function ruleText(rule: KeepRule): string {
  if (rule.kind === "everything") return "every post seen was kept";
  if (rule.kind === "words")
    return `posts were kept that match one of these words or patterns: ${rule.words.map((word) => `“${plain(word)}”`).join(", ")}`;
  const brands =
    rule.brands.length > 0 ? `one of these brands: ${rule.brands.map(plain).join(", ")}` : "any brand";
  return `posts were kept in which the detector found ${brands}, with a confidence of at least ${rule.confidence}`;
}

function minutesBetween(from: number, to: number): number {
  return Math.round((to - from) / 60_000);
}

function pauseText({ pauses }: Session, end: number): string {
  if (pauses.length === 0) return "no pause";
  const minutes = pauses.reduce((sum, { from, to = end }) => sum + minutesBetween(from, to), 0);
  return `${counted(pauses.length, "pause")} of together ${counted(minutes, "minute")}`;
}

function viewText(
  { site, kind, terms, locale, seen, kept, depth }: FeedView,
  siteName: (id: string) => string,
): string {
  const called = terms === undefined ? feeds[kind] : `${feeds[kind]} for “${plain(terms)}”`;
  const spoken = locale === undefined ? "" : `, locale ${plain(locale)}`;
  return `  - ${plain(siteName(site))}, ${called}${spoken}: ${counted(seen, "post")} seen, ${figure(kept)} kept, scrolled ${counted(Math.round(depth), "window height")}`;
}

/** One session with everything that has to be known to do it again. */
export function sessionText({ session, views }: SessionFacts, siteName: (id: string) => string): string {
  const { startedAt, ended, endsAt, plan, seed, detector } = session;
  const end = ended?.at ?? Math.min(endsAt, Math.max(startedAt, ...views.map(({ lastAt }) => lastAt)));
  const ending = ended ? endings[ended.why] : "not ended when this report was written";
  const sample =
    plan.sampleRate > 0
      ? `Of the others ${percent(plan.sampleRate)} were kept as a sample, drawn by the seed ${code(seed)}.`
      : "No sample of the others was kept.";
  return [
    `- **${minuteText(startedAt)}**, ${counted(minutesBetween(startedAt, end), "minute")}, ${pauseText(session, end)}, ${ending}. ` +
      `Platforms: ${plan.sites.map((site) => plain(siteName(site))).join(", ")}. ` +
      `Rule: ${ruleText(plan.keep)}. ${sample} ` +
      `Seen: ${counted(session.seen, "post")}; kept as a match ${figure(session.kept)}, in the sample ${figure(session.sampled)}, ` +
      `left out as not shown to everybody ${figure(session.notPublic)}. ` +
      `Detector ${plain(detector.extension)}, directory ${code(detector.directory)}.`,
    ...views.map((view) => viewText(view, siteName)),
  ].join("\n");
}
