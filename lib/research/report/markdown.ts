/** Characters that mean something inside a line of CommonMark, GFM or pandoc's Markdown. */
const marks = /[\\`*_[\]<>|~$&^{}@!#=]/g;
/** What begins a list, a rule, a heading below or a quote at the beginning of a line. */
const beginnings = /^(\s*)([-+>:=]|\d{1,9}(?=[.)](?:\s|$)))/u;
// oxlint-disable-next-line no-control-regex
const controls = /[\u0000-\u001f\u007f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g;

/**
 * A text of somebody else's as one line of Markdown: no markup, link or line break of theirs takes effect.
 * https://spec.commonmark.org/0.31.2/#backslash-escapes
 */
export function plain(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(controls, " ")
    .trim()
    .replaceAll(marks, String.raw`\$&`)
    .replaceAll(/:(?=\/\/)/g, String.raw`\:`)
    .replaceAll(/\b(www)\./gi, String.raw`$1\.`)
    .replace(beginnings, (_, space: string, mark: string) =>
      /\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`,
    );
}

/** A text of somebody else's as code: there is no escape in code, so what would end it goes. */
export function code(text: string): string {
  const inside = text.toWellFormed().replaceAll(controls, " ").replaceAll("`", "").trim();
  return `\`${inside || " "}\``;
}

/** Text of several paragraphs as a quotation. */
export function quoted(text: string): string {
  const lines = text
    .split(/\r\n?|\n/)
    .map(plain)
    .map((line) => (line === "" ? ">" : `> ${line}`));
  return lines.join("\n");
}

const tableLine = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

/** A table; cells are escaped here. The first column stands left, the others right. */
export function markdownTable(
  columns: readonly string[],
  rows: readonly (readonly (string | number | undefined)[])[],
): string {
  const number = new Intl.NumberFormat("en");
  const words = (cell: string | number | undefined): string =>
    cell === undefined ? "–" : typeof cell === "number" ? number.format(cell) : plain(cell);
  return [
    tableLine(columns.map(plain)),
    tableLine(columns.map((_, index) => (index === 0 ? "---" : "---:"))),
    ...rows.map((row) => tableLine(row.map(words))),
  ].join("\n");
}
