/** The host of what was typed, without `www.`; `undefined` where it is none that a brand could own. */
export function brandDomainOf(text: string): string | undefined {
  const written = text.trim();
  const host = URL.parse(/^[a-z]+:\/\//i.test(written) ? written : `https://${written}`)?.hostname;
  const domain = host?.replace(/^www\./, "").replace(/\.$/, "");
  return domain !== undefined && /^(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]+$/.test(domain) ? domain : undefined;
}
