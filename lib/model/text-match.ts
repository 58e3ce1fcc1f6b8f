const mostWords = 8;

const plain = /^[\x20-\x7e\n\r\t]*$/;

/** Case and accents away: what a person types meets what another wrote. */
export function folded(text: string): string {
  // Most texts have no accents to look for.
  if (plain.test(text)) return text.toLowerCase();
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
}

/** A test for texts that hold every word of `query`; `undefined` where there is none to look for. */
export function textMatcher(query: string | undefined): ((text: string) => boolean) | undefined {
  const words = folded((query ?? "").slice(0, 200))
    .split(/\s+/)
    .filter((word) => word !== "")
    .slice(0, mostWords);
  if (words.length === 0) return undefined;
  return (text) => {
    const haystack = folded(text);
    return words.every((word) => haystack.includes(word));
  };
}
