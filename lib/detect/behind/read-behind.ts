import { noBehind } from "../../model/behind.ts";
import type {
  Behind,
  BehindSource,
  OwnPageLink,
  RawBehind,
  RegisterNumber,
  Said,
  VatNumber,
} from "../../model/behind.ts";
import { everyItem, itemsOf, textOf, textsOf } from "../item.ts";
import type { Item } from "../item.ts";
import { readJsonLd } from "../json-ld.ts";
import { companyNames } from "../legal-form.ts";
import { readMeta } from "../meta.ts";
import { readMicrodata } from "../microdata.ts";
import { ownOrganizations, readOrganization } from "../organization.ts";
import { holderOf } from "../self-names.ts";
import { cleanText } from "../text.ts";
import { isSameSite, webAddress } from "../web-address.ts";
import { emailIn, phoneIn } from "./contact.ts";
import { keyLinksIn } from "./key-links.ts";
import { ownForum } from "./own-forum.ts";
import { cleanLines, makerOnPage, responsiblePerson, sellerOnPage } from "./parties.ts";
import { placeOnPage } from "./place.ts";
import { postalAddress } from "./postal-address.ts";
import { registerNumbers } from "./register-numbers.ts";
import { vatNumbers } from "./vat-numbers.ts";
import { linkKinds } from "./words.ts";

const mostNumbers = 4;

/** Lines of the page in the order in which they are believed. */
interface Section {
  readonly from: BehindSource;
  readonly lines: readonly string[];
}

/**
 * Who stands behind a page, by its markup, its imprint and its footer, each with where it was read. Never throws;
 * what is not sure is left out.
 */
export function readBehind(raw: RawBehind): Behind {
  const url = webAddress(raw.page.url);
  if (!url) return noBehind;
  try {
    return understand(raw, url);
  } catch {
    return noBehind;
  }
}

function understand(raw: RawBehind, url: URL): Behind {
  const items = everyItem([...readJsonLd(raw.page.jsonLd), ...readMicrodata(raw.page.microdata)]);
  const owners = ownOrganizations(items, url);
  const markup = readOrganization(items, url);
  const sections = sectionsOf(raw);
  const legalName = said(markup?.legalName) ?? companyIn(sections);
  const address = said(markup?.address) ?? firstIn(sections, ({ lines }) => postalAddress(lines));
  const email = said(mailOf(owners)) ?? firstIn(sections, ({ lines }) => pick(lines, emailIn));
  const phone =
    said(cleanText(textOfFirst(owners, "telephone"), 40)) ??
    firstIn(sections, ({ lines }) => pick(lines, phoneIn));
  const parties = {
    responsible: responsiblePerson(raw.blocks),
    maker: makerOnPage(raw.blocks),
    seller: sellerOnPage(raw.blocks),
  };
  const place = placeOnPage(raw, owners, readMeta(raw.page.meta), {
    name: markup?.name ?? legalName?.value,
    address: address?.value,
  });
  const forum = ownForum(raw, url);
  const given = Object.fromEntries(
    Object.entries({ legalName, address, email, phone, ...parties, place, forum }).filter(
      ([, value]) => value !== undefined,
    ),
  );
  const me = keyLinksIn(raw.page);
  return {
    ...given,
    ...(me.length > 0 && { me }),
    vat: vatOf(sections, owners),
    registers: registersOf(sections),
    links: linksOf(raw, url),
  };
}

function said(value: string | undefined): Said | undefined {
  return value === undefined ? undefined : { value, from: "structured-data" };
}

const order: Readonly<Record<BehindSource, number>> = {
  "structured-data": 0,
  imprint: 1,
  page: 2,
  footer: 3,
};

function sectionsOf({ blocks }: RawBehind): readonly Section[] {
  const sections = blocks.flatMap(([where, text]): readonly Section[] => {
    if (where === "imprint" || where === "footer") return [{ from: where, lines: cleanLines(text) }];
    return where === "address" ? [{ from: "page", lines: cleanLines(text) }] : [];
  });
  return sections.toSorted((a, b) => order[a.from] - order[b.from]);
}

function firstIn(
  sections: readonly Section[],
  read: (section: Section) => string | undefined,
): Said | undefined {
  for (const section of sections) {
    const value = read(section);
    if (value !== undefined) return { value, from: section.from };
  }
  return undefined;
}

function pick(lines: readonly string[], read: (line: string) => string | undefined): string | undefined {
  return lines.map(read).find((value) => value !== undefined);
}

/** Lines in which companies are named that have nothing to do with the page's owner. */
const others =
  /powered by|(?:web ?site|site|design|theme|webdesign|realisation|réalisation|umsetzung|developed|built|created|hosted|hosting)\b.{0,12}\b(?:by|von|par|:)|trademark|recaptcha|google|affiliate|amazon|paypal|cookies?|analytics|in association with|member of/iu;

/** The company by its legal form: in the imprint the first, in a footer who holds the copyright. */
function companyIn(sections: readonly Section[]): Said | undefined {
  return firstIn(sections, ({ from, lines }) => {
    for (const line of lines) {
      if (others.test(line)) continue;
      const text =
        from === "imprint"
          ? line
          : (holderOf(line) ?? (/\b(?:19|20)\d\d\b|\bregistered\b|©/i.test(line) ? line : ""));
      const [company] = companyNames(text, 1);
      if (company) return cleanText(company, 120);
    }
    return undefined;
  });
}

function mailOf(owners: readonly Item[]): string | undefined {
  const text = textOfFirst(owners, "email");
  return text === undefined ? undefined : emailIn(text.replace(/^mailto:/i, ""));
}

function textOfFirst(items: readonly Item[], property: string): string | undefined {
  for (const item of items) {
    const text =
      textOf(item, property) ?? itemsOf(item, "contactPoint").map((point) => textOf(point, property))[0];
    if (text !== undefined) return text;
  }
  return undefined;
}

function vatOf(sections: readonly Section[], owners: readonly Item[]): readonly VatNumber[] {
  const found: VatNumber[] = [];
  const add = (from: BehindSource, line: string): void => {
    for (const number of vatNumbers(line)) {
      if (found.length < mostNumbers && !found.some(({ value }) => value === number.value))
        found.push({ ...number, from });
    }
  };
  for (const owner of owners)
    for (const text of textsOf(owner, "vatID")) add("structured-data", `VAT ${text}`);
  for (const { from, lines } of sections) pairs(lines, (line) => add(from, line));
  return found;
}

function registersOf(sections: readonly Section[]): readonly RegisterNumber[] {
  const found: RegisterNumber[] = [];
  for (const { from, lines } of sections) {
    pairs(lines, (line) => {
      for (const number of registerNumbers(line)) {
        const isNew = !found.some(({ label, value }) => label === number.label || value === number.value);
        if (isNew && found.length < mostNumbers) found.push({ ...number, from });
      }
    });
  }
  return found;
}

/** Each line, and where it ends with a word rather than a number, together with the next. */
function pairs(lines: readonly string[], read: (line: string) => void): void {
  lines.forEach((line, index) => {
    const next = lines[index + 1];
    read(
      line.length < 80 && next !== undefined && next.length < 60 && !/\d/.test(line)
        ? `${line} ${next}`
        : line,
    );
  });
}

/** Links to pages of this site alone: the page's own imprint, not somebody else's. */
function linksOf({ links }: RawBehind, page: URL): readonly OwnPageLink[] {
  const own: OwnPageLink[] = [];
  for (const [text, href] of links) {
    const url = webAddress(href, page.href);
    const shown = cleanText(text, 60);
    if (!url || !shown || !isSameSite(url, page)) continue;
    const kind = linkKinds.contact.test(shown)
      ? "contact"
      : linkKinds.terms.test(shown)
        ? "terms"
        : "imprint";
    if (!own.some((link) => link.kind === kind)) own.push({ kind, text: shown, href: url.href });
  }
  return own;
}
