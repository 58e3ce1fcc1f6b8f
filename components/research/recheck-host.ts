import type { CollectionId } from "../../lib/model/research/collection.ts";
import type { RecheckFound } from "../../lib/model/research/recheck.ts";
import { command } from "../commands.ts";
import { problemText } from "../parts/problem-text.ts";

/**
 * Asks one host for its items, one after another, and leaves it alone at the first sign that it does not want that.
 *
 * @returns Why it ended before the last, in words; empty where it did not.
 */
export async function recheckHost(
  collection: CollectionId,
  items: readonly { readonly seq: number; readonly url: string }[],
  signal: AbortSignal,
  onFound: (found: RecheckFound) => void,
): Promise<string> {
  for (const { seq, url } of items) {
    if (signal.aborted) return "";
    const result = await command("recheckItem", { collection, seq, url });
    if (result.ok) onFound(result.value);
    // Deleted meanwhile: the others are still asked for.
    else if (result.error.params?.["reason"] !== "not-found") return problemText(result.error);
  }
  return "";
}
