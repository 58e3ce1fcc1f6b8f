import type { OrganizationFacts } from "../model/page.ts";
import { isA, itemsOf, textOf, textsOf } from "./item.ts";
import type { Item } from "./item.ts";
import { cleanText } from "./text.ts";
import { isSameSite, webAddress } from "./web-address.ts";

const siteTypes: ReadonlySet<string> = new Set(["WebSite"]);
const organizationTypes: ReadonlySet<string> = new Set(
  (
    "Organization Corporation LocalBusiness OnlineBusiness OnlineStore Store NewsMediaOrganization NGO Brand " +
    "EducationalOrganization CollegeOrUniversity School GovernmentOrganization SportsTeam SportsOrganization " +
    "Airline Consortium PerformingGroup MusicGroup MedicalOrganization Hospital Dentist Physician Pharmacy " +
    "Restaurant Bakery CafeOrCoffeeShop BarOrPub FastFoodRestaurant FoodEstablishment Brewery Winery Hotel " +
    "LodgingBusiness Resort Hostel BedAndBreakfast Campground ProfessionalService LegalService Attorney " +
    "AccountingService FinancialService BankOrCreditUnion InsuranceAgency RealEstateAgent TravelAgency " +
    "HomeAndConstructionBusiness GeneralContractor Electrician Plumber RoofingContractor HVACBusiness Locksmith " +
    "MovingCompany HousePainter AutomotiveBusiness AutoDealer AutoRepair AutoRental GasStation HealthAndBeautyBusiness " +
    "BeautySalon HairSalon DaySpa NailSalon HealthClub ExerciseGym SportsActivityLocation EntertainmentBusiness " +
    "NightClub Casino Museum Library ChildCare AnimalShelter VeterinaryCare EmploymentAgency DryCleaningOrLaundry " +
    "ClothingStore ShoeStore ElectronicsStore ComputerStore MobilePhoneStore FurnitureStore HomeGoodsStore " +
    "HardwareStore GardenStore GroceryStore ConvenienceStore DepartmentStore JewelryStore BookStore ToyStore " +
    "SportingGoodsStore BikeStore PetStore Florist LiquorStore MusicStore OfficeEquipmentStore OutletStore " +
    "PawnShop TireShop WholesaleStore Optician MedicalBusiness MedicalClinic"
  ).split(" "),
);

/** Organisations of the markup that do not live elsewhere. */
export function ownOrganizations(items: readonly Item[], page: URL): readonly Item[] {
  return items.filter((item) => isA(item, organizationTypes) && rankOf(item, page) > 0);
}

/** The site's own name as its `WebSite` item has it. */
export function markupSiteName(items: readonly Item[]): string | undefined {
  const sites = items.filter((item) => item.isMain && isA(item, siteTypes));
  return sites
    .map((site) => cleanText(textsOf(site, "name")[0]))
    .find((name) => name !== undefined && !isAddress(name));
}

/**
 * Who stands behind the site, from the page: an organisation at the site's own address before one without an
 * address; one that lives elsewhere (a business that a directory lists, a news agency) never.
 */
export function readOrganization(items: readonly Item[], page: URL): OrganizationFacts | undefined {
  const publishers = items
    .filter((item) => isA(item, siteTypes) || item.isMain)
    .flatMap((item) => itemsOf(item, "publisher"));
  const candidates = [...items.filter((item) => item.isMain), ...publishers].filter((item) =>
    isA(item, organizationTypes),
  );
  const ranked = candidates
    .map((item) => ({ item, rank: rankOf(item, page) }))
    .filter(({ rank }) => rank > 0)
    .toSorted((a, b) => b.rank - a.rank);
  const [best] = ranked;
  return best && factsOf(best.item, page);
}

function rankOf(item: Item, page: URL): number {
  if (textsOf(item, "name").length === 0 && textsOf(item, "legalName").length === 0) return 0;
  const url = webAddress(textOf(item, "url") ?? textOf(item, "@id"), page.href);
  if (url && !isSameSite(url, page)) return 0;
  // Branches, clubs and listings also have an own page here; the organisation's address is the front page.
  const front = url !== undefined && url.pathname.split("/").filter(Boolean).length <= 1;
  return 1 + (front ? 4 : 0) + (item.isMain ? 1 : 0) + (textsOf(item, "logo").length > 0 ? 1 : 0);
}

function factsOf(item: Item, page: URL): OrganizationFacts {
  const text = (property: string, length?: number): string | undefined =>
    cleanText(textsOf(item, property)[0], length);
  const named = text("name");
  const logo =
    itemsOf(item, "logo").map((image) => textOf(image, "url") ?? textOf(image, "contentUrl"))[0] ??
    textOf(item, "logo");
  const lei = text("leiCode", 40)?.toUpperCase();
  const facts = {
    name: named && !isAddress(named) ? named : undefined,
    legalName: text("legalName"),
    url: webAddress(textOf(item, "url"), page.href)?.href,
    logo: webAddress(logo, page.href)?.href,
    address: addressOf(item),
    vatId: text("vatID", 40) ?? text("taxID", 40),
    lei: lei !== undefined && /^[A-Z\d]{18}\d{2}$/.test(lei) ? lei : undefined,
  };
  const given = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
  const sameAs = textsOf(item, "sameAs").map((href) => webAddress(href)?.href);
  return { ...given, sameAs: [...new Set(sameAs.filter((href) => href !== undefined))].slice(0, 20) };
}

const addressParts = ["streetAddress", "postalCode", "addressLocality", "addressRegion", "addressCountry"];

function addressOf(item: Item): string | undefined {
  const [address] = itemsOf(item, "address");
  if (!address) return cleanText(textOf(item, "address"), 300);
  const parts = addressParts.map((part) => cleanText(textsOf(address, part)[0], 100));
  return cleanText(parts.filter((part) => part !== undefined).join(", "), 300);
}

function isAddress(name: string): boolean {
  return /^(?:https?:\/\/|\/\/|\/|#)/i.test(name);
}
