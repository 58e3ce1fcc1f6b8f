const mail = /(?<![\w.+-])([\w.+-]{1,64}@(?:[a-z\d-]{1,63}\.){1,4}[a-z]{2,24})(?![\w-])/iu;
/** `info (at) bakery (dot) example`, against machines that are not asked by anybody. */
const spelled =
  /(?<![\w.+-])([\w.+-]{1,64})\s?(?:\(|\[|\{)\s?(?:at|ät|a|@|arroba)\s?(?:\)|\]|\})\s?([a-z\d-]{1,63}(?:\s?(?:\.|(?:\(|\[)\s?(?:dot|punkt|point|punto)\s?(?:\)|\]))\s?[a-z\d-]{1,63}){0,3})\s?(?:\.|(?:\(|\[)\s?(?:dot|punkt|point|punto)\s?(?:\)|\]))\s?([a-z]{2,24})(?!\w)/iu;
const phone =
  /(?:^|[^\p{L}])(?:tel(?:efon|ephone|éfono|efono|efoon|\.)?|phone|fon|call|mobile?|hotline|téléphone|telefone|puhelin|telefonszám|тел|τηλ|電話|전화|电话)[.:]?\s*(?:nr\.?|no\.?)?[\s:]*((?:\+|00|\(|0)?[\d][\d\s()/.–-]{5,22}\d)/iu;

/** The first e-mail address in a line. */
export function emailIn(line: string): string | undefined {
  const text = line.slice(0, 300);
  const plain = mail.exec(text)?.[1];
  if (plain) return /\.(?:png|jpe?g|gif|svg|webp)$/i.test(plain) ? undefined : plain.toLowerCase();
  const [, user, host, ending] = spelled.exec(text) ?? [];
  if (user === undefined || host === undefined || ending === undefined) return undefined;
  const domain = host.replace(/\s|\((?:dot|punkt|point|punto)\)|\[(?:dot|punkt|point|punto)\]/giu, ".");
  return `${user}@${domain}.${ending}`.replace(/\.{2,}/g, ".").toLowerCase();
}

/** A telephone number that the line calls one: at least seven digits, at most fifteen (E.164). */
export function phoneIn(line: string): string | undefined {
  const number = phone.exec(line.slice(0, 300))?.[1]?.trim();
  const digits = number?.replace(/\D/g, "").length ?? 0;
  return number !== undefined && digits >= 7 && digits <= 15 ? number.replace(/\s+/g, " ") : undefined;
}
