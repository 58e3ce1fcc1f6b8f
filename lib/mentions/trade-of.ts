import type { Trade } from "./trades.ts";

/** Which trade a category of the directory belongs to; the first that matches. */
const patterns: readonly (readonly [Trade, RegExp])[] = [
  ["health", /pharma|medic|health|hearing|optic|dent|clinic|laborator|supplement|veterin|eyewear/u],
  ["beauty", /beauty|cosmetic|perfum|hair|chemist|personal care|tattoo|massage/u],
  [
    "food",
    /food|restaurant|caf|bak|pastry|ice_cream|drink|beverage|spirit|beer|alcohol|wine|pub|bar$|chocolate|confection|butcher|coffee|tea|deli|dairy|meal|tobacco|cigar|greengrocer|frozen|seafood|cheese/u,
  ],
  ["fashion", /cloth|fashion|shoe|sport|jewel|watch|bag|luxury|outdoor|leather|fabric|tailor|luggage/u],
  [
    "tech",
    /software|electronic|mobile|telecom|comput|game|app$|data_center|internet|crypto|camera|photo|hifi|streaming|social|robot|semicond|ai$/u,
  ],
  ["auto", /car|fuel|tyre|vehicle|motor|charge|bicycle|truck|auto|parking|aerospace|transport/u],
  ["finance", /bank|insur|money|payment|atm|financ|broker|mortgage|exchange|pawn|invest|account/u],
  [
    "retail",
    /supermarket|convenience|marketplace|department|variety|retail|mall|wholesale|kiosk|gift|general|discount|second_hand|charity|store|vending|trade/u,
  ],
  [
    "home",
    /furniture|doityourself|house|kitchen|appliance|hardware|garden|interior|bed|mattress|bathroom|paint|tool|lighting|household|tiles|energy|gas$|electric/u,
  ],
  [
    "travel",
    /hotel|hostel|airline|travel|cruise|rail|tourism|rental|theme park|casino|mobility|delivery|logistic|post|parcel/u,
  ],
  [
    "media",
    /media|news|book|music|cinema|film|magazine|toy|education|tv|radio|entertain|league|gambl|lottery/u,
  ],
];

export function tradeOf(category: string | undefined): Trade {
  return patterns.find(([, pattern]) => pattern.test(category ?? ""))?.[0] ?? "other";
}
