import type { ReviewedPlace } from "../model/behind.ts";
import { metresBetween, type Point } from "../model/point.ts";
import type { SubjectKey } from "../model/subject.ts";
import { foldName } from "./fold-name.ts";

/** A person chooses among these; a longer list is a search. */
const mostCandidates = 3;
/** How far apart the points of one place are put, in metres: another entrance, a rough address. */
const reach = { same: 1500, alike: 250, nameless: 30 } as const;
/** Keys of one name within this many metres are one place. */
const onePlaceMetres = 200;
/** Without any point, a shorter name says too little. */
const shortestSoleName = 6;

/** Words for kinds of business: sharing one means nothing. */
const kinds: ReadonlySet<string> = new Set(
  (
    "the a an of at in and und et y e le la les el los il lo der die das den von am im zum zur de du des del della da do " +
    "restaurant restaurante ristorante restoran cafe caffe kaffee coffee bar pub bistro brasserie trattoria pizzeria osteria " +
    "hotel hostel pension gasthaus gasthof guesthouse inn bakery backerei bakeri boulangerie panaderia panificio bageri " +
    "shop store laden boutique market supermarket apotheke pharmacy pharmacie farmacia salon studio center centre zentrum " +
    "friseur coiffeur praxis clinic klinik dental garage werkstatt house haus casa maison kitchen grill imbiss sushi pizza " +
    "burger kebab doner museum theater theatre kino cinema park gym fitness school schule"
  ).split(" "),
);

type Likeness = "same" | "alike" | "nameless" | "other";

/**
 * Places that people reviewed which may be the one that a page is about, the likeliest first: by name and by
 * distance where the page gives a point, by the whole name where it gives none.
 *
 * @param names - All that the page calls itself.
 * @param keys - Keys of `geo:` subjects; others are passed over.
 */
export function reviewedPlaces(
  point: Point | undefined,
  names: readonly string[],
  keys: Iterable<SubjectKey>,
): readonly ReviewedPlace[] {
  const places: { likeness: Likeness; candidate: ReviewedPlace }[] = [];
  const own = names.map(comparable);
  for (const key of keys) {
    const place = reviewedAt(key);
    if (!place) continue;
    const { name, at } = place;
    const metres = point && metresBetween(point, at);
    if (metres !== undefined && metres > reach.same) continue;
    const likeness = likenessOf(name, own);
    if (!isNear(likeness, metres, name)) continue;
    const known = places.find(({ candidate }) => isOnePlace(candidate, place));
    const candidate = {
      ...(name !== undefined && { name }),
      point: at,
      ...(metres !== undefined && { metres }),
      keys: [key],
    };
    if (!known) places.push({ likeness, candidate });
    else known.candidate = joined(known.candidate, candidate);
  }
  return places
    .toSorted(
      (a, b) => order(a.likeness) - order(b.likeness) || distance(a.candidate) - distance(b.candidate),
    )
    .slice(0, mostCandidates)
    .map(({ candidate }) => candidate);
}

/** Keys of the place that a person chose, whoever wrote about it since. */
export function keysOfPlace(
  { name, point }: Pick<ReviewedPlace, "name" | "point">,
  keys: Iterable<SubjectKey>,
): readonly SubjectKey[] {
  return [...keys].filter((key) => {
    const place = reviewedAt(key);
    return place !== undefined && isOnePlace({ name, point }, place);
  });
}

interface ReviewedAt {
  readonly name: string | undefined;
  readonly at: Point;
}

/** What the key of a `geo:` subject says (see `foldGeo`); a name of signs alone is none. */
function reviewedAt(key: SubjectKey): ReviewedAt | undefined {
  const [, latitude, longitude, query] = /^geo:(-?[\d.]+),(-?[\d.]+)(?:[?](q=.*))?$/s.exec(key) ?? [];
  if (latitude === undefined || longitude === undefined) return undefined;
  const name = new URLSearchParams(query).get("q") ?? "";
  const at = { latitude: Number(latitude), longitude: Number(longitude) };
  return { name: foldName(name) === "" ? undefined : name, at };
}

function isOnePlace({ name, point }: Pick<ReviewedPlace, "name" | "point">, other: ReviewedAt): boolean {
  return (
    foldName(name ?? "") === foldName(other.name ?? "") && metresBetween(point, other.at) < onePlaceMetres
  );
}

function isNear(likeness: Likeness, metres: number | undefined, name: string | undefined): boolean {
  if (likeness === "other") return false;
  if (metres !== undefined) return metres <= reach[likeness];
  return likeness === "same" && foldName(name ?? "").length >= shortestSoleName;
}

/** A name as it is compared. */
interface Comparable {
  readonly folded: string;
  readonly telling: ReadonlySet<string>;
}

function comparable(name: string): Comparable {
  const words = name.split(/[^\p{L}\p{N}\p{M}]+/u).map(foldName);
  const telling = new Set(words.filter((word) => word.length > 1 && !kinds.has(word)));
  return { folded: foldName(name), telling };
}

function likenessOf(name: string | undefined, own: readonly Comparable[]): Likeness {
  if (name === undefined) return "nameless";
  const { folded, telling } = comparable(name);
  if (own.some((other) => other.folded === folded)) return "same";
  return own.some((other) => sharesTelling(telling, other.telling)) ? "alike" : "other";
}

/** All that tells the shorter name from others stands in the longer one. */
function sharesTelling(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  return few.size > 0 && [...few].every((word) => many.has(word));
}

function joined(a: ReviewedPlace, b: ReviewedPlace): ReviewedPlace {
  const [near] = [a, b].toSorted((x, y) => distance(x) - distance(y));
  return { ...near!, keys: [...a.keys, ...b.keys] };
}

function order(likeness: Likeness): number {
  return likeness === "same" ? 0 : 1;
}

function distance({ metres }: ReviewedPlace): number {
  return metres ?? Infinity;
}
