/**
 * Kinds of rows in name-suggestion-index that are no brands: public bodies, schools, parties, faith, unions,
 * emergency services, street furniture. Everything else under `brands/` is taken.
 */
const excludedKinds: ReadonlySet<string> = new Set(
  `office/government office/political_party office/union office/association club/scout club/freemasonry
  amenity/school amenity/university amenity/college amenity/kindergarten amenity/prep_school amenity/library
  amenity/social_facility amenity/social_centre amenity/community_centre amenity/public_bookcase amenity/hospital
  amenity/place_of_worship amenity/police amenity/fire_station amenity/townhall amenity/courthouse amenity/prison
  amenity/recycling amenity/waste_basket amenity/food_sharing amenity/animal_shelter amenity/trolley_bay
  amenity/bicycle_repair_station amenity/bicycle_parking amenity/mortuary amenity/doctors amenity/clinic
  amenity/training amenity/parking healthcare/blood_donation healthcare/sample_collection healthcare/rehabilitation
  leisure/fitness_station leisure/playground leisure/dog_park leisure/high_ropes_course tourism/information
  advertising/totem highway/services waterway/fuel landuse/residential landuse/industrial`.split(/\s+/u),
);

/** Kinds of operators that sell under their own name; most operators are public bodies. */
const operatorKinds: ReadonlySet<string> = new Set(
  `office/energy_supplier amenity/charging_station man_made/charge_point shop/mobile_phone shop/mall
  telecom/exchange telecom/data_center`.split(/\s+/u),
);

/** Whether rows of `path` (`brands/shop/clothes`) can be brands. */
export function isBrandKind(path: string): boolean {
  const [tree = "", ...kind] = path.split("/");
  if (tree === "brands") return !kind[0]?.startsWith("emergency") && !excludedKinds.has(kind.join("/"));
  return tree === "operators" && operatorKinds.has(kind.join("/"));
}

const publicBody = new RegExp(
  [
    "political party|trade union|labou?r union|police (?:force|service|department)|law enforcement",
    "ministry of|government (?:agency|department|body|office|insurance)|(?:federal|state|public) (?:agency|authority|ministry)",
    "municipality (?:in|of)|^municipality|^city (?:in|of)|^(?:town|village|district|county|province|region|state|country|commune) (?:in|of)|council (?:in|of|area)|local government|city council",
    "(?:public|private|high|primary|secondary|elementary|catholic|boarding|coeducational|charter|middle) schools?|chain of schools|school (?:district|operator|network)|\\buniversity (?:in|of)|\\bcolleges?\\b",
    "\\bchurch(?:es)?\\b|\\bdiocese\\b|\\bmosque|\\bsynagogue|\\btemple\\b|place of worship|religious (?:order|organi[sz]ation)|\\bcaritas\\b|salvation army",
    "wayfinding system|\\bmilitary\\b|\\barmed forces\\b|fire (?:department|brigade|service)|ambulance service|electronic ticket",
    "child protection|red cross|red crescent|blood bank|scout (?:association|movement)|municipal (?:library|utility)|public library",
  ].join("|"),
  "iu",
);
/** Trades whose descriptions name a public body in passing: "state-owned bank", "restaurants in Temple". */
const trade =
  /\b(?:banks?|shops?|stores?|supermarkets?|retail\w*|restaurants?|chain of (?:caf|gym|hotel|clothing)|brand|hotels?|clothing|fashion|cafés?|airline|pizza|footwear|manufacturer|uniforms?)\b/iu;

/** Whether Wikidata's one-line description is that of a public body, a school, a party or a faith. */
export function isPublicBody(description: string): boolean {
  return publicBody.test(description) && !trade.test(description);
}

/** Domains that only such bodies hold. */
export function isPublicDomain(domain: string): boolean {
  return /(?:^|\.)(?:gov|edu|mil|int|gouv|gob|gov\.[a-z]{2}|gob\.[a-z]{2}|gouv\.[a-z]{2}|go\.(?:jp|kr|th|id)|edu\.[a-z]{2}|ac\.[a-z]{2}|mil\.[a-z]{2}|police\.uk|nhs\.uk|sch\.uk)$/u.test(
    domain,
  );
}
