import type { Party, RawBlock, Said } from "../../model/behind.ts";
import { companyNames } from "../legal-form.ts";
import { cleanText } from "../text.ts";
import { emailIn } from "./contact.ts";
import { postalAddress } from "./postal-address.ts";
import { makerWords, responsibleWords, sellerWords } from "./words.ts";

const leading = /^[\s:.,;|–—•·(-]+|[\s:,;|–—•·(-]+$/gu;

/**
 * Somebody whom a page introduces with a word (`EU responsible person`, `Manufacturer`): the name that follows,
 * with the address and the contact in the same few lines. Without a name that is surely one, nobody.
 */
function partyIn(lines: readonly string[], words: RegExp): Party | undefined {
  const at = lines.findIndex((line) => words.test(line));
  if (at < 0) return undefined;
  const behind = (lines[at] ?? "").replace(words, " ").replace(leading, "");
  const rest = [behind, ...lines.slice(at + 1, at + 10)].filter((line) => line.length > 1);
  const name = nameOfParty(rest);
  if (name === undefined) return undefined;
  const address = postalAddress(rest);
  const contact = rest.map(emailIn).find((each) => each !== undefined);
  return { name, ...(address && { address }), ...(contact && { contact }), from: "page" };
}

/** A company by its legal form; else a short first line that is followed by an address or a contact. */
function nameOfParty(lines: readonly string[]): string | undefined {
  for (const line of lines.slice(0, 4)) {
    const [company] = companyNames(
      line.replace(/^(?:name|company|firma|nom|nombre|nome|naam)\s*:\s*/iu, ""),
      1,
    );
    if (company) return company;
  }
  const [first = ""] = lines;
  const name = first.replace(/^(?:name|company|firma|nom|nombre|nome|naam|nazwa)\s*:\s*/iu, "");
  const follows = lines.slice(1, 6);
  const isProven =
    postalAddress(follows) !== undefined || follows.some((line) => emailIn(line) !== undefined);
  return isProven && isNameLike(name) ? cleanText(name, 120) : undefined;
}

function isNameLike(text: string): boolean {
  return (
    text.length > 1 &&
    text.length <= 80 &&
    /^[\p{Lu}\p{N}\p{Lo}]/u.test(text) &&
    !/[.!?]\s|:$|@|https?:/u.test(text) &&
    text.split(/\s+/u).length <= 8
  );
}

export function responsiblePerson(blocks: readonly RawBlock[]): Party | undefined {
  return partyOf(blocks, "responsible", responsibleWords);
}

export function makerOnPage(blocks: readonly RawBlock[]): Party | undefined {
  return partyOf(blocks, "maker", makerWords);
}

function partyOf(blocks: readonly RawBlock[], where: RawBlock[0], words: RegExp): Party | undefined {
  for (const [place, text] of blocks) {
    const party = place === where ? partyIn(cleanLines(text), words) : undefined;
    if (party) return party;
  }
  return undefined;
}

/** Who sells here by a line such as `Sold by Sunny Bakery`; a sentence about selling is none. */
export function sellerOnPage(blocks: readonly RawBlock[]): Said | undefined {
  for (const [place, text] of blocks) {
    if (place !== "seller") continue;
    const [line = "", next = ""] = cleanLines(text);
    const found = sellerWords.exec(`${line} `);
    if (!found || found.index > 40) continue;
    const inLine = line.slice(found.index + found[0].trimEnd().length).replace(leading, "");
    const name =
      (inLine || next).split(
        /\s+(?:and|und|et|y|e|en|i)\s+(?:fulfilled|shipped|dispatched|versand|expédié|enviado|spedito|verzonden)|\s*[|•·(]|\s{2,}|\.\s/iu,
      )[0] ?? "";
    if (isNameLike(name) && !/\d{3,}|%|€|\$|£/.test(name)) return { value: name, from: "page" };
  }
  return undefined;
}

export function cleanLines(text: string): readonly string[] {
  return text
    .split("\n")
    .slice(0, 200)
    .flatMap((line) => cleanText(line, 300) ?? []);
}
