import { luhn, mod9710, remainder } from "../../model/check-digits.ts";

/** Check digits of company and VAT numbers. Each takes digits alone (letters where named) and says whether they fit. */

export function weighted(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0);
}

/** ISO 7064 MOD 11,10: Germany, Croatia. */
export function mod1110(digits: string): boolean {
  let product = 10;
  for (const digit of digits.slice(0, -1)) {
    const sum = (Number(digit) + product) % 10 || 10;
    product = (2 * sum) % 11;
  }
  return (11 - product) % 10 === Number(digits.at(-1));
}

/** `11 - sum mod 11` as the last digit; what 10 and 11 become differs. */
export function mod11(digits: string, weights: readonly number[], ten: number, eleven = 0): boolean {
  const check = 11 - (weighted(digits, weights) % 11);
  const meant = check === 10 ? ten : check === 11 ? eleven : check;
  return meant === Number(digits[weights.length]);
}

export function belgium(digits: string): boolean {
  return 97 - (Number(digits.slice(0, 8)) % 97) === Number(digits.slice(8));
}

export function czechia(digits: string): boolean {
  return mod11(digits, [8, 7, 6, 5, 4, 3, 2], 0, 1);
}

export function denmark(digits: string): boolean {
  return weighted(digits, [2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0;
}

export function finland(digits: string): boolean {
  return mod11(digits, [7, 9, 10, 5, 8, 4, 2], -1);
}

export function norway(digits: string): boolean {
  return mod11(digits, [3, 2, 7, 6, 5, 4, 3, 2], -1);
}

export function portugal(digits: string): boolean {
  return mod11(digits, [9, 8, 7, 6, 5, 4, 3, 2], 0);
}

export function switzerland(digits: string): boolean {
  return mod11(digits, [5, 4, 3, 2, 7, 6, 5, 4], -1);
}

export function austria(digits: string): boolean {
  let sum = 4;
  for (let index = 0; index < 7; index += 1) {
    const digit = Number(digits[index]) * (index % 2 === 0 ? 1 : 2);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return (10 - (sum % 10)) % 10 === Number(digits[7]);
}

/** Spanish NIF of companies (`B12345674`), persons (`12345678Z`) and foreigners (`X1234567L`). */
export function spain(text: string): boolean {
  const letters = "TRWAGMYFPDXBNJZSQVHLCKE";
  const person = /^[XYZ\d]\d{7}[A-Z]$/.test(text);
  if (person) {
    const number = Number(text.slice(0, 8).replace(/^[XYZ]/, (letter) => String("XYZ".indexOf(letter))));
    return letters[number % 23] === text[8];
  }
  if (!/^[A-HJNP-SUVW]\d{7}[\dA-J]$/.test(text)) return false;
  const letter = "JABCDEFGHI".indexOf(text[8] ?? "");
  return luhn(text.slice(1, 8) + (letter < 0 ? text[8] : String(letter)));
}

export function ireland(text: string): boolean {
  const letters = "WABCDEFGHIJKLMNOPQRSTUV";
  const second = text[8] ? (letters.indexOf(text[8]) > 0 ? letters.indexOf(text[8]) : 0) * 9 : 0;
  return letters[(weighted(text, [8, 7, 6, 5, 4, 3, 2]) + second) % 23] === text[7];
}

export function unitedKingdom(digits: string): boolean {
  const sum = weighted(digits, [8, 7, 6, 5, 4, 3, 2]) + Number(digits.slice(7, 9));
  return Number(digits) > 0 && (sum % 97 === 0 || (sum + 55) % 97 === 0);
}

export function netherlands(text: string): boolean {
  const digits = text.slice(0, 9);
  const eleven = weighted(digits, [9, 8, 7, 6, 5, 4, 3, 2]) % 11;
  if (eleven === Number(digits[8])) return true;
  // Sole traders since 2020: MOD 97 over `NL` and the rest, letters as numbers.
  return mod9710(`NL${text}`);
}

export function france(text: string): boolean {
  const [key, siren] = [text.slice(0, 2), text.slice(2)];
  if (!luhn(siren)) return false;
  // Keys with letters are of a newer kind whose rule is not published for all.
  return /^\d{2}$/.test(key) ? Number(key) === (12 + 3 * (remainder(siren, 97) % 97)) % 97 : true;
}

export function latvia(digits: string): boolean {
  const check = 3 - (weighted(digits, [9, 1, 4, 8, 3, 10, 2, 5, 7, 6]) % 11);
  return Number(digits[0]) < 4 || (check < -1 ? check + 11 : check) === Number(digits[10]);
}

export function romania(digits: string): boolean {
  const padded = digits.padStart(10, "0");
  return ((weighted(padded, [7, 5, 3, 2, 1, 7, 5, 3, 2]) * 10) % 11) % 10 === Number(padded[9]);
}

export function brazil(digits: string): boolean {
  const check = (length: number): number => {
    const weights = Array.from({ length }, (_, index) => ((length - 1 - index) % 8) + 2);
    const rest = weighted(digits, weights) % 11;
    return rest < 2 ? 0 : 11 - rest;
  };
  return check(12) === Number(digits[12]) && check(13) === Number(digits[13]);
}

/** Australian Business Number: the first digit less one, weights, a multiple of 89. */
export function australia(digits: string): boolean {
  const lessOne = `${Number(digits[0]) - 1}${digits.slice(1)}`;
  return digits[0] !== "0" && weighted(lessOne, [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]) % 89 === 0;
}

export function australianCompany(digits: string): boolean {
  return (10 - (weighted(digits, [8, 7, 6, 5, 4, 3, 2, 1]) % 10)) % 10 === Number(digits[8]);
}
