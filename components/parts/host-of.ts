/** The host of an address, or what was typed where it has none. */
export function hostOf(url: string): string {
  return URL.parse(url)?.host ?? url;
}
