import type { ListedReview } from "../storage/list.ts";

const schemaOrg = "https://schema.org/";
const rdfType = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>";
const integer = "<http://www.w3.org/2001/XMLSchema#integer>";
const dateTime = "<http://www.w3.org/2001/XMLSchema#dateTime>";

/** Reviews as schema.org statements, one per line. @see https://www.w3.org/TR/n-triples/ */
export function nTriples(rows: readonly ListedReview[]): string {
  return rows.flatMap(statements).join("");
}

function statements(row: ListedReview): string[] {
  const review = iri(`urn:maresi:${row.signature}`);
  const rating = `_:r${row.seq}`;
  const lines = [
    `${review} ${rdfType} ${term("Review")}`,
    `${review} ${term("itemReviewed")} ${iri(row.about)}`,
    `${review} ${term("author")} ${literal(row.kid)}`,
    `${review} ${term("dateCreated")} ${literal(new Date(row.iat * 1000).toISOString())}^^${dateTime}`,
  ];
  if (row.opinion !== null) lines.push(`${review} ${term("reviewBody")} ${literal(row.opinion)}`);
  if (row.rating !== null) {
    lines.push(
      `${review} ${term("reviewRating")} ${rating}`,
      `${rating} ${rdfType} ${term("Rating")}`,
      `${rating} ${term("ratingValue")} "${row.rating}"^^${integer}`,
      `${rating} ${term("worstRating")} "0"^^${integer}`,
      `${rating} ${term("bestRating")} "100"^^${integer}`,
    );
  }
  return lines.map((line) => `${line} .\n`);
}

function term(name: string): string {
  return `<${schemaOrg}${name}>`;
}

/** Characters that an IRI cannot hold are written as percent escapes. */
function iri(uri: string): string {
  return `<${uri.replaceAll(/[\p{Cc} <>"{}|^`\\]/gu, (letter) => encodeURIComponent(letter))}>`;
}

function literal(text: string): string {
  const escaped = text
    .replaceAll("\\", "\\\\")
    .replaceAll('"', '\\"')
    .replaceAll("\n", "\\n")
    .replaceAll("\r", "\\r");
  return `"${escaped}"`;
}
