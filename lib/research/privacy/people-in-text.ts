import { type HandlePlace, foldHandle, isPseudonym, type Person, personOf } from "./person.ts";
import { personInAddress } from "./person-in-address.ts";
import { accountBelow } from "./platform-hosts.ts";

/** A run of text that tells who somebody is. */
export type Identifying = { readonly start: number; readonly end: number } & (
  | { readonly kind: "person"; readonly person: Person; readonly before: string }
  | { readonly kind: "address"; readonly address: string; readonly scheme: boolean }
  | { readonly kind: "email" }
  | { readonly kind: "phone" }
);

/** The author, whose own name and handle may stand in a text without any sign. */
export interface KnownAuthor {
  readonly person: Person;
  readonly name?: string | undefined;
  readonly handle?: string | undefined;
}

const link =
  /(?<![a-z\d-])(?:https?:\/\/)?(?:[a-z\d][a-z\d-]{0,62}\.){1,6}[a-z]{2,24}(?::\d{1,5})?(?:\/[^\s<>"“”«»]*)?/giu;
const email = /[\w.%+'-]{1,64}@(?:[a-z\d][a-z\d-]{0,62}\.){1,6}[a-z]{2,24}/giu;
const hosted = /(?<![\w@])[@＠](\w[\w.-]{0,250})@((?:[a-z\d][a-z\d-]{0,62}\.){1,6}[a-z]{2,24})/giu;
const slashed = /(?<![\w/.-])(\/?u\/)([\w-]{2,40}(?:@(?:[a-z\d][a-z\d-]{0,62}\.){1,6}[a-z]{2,24})?)/giu;
/** ASCII ends where another script begins without a space; a handle in another script runs on to the next sign. */
const at = /(?<!@)[@＠](\w(?:[\w.-]{0,250}\w)?|[\p{L}\p{N}][\p{L}\p{M}\p{N}_.·-]{0,99})/gu;
/** On X nothing but these: "@anna.great" is a sentence that goes on. */
const narrow = /^\w+/u;
/** Somebody who was replaced before: whoever is erased later has to be found by it. */
const bare = /(?<![\w-])p-[0-9a-hjkmnp-tv-z]{12}(?![\w-])/gu;
/** With the code of a country, in groups as in North America, or with a leading zero. Prices and dates have none of it. */
const phone =
  /(?<![\w+.,-])(?:(?:\+|00)[1-9]\d{0,2}(?:[ ./()\u00a0-]{0,2}\d){6,12}|\(\d{3}\)[ -]?\d{3}[ -]\d{4}|\d{3}[ .-]\d{3}[ .-]\d{4}|0\d{2,4}[ /-]\d{3,4}[ -]?\d{3,6})(?![\w-]|[.,]\d)/gu;

/** Everything in a text that is known to tell who somebody is, in order, none overlapping. */
export function peopleInText(
  text: string,
  place: HandlePlace,
  author: KnownAuthor | undefined,
): readonly Identifying[] {
  const found = [
    ...linksIn(text),
    ...slashedIn(text, place),
    ...hostedIn(text, author),
    ...handlesIn(text, place, author),
    ...(author ? authorIn(text, author) : []),
    ...matches(text, bare, ([handle]) => ({
      kind: "person" as const,
      person: { site: "hosted", handle },
      before: "",
    })),
    ...matches(text, phone, () => ({ kind: "phone" as const })),
  ];
  // What was found first wins where two overlap; sorting is stable.
  const kept: Identifying[] = [];
  let end = 0;
  for (const run of found.toSorted((a, b) => a.start - b.start)) {
    if (run.start < end) continue;
    kept.push(run);
    ({ end } = run);
  }
  return kept;
}

function* matches<T extends object>(
  text: string,
  pattern: RegExp,
  read: (match: RegExpExecArray) => T | undefined,
): Generator<T & { start: number; end: number }> {
  for (const match of text.matchAll(pattern)) {
    const value = read(match);
    if (value) yield { start: match.index, end: match.index + match[0].length, ...value };
  }
}

function* linksIn(text: string): Generator<Identifying> {
  for (const match of text.matchAll(link)) {
    const { index } = match;
    const before = text[index - 1];
    if (before === "@" || before === "＠" || text[index + match[0].length] === "@") continue;
    const written = match[0].replace(/[.,;:!?)\]'’…]+$/u, "");
    const scheme = /^https?:/iu.test(written);
    const address = scheme ? written : `https://${written}`;
    if (!personInAddress(address)) continue;
    const account = scheme || written.includes("/") ? undefined : accountBelow(written);
    const end = index + written.length;
    // A bare host that is a handle: "anna.bsky.social".
    if (account) yield { start: index, end, kind: "person", person: account, before: "" };
    else yield { start: index, end, kind: "address", address, scheme };
  }
}

function* hostedIn(text: string, author: KnownAuthor | undefined): Generator<Identifying> {
  yield* matches(text, hosted, ([, name = "", host = ""]) => ({
    kind: "person" as const,
    person: { site: "hosted", handle: `${name}@${host}`.toLowerCase() },
    before: "@",
  }));
  yield* matches(text, email, ([whole]) =>
    foldHandle(whole) === author?.person.handle
      ? { kind: "person" as const, person: author.person, before: "" }
      : { kind: "email" as const },
  );
}

function slashedIn(text: string, place: HandlePlace): Iterable<Identifying> {
  const here = place.site === "reddit" || place.site === "lemmy" ? place : { site: "reddit" };
  return matches(text, slashed, ([, before = "", handle = ""]) => ({
    kind: "person" as const,
    person: personOf(handle, here),
    before,
  }));
}

function* handlesIn(
  text: string,
  place: HandlePlace,
  author: KnownAuthor | undefined,
): Generator<Identifying> {
  for (const { index, 0: whole, 1: written = "" } of text.matchAll(at)) {
    const isNarrow = place.site === "x" && !isPseudonym(written);
    const handle = isNarrow ? (narrow.exec(written)?.[0] ?? written) : written;
    yield {
      start: index,
      end: index + whole.length - written.length + handle.length,
      kind: "person",
      person: personBeside(handle, place, author),
      before: "@",
    };
  }
}

/** A bare handle means the author where it is theirs without its host. */
function personBeside(handle: string, place: HandlePlace, author: KnownAuthor | undefined): Person {
  const folded = foldHandle(handle);
  return author?.person.handle.split("@")[0] === folded ? author.person : personOf(handle, place);
}

/** The name as a whole, and the handle where it is no word. Case counts for short names of one word: "Rose" and "rose". */
function* authorIn(text: string, { person, name, handle }: KnownAuthor): Generator<Identifying> {
  const here = { kind: "person" as const, person, before: "" };
  const shown = name?.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu, "") ?? "";
  const folded = folding(text);
  if (shown.length >= 3 && mayStandIn(folded, shown))
    yield* matches(text, wholeWord(shown, shown.length < 5 ? "gu" : "giu"), () => here);
  const local = handle?.replace(/^@/u, "").split("@")[0] ?? "";
  const isNoWord = local.length >= 8 || (local.length >= 3 && /[\d_.]/u.test(local));
  if (isNoWord && mayStandIn(folded, local)) {
    yield* matches(text, wholeWord(local, "giu"), () => here);
  }
}

/** Alike for all that a pattern without regard to case takes for alike, and for a little more. */
function folding(text: string): string {
  return text.toUpperCase().toLowerCase();
}

/** Most authors do not name themselves, and a pattern for each of them costs a millisecond. */
function mayStandIn(folded: string, words: string): boolean {
  return words.split(/\s+/u).every((word) => folded.includes(folding(word)));
}

function wholeWord(words: string, flags: string): RegExp {
  const literal = words
    .replaceAll(/[$()*+./?[\\\]^{|}]/gu, String.raw`\$&`)
    .replaceAll(/\s+/gu, String.raw`\s+`);
  return new RegExp(String.raw`(?<![\p{L}\p{N}_])${literal}(?![\p{L}\p{M}\p{N}_])`, flags);
}
