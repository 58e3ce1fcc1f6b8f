export type TimeUnit = "second" | "minute" | "hour" | "day" | "week" | "month" | "year";

/**
 * Beginnings of the words for units, as platforms write them beside posts ("3 Std.", "hace 2 días", "5 дн."). A word
 * belongs to the unit with the longest beginning that fits.
 */
const stems: Readonly<Record<TimeUnit, string>> = {
  second: "sec sek seg saniye secon seco сек секунд sekund 秒 초 giây detik ثاني ثوان שנ שניות วินาที सेकंड δευτ",
  minute:
    "min minut minuut perc dakika мин хв минут хвилин 分 分钟 分鐘 분 phút menit دقيق دقائق דק นาที मिनट λεπτ dk мін",
  hour: "hr hrs hour std stund heur hora ore ora uur timm timer time tim godz godzin hod saat sa час ч годин óra 小时 小時 時間 시간 giờ jam ساع שע ชม ชั่วโมง घंट घं ώρ ωρ",
  day: "day tag tage tg dia día jour giorn dag dage dager dni dzień dzien den dnů dny gün день дня дней дн днів nap päiv zile zi 天 日 일 ngày hari يوم أيام ימים יום วัน दिन μέρ ημέρ ημ",
  week: "week wk wo wks woche sem semana semain settiman weken vecka veck uke uker uge tyg týd tyd hafta hft нед тиж hét viikk săpt 周 週 주 tuần minggu mgg أسبوع أسابيع שבוע สัปดาห์ हफ़्त सप्ताह εβδ",
  month:
    "month mth mths mon mo mos monat mois mes mês meses mese mesi maand månad måned mies měs mes. ay мес міс hónap kuukau lun 月 个月 個月 か月 ヶ月 カ月 개월 tháng bulan bln شهر أشهر חודש เดือน महीन μήν",
  year: "year yr yrs jahr an ans année ano anos año años anno anni jaar år rok lat lata let roků yıl год года лет рік років év vuosi vuotta ani 年 년 năm tahun thn سنة سنوات שנה שנים ปี वर्ष साल χρόν έτ",
};

/** One letter: only as it stands, since German writes "3 T" and "2 J." where Danish has "3 t" and French "2 j". */
const letters = new Map<string, TimeUnit>(
  Object.entries({
    s: "second", m: "minute", h: "hour", d: "day", w: "week", y: "year", T: "day", J: "year", j: "day", t: "hour", u: "hour",
    g: "day", v: "week", a: "year", H: "hour", D: "day", W: "week", Y: "year", S: "second", с: "second", м: "minute", ч: "hour", д: "day",
    л: "year", г: "year", د: "minute", س: "hour", ي: "day", ث: "second", k: "month", n: "day", å: "year", U: "hour",
  } as const),
); // oxfmt-ignore

const stemList = (Object.entries(stems) as [TimeUnit, string][])
  .flatMap(([unit, words]) => words.split(" ").map((stem) => ({ unit, stem })))
  .toSorted((one, other) => other.stem.length - one.stem.length);

/** The unit that a word beside a number means. */
export function unitOf(word: string): TimeUnit | undefined {
  if (word.length === 1) {
    const letter = letters.get(word);
    if (letter) return letter;
  }
  const lower = word.toLowerCase();
  return stemList.find(({ stem }) => fits(lower, stem))?.unit;
}

/** Two letters must be the whole word, unless it is written without spaces. */
function fits(word: string, stem: string): boolean {
  if (word === stem) return true;
  return word.startsWith(stem) && (stem.length > 2 || /^[\u3040-\u9FFF\uAC00-\uD7AF]/u.test(stem));
}

const monthStems: readonly string[] = [
  "jan ene gen янв січ sty led oca ocak tam jän ιαν ian 1月",
  "feb fev fév fevr févr фев лют lut úno uno şub helm φεβ",
  "mar mär mrt mær mars maa мар бер bře μαρ märz",
  "apr abr avr апр кві kwi dub nis huh απρ",
  "may mai mei maj mag мая май трав kvě touk μαΐ maí",
  "jun juin giu июн черв cze čvn červn haz kesä ιουν iun",
  "jul juil lug июл лип lip čvc července tem heinä ιουλ iul",
  "aug ago août aout авг серп sie srp ağu elo αυγ",
  "sep set сен вер wrz zář eyl syys σεπ",
  "oct okt out ott окт жов paź říj eki loka οκτ",
  "nov ноя лис lis kas marra νοε noi",
  "dec dez dic déc des дек груд gru pro ara joul δεκ",
];
const months = monthStems
  .flatMap((words, month) => words.split(" ").map((stem) => ({ month, stem })))
  .toSorted((one, other) => other.stem.length - one.stem.length);

/** 0–11. */
export function monthOf(word: string): number | undefined {
  if (word.length < 3 || word.length > 12) return undefined;
  const lower = word.toLowerCase();
  return months.find(({ stem }) => lower.startsWith(stem))?.month;
}

const now = new Set(
  "now jetzt maintenant ahora agora adesso ora nu сейчас 刚刚 剛剛 たった今 방금 şimdi teraz".split(" "),
);
const yesterday = new Set(
  "yesterday gestern hier ayer ontem ieri gisteren igår går eilen wczoraj včera вчера вчора dün 昨天 昨日 어제 kemarin أمس אתמול tegnap".split(
    " ",
  ),
);
const one = new Set(
  "a an one ein eine einer einem einen un une uno una um uma een één en ett et jeden jedną один одну одна bir".split(
    " ",
  ),
);

export function isNowWord(word: string): boolean {
  return now.has(word.toLowerCase());
}
export function isYesterdayWord(word: string): boolean {
  return yesterday.has(word.toLowerCase());
}
export function isOneWord(word: string): boolean {
  return one.has(word.toLowerCase());
}
