import type { Thread } from "../model/conversation.ts";
import { canonicalLink, type CanonicalLink } from "./canonical-link.ts";
import { KeyedGroups } from "./join.ts";
import { isTelling, textOf } from "./same-text.ts";
import { weigh } from "./signals/index.ts";
import type { Draft } from "./signals/signal.ts";
import type { Story, StoryThread } from "./story.ts";
import { byDiscussion, compareText } from "./thread-order.ts";

/** What is posted again after this is another conversation. */
const crossPostWithinMs = 14 * 86_400_000;

interface Read {
  readonly thread: Thread;
  readonly text: string;
  /** Where it is told. */
  readonly link: CanonicalLink | undefined;
  /** What it is about. */
  readonly about: CanonicalLink | undefined;
}

export interface StoriesOptions {
  /** The brand's own domains: that all hits lead there says nothing against them. */
  readonly own?: readonly string[];
}

/**
 * Joins conversations about the same thing: threads about one page, posts that were put into several rooms, and one
 * post as several servers show it. The same set in any order gives the same stories, the newest first; those that
 * look like advertising say why.
 */
export function storiesOf(threads: readonly Thread[], { own = [] }: StoriesOptions = {}): readonly Story[] {
  const known = uniqueThreads(threads).map(readThread);
  const drafts = groupsOf(known).map((members) => draftOf(members.flatMap((index) => known[index] ?? [])));
  const weights = weigh(drafts, own);
  return drafts
    .map(({ story }, index) => Object.assign(story, { weighsLess: weights[index] ?? [] }))
    .toSorted((a, b) => (b.publishedAt ?? 0) - (a.publishedAt ?? 0) || compareText(a.key, b.key));
}

/** A thread that several searches found is there once, as the one that knows most of it has it. */
function uniqueThreads(threads: readonly Thread[]): readonly Thread[] {
  const byKey = new Map<string, Thread>();
  for (const thread of threads) {
    const known = byKey.get(thread.key);
    if (!known || byDiscussion(thread, known) < 0) byKey.set(thread.key, thread);
  }
  return [...byKey.values()].toSorted((a, b) => compareText(a.key, b.key));
}

function readThread(thread: Thread): Read {
  return {
    thread,
    text: textOf(thread),
    link: canonicalLink(thread.url),
    about: thread.about === undefined ? undefined : canonicalLink(thread.about),
  };
}

function groupsOf(known: readonly Read[]): readonly (readonly number[])[] {
  const groups = new KeyedGroups(known.length);
  const alike = new Map<string, number[]>();
  for (const [index, { text, link, about }] of known.entries()) {
    // A thread about a thread (a quote, a link to the discussion elsewhere) belongs to it.
    if (link) groups.put(`link ${link.key}`, index);
    if (about && !about.isFront) groups.put(`link ${about.key}`, index);
    if (!isTelling(text)) continue;
    if (about) groups.put(`about ${about.key} ${text}`, index);
    if (about && !about.isFront) continue;
    const same = alike.get(text);
    if (same) same.push(index);
    else alike.set(text, [index]);
  }
  for (const same of alike.values()) joinCrossPosts(known, same, groups);
  return groups.all();
}

/** The same words without a page of their own: put into several rooms, if that was at about the same time. */
function joinCrossPosts(known: readonly Read[], same: readonly number[], groups: KeyedGroups): void {
  const timeOf = (index: number): number => known[index]?.thread.publishedAt ?? Number.NaN;
  const dated = same
    .filter((index) => !Number.isNaN(timeOf(index)))
    .toSorted((a, b) => timeOf(a) - timeOf(b));
  for (const [place, index] of dated.entries()) {
    const next = dated[place + 1];
    if (next !== undefined && timeOf(next) - timeOf(index) <= crossPostWithinMs) groups.join(index, next);
  }
}

/** @param members - Sorted by key. */
function draftOf(members: readonly Read[]): Draft {
  const threads = foldCopies(members);
  const all = threads.map(({ thread }) => thread);
  const named =
    all.length === 1
      ? all
      : all.toSorted((a, b) => Number(hasOwnTitle(b)) - Number(hasOwnTitle(a)) || byDiscussion(a, b));
  const [first] = named;
  const newest = Math.max(...all.map(({ publishedAt = 0 }) => publishedAt));
  const linking = members.filter(({ about }) => about !== undefined);
  const link = linking.find(({ about }) => about?.isFront === false) ?? linking[0];
  const story = {
    key: members[0]?.thread.key ?? "",
    title: first?.title ?? "",
    ...(first?.language !== undefined && { language: first.language }),
    ...(link?.thread.about !== undefined && { about: link.thread.about }),
    ...(link?.about && { host: link.about.host }),
    threads,
    ...(newest > 0 && { publishedAt: newest }),
    replies: all.reduce((sum, { replies = 0 }) => sum + replies, 0),
    score: all.reduce((sum, { score = 0 }) => sum + score, 0),
  };
  return { story, texts: textsOf(members, all) };
}

/** What the threads say, copies left out. */
function textsOf(members: readonly Read[], threads: readonly Thread[]): Draft["texts"] {
  const hasCopies = threads.length < members.length;
  return members
    .filter(({ thread, text }) => isTelling(text) && (!hasCopies || threads.includes(thread)))
    .map(({ thread, text }) => ({ text, replies: thread.replies ?? 0 }));
}

/** Posts of networks without titles have their first words instead. */
function hasOwnTitle({ title, excerpt }: Thread): boolean {
  return excerpt === undefined || !excerpt.startsWith(title.slice(0, 40));
}

/** One post as several servers of a network show it is one conversation; so is one that two searches found. */
function foldCopies(members: readonly Read[]): readonly StoryThread[] {
  const [only, ...others] = members;
  // Most stories are one thread: they cost nothing more.
  if (only && others.length === 0) return [{ thread: only.thread, copies: [] }];
  const groups = new KeyedGroups(members.length);
  for (const [index, { thread, text, link }] of members.entries()) {
    if (link) groups.put(`link ${link.key}`, index);
    // Copies keep room and moment of the original, to the second.
    const { publishedAt: at, room = "" } = thread;
    if (at !== undefined) groups.put(`at ${Math.floor(at / 1000)} ${room} ${text}`, index);
  }
  return groups
    .all()
    .flatMap((group) => {
      const same = group.flatMap((index) => members[index]?.thread ?? []).toSorted(byDiscussion);
      const [thread, ...copies] = same;
      return thread ? [{ thread, copies }] : [];
    })
    .toSorted((a, b) => byDiscussion(a.thread, b.thread));
}
