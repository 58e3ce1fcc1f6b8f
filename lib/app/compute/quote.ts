import type { SaidText, TopicQuote, TopicSentence } from "../../model/topic.ts";

/** A sentence with its source. Marks are counted from its beginning. */
export function quoteOf(said: SaidText, { textId, start, end, marks, isCut }: TopicSentence): TopicQuote {
  const { text, source, saidAt, lang } = said;
  const inQuote = marks.map((mark) => ({ start: mark.start - start, end: mark.end - start }));
  return { textId, text: text.slice(start, end), marks: inQuote, isCut, source, saidAt, lang };
}
