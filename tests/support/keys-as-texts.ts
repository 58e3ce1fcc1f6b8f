/**
 * Stands for `lib/i18n` where a test is about what is said, not about its words: a text is its key with its slots. Test
 * files share their modules, so all that put something in its place for the same code put this.
 */
export function t(key: string, params: object = {}): string {
  return [key, ...Object.values(params).map(String)].join("|");
}

export function formatScore(score: number): string {
  return score.toFixed(1);
}

export function formatNumber(value: number, options: Intl.NumberFormatOptions): string {
  return new Intl.NumberFormat("en", options).format(value);
}

export function uiDirection(): "ltr" {
  return "ltr";
}
