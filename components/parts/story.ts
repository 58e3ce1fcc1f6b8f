import { html, nothing, type TemplateResult } from "lit";
import { ExternalLink } from "lucide";
import { codeKey, t, uiLanguage } from "../../lib/i18n.ts";
import type { Thread } from "../../lib/model/conversation.ts";
import { isSampleAddress } from "../../lib/model/sample.ts";
import { placeOf, type LessWeight, type Story, type StoryThread } from "../../lib/threads/story.ts";
import { icon } from "./icon.ts";
import { langOf, languageName } from "./language.ts";
import { moment } from "./moment.ts";
import { sampleTag } from "./sample-tag.ts";
import { outLink } from "./web-link.ts";

export interface StoryContext {
  readonly nowMs: number;
  /** Names of places, by `placeOf`. */
  readonly names: ReadonlyMap<string, string>;
  readonly onRead: (thread: Thread) => void;
}

export function placeNameOf(thread: Thread, names: ReadonlyMap<string, string>): string {
  return names.get(placeOf(thread)) ?? thread.source;
}

/** One story: its title opens the most discussed conversation, a line each leads to the others. */
export function storyItem(story: Story, context: StoryContext): TemplateResult {
  const { title, language, host, threads, weighsLess } = story;
  const [first] = threads;
  if (!first) return html`${nothing}`;
  const isForeign = language !== undefined && !uiLanguage().startsWith(language.split("-")[0] ?? "");
  return html`<article class="story">
    <h2>${titleButton(story, first.thread, context)}</h2>
    ${threads.length === 1 ? excerptOf(first.thread, title) : nothing}
    <p class="meta about">
      ${host === undefined ? nothing : html`<bdi class="host" dir="ltr">${host}</bdi>`}
      ${isForeign ? html`<span class="tag">${languageName(language)}</span>` : nothing}
      ${isSampleAddress(first.thread.url) ? sampleTag() : nothing}
    </p>
    <ul>
      ${threads.map((one) => threadLine(one, threads.length > 1, context))}
    </ul>
    ${weighsLess.length > 0 ? reasons(weighsLess) : nothing}
  </article>`;
}

/** The first words of a post are no title: the post itself stands there. */
function isPost({ title, excerpt }: Pick<Thread, "title" | "excerpt">): boolean {
  return excerpt !== undefined && excerpt.startsWith(title.slice(0, 40));
}

function titleButton(story: Story, first: Thread, { onRead }: StoryContext): TemplateResult {
  const post = isPost({ title: story.title, ...(first.excerpt !== undefined && { excerpt: first.excerpt }) });
  return html`<button
    type="button"
    class=${post ? "title post" : "title"}
    dir="auto"
    lang=${langOf(story.language)}
    @click=${() => onRead(first)}
  >
    <bdi>${post ? first.excerpt : story.title || t("talk_untitled")}</bdi>
  </button>`;
}

function excerptOf(thread: Thread, title: string): unknown {
  const { excerpt, language } = thread;
  if (excerpt === undefined || isPost({ title, excerpt })) return nothing;
  return html`<p class="excerpt" dir="auto" lang=${langOf(language)}>${excerpt}</p>`;
}

function threadLine(
  { thread, copies }: StoryThread,
  isOneOfMany: boolean,
  context: StoryContext,
): TemplateResult {
  const name = placeNameOf(thread, context.names);
  const words = html`<bdi class="where" dir="auto">${name}</bdi>${threadFacts(thread)}
    ${moment(thread.publishedAt, context.nowMs)}${
      copies.length > 0
        ? html`<span title=${copiesAt(copies, context)}
            >${t("thread_copies", { count: copies.length })}</span
          >`
        : nothing
    }`;
  return html`<li>
    ${
      isOneOfMany
        ? html`<button type="button" class="text-button line" @click=${() => context.onRead(thread)}>
            ${words}
          </button>`
        : html`<span class="line meta">${words}</span>`
    }
    ${outLink(thread.url, icon(ExternalLink, 14), t("thread_open_at", { name, title: thread.title }))}
  </li>`;
}

function copiesAt(copies: readonly Thread[], { names }: StoryContext): string {
  return copies.map((copy) => placeNameOf(copy, names)).join(", ");
}

/** Room, replies and score, as far as they are known. */
export function threadFacts({ room, replies, score }: Thread): TemplateResult {
  return html`${room === undefined || room === "" ? nothing : html`<bdi dir="auto">${room}</bdi>`}
  ${replies === undefined ? nothing : html`<span>${t("thread_replies", { count: replies })}</span>`}
  ${score === undefined || score === 0 ? nothing : html`<span>${t("thread_points", { count: score })}</span>`}`;
}

function reasons(all: readonly LessWeight[]): TemplateResult {
  return html`<ul class="why" aria-label=${t("less_label")}>
    ${all.map(({ code, params }) => html`<li>${t(codeKey("less", code), params)}</li>`)}
  </ul>`;
}
