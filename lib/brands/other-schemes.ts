import type { SubjectKey } from "../model/subject.ts";

/** Reading forms of subjects that are no web addresses. Shapes as in the open review protocol, contract 3.2. */

/**
 * `urn:lei:` in upper case, `urn:isbn:` as ISBN-13 digits, `urn:maresi:` as unpadded base64url; `undefined` for
 * any other name space and for what cannot be one of these.
 */
export function foldUrn(text: string): SubjectKey | undefined {
  const [, space = "", rest = ""] = /^urn:([a-z\d-]+):(.*)$/is.exec(text) ?? [];
  switch (space.toLowerCase()) {
    case "lei": {
      const lei = rest.trim().toUpperCase();
      // ISO 17442: 18 characters and two check digits.
      return /^[A-Z\d]{18}\d{2}$/.test(lei) ? `urn:lei:${lei}` : undefined;
    }
    case "isbn": {
      const isbn = foldIsbn(rest);
      return isbn && `urn:isbn:${isbn}`;
    }
    case "maresi": {
      const signature = rest.trim().replace(/=+$/, "").replaceAll("+", "-").replaceAll("/", "_");
      return /^[\w-]{16,128}$/.test(signature) ? `urn:maresi:${signature}` : undefined;
    }
    default:
      return undefined;
  }
}

/** Thirteen digits; an ISBN-10 gets its 978 and a new check digit. The check digit given is not judged. */
function foldIsbn(text: string): string | undefined {
  const digits = text.replace(/[\s\u2010-\u2015-]/g, "").toUpperCase();
  if (/^\d{13}$/.test(digits)) return digits;
  if (!/^\d{9}[\dX]$/.test(digits)) return undefined;
  const stem = `978${digits.slice(0, 9)}`;
  const sum = stem.split("").reduce((total, digit, index) => total + Number(digit) * (index % 2 ? 3 : 1), 0);
  return `${stem}${(10 - (sum % 10)) % 10}`;
}

/** About a metre; finer digits only tell apart clicks on the same door. */
const coordinateDigits = 5;

/**
 * `geo:lat,lon?q=name`: coordinates to five decimals, the name in lower case, the uncertainty `u` left out
 * (it says how sure the author was, not where the place is).
 *
 * @see https://www.rfc-editor.org/rfc/rfc5870
 */
export function foldGeo(text: string): SubjectKey | undefined {
  const [, latitude, longitude, query = ""] =
    /^geo:\s*([+-]?\d{1,3}(?:[.]\d*)?),\s*([+-]?\d{1,3}(?:[.]\d*)?)(?:,[^;?]*)?(?:;[^?]*)?(?:[?](.*))?$/is.exec(
      text,
    ) ?? [];
  const lat = Number(latitude);
  const lon = Number(longitude);
  if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) return undefined;
  const name = (new URLSearchParams(query).get("q") ?? "").normalize("NFC").toLowerCase();
  const words = name.replace(/\s+/g, " ").trim();
  return `geo:${fixed(lat)},${fixed(lon)}${words === "" ? "" : `?q=${encodeURIComponent(words.toWellFormed())}`}`;
}

function fixed(degrees: number): string {
  const text = degrees.toFixed(coordinateDigits).replace(/[.]?0+$/, "");
  return text === "-0" ? "0" : text;
}
