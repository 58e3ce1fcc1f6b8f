import type { Context } from "hono";
import { Refusal } from "../http/refusal.ts";

/** A query parameter; an empty one counts as not given. */
export function textOf(context: Context, name: string): string | undefined {
  return context.req.query(name) || undefined;
}

/** @throws {Refusal} 400 for anything but a whole number that a JavaScript number holds exactly. */
export function integerOf(
  context: Context,
  name: string,
  least = Number.MIN_SAFE_INTEGER,
): number | undefined {
  const text = textOf(context, name);
  if (text === undefined) return undefined;
  const value = /^-?\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  if (!Number.isSafeInteger(value) || value < least) {
    throw new Refusal(
      400,
      `Incorrect query: ${name} must be a whole number${least >= 0 ? ` from ${least} on` : ""}.`,
    );
  }
  return value;
}

/** @throws {Refusal} 400 */
export function booleanOf(context: Context, name: string): boolean | undefined {
  const text = textOf(context, name)?.toLowerCase();
  if (text === undefined) return undefined;
  if (text === "true" || text === "1") return true;
  if (text === "false" || text === "0") return false;
  throw new Refusal(400, `Incorrect query: ${name} must be true or false.`);
}

/** @throws {Refusal} 400 */
export function degreesOf(context: Context, name: string, most: number): number {
  const text = textOf(context, name) ?? "";
  const value = /^-?\d{1,3}(?:[.]\d{1,20})?$/.test(text) ? Number(text) : Number.NaN;
  if (!(Math.abs(value) <= most)) {
    throw new Refusal(400, `Incorrect query: ${name} must be a number of degrees from -${most} to ${most}.`);
  }
  return value;
}

/**
 * `limit` and `offset`.
 *
 * @throws {Refusal} 400; 413 for more than `largest`, because a page that is cut off in silence loses reviews
 *   to clients that count on the number they asked for.
 */
export function pageOf(
  context: Context,
  { usual, largest }: { readonly usual: number; readonly largest: number },
): { limit: number; offset: number } {
  const limit = integerOf(context, "limit", 0) ?? usual;
  if (limit > largest) throw new Refusal(413, `limit is at most ${largest}. Ask for pages with offset.`);
  return { limit, offset: integerOf(context, "offset", 0) ?? 0 };
}
