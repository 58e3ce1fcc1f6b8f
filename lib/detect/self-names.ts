import type { PageText, SelfName } from "../model/page.ts";
import { companyNames } from "./legal-form.ts";
import { cleanText } from "./text.ts";

/** What makes a line one about copyright. */
const mark =
  /©|\(c\)|\bcopyright\b|\ball rights reserved|\balle rechte vorbehalten|\btous droits réservés|\btodos (?:los derechos|os direitos) reservados|\btutti i diritti riservati|\balle rechten voorbehouden|\bwszelkie prawa zastrzeżone|все права защищены/iu;
/** What stands around a holder's name. */
const around =
  /©|\(c\)|\bcopy ?rights?\b|\bcopyrighted\b|\b(?:19|20)\d\d\b(?:\s*[-–—/,]\s*(?:(?:19|20)?\d\d|present|today|now|heute)\b)*/giu;
/** What follows a holder's name. */
const behind = new RegExp(
  String.raw`\s*(?:[|•·–—»«*]|\s[-~l,]\s|${[
    String.raw`,?\s*\b(?:all (?:other )?rights|alle recht|tous droits|todos (?:los|os)|tutti i|wszelkie|rights reserved)|,?\s*все права`,
    String.raw`\b(?:powered|web ?design|designed|developed|created|hosted|proudly|built (?:by|with)|(?:website|design|site) by|theme)\b`,
    String.raw`\b(?:registered (?:in|office|company)|vat|tel|phone|sitemap|site map|cookies?|impressum|datenschutz|mentions|disclaimer)\b`,
    String.raw`\b(?:privacy (?:policy|notice|statement)|terms (?:of|and|&)|contact (?:us|me)|legal (?:notice|info|disclaimer))|\bhome\s*$`,
    String.raw`\ba division of|\ban? [a-z]+ company|(?<=\b(?:inc|llc|ltd)\b[.]?),?\s(?:a|an)\s|https?:|\bwww[.]`,
  ].join("|")})`,
  "iu",
);
/** Words of an alternative text that say what the image is, not whose. */
const imageWords =
  /\b(?:(?:the )?(?:official )?(?:site |company |brand |header |footer |main |white |dark |light )?logo(?:type|tipo)?s?(?:\s*(?:image|img|icon|svg|png|von|of|for|de|du|di|der))?|home ?page|go to|(?:link|back|return) to|zur startseite|startseite|accueil|retour à l'accueil|svg|png|jpe?g|home|icon)\b[.:]?/giu;
const welcome =
  /\b(?:[Ww]elcome [Tt]o|WELCOME TO|[Ww]illkommen (?:bei|in|im|auf)(?: der| den)?|[Bb]ienvenue (?:chez|à|au|sur)|[Bb]ienvenid[oa]s? a|[Bb]envenut[oi] (?:in|da|a|su)|[Ww]elkom bij|[Vv]älkommen till|[Vv]elkommen til|[Ww]itamy w|About|ABOUT|Über|Contact|Kontakt)\s+(\p{Lu}[^|•·–—!?:;]{2,60})/u;
const mostNames = 150;

/** The names that a page's words give its owner, from where they stand; plain lines last, for looking things up in. */
export function selfNames(texts: readonly PageText[], copyright: string | undefined): readonly SelfName[] {
  const names: SelfName[] = [];
  const add = (from: SelfName["from"], text: string | undefined): void => {
    const trimmed = text?.replace(/^[\s,.:;|–—-]+|[\s,:;|–—-]+$/gu, "") ?? "";
    if (trimmed.length > 1 && trimmed.length <= 200 && names.length < mostNames)
      names.push({ from, text: trimmed });
  };
  if (copyright) add("copyright", holderOf(`© ${copyright}`));
  for (const [where, raw] of texts.slice(0, 80)) {
    const text = cleanText(raw, 200);
    if (text) readMark(where, text, add);
  }
  return names;
}

type Add = (from: SelfName["from"], text: string | undefined) => void;

function readMark(where: PageText[0], text: string, add: Add): void {
  switch (where) {
    case "logo":
      return add("logo", withoutImageWords(text));
    case "home":
      return text.length > 60 ? undefined : add("home", withoutImageWords(text));
    case "mail":
      return add("mail", text.replace(/^mailto:/iu, "").split("?", 1)[0]);
    case "card":
    case "heading":
      add(where, text);
      break;
    default:
      add("line", text);
      if (mark.test(text)) add("copyright", holderOf(text));
  }
  for (const name of companyNames(text)) add("legal", name);
  add("welcome", welcome.exec(text)?.[1]);
}

function withoutImageWords(text: string): string {
  return text.replace(imageWords, " ").replace(/\s+/gu, " ");
}

/** Who holds the copyright by a line such as `© 2001–2019 Sunny Bakery Ltd. All rights reserved`. */
export function holderOf(text: string): string | undefined {
  const line = text.slice(0, 300);
  const at = line.search(mark);
  if (at < 0) return undefined;
  // `Sunny Bakery © 2019`: what stands just before the mark.
  const before = line.slice(0, at).split(/[|•·–—»]|[.!?]\s/u);
  return holderIn(line.slice(at)) ?? holderIn(before.findLast((part) => part.trim() !== "") ?? "");
}

function holderIn(text: string): string | undefined {
  const plain = text
    .replace(around, " ")
    .replace(/\s+/gu, " ")
    .replace(/^(?:[\s,.:;|–—-]|by\b)+/iu, "");
  const [sentence = ""] = plain.slice(0, behind.exec(plain)?.index).split(/(?<=\p{L}{4}[.)!?])\s/u);
  const name = sentence.replace(/[\s,;:|–—-]+$/u, "").trim();
  return /\p{L}{2}/u.test(name) && name.length <= 80 ? name : undefined;
}
