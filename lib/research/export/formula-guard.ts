/**
 * Spreadsheets run a cell that begins with one of these as a formula.
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/;
const onceQuoted = /^'+[=+\-@\t\r\n＝＋－＠]/;

/**
 * Puts an apostrophe before what a spreadsheet would run. Text that looks as if that had been done is given one more in
 * any case, so that `unguarded` is right without knowing whether a file was guarded.
 */
export function guarded(text: string, forSpreadsheets: boolean): string {
  return (forSpreadsheets ? formula : onceQuoted).test(text) ? `'${text}` : text;
}

/** Undoes `guarded`. */
export function unguarded(text: string): string {
  return onceQuoted.test(text) ? text.slice(1) : text;
}
