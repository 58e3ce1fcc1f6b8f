import type { Meter } from "./read-row.ts";

/** A line that is longer says nothing that we could want. UTF-16 units. */
const longest = 4_000_000;

/** A line of a text; `undefined` in the place of one that is too long, which is read past without being held. */
export interface Line {
  readonly number: number;
  readonly text: string | undefined;
}

/** Pieces of a file as text. What is no UTF-8 becomes the replacement character. */
export async function* textPieces(file: Blob, meter: Meter): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  const reader = file.stream().getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      meter(value.byteLength);
      yield decoder.decode(value, { stream: true });
    }
    yield decoder.decode();
  } finally {
    await reader.cancel();
  }
}

/** Lines of a text, without empty ones, as many at a time as a piece holds. */
export async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<readonly Line[]> {
  let rest = "";
  let isTooLong = false;
  let number = 0;
  const line = (text: string): Line => ({
    number: ++number,
    text: isTooLong || text.length > longest ? undefined : text,
  });
  for await (const piece of pieces) {
    const [first = "", ...others] = piece.split("\n");
    const lines: Line[] = [];
    rest += first;
    for (const other of others) {
      lines.push(line(rest));
      isTooLong = false;
      rest = other;
    }
    if (rest.length > longest) {
      isTooLong = true;
      rest = "";
    }
    yield lines.filter(isSomething);
  }
  yield [line(rest)].filter(isSomething);
}

function isSomething({ text }: Line): boolean {
  return text === undefined || text.trim() !== "";
}
