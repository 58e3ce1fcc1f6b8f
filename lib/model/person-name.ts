/** Nicknames have 20 bytes in the protocol; longer ones exist. In UTF-16 units. */
const longestName = 40;
/** What cannot be seen, or reorders what can: controls, format characters, private use, lone halves, fillers. */
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029\u115F\u1160\u3164\uFFA0]|\p{Variation_Selector}/gu;
/** More than two marks on one letter is no writing, but paint over the lines around it. */
const stackedMarks = /(\p{M}{2})\p{M}+/gu;

/** A name that somebody gave themselves, as it may be shown; `undefined` where nothing of it can be seen. */
export function cleanPersonName(name: string | undefined): string | undefined {
  if (!name) return undefined;
  const seen = name
    .slice(0, 10 * longestName)
    .replace(/\s+/gu, " ")
    .replace(invisible, "")
    .normalize("NFC")
    .replace(stackedMarks, "$1")
    .trim();
  const cut = seen.slice(0, longestName);
  return (cut.isWellFormed() ? cut : cut.slice(0, -1)).trim() || undefined;
}

/** Letters of other scripts, and digits, that people take for Latin ones. Each pair: what is written, what is read. */
const lookAlikes = new Map(
  (
    "аa вb еe кk мm нh оo рp сc тt уy хx ѕs іi јj ԁd ԛq ԝw һh ӏl ɡg ɩi ıi " +
    "αa βb εe ηn ιi κk νv οo ρp τt υu χx γy ωw ϲc ϳj " +
    "օo ս" +
    "u հh ոn ցg աw քp " +
    "0o 1l 3e 4a 5s 7t 8b |l !l $s @a ßb"
  )
    .split(" ")
    .map((pair) => [pair[0] ?? "", pair.slice(1)]),
);

/**
 * What a name looks like, for telling whether two may be taken for each other: without case, accents, spaces and signs,
 * with letters of other scripts and digits as the Latin ones they resemble. Never shown.
 */
export function nameLook(name: string): string {
  const look = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(invisible, "")
    .replace(/./gsu, (letter) => lookAlikes.get(letter) ?? letter)
    .replace(/[^\p{L}\p{N}]/gu, "")
    .replaceAll("rn", "m")
    .replaceAll("vv", "w")
    // A small L and a capital i are one stroke in most fonts.
    .replaceAll("i", "l");
  // A name of signs alone looks like itself.
  return look || name;
}
