import type { PageFacts, SelfName } from "../model/page.ts";
import type { EvidenceCode } from "../model/subject.ts";
import { nameIn } from "./domain-words.ts";
import { foldName } from "./fold-name.ts";

/** Where a page names its owner. */
export type NamePlace =
  | Exclude<SelfName["from"], "line" | "mail">
  | "site-name"
  | "organization"
  | "legal-name"
  | "title-end"
  | "title-start"
  | "title"
  | "beside-page-word"
  | "domain-words";

/** A name that the page may go by. */
export interface NameCandidate {
  readonly text: string;
  readonly place: NamePlace;
}

/** How we say that we know. */
export const codeOfPlace: Readonly<Record<NamePlace, EvidenceCode>> = {
  "site-name": "site-name",
  organization: "markup-organization",
  "legal-name": "markup-organization",
  card: "markup-organization",
  "title-end": "title",
  "title-start": "title",
  title: "title",
  "beside-page-word": "title",
  heading: "page-words",
  welcome: "page-words",
  "domain-words": "page-words",
  logo: "page-words",
  home: "page-words",
  copyright: "page-words",
  legal: "page-words",
};

/** What a name is never, alone: what pages call their parts. */
const generic =
  /^(?:home(?: ?page)?|welcome|index|start(?:seite)?|untitled.*|new page.*|page|main|menu|search|about(?: us)?|contact(?:s| us)?|kontakt|shop|blog|news|logo|link|google|facebook|twitter|paypal|cart|login|log in|sign in|sign up|privacy.*|terms.*|products?|services?|faq|sitemap|site map|copyright|all rights reserved|wordpress|just another wordpress site|next|prev|(?:official )?(?:web ?)?site|image|banner|back to top|top|skip to .*|menu|logout|log out|details|details?|info|email us.*|mailing address|address|download|the firm|us|form|imprint|impressum|company|the company|information)$/iu;
/** What stands between the parts of a title. A comma or a colon may also stand within a name. */
const strong = /\s+[|–—•·»«~/]\s+|\s+[-:]+\s+|\s*[|•·»«]\s*|\s+::+\s+/u;
/** The same between a name and what pages call their parts, where a colon suffices. */
const beforePageWord = /^(.{2,70}?)\s*(?:\s[|–—•·»«~/-]+|[|:•·»«]+|::+)\s*([^|–—•·»«~/:]{2,25})$/u;
const beforeBarePageWord = /^(.{2,50}?)\s+(?:contact us|about us|home ?page)$/iu;
const helpPages =
  /\s+(?:help(?: ?(?:cent(?:er|re)|desk))?|support(?: cent(?:er|re))?|knowledge ?base|community|forums?)$/iu;
const opening =
  /^(?:contact(?:ing)?|about|welcome to|welcome -|kontakt|willkommen bei|bienvenue chez)\s+(.{2,60})$/iu;
const mostCandidates = 80;
/** Texts that are searched for the words of a domain. */
const mostTexts = 60;

/** Every text of the page that may be its owner's name, cut to the name where a slogan or a place follows. */
export function nameCandidates(facts: PageFacts, labels: readonly string[]): readonly NameCandidate[] {
  const candidates: NameCandidate[] = [];
  const add: Add = (place, text) => {
    const name = text && tidy(text, labels);
    if (name && isName(name) && candidates.length < mostCandidates) candidates.push({ text: name, place });
  };
  const { description, heading, organization, selfNames = [], title } = facts;
  add("site-name", facts.siteName && withoutSlogan(facts.siteName));
  add("organization", organization?.name && withoutSlogan(organization.name));
  add("legal-name", organization?.legalName);
  for (const said of selfNames) addSaid(said, add);
  addTitle(title, add);
  add("heading", heading);
  const texts = [title, heading, description, ...selfNames.slice(0, mostTexts).map(({ text }) => text)];
  for (const text of texts) if (text) addDomainWords(text, labels, add);
  return candidates;
}

type Add = (place: NamePlace, text: string | undefined) => void;

function addSaid({ from, text }: SelfName, add: Add): void {
  if (from === "line" || from === "mail") return;
  add(from, text);
  const [first = "", ...rest] = text.split(strong);
  if (rest.length > 0 && first.length > 2) add(from, first);
}

function addDomainWords(text: string, labels: readonly string[], add: Add): void {
  for (const label of labels) {
    const words = nameIn(text, label);
    // In a sentence, only a capital tells a name from the words it is made of.
    if (words && /^[^\p{Ll}]/u.test(words)) add("domain-words", words);
  }
}

function addTitle(title: string, add: Add): void {
  const parts = title
    .split(strong)
    .map((part) => part.trim())
    .filter(Boolean);
  const owner = besidePageWord(title.trim(), parts);
  add("beside-page-word", owner);
  // An address behind it is no part of it.
  add("beside-page-word", /^(.{2,60}?)\s+\([^()]*\d[^()]*\)$/u.exec(owner ?? "")?.[1]);
  parts.forEach((part, index) => {
    const place = placeOf(index, parts.length);
    add(place, opening.exec(part)?.[1] ?? part);
    const [before = "", ...more] = part.split(/:\s+|,\s+|\s+-/u);
    if (more.length > 0) {
      add(place, before);
      add(place, more.at(-1));
    }
    add(place, /\s(?:by|at|from|bei|chez|von)\s+(\p{Lu}.{2,50})$/u.exec(part)?.[1]);
  });
}

/** "Contact us | Katie's Cafe", "Arrow Electronics: Contact Us", "REI Contact Us": whose part it is. */
function besidePageWord(title: string, parts: readonly string[]): string | undefined {
  if (parts.length > 1) {
    const named = parts.filter((part) => !generic.test(part));
    if (named.length === 1) return named[0];
    return parts.length === 3 && generic.test(parts[1] ?? "") ? parts[2] : undefined;
  }
  const [, name = "", word = ""] = beforePageWord.exec(title) ?? [];
  return generic.test(word) ? name : beforeBarePageWord.exec(title)?.[1];
}

function placeOf(index: number, count: number): NamePlace {
  if (count === 1) return "title";
  if (index === count - 1) return "title-end";
  return index === 0 ? "title-start" : "title";
}

function isName(name: string): boolean {
  return (
    name.length > 1 &&
    name.length <= 70 &&
    /\p{L}/u.test(name) &&
    !generic.test(name) &&
    name.split(/\s+/u).length <= 9 &&
    !/^(?:https?:|www[.])|@|[{}<>]|\d{5,}/.test(name)
  );
}

/** `Milk Street | Recipes, TV and Tips` → `Milk Street`: a name with a slogan behind it. */
function withoutSlogan(name: string): string {
  const [first = ""] = name.split(/\s+[|–—•»]\s+|\s+-\s+/u);
  return first.length >= 2 && !generic.test(first.trim()) ? first.trim() : name;
}

function tidy(text: string, labels: readonly string[]): string {
  const name = text
    .replace(/^(?:the )?official (?:web ?)?(?:site|home ?page) of (?:the )?/iu, "")
    .replace(/^[^\p{L}\p{N}"'«„“(]+|[^\p{L}\p{N}.)!?+"'»”]+$/gu, "")
    .replace(/[®™]/gu, "")
    .replace(/(?<=\p{Ll}{3,})[.…!~]+$/u, "")
    .replace(/\s+/gu, " ")
    .trim();
  // The help pages of a company are the company's.
  const owner = name.replace(helpPages, "");
  return owner !== name && labels.some((label) => foldName(owner) === foldName(label)) ? owner : name;
}
