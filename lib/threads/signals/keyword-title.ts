import { folded } from "../../model/text-match.ts";
import type { Signal } from "./signal.ts";

/** Words that shops put behind a brand's name to be found. */
const selling: ReadonlySet<string> = new Set(
  (
    "store stores outlet outlets shop shops sale sales online cheap cheapest discount discounted clearance replica " +
    "wholesale factory coupon coupons deals billig gunstig kaufen cher soldes magasin barato baratas comprar tienda " +
    "scontate outlet-store onlineshop"
  ).split(" "),
);
/** Words that people use who say something. */
const saying: ReadonlySet<string> = new Set(
  (
    "i my me we our you your he she they it its is are was were be been has have had do does did can could will would " +
    "should the a an this that these not no why how what when where who anyone after before because but than if so " +
    "to from with about just got says said closes opens sues recalls"
  ).split(" "),
);
/** `hacked`, `closed` */
const happened = /[a-z]{3}ed$/u;
/** `supra for boy`, `jordans for sale` */
const forWhom =
  /^\S+(?: \S+){0,3} (?:for|fur|pour|para) (?:boys?|girls?|m[ae]n|wom[ae]n|kids|sale|cheap|herren|damen)$/u;
/** Longer than this, it is a sentence. */
const mostWords = 8;
const mostPlainWords = 5;

function saysSomething(word: string): boolean {
  return saying.has(word) || (happened.test(word) && !selling.has(word));
}

/** A name made of search words: `beats by dre store`, `supra for boy`, `michael kors outlet online sale`. */
export const keywordTitle: Signal = ({ story: { title } }) => {
  const words = folded(title)
    .split(/[^\p{L}\p{N}'-]+/u)
    .filter((word) => word !== "");
  if (words.length < 2 || words.length > mostWords || words.some(saysSomething)) return undefined;
  const sold = words.filter((word) => selling.has(word)).length;
  const isPlain = words.length <= mostPlainWords && title === title.toLowerCase();
  const isStuffed = sold >= 2 || (isPlain && (sold === 1 || forWhom.test(words.join(" "))));
  return isStuffed ? { code: "keyword-title", params: {} } : undefined;
};
