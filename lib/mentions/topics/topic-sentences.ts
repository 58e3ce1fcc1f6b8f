import type { SentenceCut, TextSpan, TopicSentence } from "../../model/topic.ts";
import { quotedSpan } from "./sentence-span.ts";

/** Of one text a topic keeps so many sentences: a long text is still one voice. */
const mostATextTopic = 6;

interface Found extends TextSpan {
  readonly textId: string;
  readonly marks: TextSpan[];
  readonly isCut: SentenceCut;
}

/** The texts that speak of one topic, and where. Texts come one after the other, and marks in their order. */
export class TopicSentences {
  /** How many texts. */
  count = 0;
  readonly #found: Found[] = [];
  #lastText: string | undefined;
  #ofLast = 0;

  add(textId: string, text: string, sentence: TextSpan, mark: TextSpan): void {
    if (textId !== this.#lastText) {
      this.#lastText = textId;
      this.count++;
      this.#ofLast = 0;
    }
    const last = this.#ofLast > 0 ? this.#found.at(-1) : undefined;
    if (last && mark.end <= last.end) {
      if (mark.start >= (last.marks.at(-1)?.end ?? 0)) last.marks.push(mark);
      return;
    }
    if (this.#ofLast === mostATextTopic) return;
    this.#ofLast++;
    const { start, end } = quotedSpan(text, sentence, mark);
    const isCut = { before: start > sentence.start, after: end < sentence.end };
    this.#found.push({ textId, start, end, marks: [mark], isCut });
  }

  get found(): readonly TopicSentence[] {
    return this.#found;
  }
}
