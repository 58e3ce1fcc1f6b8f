import type { SelfName } from "../model/page.ts";
import { hostParts } from "./host.ts";

/** Where anybody has an address. */
const anybody: ReadonlySet<string> = new Set(
  (
    "gmail googlemail yahoo ymail hotmail outlook live msn aol gmx web t-online freenet mail email icloud me mac proton " +
    "protonmail comcast verizon att sbcglobal bellsouth cox charter btinternet btconnect orange wanadoo free laposte sfr " +
    "libero tiscali virgilio alice tin interia wp o2 onet seznam ziggo planet kpnmail telenet skynet bluewin yandex qq 163 " +
    "naver terra uol bol example domain yourdomain sentry google facebook wixpress"
  ).split(" "),
);
const address = /(?:[\w.+-]{1,64}@|\bwww[.])((?:[a-z\d-]{1,63}[.]){1,4}[a-z]{2,24})\b/giu;

/**
 * Labels of the domains under which a page says its owner can be written to or found, most often named first: a
 * second domain that may spell the name, where the page's own does not.
 */
export function contactLabels(names: readonly SelfName[], most = 2): readonly string[] {
  const counts = new Map<string, number>();
  for (const { from, text } of names) {
    if (from !== "line" && from !== "mail") continue;
    for (const [, host = ""] of text.slice(0, 200).matchAll(address)) {
      const label = hostParts(host.toLowerCase())?.label;
      if (label && label.length > 2 && !anybody.has(label)) counts.set(label, (counts.get(label) ?? 0) + 1);
    }
  }
  return [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([label]) => label);
}
