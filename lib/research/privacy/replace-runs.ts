import type { Mention } from "../../model/mention.ts";

/** What takes the place of a run of text. In order, none overlapping. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly with: string;
}

/** Below it a mention is too doubtful to leave a person's name for its sake. */
const sureEnough = 0.5;

/** Whether a run is the brand itself: a mention covers it, but for its sigil. */
export function isBrand(text: string, run: Omit<Replacement, "with">, mentions: readonly Mention[]): boolean {
  const start = run.start + (/^[@＠]/u.test(text.slice(run.start, run.end)) ? 1 : 0);
  return mentions.some(
    ({ span, confidence }) =>
      span !== undefined && confidence >= sureEnough && span.start <= start && span.end >= run.end,
  );
}

/**
 * Replaces runs and moves the spans of mentions along. A span that a replacement touches is taken off its mention:
 * what stood there is gone.
 */
export function replaceRuns(
  text: string,
  replacements: readonly Replacement[],
  mentions: readonly Mention[],
): { text: string; mentions: readonly Mention[] } {
  const pieces: string[] = [];
  let end = 0;
  for (const each of replacements) {
    pieces.push(text.slice(end, each.start), each.with);
    ({ end } = each);
  }
  pieces.push(text.slice(end));
  return { text: pieces.join(""), mentions: mentions.map((mention) => moved(mention, replacements)) };
}

function moved(mention: Mention, replacements: readonly Replacement[]): Mention {
  const { span, ...rest } = mention;
  if (!span) return mention;
  if (replacements.some(({ start, end }) => start < span.end && end > span.start)) return rest;
  const shift = replacements
    .filter(({ end }) => end <= span.start)
    .reduce((sum, each) => sum + each.with.length - (each.end - each.start), 0);
  return { ...rest, span: { start: span.start + shift, end: span.end + shift } };
}
