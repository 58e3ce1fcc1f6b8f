import { Chance } from "./random.ts";

/** Somebody with a key and habits. */
export interface SamplePerson {
  /** Stable name of the key. */
  readonly id: string;
  /** At most 20 UTF-8 bytes. Some give none. */
  readonly nickname?: string;
  readonly lang: string;
  /** How likely a review has words, and how kind it is beside others (stars, −1 to 1). */
  readonly talks: number;
  readonly kindness: number;
}

const nicknames: Readonly<Record<string, string>> = {
  en: `anna_k|Rob|mrs. tuesday|Desmond O.|priya|wet socks|J. Halloran|Tolu|ex-cobbler|kit|Nora Lind|old_tim|Gwen|bexley|Sam from Leith|Ife|two left feet|maple|Harriet|c0rvus|Jo & Ty|Abena|patch|Vik|Lorcan|Mei|slow walker|Rhys|June|Omotola|Ada L.|Fin|Marguerite|Tess|hobnail|Lucian|birdie|Noor|Callum|Maximiliane-Theodora|Bartholomew Quince I`,
  de: "Ida Berg|Jörg|frau_holle|Matze|Sönke|Käthe|Wanderfalke|Ümit|Lieselotte|Thilo B.|nachtzug",
  fr: "Élodie|Jean-Baptiste|chouette|Maëlle|Rémi|sans-souci|Aïcha|Gaël",
  es: "Íñigo|lucía_m|Paco|Begoña|el_cartero|Nahia|Rocío",
  it: "Giulia|nonno Piero|Chiara B.|Tommaso|gatto_nero",
  pl: "Zosia|Michał|Bożena|pan_kleks|Łukasz",
  pt: "Inês|João P.|Tainá|zé ninguém",
  nl: "Sanne|fietsfanaat|Joost|Marijke",
  tr: "Elif|Çağla|Oğuz",
  ja: "さくら|田中|ねこ好き|yuki_88|文具オタク",
  ar: "ليلى|أبو سامي|نور|مها",
  he: "נועה|יוסי|תמר",
  ru: "Оля|Миша Ч.|кот учёный",
  hi: "आरव|मीरा",
  zh: "小雨|老王|阿梅",
  ko: "지우|민서",
};

const peopleOf: Readonly<Record<string, number>> = {
  en: 62,
  de: 16,
  fr: 11,
  es: 10,
  it: 7,
  pl: 7,
  pt: 6,
  nl: 5,
  tr: 4,
  ja: 8,
  ar: 6,
  he: 4,
  ru: 4,
  hi: 3,
  zh: 4,
  ko: 3,
};

/** Some 160 people; about one in six gives no name. */
export function makePeople(seed: string): readonly SamplePerson[] {
  const chance = new Chance(`${seed}/people`);
  const people: SamplePerson[] = [];
  for (const [lang, count] of Object.entries(peopleOf)) {
    const names = nicknames[lang]?.split("|") ?? [];
    for (let i = 0; i < count; i++) {
      const nickname = names[i];
      people.push({
        id: `${lang}-${i}`,
        ...(nickname && !chance.happens(0.05) && { nickname }),
        lang,
        talks: 0.55 + chance.next() * 0.45,
        kindness: chance.next() * 2 - 1,
      });
    }
  }
  return people;
}

/** Keys with a purpose of their own. */
export const casts = {
  /** Fourteen keys of one day. */
  burst: Array.from({ length: 14 }, (_, i) => `burst-${i}`),
  spammer: "spammer",
  /** Signs for a brand; proof of that is not part of the token. */
  official: (domain: string) => `official-${domain}`,
  machine: "machine",
} as const;
