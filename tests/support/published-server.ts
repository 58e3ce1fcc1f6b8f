import { createPublicKey, verify, type KeyObject } from "node:crypto";

/**
 * What the published review server of 2023 takes, written anew from its rules and with none of our own code: whatever
 * we can post has to pass. Stricter than it where a client in use is: a rating of 0 needs words, a subject has at
 * most 100 characters, a token fits into the path of a URL everywhere.
 */
export function flawsByPublishedServer(jwt: string): readonly string[] {
  const parts = jwt.split(".");
  const [header = "", body = "", signature = ""] = parts;
  if (parts.length !== 3 || !parts.every((part) => /^[\w-]+$/.test(part))) return ["not a compact JWS"];
  const head = objectIn(header);
  const payload = objectIn(body);
  if (!head || !payload) return ["not JSON objects"];
  const key = keyOf(head["kid"]);
  if (!key) return ["kid is no P-256 key as PEM on one line"];
  const isSigned = verify(
    "sha256",
    Buffer.from(`${header}.${body}`),
    { key, dsaEncoding: "ieee-p1363" },
    Buffer.from(signature, "base64url"),
  );
  return [
    ...(jwt.length <= 8192 ? [] : ["token too long"]),
    ...(isSigned && signature.length === 86 ? [] : ["signature"]),
    ...headerFlaws(head, key),
    ...payloadFlaws(payload),
  ];
}

type Json = Readonly<Record<string, unknown>>;

function objectIn(segment: string): Json | undefined {
  const bytes = Buffer.from(segment, "base64url");
  const text = bytes.toString("utf8");
  if (!Buffer.from(text, "utf8").equals(bytes)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
  } catch {
    return undefined;
  }
}

function keyOf(kid: unknown): KeyObject | undefined {
  if (typeof kid !== "string") return undefined;
  const [, spki] = /^-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/]+=*)-----END PUBLIC KEY-----$/.exec(kid) ?? [];
  if (spki === undefined) return undefined;
  try {
    const key = createPublicKey({ key: Buffer.from(spki, "base64"), format: "der", type: "spki" });
    return key.asymmetricKeyDetails?.namedCurve === "prime256v1" ? key : undefined;
  } catch {
    return undefined;
  }
}

function headerFlaws({ alg, typ, jwk, crit }: Json, key: KeyObject): string[] {
  const { x, y } = key.export({ format: "jwk" });
  const named = typeof jwk === "string" ? (JSON.parse(jwk) as Json) : undefined;
  return [
    ...(alg === "ES256" ? [] : ["alg"]),
    ...(typ === undefined || typ === "JWT" ? [] : ["typ"]),
    ...(named?.["crv"] === "P-256" && named["x"] === x && named["y"] === y && !("d" in named) ? [] : ["jwk"]),
    ...(crit === undefined ? [] : ["crit"]),
  ];
}

/** Of the server; `action` came later and passes where it is not known. */
const payloadFields = new Set(["iat", "sub", "rating", "opinion", "images", "metadata", "action"]);
const firstSecond = 1_577_836_800;
/** The year 2100: milliseconds lie beyond. */
const lastSecond = 4_102_444_800;

function payloadFlaws(payload: Json): string[] {
  const { iat, sub, metadata, action } = payload;
  const unknown = Object.keys(payload).filter((field) => !payloadFields.has(field));
  const isTime = Number.isInteger(iat) && Number(iat) >= firstSecond && Number(iat) < lastSecond;
  return [
    ...unknown.map((field) => `unknown field ${field}`),
    ...(isTime ? [] : ["iat"]),
    ...(typeof sub === "string" ? subjectFlaws(sub) : ["sub"]),
    ...contentFlaws(payload),
    ...(metadata === undefined ? [] : metadataFlaws(metadata)),
    ...actionFlaws(action, sub),
  ];
}

function contentFlaws({ rating, opinion, images }: Json): string[] {
  const hasOpinion = typeof opinion === "string" && opinion !== "";
  return [
    ...(rating === undefined || isBetween(rating, 0, 100) ? [] : ["rating"]),
    ...(opinion === undefined || (hasOpinion && bytes(opinion) <= 1000) ? [] : ["opinion"]),
    ...(rating === undefined && !hasOpinion ? ["neither rating nor opinion"] : []),
    ...(rating === 0 && !hasOpinion ? ["rating 0 without words"] : []),
    ...(images === undefined ? [] : imageFlaws(images)),
  ];
}

function subjectFlaws(sub: string): string[] {
  if (/^urn:maresi:[\w-]{86}$/.test(sub)) return [];
  if (sub.length > 100) return ["subject longer than 100"];
  const url = URL.parse(sub);
  if (sub.startsWith("https:")) return url && url.hostname !== "" ? [] : ["subject is no address"];
  if (/^geo:-?\d{1,2}(?:[.]\d+)?,-?\d{1,3}(?:[.]\d+)?(?:[?].*)?$/.test(sub)) return [];
  return /^urn:lei:[0-9A-Z]{20}$/.test(sub) || /^urn:isbn:[\dX-]{10,17}$/.test(sub)
    ? []
    : ["subject's scheme"];
}

function actionFlaws(action: unknown, sub: unknown): string[] {
  if (action === undefined) return [];
  const isAboutReview = typeof sub === "string" && sub.startsWith("urn:maresi:");
  return (action === "edit" || action === "delete") && isAboutReview ? [] : ["action"];
}

function imageFlaws(images: unknown): string[] {
  if (!Array.isArray(images) || images.length > 5) return ["images"];
  return images.flatMap((image: Json) => [
    ...(typeof image["src"] === "string" && URL.canParse(image["src"]) ? [] : ["image src"]),
    ...(image["label"] === undefined || isShort(image["label"], 50) ? [] : ["image label"]),
  ]);
}

const shortTexts = new Set([
  "nickname",
  "given_name",
  "family_name",
  "preferred_username",
  "birthdate",
  "gender",
  "experience_context",
  "openid",
]);
const addresses = new Set(["client_id", "data_source"]);
const marks = new Set(["is_generated", "is_affiliated", "is_personal_experience"]);

/** Every key that is not on the server's list is refused, and so is every flag that is no string. */
function metadataFlaws(metadata: unknown): string[] {
  if (typeof metadata !== "object" || metadata === null) return ["metadata"];
  return Object.entries(metadata).flatMap(([name, value]) => {
    if (shortTexts.has(name)) return isShort(value, 20) ? [] : [`metadata ${name}`];
    if (addresses.has(name))
      return typeof value === "string" && URL.canParse(value) ? [] : [`metadata ${name}`];
    if (marks.has(name)) return value === "true" ? [] : [`metadata ${name}`];
    if (name === "age") return isBetween(value, 0, 200) ? [] : [`metadata ${name}`];
    if (name === "issuer_index") return Number.isInteger(value) ? [] : [`metadata ${name}`];
    return [`Key is not one of Mangrove Core Metadata Keys: ${name}`];
  });
}

function isBetween(value: unknown, least: number, most: number): boolean {
  return Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
}

function isShort(value: unknown, most: number): boolean {
  return typeof value === "string" && value !== "" && bytes(value) <= most;
}

function bytes(text: string): number {
  return Buffer.byteLength(text, "utf8");
}
