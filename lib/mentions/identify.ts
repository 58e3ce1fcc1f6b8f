import type { BrandEntry } from "../brands/directory.ts";
import { foldName } from "../brands/fold-name.ts";
import type { KnownCandidate } from "./known-candidate.ts";
import type { ReadCandidate } from "./evidence.ts";
import type { LookUps } from "./look-ups.ts";
import type { MentionContext } from "./mention-context.ts";

/** Brands that the text's surroundings point to, by id. */
export interface Surroundings {
  readonly linked: ReadonlySet<string>;
  readonly page: ReadonlySet<string>;
  readonly author: string | undefined;
}

/** Where an account is looked for when nobody says which network the text is from. */
const usualPlatforms = ["twitter", "instagram"];
/** A name written apart ("you tube") must be this long, or any two words would make one. */
const shortestApart = 7;

/** The brand of each candidate, with the signs that only the directory and the surroundings give. */
export function identify(
  candidates: readonly ReadCandidate[],
  surroundings: Surroundings,
  context: MentionContext,
  lookUps: LookUps,
): readonly KnownCandidate[] {
  const found = candidates.map((candidate) => ({ candidate, ...lookUp(candidate, context, lookUps) }));
  const handles = found.flatMap(({ byHandle }) => byHandle?.id ?? []);
  const elsewhere: Surroundings =
    handles.length > 0
      ? { ...surroundings, linked: new Set([...surroundings.linked, ...handles]) }
      : surroundings;
  return found.flatMap(({ candidate, byHandle, byName }) => {
    const entry = byHandle ?? preferred(byName, elsewhere);
    if (!entry || (!byHandle && !isPlausible(candidate, entry))) return [];
    const further = aroundSigns(entry, candidate, elsewhere);
    if (byHandle) further.push("known-handle");
    return [{ candidate, entry, further }];
  });
}

interface Found {
  readonly byHandle?: BrandEntry | undefined;
  readonly byName: readonly BrandEntry[];
}

function lookUp(candidate: ReadCandidate, { platform }: MentionContext, lookUps: LookUps): Found {
  const { name, shape, traits, signs } = candidate;
  if (shape === "handle" && signs.includes("handle-whole")) {
    for (const network of platform === undefined ? usualPlatforms : [platform]) {
      const byHandle = lookUps.byHandle(network, name);
      if (byHandle) return { byHandle, byName: [] };
    }
  }
  return { byName: traits.handleOnly ? [] : lookUps.byName(name) };
}

/** Of several brands of one name, the one that page, link, account or author point to. */
function preferred(
  entries: readonly BrandEntry[],
  { linked, page, author }: Surroundings,
): BrandEntry | undefined {
  return entries.find(({ id }) => id === author || linked.has(id) || page.has(id)) ?? entries[0];
}

function aroundSigns(
  entry: BrandEntry,
  { shape }: ReadCandidate,
  { linked, page, author }: Surroundings,
): string[] {
  const signs: string[] = [];
  if (page.has(entry.id)) signs.push("page-topic");
  if (entry.id === author) signs.push("author");
  if (linked.has(entry.id) && shape !== "handle") signs.push("linked");
  return signs;
}

/** A handle that is only a word (`@genius`) is its brand's when the directory knows it, and else anybody's. */
function isPlausible(candidate: ReadCandidate, entry: BrandEntry): boolean {
  if (candidate.shape === "handle" && (candidate.traits.ordinary > 0 || candidate.traits.person))
    return false;
  return isWholeName(candidate, entry);
}

/** Whether the words are parted as the brand parts them, or long enough to be it all the same. */
function isWholeName({ name, words, shape }: ReadCandidate, entry: BrandEntry): boolean {
  if (words === 1 || shape === "handle" || shape === "hashtag" || shape === "unspaced") return true;
  if (foldName(name).length >= shortestApart) return true;
  return spellingsOf(entry).has(partsOf(name));
}

const spellings = new WeakMap<BrandEntry, ReadonlySet<string>>();

function spellingsOf(entry: BrandEntry): ReadonlySet<string> {
  const known = spellings.get(entry) ?? new Set([entry.name, ...entry.aliases].map(partsOf));
  spellings.set(entry, known);
  return known;
}

function partsOf(name: string): string {
  return name
    .toLowerCase()
    .normalize("NFKD")
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((part) => part !== "" && part !== "and" && part !== "the")
    .join(" ");
}
