/** Elements that can be called something. */
export const withNames = "[class],[id]";
/** Elements that are looked at; no page of the corpora has half as many. */
const mostElements = 60_000;
/** Elements of one kind. */
const mostOfKind = 400;

/**
 * Elements by what their class or id is called, for several kinds in one pass, in document order. A selector such as
 * `[class*="brand" i]` is tried on every element anew, and dozens of them cost more than all the rest; here each
 * distinct value is judged once.
 *
 * @param elements - Of a page: those of `withNames`.
 * @param kinds - What a class or an id of each kind holds; tested without regard to case.
 */
export function elementsCalled<Kind extends string>(
  elements: ArrayLike<Element>,
  kinds: Readonly<Record<Kind, string>>,
): Readonly<Record<Kind, Element[]>> {
  const names = Object.keys(kinds) as Kind[];
  const found = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Kind, Element[]>;
  const tests = names.map((name) => new RegExp(kinds[name], "i"));
  const any = new RegExp(names.map((name) => kinds[name]).join("|"), "i");
  /** One bit a kind. */
  const judged = new Map<string | null, number>([[null, 0]]);
  const judge = (value: string | null): number => {
    let bits = judged.get(value);
    if (bits === undefined) {
      bits = 0;
      if (value !== null && any.test(value))
        for (const [at, test] of tests.entries()) if (test.test(value)) bits |= 1 << at;
      judged.set(value, bits);
    }
    return bits;
  };
  const count = Math.min(elements.length, mostElements);
  for (let i = 0; i < count; i += 1) {
    const element = elements[i]!;
    const bits = judge(element.getAttribute("class")) | judge(element.getAttribute("id"));
    if (bits !== 0)
      for (const [at, name] of names.entries())
        if (bits & (1 << at) && found[name].length < mostOfKind) found[name].push(element);
  }
  return found;
}
