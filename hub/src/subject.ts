/** Kinds of subject that the protocol knows, as `GET /reviews?scheme=` names them. */
export type Scheme = "https" | "geo" | "urn:lei" | "urn:isbn" | "urn:maresi";

export interface Place {
  readonly lat: number;
  readonly lon: number;
  /** Metres around the point; 0 where the subject gives none. */
  readonly uncertainty: number;
}

/** The protocol's upper limit in metres, about once around the Earth. */
const largestUncertainty = 40_000_000;

/** A subject's scheme, or why it has none that servers take, in their words. */
export function schemeOf(sub: string): { scheme: Scheme } | { refusal: string } {
  const colon = sub.indexOf(":");
  if (colon < 1) return { refusal: "Incorrect URI: relative URL without a base" };
  const scheme = sub.slice(0, colon).toLowerCase();
  if (scheme === "https") return checkWebAddress(sub);
  if (scheme === "geo") {
    return placeOf(sub) ? { scheme } : { refusal: "Incorrect URI: not a place on Earth" };
  }
  if (scheme !== "urn") return { refusal: `Unknown URI scheme: ${scheme.slice(0, 40)}` };
  return checkUrn(sub);
}

function checkWebAddress(sub: string): ReturnType<typeof schemeOf> {
  return URL.canParse(sub) ? { scheme: "https" } : { refusal: "Incorrect URI: not a web address" };
}

function checkUrn(sub: string): ReturnType<typeof schemeOf> {
  const [, kind = "", value = ""] = /^urn:([^:]*):(.*)$/is.exec(sub) ?? [];
  const name = kind.toLowerCase();
  if (name === "lei") return leiForm.test(value) ? { scheme: "urn:lei" } : { refusal: "LEI incorrect." };
  if (name === "isbn") return isbnForm.test(value) ? { scheme: "urn:isbn" } : { refusal: "ISBN incorrect." };
  if (name === "maresi") {
    return signatureForm.test(value)
      ? { scheme: "urn:maresi" }
      : { refusal: "Incorrect URI: not the signature of a review" };
  }
  return { refusal: `Unknown URN scheme: ${name.slice(0, 40)}` };
}

/** ISO 17442. Its check digits are not checked: a hub stores statements, it does not judge subjects. */
const leiForm = /^[0-9A-Z]{20}$/i;
const isbnForm = /^(?:97[89]-?)?(?:\d-?){9}[\dX]$/i;
/** 64 bytes in base64url; one client in use appends an empty `?q=` to every subject. */
const signatureForm = /^[\w-]{86}(?:\?q=)?$/;

/**
 * Reads `geo:lat,lon?q=NAME&u=METRES`. An altitude and the `;u=` of RFC 5870 are understood as well.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5870
 */
export function placeOf(sub: string): Place | undefined {
  const [, lat, lon, rest = ""] = geoForm.exec(sub) ?? [];
  const place = { lat: Number(lat), lon: Number(lon), uncertainty: uncertaintyOf(rest) };
  const isOnEarth = Math.abs(place.lat) <= 90 && Math.abs(place.lon) <= 180;
  return isOnEarth && place.uncertainty >= 0 ? place : undefined;
}

const geoForm = /^geo:(-?\d{1,3}(?:\.\d*)?),(-?\d{1,3}(?:\.\d*)?)(?:,-?\d{1,6}(?:\.\d*)?)?([?;].*)?$/is;

/** Metres; 0 where none is given, negative where it makes no sense. */
function uncertaintyOf(rest: string): number {
  const text = /[?&;]u=([^&;]*)/i.exec(rest)?.[1];
  if (text === undefined || text === "") return 0;
  const metres = Number(text);
  return metres >= 0 && metres < largestUncertainty ? metres : -1;
}

/** The two subjects for trying things out: hidden unless `examples=true`. */
export function isExample(sub: string): boolean {
  return /^https:\/\/example\.com\/?$/i.test(sub) || /^geo:0(?:\.0*)?,0(?:\.0*)?(?:\?|$)/i.test(sub);
}
