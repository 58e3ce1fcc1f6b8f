import { Parser } from "htmlparser2";
import type { RichText, TextBlock, TextRun } from "../model/rich-text.ts";
import { image, webAddress } from "./shapes.ts";

const blockOf: Readonly<Record<string, TextBlock["kind"]>> = {
  p: "paragraph",
  div: "paragraph",
  h1: "heading",
  h2: "heading",
  h3: "heading",
  h4: "heading",
  h5: "heading",
  h6: "heading",
  li: "item",
  blockquote: "quote",
  pre: "code",
};
/** What is inside them is no text of the author's. */
const silent = new Set(
  "script style template noscript iframe object svg math head title select textarea".split(" "),
);
/** Blocks and runs that are kept of one text; a hostile one may hold a million. */
const most = 2000;

/**
 * What HTML of others says, as text and links. Works without a DOM. Scripts, styles and what is hidden from readers are
 * gone; pictures are their descriptions, with where they lie; links that are neither http nor https are plain text.
 *
 * @param base - Address that relative links are meant from.
 */
export function richHtml(html: string, base?: string): RichText {
  const blocks: TextBlock[] = [];
  /** How many elements of each kind stand open: what encloses the rest says most, a quote's paragraphs are a quote. */
  const open = { quote: 0, code: 0, item: 0, heading: 0, paragraph: 0 };
  let runs: TextRun[] = [];
  let href: string | undefined;
  let quiet = 0;
  let count = 0;

  const say = (text: string): void => {
    if (quiet > 0 || text === "" || count >= most) return;
    const last = runs.at(-1);
    if (last && last.href === href && !last.isImage)
      runs[runs.length - 1] = { ...last, text: last.text + text };
    else {
      count += 1;
      runs.push(href === undefined ? { text } : { text, href });
    }
  };
  const see = ({ alt = "", class: classes = "", src }: Readonly<Record<string, string>>): void => {
    // Forums draw emoji as pictures.
    if (/\bemoji\b/u.test(classes)) return say(alt);
    if (quiet > 0 || count >= most) return;
    const seen = image(alt, webAddress(src, base));
    count += seen.length;
    runs.push(...seen);
  };
  const endBlock = (): void => {
    const kind =
      (["quote", "code", "item", "heading"] as const).find((each) => open[each] > 0) ?? "paragraph";
    const tidied = tidy(runs, kind === "code");
    if (tidied.length > 0 && blocks.length < most) blocks.push({ kind, runs: tidied });
    runs = [];
  };

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (silent.has(name)) quiet += 1;
        else if (name === "br") say("\n");
        else if (name === "a") href = webAddress(attributes["href"], base);
        else if (name === "img") see(attributes);
        else if (blockOf[name]) {
          endBlock();
          open[blockOf[name]] += 1;
        }
      },
      // Lines of the markup are no lines of the text, but in code.
      ontext: (text) => say(open.code > 0 ? text : text.replaceAll(/\s+/gu, " ")),
      onclosetag(name) {
        if (silent.has(name)) quiet = Math.max(0, quiet - 1);
        else if (name === "a") href = undefined;
        else if (blockOf[name]) {
          endBlock();
          open[blockOf[name]] = Math.max(0, open[blockOf[name]] - 1);
        }
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(html);
  parser.end();
  endBlock();
  return blocks;
}

/** White space as a browser shows it; lines that were asked for stay. */
function tidy(runs: readonly TextRun[], isCode: boolean): readonly TextRun[] {
  const texts = runs.map(({ text }) =>
    isCode ? text : text.replaceAll(/[^\S\n]+/gu, " ").replaceAll(/ ?\n ?/gu, "\n"),
  );
  const says = (text: string, index: number): boolean => text.trim() !== "" || runs[index]?.isImage === true;
  const first = texts.findIndex(says);
  if (first < 0) return [];
  const last = texts.findLastIndex(says);
  return runs.slice(first, last + 1).map((run, index) => {
    let text = texts[first + index] ?? "";
    if (index === 0) text = isCode ? text.replace(/^\n+/u, "") : text.trimStart();
    if (first + index === last) text = text.trimEnd();
    return Object.assign({}, run, { text });
  });
}
