import type { ListedReview } from "../storage/list.ts";
import { payloadOf } from "./review-json.ts";

const columns = ["signature", "pem", "iat", "sub", "rating", "opinion", "images", "metadata"] as const;
/** What the published server writes where there is nothing. */
const none = "none";

/** The columns of the published server, by RFC 4180. */
export function csv(rows: readonly ListedReview[]): string {
  return `${[columns.join(","), ...rows.map(line)].join("\r\n")}\r\n`;
}

function line(row: ListedReview): string {
  const { images, metadata } = payloadOf(row.jwt);
  return [
    row.signature,
    row.kid,
    String(row.iat),
    row.sub,
    row.rating === null ? none : String(row.rating),
    row.opinion === null ? none : guarded(row.opinion),
    images === undefined ? none : JSON.stringify(images),
    metadata === undefined ? none : JSON.stringify(metadata),
  ]
    .map(quoted)
    .join(",");
}

/**
 * Keeps spreadsheets from running an opinion as a formula: one that begins like a formula, or with the mark
 * itself, gets a `'` in front. Taking one leading `'` away gives back the exact words. The other columns
 * cannot begin a formula that does anything: a signature's letters, a number, a subject's scheme, JSON.
 *
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
function guarded(text: string): string {
  return /^[=+\-@\t\r\n'＝＋－＠]/.test(text) ? `'${text}` : text;
}

function quoted(cell: string): string {
  return /[",\r\n']/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
