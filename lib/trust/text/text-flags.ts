/** What a text itself tells, as bits. Stored with prints: never renumber, only add. */
export const textFlag = {
  /** Says that something was given for it. */
  incentive: 1,
  /** Names a way to reach its writer: telephone, e-mail address, messenger. */
  contact: 2,
  /** Two links or more. */
  links: 4,
  /** Few words, over and over. */
  repetition: 8,
  /** Words that a language model leaves behind. */
  tellTale: 16,
} as const;

/** From so many words on, and with fewer than this share of different ones, a text repeats itself. */
const repetitive = { fewestWords: 20, different: 0.3 };
const fewestLinks = 2;

/** What people write, or are told to write, when they got something. English, German, French, Spanish, Italian, Dutch. */
const incentives = new RegExp(
  [
    "received (?:this|the|a|it)(?: \\w+){0,4} (?:for free|free of charge|at a discount|at no cost)",
    "in exchange for (?:my|an|a) (?:\\w+ )?(?:review|opinion|feedback)",
    "(?:free|discounted) (?:product|sample|item) (?:for|in return)",
    "(?:gift ?card|voucher|discount|refund)(?: \\w+){0,3} for (?:a|my|this|writing)(?: \\w+){0,2} review",
    "(?:kostenlos|gratis|vergünstigt)(?: \\p{L}+){0,4} (?:erhalten|bekommen|zur verfügung gestellt)",
    "(?:re[çc]u|offert)(?: \\p{L}+){0,3} gratuitement|en échange (?:de mon|d['’]un) avis",
    "a cambio de (?:mi|una) (?:opinión|reseña)|in cambio di una recensione|in ruil voor (?:mijn|een) (?:review|recensie)",
  ].join("|"),
  "iu",
);
const address = /[\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}\.\p{L}{2,}/u;
const telephone = /(?:\+|\b00)\d[\d\s().-]{7,18}\d/;
const messenger =
  /\b(?:whats\s?app|telegram|wechat|signal)\b[^.!?\n]{0,12}(?:\+?\d{6}|@\w)|\bt\.me\/|\bwa\.me\//iu;
const link = /https?:\/\/|\bwww\./giu;
const tellTales =
  /\bas an? (?:ai|artificial intelligence)(?: language)? (?:model|assistant)\b|\bi (?:do not|don['’]t) have personal experience\b|\[(?:insert|your) (?:product|brand|company)[^\]]{0,20}\]/iu;

/** `words`: of the same text. */
export function textFlags(text: string, words: readonly string[]): number {
  let flags = 0;
  if (incentives.test(text)) flags |= textFlag.incentive;
  if (address.test(text) || telephone.test(text) || messenger.test(text)) flags |= textFlag.contact;
  if ((text.match(link)?.length ?? 0) >= fewestLinks) flags |= textFlag.links;
  if (words.length >= repetitive.fewestWords && new Set(words).size < repetitive.different * words.length)
    flags |= textFlag.repetition;
  if (tellTales.test(text)) flags |= textFlag.tellTale;
  return flags;
}
