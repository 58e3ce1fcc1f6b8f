import { nothing } from "lit";
import { uiLanguage } from "../../lib/i18n.ts";

/** For `lang` attributes: nothing where what others call a language is none. */
export function langOf(code: string | undefined): string | typeof nothing {
  return (code === undefined ? undefined : localeOf(code)) ?? nothing;
}

/** `de` in the person's own words. A code that nobody knows stands for itself. */
export function languageName(code: string): string {
  const locale = localeOf(code);
  if (locale === undefined) return code;
  return new Intl.DisplayNames([uiLanguage()], { type: "language" }).of(locale) ?? code;
}

function localeOf(code: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(code)[0];
  } catch (error) {
    // The code came from elsewhere and may be no code at all.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
