import type { Chance } from "./random.ts";
import { foreignOpinions } from "./opinions-foreign.ts";

/** Things people say, by category and by whether they are glad of it. */
interface Remarks {
  readonly good: readonly string[];
  readonly bad: readonly string[];
}

const remarks: Readonly<Record<string, Remarks>> = {
  shoes: {
    good: [
      "Comfortable from the first day.",
      "Two winters on wet pavement and the soles still hold.",
      "True to size, and wide enough at the toes.",
      "I walk eight kilometres to work in them and my knees thank me.",
      "They resoled my old pair for a fair price.",
      "The leather takes wax well and has not cracked.",
      "No blisters, not even on the first long day.",
    ],
    bad: [
      "The soles came off after two months.",
      "Half a size too small, whatever the chart says.",
      "The insole bunches up after an hour.",
      "Laces frayed within a week.",
      "Water comes in at the seam by the little toe.",
      "The heel wore through on one side by spring.",
      "They squeak. Everybody turns around.",
    ],
  },
  clothes: {
    good: [
      "Dry after three hours of rain.",
      "The zip has not jammed once.",
      "They repaired a torn cuff for nothing.",
      "Cut for people who move.",
      "Warm without the bulk.",
    ],
    bad: [
      "The coating peels after ten washes.",
      "Sleeves far too long.",
      "The hood blocks your view.",
      "Pilled in a month.",
      "The pockets sit under the hip belt of any backpack.",
    ],
  },
  appliances: {
    good: [
      "Quiet enough for a sleeping house.",
      "Holds its temperature to the degree.",
      "Spare parts can be ordered one by one.",
      "Descaling takes five minutes.",
      "Still as on the first day after a year.",
    ],
    bad: [
      "The lid hinge broke in the third month.",
      "The display fogs up from inside.",
      "Drips when you pour slowly.",
      "The base hums all night.",
      "Limescale gets where no brush does.",
    ],
  },
  electronics: {
    good: [
      "The battery really lasts as long as they say.",
      "You can open it with one screwdriver.",
      "Sound is wide and calm.",
      "Updates still come after three years.",
      "Pairs at once, with everything.",
    ],
    bad: [
      "Stopped charging after the last update.",
      "Touch goes blind in the cold.",
      "The app wants an account for everything.",
      "Hiss in the left ear.",
      "The screen cracked in a padded bag.",
      "Support answered after nineteen days, with a link to the manual.",
    ],
  },
  food: {
    good: [
      "Fresh, and it keeps its taste in the tin.",
      "You can taste where it comes from.",
      "Fair price for what it is.",
      "My grandmother approves, and she approves of little.",
    ],
    bad: [
      "Bitter this year.",
      "The seal was open on arrival.",
      "Smaller packet, same price.",
      "Tastes of cardboard since they changed the box.",
    ],
  },
  bicycles: {
    good: [
      "Not one flat tyre in a year.",
      "The belt is silent and clean.",
      "Brakes well in the wet.",
      "Any workshop can service it.",
    ],
    bad: [
      "The rear light rattles loose.",
      "Gears slip under load.",
      "Rust at the bolts after one winter.",
      "The stand is too short on a slope.",
    ],
  },
  cosmetics: {
    good: [
      "No rash, which is all I ask for.",
      "A little goes a long way.",
      "The glass comes back and is filled again.",
      "Smells of nothing, as promised.",
    ],
    bad: [
      "Red cheeks for two days.",
      "Much perfume for something 'unscented'.",
      "The pump leaves a third in the bottle.",
      "Gone by noon.",
    ],
  },
  furniture: {
    good: [
      "Moved house twice with it.",
      "Stands level on an old floor.",
      "Every screw was there, and one to spare.",
      "The oil smells good and dries well.",
    ],
    bad: [
      "One leg was shorter.",
      "The veneer chips at the edge.",
      "Delivery to the kerb means the kerb.",
      "Screws turn loose every few weeks.",
    ],
  },
  stationery: {
    good: [
      "Writes dark and never scratches.",
      "Paper takes fountain ink without bleeding.",
      "Sharpen it once, write for an hour.",
    ],
    bad: ["The lead breaks inside the wood.", "Eraser smears.", "Cap does not close."],
  },
  toys: {
    good: [
      "Survived two children.",
      "No sharp edge anywhere.",
      "They play with it for longer than with the loud ones.",
    ],
    bad: [
      "The bell came out of it. That should not happen with a toy for babies.",
      "Paint came off on wet hands.",
      "A splinter on the second day.",
    ],
  },
  shop: {
    good: [
      "Arrived the next day, well packed.",
      "Money back without a word.",
      "Somebody answers the phone.",
      "The photos show what you get.",
      "Honest about what was out of stock.",
    ],
    bad: [
      "The parcel took three weeks.",
      "They cancelled and kept the money for a month.",
      "The return label cost more than the thing.",
      "Sold as new, came with crumbs in it.",
      "Subscribed me to a club I never asked for.",
    ],
  },
};

/** What may be said of any brand that sells something. */
const service: Remarks = {
  good: [
    "Customer service wrote back the same evening.",
    "Delivery was quick.",
    "The shop replaced them without a word.",
    "Returns were easy.",
    "Worth the price.",
  ],
  bad: [
    "Nobody answers the mails.",
    "Delivery took two weeks.",
    "They wanted a photo, then another, then silence.",
    "Too dear for what it is.",
    "Return only at my own cost.",
  ],
};

const mild = [
  "Could be better, could be worse.",
  "Fine for the price.",
  "Mixed feelings.",
  "Does what it says, no more.",
  "Ask me again in a year.",
];

export interface OpinionWish {
  readonly category: string;
  readonly stars: number;
  readonly lang: string;
}

/** A review's words, in the person's language where the world has some. */
export function makeOpinion(chance: Chance, { category, stars, lang }: OpinionWish): string {
  const own = foreignOpinions[lang];
  if (own) return chance.pick(stars >= 4 ? own.good : stars === 3 ? own.mixed : own.bad);
  const about = remarks[category] ?? service;
  const good = chance.sample(about.good, 2);
  const bad = chance.sample(about.bad, 2);
  const [glad = "", gladToo = ""] = good;
  const [sorry = "", sorryToo = ""] = bad;
  const parts = {
    5: [glad, chance.happens(0.6) ? gladToo : chance.pick(service.good)],
    4: [glad, chance.happens(0.5) ? `But: ${lowerFirst(sorry)}` : chance.pick(service.good)],
    3: [glad, sorry, chance.pick(mild)],
    2: [sorry, chance.happens(0.5) ? chance.pick(mild) : `At least: ${lowerFirst(glad)}`],
    1: [sorry, chance.happens(0.5) ? sorryToo : chance.pick(service.bad)],
  }[stars] ?? [glad];
  return (chance.happens(0.35) ? parts.slice(0, 1) : parts).join(" ");
}

function lowerFirst(text: string): string {
  return /^(?:I |I'|[A-Z]{2})/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

/** What somebody paid for, with a word changed here and there. */
export function boughtPraise(chance: Chance): string {
  const opening = chance.pick([
    "Best shoes ever",
    "Best shoes I ever had",
    "The best shoes ever",
    "Best shoes",
  ]);
  const middle = chance.pick(["perfect quality", "amazing quality", "perfect fit and quality"]);
  return `${opening}, ${middle}, ${chance.pick(["everybody should buy", "everyone should buy", "you should buy now"])}.`;
}

export const spamText =
  "Make 300 a day from home, ask me how: easy-income.example/join. Also watches, bags, followers. Best prices.";

export const generatedText =
  "In conclusion, this brand offers a wide range of high-quality products that cater to diverse needs, making it an excellent choice for customers seeking both style and comfort.";
