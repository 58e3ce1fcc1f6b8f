/** `4,5`, `4.5/5`, `90 %`, `1.234` (a count) and `2 314` as pages write them. Never negative. */
export function numberIn(text: string | undefined, isCount = false): number | undefined {
  if (text === undefined || text.length > 40) return undefined;
  const [digits] = /\d[\d.,'’\s\u00A0\u202F]*/.exec(text.replace(/^\s*-\d.*/, "")) ?? [];
  if (digits === undefined) return undefined;
  const value = isCount ? digits.replace(/\D/g, "") : digits.trim().replace(",", ".").replace(/[.]$/, "");
  const read = Number(value);
  return Number.isFinite(read) ? read : undefined;
}
