import { worldEndsAt } from "../statements.ts";
import { sampleTalks, type SampleTalk } from "./conversations.ts";

/** What a host answers to an address, as JSON; `undefined`: nothing is there. */
export type SampleService = (url: URL) => unknown;

const dayMs = 86_400_000;

/** When a conversation began, or what was said in it so many minutes later. */
export function postedAt({ daysAgo }: SampleTalk, minutes = 0): string {
  return new Date(worldEndsAt * 1000 - daysAgo * dayMs + minutes * 60_000).toISOString();
}

export function placed(place: SampleTalk["place"]): readonly SampleTalk[] {
  return sampleTalks.filter((talk) => talk.place === place);
}

/** Hundreds are conversations, what follows is said in them. */
export function idOf(talk: SampleTalk): number {
  return (sampleTalks.indexOf(talk) + 1) * 100;
}

export function commentId(talk: SampleTalk, index: number): number {
  return idOf(talk) + index + 1;
}

export function talkOf(place: SampleTalk["place"], id: string | null | undefined): SampleTalk | undefined {
  return placed(place).find((talk) => String(idOf(talk)) === id);
}

export function has(text: string, words: string): boolean {
  return text.toLowerCase().includes(words.toLowerCase());
}
