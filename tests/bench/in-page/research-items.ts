import type { NewItem } from "../../../lib/model/research/item.ts";

/**
 * Items `from` … `from + count` as recording makes them, the same on every run: words as often as in any language
 * (the r-th word once in r), 24 on average, about 60 brands on five platforms over two years. A few items in a hundred
 * thousand say "zanzibar"; one in fifty says "soles came off again". Complete in itself, so that it runs in pages by
 * its text.
 */
export function researchItems(collection: string, from: number, count: number): NewItem[] {
  let state = from;
  const random = (): number => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const syllables = "ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu".split(" ");
  const often = "the of and a to in is you that it he was for on are as with his they i at be this".split(
    " ",
  );
  const word = (): string => {
    const rank = Math.floor(60_000 ** random()) - 1;
    const common = often[rank];
    if (common !== undefined) return common;
    let name = "";
    for (let rest = rank; rest > 0; rest = Math.floor(rest / 20)) name += syllables[rest % 20] ?? "";
    return name;
  };
  const sites = ["mastodon", "reddit", "bluesky", "youtube", "x"];
  const langs = ["en", "en", "en", "de", "fr", "es"];
  const start = Date.UTC(2025, 0, 1);
  return Array.from({ length: count }, (_, offset): NewItem => {
    const index = from + offset;
    const words = Array.from({ length: 8 + Math.floor(random() * 32) }, word);
    if (index % 20_011 === 7) words.push("zanzibar");
    if (index % 50 === 3) words.push("soles", "came", "off", "again");
    const brand = Math.floor(60 * random() ** 3);
    const brands = random() < 0.2 ? [brand, (brand + 7) % 60] : [brand];
    const at = start + Math.floor(random() * 730) * 86_400_000 + Math.floor(random() * 86_400_000);
    const author = `p-${Math.floor(random() * 300_000).toString(36)}`;
    return {
      collection,
      key: index.toString(16).padStart(32, "0"),
      why: random() < 0.9 ? "mention" : "sample",
      session: `session-${Math.floor(index / 20_000)}`,
      site: sites[Math.floor(random() * sites.length)] ?? "x",
      url: `https://social.example/@${author}/${index}`,
      author,
      publishedAt: at,
      publishedAtPrecision: "second",
      collectedAt: at + 60_000,
      lastSeenAt: at + 60_000,
      text: words.join(" "),
      truncated: false,
      lang: langs[Math.floor(random() * langs.length)] ?? "en",
      langBy: "page",
      links: [],
      media: [],
      metrics: { likes: Math.floor(random() * 40) },
      audience: "public",
      mentions: brands.map((id) => ({
        brandId: `brand-${id}.example`,
        name: `Brand ${id}`,
        span: { start: 0, end: 3 },
        confidence: 0.5 + random() / 2,
        reasons: ["distinctive-name"],
      })),
      words: [],
      detector: { extension: "0.1.0", directory: "0123456789abcdef" },
      sentiment: { score: random() * 2 - 1, method: "vader-1" },
      versions: [],
    };
  });
}
