import { html, nothing, type TemplateResult } from "lit";
import { codeKey, formatDuration, formatNumber, formatShare, t } from "../../lib/i18n.ts";
import type { FeedView, Session } from "../../lib/model/research/session.ts";
import { stampWords } from "./release-words.ts";
import { keepWords, sitesWords, viewHow, viewWords } from "./session-words.ts";

/** The denominators: what came by, how one looked, what became of it, and by which rule, sample and versions. */
export function sessionDetails(session: Session, views: readonly FeedView[]): TemplateResult {
  const { detector, ended, kept, notPublic, plan, sampled, seed, seen } = session;
  const numbers = [
    [t("research_session_seen"), seen],
    [t("research_session_kept"), kept],
    [t("research_session_sampled"), sampled],
    [t("research_session_not_public"), notPublic],
  ] as const;
  return html`<dl>
    ${numbers.map(
      ([words, count]) =>
        html`<dt>${words}</dt>
          <dd>${formatNumber(count)}</dd>`,
    )}
    ${views.map(
      (view) =>
        html`<dt>${viewWords(view)}<br /><span class="how">${viewHow(view)}</span></dt>
          <dd>${formatNumber(view.seen)}</dd>`,
    )}
    <dd class="wide">${keepWords(plan.keep)}</dd>
    <dd class="wide">${sitesWords(plan.sites)}</dd>
    ${
      plan.sampleRate > 0
        ? html`<dd class="wide">
            ${t("research_session_sample", { share: formatShare(plan.sampleRate), seed })}
          </dd>`
        : nothing
    }
    ${pauses(session)}
    ${ended ? html`<dd class="wide">${t(codeKey("research_session_ended", ended.why))}</dd>` : nothing}
    <dd class="wide">${stampWords(detector)}</dd>
  </dl>`;
}

function pauses({ ended, endsAt, pauses }: Session): unknown {
  if (pauses.length === 0) return nothing;
  const end = ended?.at ?? endsAt;
  const ms = pauses.reduce((sum, { from, to = end }) => sum + to - from, 0);
  const time = formatDuration(Math.round(ms / 1000));
  return html`<dd class="wide">${t("research_session_pauses", { count: pauses.length, time })}</dd>`;
}
