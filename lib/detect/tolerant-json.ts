/**
 * Reads JSON as pages write it. Browsers never parse JSON-LD, so nobody notices when a template breaks it:
 * comments, CDATA, trailing or missing commas, raw line breaks, single quotes, bare words, quotes inside
 * strings, several documents in a row, half a document. One pass, no back-tracking, bounded in depth and values;
 * a library that repairs the text first (jsonrepair) has none of those bounds.
 */
const mostValues = 20_000;
const deepest = 32;

/** The value, or several in an array where documents follow each other; `undefined` where there is none. */
export function parseTolerantJson(text: string): unknown {
  const reader = new Reader(text);
  const documents: unknown[] = [];
  while (reader.skipToValue()) {
    const value = reader.readValue(0);
    if (typeof value === "object" && value !== null) documents.push(value);
  }
  return documents.length > 1 ? documents : documents[0];
}

class Reader {
  readonly #text: string;
  #at = 0;
  #values = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** To the next object or array, over wrappers such as `<![CDATA[`, `window.data =` and stray signs. */
  skipToValue(): boolean {
    for (; this.#at < this.#text.length && this.#values < mostValues; this.#at += 1) {
      this.#skipSpace();
      const char = this.#text[this.#at];
      if (char === "<" && this.#text.startsWith("<![CDATA[", this.#at)) this.#at += 8;
      else if (char === "{" || char === "[") return true;
    }
    return false;
  }

  readValue(depth: number): unknown {
    this.#values += 1;
    this.#skipSpace();
    const char = this.#text[this.#at];
    if (char === "{") return this.#readObject(depth);
    if (char === "[") return this.#readArray(depth);
    if (char === '"' || char === "'") return this.#readString(char);
    return this.#readWord();
  }

  #readObject(depth: number): Record<string, unknown> {
    // Keys come from the page, `__proto__` included.
    const object = Object.create(null) as Record<string, unknown>;
    this.#at += 1;
    while (this.#continues("}", depth)) {
      const start = this.#at;
      const char = this.#text[start];
      const key = char === '"' || char === "'" ? this.#readString(char) : String(this.#readWord());
      this.#skipSpace();
      if (this.#text[this.#at] === ":") {
        this.#at += 1;
        const value = this.readValue(depth + 1);
        object[key] ??= value;
      }
      if (this.#at === start) this.#at += 1;
    }
    return object;
  }

  #readArray(depth: number): unknown[] {
    const array: unknown[] = [];
    this.#at += 1;
    while (this.#continues("]", depth)) {
      const start = this.#at;
      const value = this.readValue(depth + 1);
      if (value !== undefined) array.push(value);
      if (this.#at === start) this.#at += 1;
    }
    return array;
  }

  /** Whether another member follows; consumes commas and the closing bracket, whichever kind it is. */
  #continues(close: "}" | "]", depth: number): boolean {
    this.#skipSpace();
    while (this.#text[this.#at] === "," || this.#text[this.#at] === ";") {
      this.#at += 1;
      this.#skipSpace();
    }
    if (depth >= deepest || this.#values >= mostValues) {
      this.#at = this.#text.length;
      return false;
    }
    const char = this.#text[this.#at];
    if (char === "}" || char === "]") {
      // A bracket of the other kind belongs to the value around this one, whose own is missing.
      if (char === close || depth === 0) this.#at += 1;
      return false;
    }
    return char !== undefined;
  }

  #skipSpace(): void {
    for (;;) {
      // Plain space first: nearly all there is.
      while (this.#text.charCodeAt(this.#at) <= 32) this.#at += 1;
      const char = this.#text[this.#at] ?? "x";
      if (/[\u00A0\uFEFF\u200B\u2028\u2029]/.test(char)) {
        this.#at += 1;
        continue;
      }
      if (!"/<-]".includes(char)) return;
      const two = this.#text.slice(this.#at, this.#at + 2);
      if (two === "/*") this.#skipPast("*/");
      else if (two === "//") this.#skipPast("\n");
      else if (this.#text.startsWith("<!--", this.#at)) this.#at += 4;
      else if (this.#text.startsWith("-->", this.#at)) this.#at += 3;
      else if (this.#text.startsWith("]]>", this.#at)) this.#at += 3;
      else return;
    }
  }

  #skipPast(end: string): void {
    const found = this.#text.indexOf(end, this.#at + 2);
    const cdata = end === "\n" ? this.#text.indexOf("<![CDATA[", this.#at) : -1;
    // `//<![CDATA[` may share its line with the data.
    if (cdata >= 0 && (found < 0 || cdata < found)) this.#at = cdata + 9;
    else this.#at = found < 0 ? this.#text.length : found + end.length;
  }

  #readString(quote: string): string {
    let out = "";
    let from = this.#at + 1;
    let at = from;
    for (; at < this.#text.length; at += 1) {
      const char = this.#text[at];
      if (char === "\\") {
        const [piece, length] = readEscape(this.#text, at);
        out += this.#text.slice(from, at) + piece;
        at += length - 1;
        from = at + 1;
      } else if (char === quote && this.#endsString(at)) break;
    }
    this.#at = at + 1;
    return out + this.#text.slice(from, at);
  }

  /** A quote ends a string where something follows that may follow a string; `5" pipe` goes on. */
  #endsString(at: number): boolean {
    let next = at + 1;
    const limit = Math.min(this.#text.length, at + 200);
    while (next < limit && /\s/.test(this.#text[next] ?? "x")) next += 1;
    const char = this.#text[next];
    // After a line break another member may follow whose comma is missing.
    if ((char === '"' || char === "'") && /[\r\n]/.test(this.#text.slice(at + 1, next))) return true;
    return char === undefined || ",:}];/<".includes(char);
  }

  /** Numbers, true, false, null and whatever stands bare. */
  #readWord(): unknown {
    const start = this.#at;
    while (/[^\s,:{}[\]"']/.test(this.#text[this.#at] ?? ",")) this.#at += 1;
    const word = this.#text.slice(start, this.#at);
    if (word === "true") return true;
    if (word === "false") return false;
    if (word === "" || word === "null" || word === "undefined" || word === "NaN") return undefined;
    return /^-?\d+(?:[.]\d+)?(?:e[+-]?\d+)?$/i.test(word) ? Number(word) : word;
  }
}

const escapes: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f" };

/** What a backslash at `at` stands for, and how many characters it takes. */
function readEscape(text: string, at: number): readonly [piece: string, length: number] {
  const char = text[at + 1] ?? "";
  const hex = char === "u" ? /^[\da-f]{4}/i.exec(text.slice(at + 2, at + 6))?.[0] : undefined;
  if (hex !== undefined) return [String.fromCharCode(Number.parseInt(hex, 16)), 6];
  return [escapes[char] ?? char, 2];
}
