/** The UTC day of a moment (epoch ms): `2026-05-03`. */
export function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
