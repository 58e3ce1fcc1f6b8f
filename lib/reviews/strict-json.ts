import { err, ok, type Result } from "../model/result.ts";

export type JsonFlaw = "not-json" | "duplicate-key" | "too-deep";

const deepest = 16;
const quote = 0x22;
const backslash = 0x5c;

/**
 * `JSON.parse` that refuses what two readers could understand differently: a key that occurs twice in one
 * object (RFC 8259 section 4 leaves the meaning open) and `__proto__`.
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
  const open: (Set<string> | undefined)[] = [];
  let expectsKey = false;
  for (let i = 0; i < text.length; i++) {
    switch (text[i]) {
      case '"': {
        const end = endOfString(text, i);
        if (expectsKey && !addKey(open.at(-1), text.slice(i, end + 1))) return "duplicate-key";
        expectsKey = false;
        i = end;
        break;
      }
      case "{":
      case "[":
        open.push(text[i] === "{" ? new Set() : undefined);
        expectsKey = text[i] === "{";
        if (open.length > deepest) return "too-deep";
        break;
      case "}":
      case "]":
        open.pop();
        expectsKey = false;
        break;
      case ",":
        expectsKey = open.at(-1) !== undefined;
        break;
    }
  }
  return undefined;
}

function addKey(keys: Set<string> | undefined, literal: string): boolean {
  // Only an escape needs a real parse: "\u0061" and "a" are one key.
  const key = literal.includes("\\") ? String(JSON.parse(literal)) : literal.slice(1, -1);
  if (!keys || keys.has(key) || key === "__proto__") return false;
  keys.add(key);
  return true;
}

/** Index of the quote that ends the string which begins at `start`. */
function endOfString(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === quote) return i;
    if (code === backslash) i++;
  }
  return text.length;
}
