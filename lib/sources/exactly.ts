import { hostParts } from "../brands/host.ts";
import type { Thread } from "../model/conversation.ts";
import type { Fact } from "../model/fact.ts";
import type { Found, Hit } from "./define-source.ts";

/** The brand that was asked about, as far as it is known. */
export interface Wanted {
  /** Registrable domains of the brand, its country sites included. */
  readonly domains: readonly string[];
  /**
   * Whether a text names the brand: by the mention finder for brands of the directory, by `namesWord` for others.
   */
  readonly isNamedIn: (text: string) => boolean | Promise<boolean>;
}

/** What of a page of answers is really about the brand. APIs match loosely; this decides alone. */
export async function exactly<T>(hits: readonly Hit<T>[], wanted: Wanted): Promise<readonly T[]> {
  const kept: T[] = [];
  for (const { value, links, texts } of hits)
    if (links.some((link) => leadsTo(link, wanted.domains)) || (await anyNames(texts, wanted)))
      kept.push(value);
  return kept;
}

/** Both kinds of answers, what does not concern the brand left out. */
export async function exactlyFound(
  found: Found,
  wanted: Wanted,
): Promise<{ readonly threads: readonly Thread[]; readonly facts: readonly Fact[] }> {
  return { threads: await exactly(found.threads, wanted), facts: await exactly(found.facts, wanted) };
}

/** By registrable domain: `notbrand.com`, `brand.com.evil.example` and `evil.example/brand.com` lead elsewhere. */
function leadsTo(link: string, domains: readonly string[]): boolean {
  const host = URL.parse(link)?.hostname;
  const site = host === undefined ? undefined : hostParts(host)?.site;
  return site !== undefined && domains.includes(site);
}

async function anyNames(texts: readonly string[], { isNamedIn }: Wanted): Promise<boolean> {
  for (const text of texts) if (await isNamedIn(text)) return true;
  return false;
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);

/**
 * For brands that the directory does not know: whether a text holds the name as words of its own. One of a single
 * plain word must be written as the brand writes it, or "ring" would be Ring.
 */
export function namesWord(name: string): (text: string) => boolean {
  const words = name
    .trim()
    .split(/[\s\-–&]+/u)
    .filter(Boolean);
  if (words.length === 0) return () => false;
  const pattern = String.raw`(?<![\p{L}\p{N}])${words.map(escaped).join(String.raw`[\s\-–&]+`)}(?![\p{L}\p{N}])`;
  const inAnyCase = new RegExp(pattern, "iu");
  if (words.length > 1 || !/^\p{L}+$/u.test(words[0] ?? "")) return (text) => inAnyCase.test(text);
  const asWritten = new RegExp(pattern, "u");
  // Records are often in capitals throughout.
  return (text) => (text === text.toUpperCase() ? inAnyCase : asWritten).test(text);
}
