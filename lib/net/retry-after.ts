const dayMs = 86_400_000;

/**
 * Milliseconds that a `Retry-After` header asks for, at most a day (a hostile server could ask for ever);
 * `undefined` where there is none or it cannot be read.
 *
 * @param nowMs - Epoch ms, for the date form.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3
 */
export function retryAfterMs(header: string | null, nowMs: number): number | undefined {
  const value = header?.trim() ?? "";
  if (/^\d{1,12}$/.test(value)) return Math.min(Number(value) * 1000, dayMs);
  // Only the three HTTP date forms, which all begin with the name of a day: `Date.parse` takes much more.
  if (!/^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)/.test(value)) return undefined;
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : Math.min(Math.max(at - nowMs, 0), dayMs);
}
