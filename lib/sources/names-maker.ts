const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);

/** What companies put behind their name: forms of law, what they generally are, where they sit. */
const tail =
  "inc|incorporated|corp|corporation|company|co|ltd|limited|plc|llc|lp|gmbh|ag|se|sa|sas|spa|srl|nv|bv|ab|as|oy|kg|na|" +
  "group|holdings?|international|global|worldwide|stores?|brands?|products?|industries|technolog(?:y|ies)|" +
  "innovations?|electronics|financial|bank|services?|usa|us|uk|eu|america|americas|north|europe|of|and|the";
/** `Fjord (company)`, `Fjord™`, `Fjord N.A.` */
const unsaid = /\([^)]{0,60}\)|[®™©.'’]/gu;

const tidy = (text: string): string => text.replaceAll(unsaid, "").replaceAll(/\s+/gu, " ").trim();

/**
 * Whether a record says that a company of this name made, imported or recalls something: the text is the company's
 * name and nothing else but what companies are called, or it says who recalls. Holds for names that are also words:
 * "Target Corporation" and "Target Recalls Toys" name Target; "Magnetic Target Game" and "Target Sports" do not.
 */
export function namesMaker(name: string): (text: string) => boolean {
  const words = tidy(name).split(" ").filter(Boolean).map(escaped);
  if (words.length === 0) return () => false;
  const company = String.raw`${words.join(String.raw`[\s-]`)}(?:,? (?:&|(?:${tail})(?![\p{L}\p{N}])))*`;
  const isCompany = new RegExp(String.raw`^(?:the )?${company}$`, "iu");
  const recalls = new RegExp(
    String.raw`^${company},? (?:voluntarily )?(?:recalls|issues|expands|reannounces)\b`,
    "iu",
  );
  const recalledBy = new RegExp(String.raw`\brecalled by ${company}(?=$|[,;:]| due\b| because\b)`, "iu");
  return (text) => {
    const line = tidy(text);
    // "Fjord Inc., of Oslo, Norway": whose name it is stands before the first comma that no form of law follows.
    return (
      isCompany.test(line) ||
      isCompany.test(line.split(/, (?=of |in )/u)[0] ?? "") ||
      recalls.test(line) ||
      recalledBy.test(line)
    );
  };
}
