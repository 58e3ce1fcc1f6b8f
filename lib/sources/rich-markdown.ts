import { Lexer, type Token, type Tokens } from "marked";
import type { RichText, TextBlock, TextRun } from "../model/rich-text.ts";
import { richHtml } from "./rich-html.ts";
import { image, webAddress } from "./shapes.ts";

/**
 * What Markdown of others says, as text and links. HTML in it is read as HTML is: its words stay, nothing else. Images
 * become their descriptions, with where they lie.
 */
export function richMarkdown(markdown: string): RichText {
  if (isHostile(markdown)) return block("paragraph", { type: "text", raw: markdown, text: markdown });
  return blocksOf(Lexer.lex(markdown, { gfm: true, breaks: true }));
}

/** Runs of one kind that nobody writes: the time that the parser takes grows with their square. */
const longest = { word: 2000, gap: 500 } as const;
/** Marks of quotes and lists, one inside the other, at the beginning of a line: the parser calls itself for each. */
const deep = /^[ \t]*(?:(?:>[ \t]*|[-*+][ \t]+|\d{1,9}[.)][ \t]+)){40}/mu;

/** What is made to keep the parser busy is shown as it is written. */
function isHostile(markdown: string): boolean {
  return (
    markdown.split(/\s+/u).some(({ length }) => length > longest.word) ||
    markdown.split(/\S+/u).some(({ length }) => length > longest.gap) ||
    deep.test(markdown)
  );
}

function blocksOf(tokens: readonly Token[], inside?: TextBlock["kind"]): TextBlock[] {
  return tokens.flatMap((token): TextBlock[] => {
    switch (token.type) {
      case "heading":
        return block(inside ?? "heading", token);
      case "code":
        return [{ kind: "code", runs: [{ text: (token as Tokens.Code).text }] }];
      case "blockquote":
        return blocksOf(token.tokens ?? [], "quote");
      case "list":
        return (token as Tokens.List).items.flatMap((item) => blocksOf(item.tokens, inside ?? "item"));
      case "html":
        return [...richHtml(token.raw)];
      case "table":
        return rowsOf(token as Tokens.Table);
      case "paragraph":
      case "text":
        return block(inside ?? "paragraph", token);
      default:
        return [];
    }
  });
}

function block(kind: TextBlock["kind"], token: Token): TextBlock[] {
  const runs = runsOf("tokens" in token && token.tokens ? token.tokens : [token]);
  return runs.some(({ isImage, text }) => isImage || text.trim() !== "") ? [{ kind, runs }] : [];
}

function rowsOf({ header, rows }: Tokens.Table): TextBlock[] {
  return [header, ...rows].map((cells) => ({
    kind: "paragraph",
    runs: cells.flatMap((cell, index) => [...(index > 0 ? [{ text: " · " }] : []), ...runsOf(cell.tokens)]),
  }));
}

function runsOf(tokens: readonly Token[], href?: string): TextRun[] {
  return tokens.flatMap((token): TextRun[] => {
    switch (token.type) {
      case "br":
        return run("\n", href);
      case "html":
        return [];
      case "link":
        return runsOf(token.tokens ?? [], webAddress((token as Tokens.Link).href));
      case "image":
        return image(token.text as string, webAddress((token as Tokens.Image).href));
      case "escape":
      case "codespan":
        return run(token.text as string, href);
      default:
        if ("tokens" in token && token.tokens) return runsOf(token.tokens, href);
        return run("text" in token ? String(token.text) : "", href);
    }
  });
}

function run(text: string, href: string | undefined): TextRun[] {
  if (text === "") return [];
  return [href === undefined ? { text } : { text, href }];
}
