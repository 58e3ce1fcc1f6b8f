import { err, ok, type Result } from "../model/result.ts";

export type JsonFlaw = "not-json" | "duplicate-key" | "too-deep";

const deepest = 16;
/** More keys in one object than any token has; a list of so few is quicker to search than a set. */
const mostKeys = 200;

const quote = 0x22;
const comma = 0x2c;
const openBracket = 0x5b;
const backslash = 0x5c;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;

/**
 * `JSON.parse` that refuses what two readers could understand differently: a key that occurs twice in one
 * object (RFC 8259 section 4 leaves the meaning open) and `__proto__`; also more than 200 keys in an object.
 */
export function parseStrictJson(text: string): Result<unknown, JsonFlaw> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return err("not-json");
  }
  const flaw = flawOf(text);
  return flaw ? err(flaw) : ok(value);
}

/** Walks a text that is known to be JSON; only keys, brackets and commas matter. */
function flawOf(text: string): JsonFlaw | undefined {
  /** Keys seen in each open object; `undefined` for an array. */
  const open: (string[] | undefined)[] = [];
  let expectsKey = false;
  for (let i = 0; i < text.length; i++) {
    switch (text.charCodeAt(i)) {
      case quote: {
        const end = endOfString(text, i);
        if (expectsKey && !addKey(open.at(-1), text.slice(i + 1, end))) return "duplicate-key";
        expectsKey = false;
        i = end;
        break;
      }
      case openBrace:
      case openBracket:
        expectsKey = text.charCodeAt(i) === openBrace;
        open.push(expectsKey ? [] : undefined);
        if (open.length > deepest) return "too-deep";
        break;
      case closeBrace:
      case closeBracket:
        open.pop();
        expectsKey = false;
        break;
      case comma:
        expectsKey = open.at(-1) !== undefined;
        break;
    }
  }
  return undefined;
}

function addKey(keys: string[] | undefined, literal: string): boolean {
  // Only an escape needs a real parse: "\u0061" and "a" are one key.
  const key = literal.includes("\\") ? String(JSON.parse(`"${literal}"`)) : literal;
  if (!keys || keys.length >= mostKeys || keys.includes(key) || key === "__proto__") return false;
  keys.push(key);
  return true;
}

/** Index of the quote that ends the string which begins at `start`. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end;
}

/** Whether an odd number of backslashes stands before. */
function isEscaped(text: string, index: number): boolean {
  let before = index - 1;
  while (text.charCodeAt(before) === backslash) before--;
  return (index - before) % 2 === 0;
}
