import { Parser } from "htmlparser2";

/** What a head may hold. Anything else begins the body, as it does in browsers. */
const ofHead: ReadonlySet<string> = new Set([
  "base",
  "head",
  "html",
  "link",
  "meta",
  "noscript",
  "script",
  "style",
  "template",
  "title",
]);
/** Of these, what is inside is not part of the page. */
const inert: ReadonlySet<string> = new Set(["noscript", "template"]);

/**
 * Addresses of `<link rel=…>` in the head of a page: up to where the head ends or the body begins, because below it
 * stands what others may have written.
 */
export function headLinks(html: string, rel: string): readonly string[] {
  const found: string[] = [];
  let depth = 0;
  let isOver = false;
  const parser = new Parser({
    onopentag(name, attributes) {
      isOver ||= !ofHead.has(name);
      if (inert.has(name)) depth += 1;
      if (isOver || depth > 0 || name !== "link") return;
      const rels = (attributes["rel"] ?? "").toLowerCase().split(/\s+/);
      if (rels.includes(rel)) found.push((attributes["href"] ?? "").trim());
    },
    onclosetag(name) {
      isOver ||= name === "head";
      if (inert.has(name)) depth -= 1;
    },
  });
  parser.end(html);
  return found;
}
