/** Check digits that numbers of many kinds share. */

/** ISO/IEC 7812-1, annex B (Luhn), from the right: cards, SIREN, SIRET, Italian, Spanish and Swedish numbers. */
export function luhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const twice = digit * 2;
    sum += index % 2 === 0 ? digit : twice > 9 ? twice - 9 : twice;
  }
  return digits.length > 1 && /[1-9]/.test(digits) && sum % 10 === 0;
}

/** The remainder of a long number, digit by digit. */
export function remainder(digits: string, divisor: number): number {
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % divisor;
  return rest;
}

/** ISO/IEC 7064 MOD 97-10 over digits and capital letters (A = 10): IBAN, LEI, Dutch VAT numbers. */
export function mod9710(text: string): boolean {
  const spelled = text.replace(/[A-Z]/g, (letter) => String(Number.parseInt(letter, 36)));
  return /^\d+$/.test(spelled) && remainder(spelled, 97) === 1;
}
