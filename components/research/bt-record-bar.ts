import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Pause, TriangleAlert } from "lucide";
import { codeKey, formatList, t } from "../../lib/i18n.ts";
import type { EndReason, Recording, RecordingEnd, Session } from "../../lib/model/research/session.ts";
import { command } from "../commands.ts";
import { ClockController } from "../controllers/clock.ts";
import { RecordingController } from "../controllers/recording.ts";
import { icon } from "../parts/icon.ts";
import { problemText } from "../parts/problem-text.ts";
import { recordBarStyle } from "../styles/record-bar.ts";
import { shared } from "../styles/shared.ts";
import type { NamedSite } from "./site-names.ts";
import { timeLeft } from "./span-words.ts";

/** More names than that are a count. */
const mostNames = 4;

type Act = "pauseRecording" | "resumeRecording" | "stopRecording";

/**
 * That something is recorded, or paused, and how to stop it: cannot be overlooked. Also why the last recording ended,
 * where that was not the person. Nothing else while nothing is recorded.
 */
@customElement("bt-record-bar")
export class RecordBar extends LitElement {
  static override readonly styles = [shared, recordBarStyle];

  /** Names of platforms, given by the page, because this layer knows no adapters; without them they are counted. */
  @property({ attribute: false }) sites: readonly NamedSite[] = [];
  /** One line, for the sidebar. */
  @property({ type: Boolean, reflect: true }) compact = false;
  /** Inside a page nothing is pressed. */
  @property({ type: Boolean }) readonly = false;
  @state() private failure = "";
  @state() private announcement = "";

  readonly #recording = new RecordingController(this);
  readonly #clock = new ClockController(this, 10_000, () => Boolean(this.#recording.current));
  /** What was said last: `undefined` until it is known what holds. */
  #said: Recording["state"] | "none" | undefined;

  override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!this.#recording.isRead) return;
    const now = this.#recording.current?.state ?? "none";
    // What holds when one comes is read, not announced; changes are.
    if (this.#said !== undefined && this.#said !== now) this.announcement = changeWords(now, this.#said);
    this.#said = now;
  }

  async #act(act: Act): Promise<void> {
    this.failure = "";
    const result = await command(act);
    if (!result.ok) this.failure = problemText(result.error);
  }

  override render(): TemplateResult {
    const { current, session, untoldEnd } = this.#recording;
    return html`${current ? this.#bar(current, session) : nothing}
      ${untoldEnd ? this.#end(untoldEnd, session) : nothing}
      <p class="sr-only" role="status">${this.announcement}</p>`;
  }

  #bar(recording: Recording, session: Session | undefined): TemplateResult {
    const isPaused = recording.state === "paused";
    const key = isPaused ? "research_paused" : "research_recording";
    return html`<section class="bar ${recording.state}" aria-label=${t("research_recording_label")}>
      ${isPaused ? icon(Pause, 16) : html`<span class="dot"></span>`}
      <p class="words">
        ${[t(key, { name: recording.collectionName }), ...this.#details(recording, session)].join(" · ")}
      </p>
      ${
        this.readonly
          ? nothing
          : html`<div class="acts">
              <button
                type="button"
                class="button"
                @click=${() => void this.#act(isPaused ? "resumeRecording" : "pauseRecording")}
              >
                ${isPaused ? t("research_resume") : t("research_pause")}
              </button>
              <button type="button" class="button" @click=${() => void this.#act("stopRecording")}>
                ${t("research_stop")}
              </button>
            </div>`
      }
      ${this.failure ? html`<p class="why" role="alert">${this.failure}</p>` : nothing}
    </section>`;
  }

  #details(recording: Recording, session: Session | undefined): readonly string[] {
    const counts = session
      ? [t("research_seen", { count: session.seen }), t("research_kept", { count: session.kept })]
      : [];
    const left = t("research_stops_in", { time: timeLeft(recording.endsAt, this.#clock.nowMs) });
    if (this.compact) return [...counts, left];
    const sample = session && session.sampled > 0 ? [t("research_sampled", { count: session.sampled })] : [];
    return [
      this.#siteWords(recording.sites),
      t(codeKey("research_keeps", recording.keep)),
      ...counts,
      ...sample,
      left,
    ];
  }

  #siteWords(ids: readonly string[]): string {
    const named = this.sites.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
    if (named.length === 0 || named.length > mostNames) return t("research_platforms", { count: ids.length });
    return formatList(named);
  }

  #end({ collectionName: name, why: reason }: RecordingEnd, session: Session | undefined): TemplateResult {
    const why: Exclude<EndReason, "person"> = reason === "quota" || reason === "time" ? reason : "failed";
    const counts = session
      ? [t("research_seen", { count: session.seen }), t("research_kept", { count: session.kept })]
      : [];
    return html`<section class="bar ended" aria-label=${t("research_ended_label")}>
      ${icon(TriangleAlert, 16)}
      <p class="words">${[t(codeKey("research_ended", why), { name }), ...counts].join(" · ")}</p>
      ${
        this.readonly
          ? nothing
          : html`<div class="acts">
              <button type="button" class="button" @click=${() => void this.#recording.tellNoMore()}>
                ${t("research_ended_seen")}
              </button>
            </div>`
      }
      <p class="why">${t(codeKey("research_ended_hint", why))}</p>
    </section>`;
  }
}

function changeWords(now: Recording["state"] | "none", before: Recording["state"] | "none"): string {
  if (now === "none") return t("research_announce_stopped");
  if (now === "paused") return t("research_announce_paused");
  return before === "paused" ? t("research_announce_resumed") : t("research_announce_started");
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-record-bar": RecordBar;
  }
}
