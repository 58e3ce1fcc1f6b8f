export type Test = (character: string) => boolean;

/** A pattern as it is written. */
export type Tree =
  | { readonly kind: "character"; readonly test: Test }
  | { readonly kind: "place"; readonly place: "start" | "end" | "edge" | "inside" }
  | { readonly kind: "all" | "any"; readonly parts: readonly Tree[] }
  | { readonly kind: "times"; readonly part: Tree; readonly least: number; readonly most: number };

type Flaw = "syntax" | "looks-around" | "refers-back";

class FlawError extends Error {
  override readonly name = "FlawError";
  readonly flaw: Flaw;
  constructor(flaw: Flaw) {
    super(flaw);
    this.flaw = flaw;
  }
}

/** Reads a pattern. What JavaScript itself does not take is refused first, so that what follows need not look for it. */
export function readPattern(source: string): Tree | Flaw {
  try {
    // oxlint-disable-next-line no-new -- only whether it can be made
    new RegExp(source, "iu");
  } catch {
    return "syntax";
  }
  try {
    return new PatternReader(source).any();
  } catch (error) {
    if (error instanceof FlawError) return error.flaw;
    throw error;
  }
}

/** A character, an escape or a class, as JavaScript writes it. */
const atom = /\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\dA-Fa-f]{4}|x[\dA-Fa-f]{2}|c[A-Za-z]|.)|[^]/uy;
const characterClass = /\[(?:\\.|[^\\\]])*\]/uy;
const quantifier = /(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})\??/uy;
const group = /\((?:\?(?::|<[^=!>][^>]*>))?/uy;
const places: Readonly<Record<string, Extract<Tree, { kind: "place" }>["place"]>> = {
  "^": "start",
  $: "end",
  "\\b": "edge",
  "\\B": "inside",
};

class PatternReader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  /** Ways, up to the end or the bracket that closes them. */
  any(): Tree {
    const parts = [this.#all()];
    while (this.#take(/\|/uy)) parts.push(this.#all());
    return parts.length === 1 ? parts[0]! : { kind: "any", parts };
  }

  #all(): Tree {
    const parts: Tree[] = [];
    while (this.#at < this.#source.length && !/[|)]/u.test(this.#source[this.#at]!)) parts.push(this.#one());
    return parts.length === 1 ? parts[0]! : { kind: "all", parts };
  }

  #one(): Tree {
    if (/^\(\?<?[=!]/u.test(this.#source.slice(this.#at, this.#at + 4))) throw new FlawError("looks-around");
    const part = this.#take(group) ? this.#inside() : this.#single();
    const times = this.#take(quantifier);
    if (!times) return part;
    const [, sign, from, comma, to] = times;
    const [least, most] = sign ? bounds[sign as "*"] : boundsOf(from, comma, to);
    return { kind: "times", part, least, most };
  }

  #inside(): Tree {
    // Newer syntax than we know, such as `(?i:`.
    if (this.#source[this.#at] === "?") throw new FlawError("syntax");
    const inside = this.any();
    this.#take(/\)/uy);
    return inside;
  }

  #single(): Tree {
    const [written = ""] = this.#take(characterClass) ?? this.#take(atom) ?? [];
    const place = places[written];
    if (place) return { kind: "place", place };
    if (/^\\[1-9k]/u.test(written)) throw new FlawError("refers-back");
    const one = new RegExp(`^${written}$`, "iu");
    return { kind: "character", test: (character) => one.test(character) };
  }

  #take(what: RegExp): RegExpExecArray | undefined {
    what.lastIndex = this.#at;
    const found = what.exec(this.#source);
    if (!found) return undefined;
    this.#at = what.lastIndex;
    return found;
  }
}

const bounds = { "*": [0, Infinity], "+": [1, Infinity], "?": [0, 1] } as const;

function boundsOf(from = "0", comma?: string, to?: string): readonly [number, number] {
  if (!comma) return [Number(from), Number(from)];
  return [Number(from), to ? Number(to) : Infinity];
}
