import type { AspectTerms } from "./aspect-terms.ts";
import { german } from "./de.ts";
import { english } from "./en.ts";
import { spanish } from "./es.ts";
import { french } from "./fr.ts";
import { italian } from "./it.ts";
import { dutch } from "./nl.ts";

/** The languages whose aspects are known, in the order of their bits. */
export const termLanguages = ["de", "en", "es", "fr", "it", "nl"] as const;

export type TermLanguage = (typeof termLanguages)[number];

export const aspectTerms: Readonly<Record<TermLanguage, AspectTerms>> = {
  de: german,
  en: english,
  es: spanish,
  fr: french,
  it: italian,
  nl: dutch,
};
