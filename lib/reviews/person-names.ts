import { givenNames } from "./given-names.ts";
import { isNoPerson } from "./no-persons.ts";

/** A pattern of names, and a check with what stands around them. */
interface NamePattern {
  readonly pattern: RegExp;
  readonly isIt: (found: string, before: string, after: string) => boolean;
}

/** Small words inside a name: `van de Ven`, `Di Stefano`, `O’Neil`. */
const particle =
  "(?:(?:von|vom|zu|van|ter|den|der|de|di|da|del|della|dos|du|la|le|Le|La|De|Di|Da|Del|Van|El) ){0,2}";
/** A surname. Two letters at least: `Mr T` is nobody in particular. */
const surname = "\\p{Lu}[\\p{L}'’-]{1,24}";
const wordStart = "(?<![\\p{L}\\p{N}@#&'’_./-])";
const space = "[ \\u00A0]";

const titles =
  "Mrs?|Ms|Mx|Miss|Dr|Prof(?:essor)?|Herrn?|Hr|Frau|[Mm]onsieur|[Mm]adame|[Mm]ademoiselle|Mme|Mlle|M|[Ss]eñora?|[Ss]eñorita|" +
  "[Ss]ra?|Srta|[Ss]ignora?|[Ss]ignorina|Sig(?:\\.ra|\\.na)?|Dott(?:\\.ssa|oressa)?|[Mm]eneer|[Mm]evrouw|[Dd]hr|[Mm]evr|[Pp]ani?";

/** Words behind a title that begin with a capital and are no surname. */
const notAfterTitle =
  /^(?:President|Minister|Speaker|Chairman|Manager|Engineer|Director|Developer|Sales|Analyst|Designer|Editor|You|Me|Out|It|Is|Him|Her|This|That|Having|And|Or|The|Doktor|Ober|Gott|Professor|Direktor|Präsident|Präsidentin|Nachbar|Nachbarin|Lehrer|Lehrerin|Mann|Kinder|Kunde|Kundin|Bean|Beast|Right|Wrong|Perfect|Fix-?it|Pizza|America|Pan|Cake|Shop|Store|Bar|Café|Cafe|Hotel|Restaurant|Le|La)$/u;

/** Before `M.`: French is being written, and it is no initial. */
const frenchBefore =
  /(?:^|[\s(«"])(?:à|avec|par|de|chez|et|que|le|au|pour|merci|bonjour|cher|contacté|appelé|est|dit)\s$/iu;
/** Before `Sr.` and the like: it does not follow a name, as in "John Smith Sr. Manager". */
const nameBefore = /\p{Lu}\p{Ll}+,?\s$/u;
/** Before `Dr`: a street's name, as in "Sunset Dr Los Angeles". */
const streetBefore = /(?:\d|\p{Lu}\p{Ll}+)\s$/u;
const greetingBefore =
  /(?:Dear|Hello|Hi|Thanks|Thank|With|By|And|To|From|See|Ask|Our|My|Herrn?|Frau|Prof|Professor|Liebe|Lieber|Bei|Mit|Danke|Le|La|El|Dal|Da|Von)\.?\s$/u;
/** Before `Frau`: somebody's wife, or a woman. */
const wifeBefore =
  /(?:mein|dein|sein|ihr|unser|euer|eur|ein|kein|jed|dies|jen|alt|jung|nett|freundlich|schwanger)\p{Ll}{0,3}\s$|(?:^|\s)(?:[Dd]ie|[Dd]er|[Aa]ls)\s$/u;

function isTitled(found: string, before: string): boolean {
  const [title = "", ...rest] = found.split(/[ \u00A0]/u);
  const bare = title.replace(/[.](?=ra|na|ssa)/u, "").replace(/[.]$/u, "");
  const name = rest.at(-1) ?? "";
  if (notAfterTitle.test(name) || isNoPerson(bare, rest[0] ?? "")) return false;
  if (bare === "M") return title === "M." && frenchBefore.test(before);
  if (/^sra?$/iu.test(bare)) return !nameBefore.test(before);
  if (bare === "Dr") return greetingBefore.test(before) || !streetBefore.test(before);
  if (bare === "Frau") return !wifeBefore.test(before);
  // In Polish only: elsewhere a pan is for frying.
  if (/^pan$/iu.test(bare)) return /(?:ski|cki|dzki|wicz|czyk|czak|ak|ek|uk)(?:em|owi|a)?$/u.test(name);
  return true;
}

/** Capitalised words behind a first name that make it a place, a thing or an office. */
const notASurname =
  /^(?:Street|Road|Avenue|Station|Airport|Park|Hotel|Store|Shop|Beach|City|County|University|School|College|Hospital|Group|Inc|Ltd|LLC|GmbH|AG|SA|SL|BV|Support|Service|Services|Team|Customer|Kundenservice|Kundendienst|Straße|Strasse|Platz|Air|Airlines|Bank|Café|Cafe|Bakery|Salon|Museum|Church|Bridge|Square|Island|River|Lake|Valley|Collection|Edition|Edt|Eau|Jeans|Shoes|Watches|Day|I|The|A|And|Or|He|She|They|We|It|But|In|On|At|From|Is|Was|Und|Der|Die|Das|Er|Sie|Es|Le|La|Les|Et|Il|Elle|El|Los|Las|Y)$/u;

/** Right before a name: the person is dealt with, or has an office. */
const dealtWith = new RegExp(
  "(?<!\\p{L})(?:" +
    "(?:spoke|spoken|speak|talked|talk|dealt|chatted|chat|met|emailed|e-mailed|wrote|contacted|called|phoned|asked|helped|served|assisted|treated|named|ask for|thanks to|thank you,?|kudos to|shout ?out to|my name is|name was|name is|i am|i'm|this is|regards,?|sincerely,?|cheers,?|yours,?)(?: (?:to|with|by|from|a|certain)){0,2}" +
    "|(?:manager|owner|mechanic|technician|driver|waiter|waitress|doctor|dentist|agent|rep|representative|employee|assistant|advisor|adviser|clerk|cashier|receptionist|salesman|saleswoman|salesperson|guide|landlord|supervisor|therapist|nurse|instructor|host|colleague|seller)(?: (?:named|called))?,?" +
    "|(?:mit|von|bei|durch|dank|namens|heißt|heiße|heisst|heisse|ich bin|grüße,?|gruß,?)" +
    "|(?:mitarbeiter|verkäufer|berater|techniker|fahrer|kollege|kollegin|kellner|inhaber|geschäftsführer|arzt|chef|makler|vermieter|betreuer|filialleiter)(?:in)?" +
    "|(?:avec|par|grâce à|merci à|m'appelle|je suis|nommée?|vendeur|vendeuse|conseiller|conseillère|gérante?|serveur|serveuse|technicien|directeur|directrice|médecin|cordialement,?)" +
    "|(?:con|por|gracias a|llamad[oa]|me llamo|soy|vendedora?|encargad[oa]|gerente|camarer[oa]|técnico|dependient[ea]|atendió|saludos,?)" +
    "|(?:grazie a|mi chiamo|sono|venditore|venditrice|commess[oa]|responsabile|titolare|tecnico|cameriere?a?|saluti,?)" +
    "|(?:met|dankzij|medewerker|medewerkster|verkoper|verkoopster|monteur|eigenaar|bedrijfsleider|ik ben|ik heet|groeten,?)" +
    ")\\s$",
  "iu",
);

/** Right behind a name: an office or a desk, or what somebody in one does to a customer. */
const inOffice = new RegExp(
  "^(?:" +
    ",? ?(?:\\(|,|-|–)? ?(?:the |our |their |your |a |der |die |das |unser[e]? |le |la |il |el |de )?(?:store |shop |branch |sales |customer |service |office |general |assistant )?(?:manager|owner|mechanic|technician|driver|waiter|waitress|agent|representative|employee|assistant|advisor|clerk|cashier|receptionist|salesman|saleswoman|supervisor|nurse|landlord|mitarbeiter(?:in)?|verkäufer(?:in)?|berater(?:in)?|techniker(?:in)?|inhaber(?:in)?|geschäftsführer(?:in)?|filialleiter(?:in)?|vendeu(?:r|se)|gérante?|responsable|encargad[oa]|gerente|responsabile|titolare|medewerk(?:er|ster)|eigenaar)(?!\\p{L})" +
    "| (?:from|at|in|of) (?:the |your |their )?(?:\\p{L}{1,16} )?(?:support|service|services|sales|accounts?|billing|reception|desk|front desk|store|shop|branch|team|complaints|department|office|help ?desk|hotline|warehouse|customer)(?!\\p{L})" +
    "| (?:vom|im|aus dem|aus der|von der|am|an der) (?:\\p{L}{1,16} )?(?:kundenservice|kundendienst|support|service|empfang|rezeption|verkauf|vertrieb|hotline|kasse|filiale|beschwerdestelle)(?!\\p{L})" +
    "| (?:du|de la|au|à la|à l'|del|de|dello|della|dell'|dal|van de|van het|bij de|van|z|ze) ?(?:\\p{L}{1,16} )?(?:service|sav|support|accueil|réception|caisse|boutique|magasin|servicio|soporte|atención|recepción|tienda|servizio|assistenza|negozio|reception|klantenservice|winkel|balie|obsługi|działu|wsparcia|supportu)(?!\\p{L})" +
    "| (?:told|refused|promised|replied|helped|charged|ignored|insulted|shouted|hung up|installed|repaired|fixed|sold|lied|assured|apologi[sz]ed|served|treated)(?!\\p{L})" +
    "| (?:was|is|were) (?:very |so |really |extremely |quite |incredibly |super )?(?:rude|helpful|friendly|unfriendly|polite|impolite|unhelpful|unprofessional|professional|patient|dismissive|condescending)(?!\\p{L})" +
    "| (?:war|ist) (?:sehr |so |äußerst |total |extrem )?(?:unfreundlich|freundlich|hilfsbereit|unverschämt|nett|kompetent|inkompetent|frech)(?!\\p{L})" +
    "| (?:hat (?:mir|mich|uns)|m'a|nous a|me (?:dijo|atendió|vendió|trató)|mi ha|ci ha|heeft (?:me|mij|ons))(?!\\p{L})" +
    "| (?:était|est|fue|es|era|è stat[oa]|was) (?:très |muy |molto |zeer |heel )?(?:désagréable|aimable|impolie?|sympathique|amable|grosero|grosera|maleducad[oa]|maleducat[oa]|gentile|scortese|onbeleefd|vriendelijk|onvriendelijk)(?!\\p{L})" +
    ")",
  "iu",
);

/** San Antonio, Santa Barbara, Saint Louis: towns. */
const placeBefore = /(?:San|Santa|Santo|Sankt|Saint|St\.?|Fort|Port|Lake|Mount|Sint)[ -]$/u;

function isNamed(found: string, before: string, after: string): boolean {
  const [given = "", ...rest] = found.split(/[ \u00A0]/u);
  const last = rest.at(-1) ?? "";
  if (
    placeBefore.test(before) ||
    notASurname.test(last) ||
    isNoPerson(given, rest[0] ?? "") ||
    isNoPerson(given, last)
  )
    return false;
  return dealtWith.test(before) || inOffice.test(after);
}

/**
 * Full names of persons, as far as something beside the name says so: a title, or that the person is dealt with or
 * holds an office. A first name alone exposes nobody, and a full name alone is as often a brand's, an author's or a
 * character's; so both pass.
 */
export const personPatterns: readonly NamePattern[] = [
  {
    pattern: new RegExp(
      `${wordStart}(?:${titles})[.]?${space}(?:(?:Dr|Prof|Doktor)[.]?${space})?${particle}${surname}(?!\\p{L})`,
      "gu",
    ),
    isIt: isTitled,
  },
  {
    pattern: new RegExp(
      `${wordStart}(?:${givenNames.join("|")})(?![\\p{L}'’])(?:-\\p{Lu}\\p{Ll}{1,15})?${space}(?:\\p{Lu}[.]?${space})?${particle}${surname}(?!\\p{L})`,
      "gu",
    ),
    isIt: isNamed,
  },
];
