const separators = /\s+[|–—•·»«:~/]\s+|\s+-+\s+|\s*[|•·»«]\s*|:\s+|\s+-|,\s+/u;
/** What a domain carries around a name. */
const decoration =
  /^(?:my|the|get|go|shop|buy|try|we-?are)-?(?=.{5})|(?<=.{5})-?(?:usa|us|uk|online|shop|store|hq|app|group|official|inc|llc|ltd|gmbh)$/;
/** Words a name carries that its domain leaves out. */
const smallWords: ReadonlySet<string> = new Set(
  "and of the de la le les el di du der die das und et y for in & +".split(" "),
);
const joints = /^[&+]$/;
/** What may follow a name and belongs to it. */
const nameEnds =
  /^(?:co|company|corp|corporation|inc|llc|ltd|limited|plc|gmbh|ag|kg|sa|srl|spa|bv|ab|oy|pty|group|sons|llp)$/;
/** The domain's name as a text spells it: its words, or words of which it is made of the initials. */
export function nameIn(text: string, label: string): string | undefined {
  const words = wordsOfLabel(text, label) ?? wordsOfLabel(text, label.replace(decoration, ""));
  if (words !== undefined) return words;
  const domain = plain(label);
  return domain.length < 4 ? undefined : text.split(separators).find((part) => initialsOf(part) === domain);
}

/** Whether a name and a domain are the same word, short forms and initials included. */
export function agrees(name: string, label: string): boolean {
  const folded = plain(name);
  const domain = plain(label);
  if (folded.length < 2 || domain.length < 2) return false;
  if (folded === domain) return true;
  if (Math.min(folded.length, domain.length) >= 4 && (domain.includes(folded) || folded.includes(domain)))
    return true;
  if (wordsOfLabel(name, label) !== undefined) return true;
  return domain.length >= 3 && initialsOf(name) === domain;
}

/** `rspa` of `R.S. Pressman & Associates`: first letters, and all of those with full stops between them. */
function initialsOf(name: string): string {
  return name
    .split(/[\s&-]+/u)
    .filter((word) => !smallWords.has(word.toLowerCase()))
    .map((word) => (/^(?:\p{L}[.]){2,}$/u.test(word) ? plain(word) : plain(word).slice(0, 1)))
    .join("");
}

/**
 * The words of a text that a domain is made of, as the text spells them: `Peak View Roofing Company` for
 * `peakviewroofing` or `peakviewroofingco`. `undefined` where no run of words makes up the whole of it.
 */
export function wordsOfLabel(text: string, label: string): string | undefined {
  const domain = plain(label);
  if (domain.length < 3) return undefined;
  for (const part of text.slice(0, 400).split(separators)) {
    const words = part.split(/\s+/u).filter(Boolean).slice(0, 40);
    for (let start = 0; start < words.length; start += 1) {
      const end = runEnd(words, start, domain);
      if (end !== undefined) return trimmed(words.slice(start, end).join(" "));
    }
  }
  return undefined;
}

/** Index behind the last word of a run from `start` that spells `domain`. */
function runEnd(words: readonly string[], start: number, domain: string): number | undefined {
  let rest = domain;
  for (let index = start; index < words.length && index < start + 8; index += 1) {
    const written = words[index] ?? "";
    const next = withoutWord(rest, written, index > start && domain);
    if (next === undefined) return undefined;
    if (next === "") return withEnding(words, index + 1);
    // A sentence's end is no part of a name; an initial's full stop is.
    if (/\p{L}{3,}[.!?;,]$/u.test(written)) return undefined;
    rest = next;
  }
  return undefined;
}

/**
 * What is left of a domain after a word; `undefined` where the word is not in it.
 *
 * @param domain - The whole of it, from the second word on; small words may be left out there.
 */
function withoutWord(rest: string, written: string, domain: string | false): string | undefined {
  const joint =
    domain !== false && joints.test(written) ? /^(?:and|und|et|y|n|plus)/.exec(rest)?.[0] : undefined;
  if (joint !== undefined) return rest.slice(joint.length);
  const word = plain(written.replace(/[’']s$/u, "s").replace(/[.](?:com|net|org|[a-z]{2})$/iu, ""));
  if (word !== "" && rest.startsWith(word)) return rest.slice(word.length);
  if (domain === false) return undefined;
  // `co` stands for Company, `bros` for Brothers: an ending may be cut short.
  if (rest.length >= 2 && rest.length < domain.length / 2 && word.startsWith(rest)) return "";
  return smallWords.has(written.toLowerCase()) ? rest : undefined;
}

function withEnding(words: readonly string[], end: number): number {
  const next = plain(words[end] ?? "");
  return nameEnds.test(next) ? end + 1 : end;
}

function trimmed(name: string): string {
  return name.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}.)!?+]+$/gu, "");
}

function plain(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}
