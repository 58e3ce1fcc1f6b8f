const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

// XML 1.0 has no place for these, and one of them makes the whole file unreadable; bidi controls could reorder a name.
// oxlint-disable-next-line no-control-regex
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\u202a-\u202e\u2066-\u2069]/g;

/** A text for an XML file: nothing in it is markup. https://www.w3.org/TR/xml/#charsets */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(unwritable, "")
    .replaceAll(/[&<>"']/g, (character) => escapes[character] ?? "");
}

const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;
const narrow = /[iljtf.,:;'|! ()[\]]/;

/**
 * About how wide a text is in a system font, px. A picture is written without a document to measure in (also in a
 * worker), so this errs on the wide side.
 */
export function textWidth(text: string, fontPx: number): number {
  let ems = 0;
  for (const character of text) ems += wide.test(character) ? 1.05 : narrow.test(character) ? 0.36 : 0.62;
  return ems * fontPx;
}

/** A text cut to a width, with `…` for what is missing. */
export function fitText(text: string, widthPx: number, fontPx: number): string {
  if (textWidth(text, fontPx) <= widthPx) return text;
  let kept = "";
  for (const character of text) {
    if (textWidth(`${kept}${character}…`, fontPx) > widthPx) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** A text in lines of at most a width; of words that are longer themselves the rest is cut. */
export function wrapText(text: string, widthPx: number, fontPx: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (textWidth(longer, fontPx) <= widthPx || line === "") line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line].filter((each) => each !== "").map((each) => fitText(each, widthPx, fontPx));
}
