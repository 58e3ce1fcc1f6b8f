/**
 * Words by which an account says of itself that it is not the brand's own. Real brands have fans and answer
 * complaints, so in a description only whole phrases count; in a name or handle the bare word does.
 */
const inName = words(
  // English
  "fan fans fanclub fanpage fansite fanbase unofficial unoffical parody spoof satire sucks haters hater hate boycott " +
    "complaints scam scams scammers victims tribute memes lovers enthusiasts " +
    // German, Dutch
    "inoffiziell parodie geschädigte beschwerden betrug abzocke hasser onofficieel klachten " +
    // French, Spanish, Portuguese, Italian, Romanian
    "nonofficiel nooficial naooficial nonufficiale neoficial parodia paródia arnaque arnaques plaintes victimes estafa estafas " +
    "quejas afectados reclamações reclamacoes golpe fãs truffa truffe reclami " +
    // Polish, Czech, Slovak, Hungarian, Finnish, Nordic, Turkish, Indonesian
    "nieoficjalny nieoficjalna nieoficjalne skargi oszustwo neoficiální neoficialni neoficiálny fanoušci fanúšikovia rajongók " +
    "epävirallinen inofficiell uofficiel uoffisiell parodi hayran hayranları şikayet şikayetler penggemar " +
    // Russian, Ukrainian, Greek
    "фан фаны фанаты фанклуб пародия неофициальный неофициальная неофициальное неофициальные жалобы мошенники " +
    "фанати неофіційний неофіційна пародія скарги ανεπίσημο ανεπίσημη παρωδία",
);

/** Matched anywhere in a description, lower case; in scripts without spaces anywhere in a name as well. */
const phrases = [
  "unofficial",
  "parody",
  "fan account",
  "fan page",
  "fanpage",
  "fan club",
  "fan-run",
  "run by fans",
  "made by fans",
  "fan made",
  "not affiliated",
  "not associated with",
  "not endorsed",
  "not the official",
  "not an official",
  "no affiliation",
  "unaffiliated",
  "inoffiziell",
  "nicht offiziell",
  "keine offizielle",
  "kein offizieller",
  "nicht verbunden mit",
  "fanseite",
  "fan-account",
  "parodie",
  "non officiel",
  "non-officiel",
  "page de fans",
  "compte fan",
  "compte de fan",
  "non affilié",
  "sans lien avec",
  "no oficial",
  "cuenta de fans",
  "página de fans",
  "no afiliad",
  "sin relación con",
  "parodia",
  "não oficial",
  "nao oficial",
  "fã-clube",
  "fã clube",
  "não afiliad",
  "sem vínculo",
  "paródia",
  "non ufficiale",
  "pagina di fan",
  "non affiliat",
  "niet officieel",
  "onofficieel",
  "fanpagina",
  "nieoficjaln",
  "strona fanów",
  "niezwiązan",
  "neoficiáln",
  "nem hivatalos",
  "rajongói oldal",
  "neoficial",
  "epävirallinen",
  "inofficiell",
  "uoffisiell",
  "uofficiel",
  "resmi değil",
  "gayriresmi",
  "hayran sayfası",
  "hayran hesabı",
  "tidak resmi",
  "akun penggemar",
  "không chính thức",
  "неофициальн",
  "пародия",
  "фан-аккаунт",
  "фан-страниц",
  "не связан с",
  "неофіційн",
  "пародія",
  "ανεπίσημ",
  "παρωδία",
  "غير رسمي",
  "صفحة معجبي",
  "لا ينتمي",
  "לא רשמי",
  "פרודיה",
  "דף מעריצים",
  "अनौपचारिक",
  "गैर-आधिकारिक",
  "पैरोडी",
  "非公式",
  "パロディ",
  "ファンアカウント",
  "ファンクラブ",
  "비공식",
  "패러디",
  "팬계정",
  "팬클럽",
  "非官方",
  "粉丝团",
  "粉絲團",
  "恶搞",
  "惡搞",
  "ไม่เป็นทางการ",
  "แฟนคลับ",
];
/** Scripts that put no spaces between words. */
const unspaced = /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/u;
/** Joined to a brand's name in a handle: `tesserafans`, `unofficial_tessera`, `tessera-sucks`. */
const inHandle =
  /(?:^|[._-])(?:unofficial|parody|fake|not|boycott|hate|fans?of)[._-]?|[._-]?(?:fans?|fanclub|fanpage|fansite|unofficial|parody|sucks|haters?|memes|complaints|scams?|victims|lovers?)$/u;
/** Longest text that is read; bios are under 1000 characters. */
const longest = 2000;

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}

interface Disowning {
  /** The word or phrase as it stands there. */
  readonly said: string;
  /** What is left of name and handle without such words: what the account may be about. */
  readonly about: readonly string[];
}

/** Whether an account says that it is not the brand's own; in its name, its handle or its description. */
export function disowning(account: {
  readonly name?: string;
  readonly handle: string;
  readonly description?: string;
}): Disowning | undefined {
  const name = (account.name ?? "").slice(0, longest);
  const described = lower(account.description);
  const said =
    wordIn(name) ??
    phraseIn(unspaced.test(name) || /\s/u.test(name) ? lower(name) : "") ??
    inHandle.exec(lower(account.handle))?.[0].replaceAll(/[._-]/gu, "") ??
    phraseIn(described);
  if (said === undefined) return undefined;
  const handle = lower(account.handle)
    .replace(inHandle, "")
    .replaceAll(/[._-]+/gu, " ");
  return {
    said,
    about: [withoutWords(name), handle].map((text) => text.trim()).filter((text) => text !== ""),
  };
}

function lower(text = ""): string {
  return text.slice(0, longest).normalize("NFC").toLowerCase();
}

function plainWord(word: string): string {
  return lower(word).replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
}

function wordIn(name: string): string | undefined {
  return name.split(/[\s/|_]+/u).find((word) => inName.has(plainWord(word)));
}

function phraseIn(text: string): string | undefined {
  return text === "" ? undefined : phrases.find((phrase) => text.includes(phrase));
}

/** Small words around the name that are no part of it, in the languages that need them. */
const around = words(
  "the a an of for by club page account community group official not no non der die das von des du de la le les el los " +
    "dos da do di dei degli ofizielle offizielle officiel oficial ufficiale",
);

function withoutWords(name: string): string {
  let rest = name;
  for (const phrase of phrases) {
    const at = lower(rest).indexOf(phrase);
    if (at >= 0) rest = `${rest.slice(0, at)} ${rest.slice(at + phrase.length)}`;
  }
  const kept = rest.split(/[\s/|_()[\]]+/u).filter((word) => !inName.has(plainWord(word)));
  while (kept.length > 0 && around.has(plainWord(kept[0] ?? ""))) kept.shift();
  while (kept.length > 0 && around.has(plainWord(kept.at(-1) ?? ""))) kept.pop();
  return kept.join(" ");
}
