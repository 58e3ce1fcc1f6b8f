/** Longest text that is shown, in UTF-16 units. */
const mostCharacters = 600;

/**
 * A stranger's words as they may stand on a terminal: what moves the cursor, colours, rings, hides or turns the
 * reading direction is written out as `\u{…}`, so that nobody can make a line look like another.
 */
export function terminalText(text: string): string {
  const shown = text.slice(0, mostCharacters).toWellFormed().replaceAll(unsafe, escaped);
  return text.length > mostCharacters ? `${shown} … (${text.length} characters)` : shown;
}

/** Controls (C0, C1), formats (bidi, joiners, tags), line and paragraph separators, private use, the backslash itself. */
const unsafe = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}\\]/gu;

function escaped(character: string): string {
  if (character === "\n") return String.raw`\n`;
  if (character === "\\") return String.raw`\\`;
  return String.raw`\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
