/** What can be drawn of a product. */
export type ArtKind =
  | "shoe"
  | "boot"
  | "sneaker"
  | "jacket"
  | "kettle"
  | "headphones"
  | "tea"
  | "bicycle"
  | "bottle"
  | "tablet"
  | "chair"
  | "pencil"
  | "oil"
  | "toy"
  | "mug"
  | "bread";

export interface SampleProduct {
  readonly slug: string;
  readonly name: string;
  readonly art: ArtKind;
  /** Euros. */
  readonly price: number;
  /** GTIN-13 with the prefix 952, which GS1 keeps for demonstrations: no real article has it. */
  readonly gtin: string;
  readonly about: string;
}

export interface SampleBrand {
  readonly name: string;
  readonly aliases: readonly string[];
  /** The first is the primary one. */
  readonly domains: readonly string[];
  readonly handles: readonly string[];
  readonly owner: string;
  readonly category: string;
  readonly lang: string;
  readonly dir?: "rtl";
  /** Hue of the site's colours, in degrees. */
  readonly hue: number;
  readonly slogan: string;
  readonly products: readonly SampleProduct[];
  /** How many people reviewed the brand, and how they tend to rate: weights of one to five stars. */
  readonly reviews: number;
  readonly spread: readonly [number, number, number, number, number];
  /** What its site says of itself, if anything. */
  readonly claims?: { readonly value: number; readonly count: number };
}

let articles = 0;

/** Next number of the demonstration range, with its check digit (GS1 General Specifications 7.9). */
function nextGtin(): string {
  const digits = `952${String(100_000_000 + ++articles * 7919)}`;
  const sum = digits.split("").reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 1 : 3), 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

function product(slug: string, name: string, art: ArtKind, price: number, about: string): SampleProduct {
  return { slug, name, art, price, gtin: nextGtin(), about };
}

const mostlyGood = [3, 4, 9, 28, 40] as const;
const mixed = [16, 11, 12, 31, 44] as const;
const poor = [34, 22, 18, 14, 12] as const;

export const brands: readonly SampleBrand[] = [
  {
    name: "Northwind Shoes",
    aliases: ["Northwind"],
    domains: ["northwind.example", "northwind-shoes.example"],
    handles: ["instagram:northwindshoes", "twitter:northwindshoes", "bluesky:northwind.example"],
    owner: "Harbour Group",
    category: "shoes",
    lang: "en",
    hue: 212,
    slogan: "Made for weather, not for shelves.",
    products: [
      product(
        "trail-runner-2",
        "Trail Runner 2",
        "shoe",
        129,
        "A light shoe for wet paths, with a sole that can be replaced.",
      ),
      product("harbour-boot", "Harbour Boot", "boot", 189, "Waxed leather, sewn sole, ten eyelets."),
      product("quay-sneaker", "Quay Sneaker", "sneaker", 89, "Canvas and cork for the way to work."),
    ],
    reviews: 104,
    spread: mixed,
    claims: { value: 4.8, count: 2314 },
  },
  {
    name: "Fjordline",
    aliases: ["Fjordline Outdoor"],
    domains: ["fjordline.example"],
    handles: ["instagram:fjordlineoutdoor"],
    owner: "Harbour Group",
    category: "clothes",
    lang: "en",
    hue: 158,
    slogan: "Rain is only water.",
    products: [
      product("storm-shell", "Storm Shell", "jacket", 279, "Three layers, taped seams, repaired for free."),
      product("meadow-fleece", "Meadow Fleece", "jacket", 99, "Recycled wool for cool evenings."),
    ],
    reviews: 46,
    spread: mostlyGood,
  },
  {
    name: "Kettlewood",
    aliases: [],
    domains: ["kettlewood.example"],
    handles: ["facebook:kettlewood"],
    owner: "Brass & Oak",
    category: "appliances",
    lang: "en",
    hue: 24,
    slogan: "Small machines for slow mornings.",
    products: [
      product(
        "pour-over-kettle",
        "Pour-over Kettle",
        "kettle",
        119,
        "Holds the degree you ask for, within one.",
      ),
    ],
    reviews: 38,
    spread: mixed,
  },
  {
    name: "Lumen Audio",
    aliases: ["Lumen"],
    domains: ["lumen-audio.example"],
    handles: ["twitter:lumenaudio", "youtube:lumenaudio"],
    owner: "",
    category: "electronics",
    lang: "en",
    hue: 268,
    slogan: "Hear the room.",
    products: [
      product(
        "aria-over-ear",
        "Aria Over-Ear",
        "headphones",
        249,
        "Forty hours, two microphones, one screw to open it.",
      ),
    ],
    reviews: 62,
    spread: mostlyGood,
  },
  {
    name: "Brightleaf Tea",
    aliases: ["Brightleaf"],
    domains: ["brightleaf.example"],
    handles: ["instagram:brightleaftea"],
    owner: "",
    category: "food",
    lang: "en",
    hue: 96,
    slogan: "Leaves, water, time.",
    products: [product("first-flush", "First Flush 100 g", "tea", 14, "Picked in April, packed in May.")],
    reviews: 24,
    spread: mostlyGood,
  },
  {
    name: "Solvang Cycles",
    aliases: ["Solvang"],
    domains: ["solvang.example"],
    handles: ["instagram:solvangcycles"],
    owner: "Harbour Group",
    category: "bicycles",
    lang: "en",
    hue: 4,
    slogan: "One bicycle, twenty years.",
    products: [product("city-7", "City 7", "bicycle", 1190, "Seven gears, belt drive, lights that stay on.")],
    reviews: 33,
    spread: mixed,
  },
  {
    name: "Plume & Co",
    aliases: ["Plume"],
    domains: ["plume.example"],
    handles: ["instagram:plumeandco", "tiktok:plumeandco"],
    owner: "Maison Verre",
    category: "cosmetics",
    lang: "fr",
    hue: 336,
    slogan: "La peau, rien d’autre.",
    products: [
      product(
        "creme-legere",
        "Crème légère",
        "bottle",
        32,
        "Une crème de jour sans parfum, en verre consigné.",
      ),
    ],
    reviews: 41,
    spread: mixed,
  },
  {
    name: "Tessera",
    aliases: [],
    domains: ["tessera.example"],
    handles: ["twitter:tessera"],
    owner: "",
    category: "electronics",
    lang: "en",
    hue: 190,
    slogan: "A tablet that opens.",
    products: [
      product("slate-11", "Slate 11", "tablet", 449, "Eleven inches, a battery you change yourself."),
    ],
    reviews: 57,
    spread: poor,
    claims: { value: 4.9, count: 812 },
  },
  {
    name: "Haus & Hof Einrichtungsmanufaktur",
    aliases: ["Haus & Hof", "Haus und Hof"],
    domains: ["haus-und-hof.example"],
    handles: ["instagram:hausundhof"],
    owner: "",
    category: "furniture",
    lang: "de",
    hue: 40,
    slogan: "Möbel, die umziehen dürfen.",
    products: [product("stuhl-drei", "Stuhl Drei", "chair", 159, "Esche, geölt, in sechs Minuten zerlegt.")],
    reviews: 19,
    spread: mostlyGood,
  },
  {
    name: "もみじ文具",
    aliases: ["Momiji", "Momiji Stationery"],
    domains: ["momiji.example"],
    handles: ["instagram:momijibungu"],
    owner: "",
    category: "stationery",
    lang: "ja",
    hue: 14,
    slogan: "書くことは、考えること。",
    products: [product("hb-12", "えんぴつ HB 12本", "pencil", 9, "国産ヒノキの軸。")],
    reviews: 22,
    spread: mostlyGood,
  },
  {
    name: "زيتون الجبل",
    aliases: ["Zaytoun"],
    domains: ["zaytoun.example"],
    handles: ["facebook:zaytoun"],
    owner: "",
    category: "food",
    lang: "ar",
    dir: "rtl",
    hue: 76,
    slogan: "من الشجرة إلى المائدة.",
    products: [product("extra-virgin-750", "زيت زيتون بكر ٧٥٠ مل", "oil", 19, "قطفة أولى، عصرة باردة.")],
    reviews: 17,
    spread: mostlyGood,
  },
  {
    name: "Papercrane Toys",
    aliases: ["Papercrane"],
    domains: ["papercrane.example"],
    handles: ["instagram:papercranetoys"],
    owner: "Brass & Oak",
    category: "toys",
    lang: "en",
    hue: 290,
    slogan: "Play, put away, hand on.",
    products: [product("rolling-rattle", "Rolling Rattle", "toy", 18, "Beech wood and one small bell.")],
    reviews: 28,
    spread: mixed,
  },
  {
    name: "Vesper",
    aliases: ["Vesper Perfumery"],
    domains: ["vesper.example"],
    handles: [],
    owner: "Maison Verre",
    category: "cosmetics",
    lang: "en",
    hue: 252,
    slogan: "Evening, bottled.",
    products: [product("no-4", "No. 4", "bottle", 95, "Cedar, fig and a little smoke.")],
    reviews: 3,
    spread: mostlyGood,
  },
  {
    name: "Quillon",
    aliases: [],
    domains: ["quillon.example"],
    handles: [],
    owner: "",
    category: "furniture",
    lang: "en",
    hue: 220,
    slogan: "Lamps and stools, soon.",
    products: [product("stool-one", "Stool One", "chair", 79, "Steel tube and cork.")],
    reviews: 0,
    spread: mostlyGood,
  },
];

/** Made by somebody who is in no directory, and sold in a shop: still a name. */
export const unknownBrandProduct = {
  brand: "Orrin & Pell",
  ...product("stoneware-mug", "Stoneware Mug", "mug", 24, "Thrown by hand, no two alike."),
};

export interface SampleShop {
  readonly name: string;
  readonly host: string;
  readonly hue: number;
  readonly reviews: number;
  readonly spread: SampleBrand["spread"];
}

export const shops: readonly SampleShop[] = [
  { name: "Bazaar", host: "bazaar.example", hue: 262, reviews: 36, spread: mixed },
  { name: "CheapMart", host: "cheapmart.example", hue: 48, reviews: 27, spread: poor },
  { name: "Old Harbour Store", host: "oldharbour.example", hue: 200, reviews: 9, spread: mostlyGood },
  { name: "SwiftCart", host: "swiftcart.example", hue: 140, reviews: 12, spread: mixed },
];

export const bakery = {
  name: "Bäckerei Sonnenkorn",
  host: "sonnenkorn.example",
  latitude: 52.4907,
  longitude: 13.4285,
  reviews: 8,
  spread: mostlyGood,
} as const;

export const owners = {
  "Harbour Group": { legalName: "Harbour Group Holding Ltd", address: "1 Quay Road, Port Selby" },
  "Brass & Oak": { legalName: "Brass & Oak BV", address: "Molenkade 14, Veldhaven" },
  "Maison Verre": { legalName: "Maison Verre SAS", address: "8 rue du Four, Valmont" },
} as const;
