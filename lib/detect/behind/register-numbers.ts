import type { RegisterNumber } from "../../model/behind.ts";
import { luhn, mod9710, remainder } from "../../model/check-digits.ts";
import * as check from "./check-digits.ts";

interface Register {
  /** The register's own name, as people of its country write it. */
  readonly label: string;
  /** What stands before the number, then the number in the first group. */
  readonly pattern: RegExp;
  readonly fits?: (digits: string) => boolean;
  /** How the number is shown; as written where nothing is said. */
  readonly show?: (number: string, line: string) => string;
}

const separator = String.raw`[\s:.#°º№=()-]{0,6}(?:(?:no|nr|nº|n°|num(?:ber|éro|ero|mer)?|numer|število)[\s:.°º]{0,4})?`;
const numbered = (words: string, number: string, flags = "iu"): RegExp =>
  new RegExp(String.raw`(?<![\p{L}\d])(?:${words})${separator}(${number})(?![\p{L}\d])`, flags);
const digitsOf = (text: string): string => text.replace(/\D/g, "");
const spaced = (count: number): string => String.raw`\d(?:[\s.-]?\d){${count - 1}}`;

const registers: readonly Register[] = [
  {
    label: "Handelsregister",
    pattern: /(?<![\p{L}\d])(HR[AB]\s?(?:Nr\.?\s?)?:?\s?\d{1,6}(?:\s?[A-Z]{1,2}(?![\p{L}]))?)(?!\d)/u,
    show: (number, line) => {
      const court =
        /(?:Amtsgericht|AG|Registergericht|Handelsregister)[:\s]+(?:des\s+)?(?:Amtsgerichts?\s+)?(\p{Lu}[\p{L}-]{2,30}(?:\s(?:am|an|i\.)\s?\p{L}+)?)/u.exec(
          line,
        )?.[1];
      return `${number.replace(/\s*Nr\.?\s*|:/g, " ").replace(/\s+/g, " ")}${court && court !== "Handelsregister" ? `, ${court}` : ""}`;
    },
  },
  { label: "FN", pattern: /(?<![\p{L}\d])FN[\s:-]{0,3}(\d{3,6}\s?[a-z])(?![\p{L}\d])/u },
  { label: "SIRET", pattern: numbered("SIRET", spaced(14)), fits: luhn },
  { label: "SIREN", pattern: numbered("SIREN", spaced(9)), fits: luhn },
  {
    label: "RCS",
    pattern:
      /(?<![\p{L}\d])R\.?C\.?S\.?\s?:?\s?(?:de |d['’])?\p{Lu}[\p{L}' -]{2,25}?\s(?:sous le (?:n°|numéro)\s?|n°\s?)?:?\s?[AB]?\s?(\d{3}[\s.]?\d{3}[\s.]?\d{3})(?!\d)/u,
    fits: luhn,
  },
  { label: "KvK", pattern: numbered("K\\.?v\\.?K\\.?|KvK-nummer|handelsregister(?:nummer)?", "\\d{8}") },
  {
    label: "KBO/BCE",
    pattern: numbered(
      "KBO|BCE|ondernemingsnummer|numéro d['’]entreprise",
      String.raw`[01]\d{3}[.\s]?\d{3}[.\s]?\d{3}`,
    ),
    fits: check.belgium,
  },
  {
    label: "CVR",
    pattern: numbered("CVR(?:-?(?:nr|nummer))?", spaced(8)),
    fits: check.denmark,
  },
  {
    label: "Org.nr",
    pattern: numbered(
      String.raw`org(?:anisations|anisasjons|\.)?[ -]?\.?(?:nr|nummer|num)\.?`,
      String.raw`\d{6}-?\d{4}|\d{3}\s?\d{3}\s?\d{3}`,
    ),
    fits: (digits) => (digits.length === 10 ? luhn(digits) : check.norway(digits)),
  },
  {
    label: "Y-tunnus",
    pattern: numbered("y-tunnus|business id|FO-nummer", String.raw`\d{7}-\d`),
    fits: check.finland,
  },
  {
    label: "KRS",
    pattern: numbered("KRS", String.raw`0{2,4}\d{6,8}`),
    fits: (digits) => digits.length === 10,
  },
  {
    label: "REGON",
    pattern: numbered("REGON", spaced(9)),
    fits: (digits) => (check.weighted(digits, [8, 9, 2, 3, 4, 5, 6, 7]) % 11) % 10 === Number(digits[8]),
  },
  {
    label: "IČO",
    pattern: numbered("IČO?|IČ", spaced(8)),
    fits: check.czechia,
  },
  { label: "Cégjegyzékszám", pattern: numbered("cégjegyzékszám|cg\\.?", String.raw`\d{2}-\d{2}-\d{6}`) },
  { label: "Reg. Com.", pattern: /(?<![\p{L}\d])(J\d{1,2}\/\d{1,6}\/(?:19|20)\d{2})(?!\d)/u },
  {
    label: "CUI",
    pattern: numbered("CUI|C\\.U\\.I\\.?", String.raw`(?:RO\s?)?\d{2,10}`),
    fits: check.romania,
  },
  { label: "REA", pattern: /(?<![\p{L}\d])R\.?E\.?A\.?[\s:.n°-]{0,6}([A-Z]{2}[\s/-]{0,3}\d{5,7})(?!\d)/u },
  {
    label: "CIF",
    pattern:
      /(?<![\p{L}\d])[CN]\.?I\.?F\.?[\s:.-]{0,4}([A-HJ-NP-SUVW][\s-]?\d{7}[\s-]?[\dA-J])(?![\p{L}\d])/u,
    fits: check.spain,
  },
  {
    label: "NIPC",
    pattern: numbered("NIPC|matr[íi]cula", spaced(9)),
    fits: check.portugal,
  },
  {
    label: "CHE",
    pattern: /(?<![\p{L}\d])(CHE[\s-]?\d{3}[.\s]?\d{3}[.\s]?\d{3})(?!\d)/u,
    fits: check.switzerland,
  },
  {
    label: "Company number",
    pattern: numbered(
      String.raw`compan(?:y|ies house)(?:\s+(?:registration|reg\.?|registered))?\s*(?:number|no|num|nr)\.?|registered in (?:england(?: (?:and|&) wales)?|scotland|wales|northern ireland|ireland)[\s,:(-]*(?:(?:under|with|as)?\s*(?:company|registered|registration)?\s*(?:number|no|nr)\.?)?|company registered in england[^\d]{0,30}`,
      String.raw`(?:SC|NI|OC|SO|R0|IP)?\d{5,8}`,
    ),
    fits: (digits) => digits.length >= 5,
  },
  {
    label: "CNPJ",
    pattern: numbered("CNPJ(?:/MF)?", String.raw`\d{2}\.?\d{3}\.?\d{3}\/?\d{4}-?\d{2}`),
    fits: check.brazil,
  },
  { label: "ABN", pattern: numbered("A\\.?B\\.?N\\.?", spaced(11)), fits: check.australia },
  { label: "ACN", pattern: numbered("A\\.?C\\.?N\\.?", spaced(9)), fits: check.australianCompany },
  { label: "NZBN", pattern: numbered("NZBN", spaced(13)) },
  { label: "CIN", pattern: /(?<![\p{L}\d])([LU]\d{5}[A-Z]{2}(?:19|20)\d{2}[A-Z]{3}\d{6})(?![\p{L}\d])/u },
  { label: "GSTIN", pattern: /(?<![\p{L}\d])([0-3]\d[A-Z]{5}\d{4}[A-Z][1-9A-Z]Z[A-Z\d])(?![\p{L}\d])/u },
  { label: "UEN", pattern: numbered("UEN", String.raw`\d{8,9}[A-Z]|[TS]\d{2}[A-Z]{2}\d{4}[A-Z]`) },
  { label: "法人番号", pattern: /法人番号[\s:：]{0,3}(\d{13})(?!\d)/u },
  { label: "사업자등록번호", pattern: /사업자\s?등록\s?번호[\s:：]{0,3}(\d{3}-\d{2}-\d{5})(?!\d)/u },
  {
    label: "统一社会信用代码",
    pattern: /统一社会信用代码[\s:：]{0,3}([\dA-HJ-NPQRTUWXY]{18})(?![\p{L}\d])/u,
  },
  { label: "ОГРН", pattern: numbered("ОГРН(?:ИП)?", String.raw`\d{13}|\d{15}`), fits: russianRegister },
  { label: "ИНН", pattern: numbered("ИНН", String.raw`\d{10}|\d{12}`) },
  { label: "ЄДРПОУ", pattern: numbered("ЄДРПОУ|ЕДРПОУ", String.raw`\d{8}`) },
  { label: "ЕИК", pattern: numbered("ЕИК", String.raw`\d{9}`) },
  { label: "ΓΕΜΗ", pattern: numbered("Γ\\.?Ε\\.?ΜΗ\\.?|Αρ\\.? ?ΓΕΜΗ", String.raw`\d{10,12}`) },
  { label: "MERSİS", pattern: numbered("mers[iİ]s", String.raw`\d{16}|\d{4}-\d{4}-\d{4}-\d{4}`) },
  { label: "MBS", pattern: numbered("MBS", String.raw`\d{9}`) },
  { label: "Registrikood", pattern: numbered("registrikood|reg\\.?\\s?kood", String.raw`\d{8}`) },
  {
    label: "LEI",
    pattern: /(?<![\p{L}\d])([A-Z\d]{18}\d{2})(?![\p{L}\d])/u,
    fits: () => true,
  },
];

type Found = Omit<RegisterNumber, "from">;

/** Numbers of public registers in a line, each with right check digits where the register has some. At most six. */
export function registerNumbers(line: string): readonly Found[] {
  const text = line.slice(0, 400);
  if (!/\d{4}|\d[\s.-]\d/.test(text)) return [];
  const found: Found[] = [];
  for (const { label, pattern, fits, show } of registers) {
    const number = pattern.exec(text)?.[1]?.trim();
    if (number === undefined || found.length >= 6) continue;
    if (
      label === "LEI"
        ? !isLei(number)
        : fits && !fits(label === "CIF" ? number.replace(/[\s-]/g, "") : digitsOf(number))
    )
      continue;
    found.push({ label, value: show ? show(number, text) : number.replace(/\s+/g, " ") });
  }
  return found;
}

/** ISO 17442: MOD 97 over letters as numbers. */
function isLei(text: string): boolean {
  return /[A-Z]/.test(text) && mod9710(text);
}

/** The last digit is the rest by 11 (by 13 for persons), its last digit. */
function russianRegister(digits: string): boolean {
  const divisor = digits.length === 13 ? 11 : 13;
  return (remainder(digits.slice(0, -1), divisor) % 10).toString() === digits.at(-1);
}
