/** What authorities of the world have on record. */

export const safetyBoard = { host: "safetyboard.example", name: "Product Safety Board" } as const;
export const companyRegister = { host: "companies.example", name: "Company Register" } as const;

export interface SampleRecall {
  readonly brand: string;
  readonly product: string;
  /** Day of the announcement. */
  readonly date: string;
  readonly hazard: string;
  readonly severity: "serious" | "moderate" | "slight";
  readonly url: string;
}

/** One of a product that shops of the world sell, one of a brand within the last year, one long ago. */
export const recalls: readonly SampleRecall[] = [
  {
    brand: "Papercrane Toys",
    product: "Rolling Rattle",
    date: "2026-10-12",
    hazard: "The bell can come loose. Small children could choke on it.",
    severity: "serious",
    url: `https://${safetyBoard.host}/recalls/2026-118`,
  },
  {
    brand: "Tessera",
    product: "Desk charger 30 W",
    date: "2026-05-21",
    hazard: "The case can crack when it falls, and live parts can be touched.",
    severity: "moderate",
    url: `https://${safetyBoard.host}/recalls/2026-061`,
  },
  {
    brand: "Solvang Cycles",
    product: "City 3",
    date: "2019-04-08",
    hazard: "The fork can break.",
    severity: "serious",
    url: `https://${safetyBoard.host}/recalls/2019-027`,
  },
];

/** Complaints that the board counted in the year before the world ends. */
export const complaints: readonly { readonly brand: string; readonly count: number }[] = [
  { brand: "Tessera", count: 214 },
  { brand: "Northwind Shoes", count: 37 },
  { brand: "Plume & Co", count: 5 },
];

/** Where the board lists what was complained about a brand, and the register who owns it. */
export const pathOf = (name: string): string => `/${name.toLowerCase().replaceAll(/[^a-z]+/g, "-")}`;
