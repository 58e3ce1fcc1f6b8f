/** Something that somebody of the sample world said; `to` is the index of what it answers, none: the beginning. */
export interface SampleComment {
  readonly by: string;
  readonly text: string;
  readonly to?: number;
  readonly score?: number;
}

/** A conversation of the sample world, in whichever place it took place. */
export interface SampleTalk {
  readonly place: "lemmy" | "mastodon" | "forum";
  /** Name of the brand it is found by. */
  readonly brand: string;
  readonly title: string;
  readonly by: string;
  readonly text?: string;
  /** The page it is about. */
  readonly link?: string;
  /** A room of the place. */
  readonly room?: string;
  readonly lang?: string;
  /** Days before the world ends. */
  readonly daysAgo: number;
  readonly score: number;
  readonly comments: readonly SampleComment[];
}

const soles = "https://northwind.example/products/trail-runner-2";

/** What people of the sample world talk about outside it: long and short, one link in two places, one advertisement. */
export const sampleTalks: readonly SampleTalk[] = [
  {
    place: "lemmy",
    brand: "Northwind Shoes",
    title: "Northwind Trail Runner 2: the sole came off after four months",
    by: "wetsocks",
    text: "Glue, not thread. The shop says *wear and tear*. Has anybody had theirs replaced by Northwind itself?",
    link: soles,
    room: "trailrunning",
    daysAgo: 2,
    score: 48,
    comments: [
      { by: "excobbler", text: "One batch had bad glue. Write to the workshop, not to the shop.", score: 31 },
      { by: "wetsocks", text: "Did that this morning. They answered within the hour!", to: 0, score: 12 },
      { by: "excobbler", text: "Told you. What did they say?", to: 1, score: 3 },
      { by: "wetsocks", text: "New pair, and they want the old one back to look at it.", to: 2, score: 19 },
      { by: "twoleftfeet", text: "Mine held for two years. I would buy them again.", score: 7 },
      {
        by: "gravel",
        text: "> Glue, not thread\n\nThat is in their own [size guide](https://northwind.example/care), by the way.",
        score: 2,
      },
    ],
  },
  {
    place: "mastodon",
    brand: "Northwind Shoes",
    title: "",
    by: "mira",
    text: "Anyone else whose Northwind Trail Runner 2 came apart at the sole? Four months, no mountains.",
    link: soles,
    lang: "en",
    daysAgo: 1,
    score: 9,
    comments: [
      { by: "oskar", text: "Yes. They replaced mine without asking for a receipt.", score: 4 },
      { by: "mira", text: "That gives me hope, thank you.", to: 0 },
    ],
  },
  {
    place: "lemmy",
    brand: "Northwind Shoes",
    title: "Northwind now repairs any pair, whatever its age",
    by: "paperboat",
    link: "https://morningpaper.example/northwind-repairs",
    room: "buyitforlife",
    daysAgo: 9,
    score: 212,
    comments: [
      { by: "lena", text: "Sent in boots from 2009. Came back with new soles and a card.", score: 88 },
      { by: "sceptic", text: "What does it cost? The page does not say.", score: 40 },
      { by: "lena", text: "35 for the soles. The card was free.", to: 1, score: 61 },
    ],
  },
  {
    place: "mastodon",
    brand: "Northwind Shoes",
    title: "",
    by: "kofi",
    text: "Bei Northwind nach drei Wochen noch keine Antwort auf meine Rücksendung. Ist das üblich?",
    lang: "de",
    daysAgo: 14,
    score: 3,
    comments: [{ by: "hanne", text: "Bei mir hat es zwei Wochen gedauert, dann war das Geld da." }],
  },
  {
    place: "lemmy",
    brand: "Northwind Shoes",
    title: "northwind outlet store cheap northwind boots sale 80% off free shipping",
    by: "bestdeals4u",
    text: "cheap northwind boots northwind outlet northwind sale [buy now](https://cheapmart.example/northwind?aff=77)",
    link: "https://cheapmart.example/northwind?aff=77",
    room: "deals",
    daysAgo: 3,
    score: 0,
    comments: [],
  },
  {
    place: "forum",
    brand: "Northwind Shoes",
    title: "Resoling the Harbour Boot at home",
    by: "awl",
    text: "<p>I have done it twice now. You need a <strong>curved awl</strong>, waxed thread and patience.</p>",
    daysAgo: 30,
    score: 14,
    comments: [
      {
        by: "northwind_workshop",
        text: "<p>Please keep the welt wet while you sew. We send thread on request.</p>",
        score: 22,
      },
      { by: "awl", text: "<p>The thread came. It is the real one.</p>", to: 0, score: 8 },
    ],
  },
  {
    place: "lemmy",
    brand: "Tessera",
    title: "Tessera Slate 11 stops charging at 80 % since the update",
    by: "priya",
    text: "It says *optimised charging*, which is off. Support told me to reset it.",
    room: "tablets",
    daysAgo: 4,
    score: 77,
    comments: [
      { by: "ampere", text: "Same here. A reset helped for a day.", score: 20 },
      { by: "priya", text: "For me not even that.", to: 0, score: 9 },
      { by: "volt", text: "Version 11.2.1 fixes it for me.", score: 33 },
    ],
  },
  {
    place: "mastodon",
    brand: "Papercrane Toys",
    title: "",
    by: "mei",
    text: "Papercrane Toys recalled the Rolling Rattle. Check the cupboard before the weekend.",
    link: "https://safetyboard.example/recalls/2026-118",
    lang: "en",
    daysAgo: 20,
    score: 41,
    comments: [{ by: "jo", text: "Thank you. Ours is from that batch." }],
  },
  {
    place: "mastodon",
    brand: "Lumen Audio",
    title: "",
    by: "ravi",
    text: "Three years with Lumen Audio headphones: pads replaced once, everything else as on the first day.",
    lang: "en",
    daysAgo: 6,
    score: 17,
    comments: [],
  },
];
